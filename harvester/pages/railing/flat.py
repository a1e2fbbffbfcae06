"""Teasers without an element around each: pictures, links and texts one after the other in one box."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise, takewhile
from typing import Final

from lxml import etree

from harvester.pages.flags import HEADING
from harvester.pages.railing.addresses import key_of
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.offer import Offer
from harvester.pages.railing.standing import LONGEST_SUMMARY
from harvester.pages.walk import Box, Element

_GAP: Final = 3
"""Blocks between the links of two teasers: a summary, a date, labels."""
_SEVERAL: Final = 2
_BREAKS: Final = frozenset(("br", "hr"))


def goes_on_flat(cells: Cells, one: Cell, other: Cell) -> bool:
    """Tell whether two links stand in the same box with no more than a teaser's texts between them."""
    if one.offer.block.box is not other.offer.block.box:
        return False
    between = cells.blocks(one.stop, other.start)
    is_plain = not any(block.links or block.flags & HEADING for block in between)
    return is_plain and len(between) <= _GAP and sum(len(block.text) for block in between) <= LONGEST_SUMMARY


def fill_flat(cells: Cells, group: Sequence[Cell]) -> None:
    """Give what stands behind each link to its cell, and as much to the last one."""
    if any(cell.box is not None for cell in group):
        return
    longest = max(other.start - one.stop for one, other in pairwise(group))
    for one, other in pairwise(group):
        one.stop = max(one.stop, other.start)
    last, box = group[-1], group[-1].offer.block.box
    behind = cells.blocks(last.stop, min(last.stop + longest, box.stop))
    last.stop += sum(1 for _ in takewhile(lambda block: not (block.links or block.flags & HEADING), behind))


def flat_parts(cells: Cells, group: Sequence[Cell]) -> list[Element] | None:
    """Return an element for each cell with what is said of it; ``None`` where elements hold the cells."""
    if len(group) == 1:
        return _lone(cells, group[0])
    box = _common(group)
    if box is None or any(cell.offer.head is not None for cell in group) or not _is_loose(cells, group, box):
        return None
    children: list[Element] = list(box.element)
    places = [_place(box.element, cell.offer, children) for cell in group]
    if any(place is None for place in places) or len(set(places)) < len(places):
        return None
    at = [place for place in places if place is not None]
    before = _before(children, at)
    starts = [place - before for place in at]
    stops = [*starts[1:], _end(children, at, before)]
    return [_wrapped(children[start:stop]) for start, stop in zip(starts, stops, strict=True)]


def _lone(cells: Cells, cell: Cell) -> list[Element] | None:
    """Return an element with what is said of a lone teaser, where others stand in its box as it does."""
    box = cell.offer.block.box if cell.box is None else cell.parent
    is_line = cell.box is None and "\n" not in cell.offer.block.text
    if box is None or is_line or cell.unread or cell.prefix or cell.offer.head is not None:
        return None
    if cell.box is not None and cell.start - 1 not in cells.walk.labels:
        return None
    children: list[Element] = list(box.element)
    offers = [offer for offer in cells.offers if box.start <= offer.first < box.stop]
    places = [_place(box.element, offer, children) for offer in offers]
    if None in places or len(set(places)) < max(len(places), _SEVERAL):
        return None
    at = [place for place in places if place is not None]
    own = at[offers.index(cell.offer)]
    before = _before(children, at)
    return [_wrapped(children[own - before : _end(children, [*at[:2], own], before)])]


def own_links(part: Element, cell: Cell) -> list[Element]:
    """Return the links of a wrapped cell that lead to its article."""
    return [link for link in part.iter("a") if key_of(link.get("href") or "").endswith(cell.offer.key)]


def _common(group: Sequence[Cell]) -> Box | None:
    """Return the box that all cells lie in side by side."""
    holders = [cell.offer.block.box if cell.box is None else cell.parent for cell in group]
    block = group[0].offer.block
    if group[-1].offer.first == block.index and block.text.count("\n") < len(group):
        return None
    return holders[0] if all(holder is holders[0] for holder in holders) else None


def _is_loose(cells: Cells, group: Sequence[Cell], box: Box) -> bool:
    """Tell whether the box has words of its own between the links, or beside them."""
    return any(
        block.box is box and (cell.box is not None or len(block.text) > block.link_chars)
        for cell in group
        for block in cells.blocks(max(cell.start - 1, 0), cell.stop)
    )


def _place(holder: Element, offer: Offer, children: Sequence[Element]) -> int | None:
    """Return the index of the child that holds the title's link."""
    node: Element | None = offer.anchors[0].element
    while node is not None and node.getparent() is not holder:
        node = node.getparent()
    return children.index(node) if node is not None else None


def _before(children: Sequence[Element], places: Sequence[int]) -> int:
    """Return how many children before each link are of its teaser: what also stands before the first."""
    least = min(other - one for one, other in pairwise(places)) - 1
    count = 0
    while count < min(least, places[0]) and len({children[place - count - 1].tag for place in places}) == 1:
        count += 1
    while count and children[places[0] - count].tag in _BREAKS:
        count -= 1
    return count


def _end(children: Sequence[Element], places: Sequence[int], before: int) -> int:
    """Return the index behind the last teaser: it has what the first one has."""
    pattern = children[places[0] + 1 : places[1] - before]
    behind = children[places[-1] + 1 :]
    alike = takewhile(lambda pair: pair[0].tag == pair[1].tag, zip(pattern, behind, strict=False))
    return places[-1] + 1 + sum(1 for _ in alike)


def _wrapped(children: Sequence[Element]) -> Element:
    """Return copies of some elements, and the texts between them, in one element."""
    whole = etree.Element("div")
    whole.extend(deepcopy(child) for child in children)
    return whole
