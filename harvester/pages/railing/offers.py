"""The links of a page that may announce an article, in reading order."""

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from harvester.pages.flags import ARTICLE, DIALOG, FOOTER, HEADING, MAIN, NAV
from harvester.pages.railing.addresses import is_serial, key_of, may_be_article
from harvester.pages.railing.covers import covered
from harvester.pages.railing.offer import Offer
from harvester.pages.railing.standing import (
    LONGEST_SUMMARY,
    TALK,
    is_of_elements,
    is_title,
    leads,
    stands_alone,
)
from harvester.pages.railing.wording import said_by
from harvester.pages.walk import Anchor, Block, Walk

_SHORTEST: Final = 12
_SHORTEST_WIDE: Final = 6
_SURE: Final = 25
_TITLE: Final = 20
_FEW: Final = 3
_NEAR: Final = 12
"""Blocks between two links that may be of one teaser."""


def offers_of(walk: Walk, page: str) -> list[Offer]:
    """Return the offers of a page; ``page`` is its own key."""
    found: list[Offer] = []
    for block in walk.blocks:
        if block.links and _may_offer(block):
            for anchor in block.links:
                _add(found, walk.blocks, block, anchor)
    over = covered(walk, found, page)
    found = _without_sections(sorted([*found, *over], key=attrgetter("first")) if over else found)
    return [offer for at, offer in enumerate(found) if _is_announced(walk, found, at, page)]


def _without_sections(found: list[Offer]) -> list[Offer]:
    """Return offers without short ones to an address that stands beside several: the section of each."""
    places: dict[str, list[int]] = {}
    for at, offer in enumerate(found):
        if len(offer.title) < _SURE and not offer.block.flags & HEADING:
            places.setdefault(offer.key, []).append(at)
    sections = {
        key for key, each in places.items() if len(each) >= _FEW and _are_close(each) and not is_serial(key)
    }
    return [offer for offer in found if offer.key not in sections] if sections else found


def _are_close(places: list[int]) -> bool:
    """Tell whether one address comes back after every few others, and not from list to list."""
    return sum(after - before <= _FEW for before, after in pairwise(places)) >= _FEW - 1


def _may_offer(block: Block) -> bool:
    """Tell whether a block's links may announce: not in menus and dialogues, nor at the foot of the page."""
    flags = block.flags
    if flags & DIALOG:
        return False
    return not (flags & (NAV | FOOTER)) or bool(flags & (ARTICLE | MAIN))


def _add(found: list[Offer], blocks: Sequence[Block], block: Block, anchor: Anchor) -> None:
    """Join a link to the offer before it, or begin a new one; it runs for every link."""
    href = anchor.href
    if not href:
        return
    if found and block.index - found[-1].last <= _NEAR and found[-1].key in href:
        last = found[-1]
        if not anchor.text and anchor.element is not last.anchors[-1].element and _speaks(anchor):
            return
        if key_of(href).endswith(last.key) and not _is_repeated(found, blocks, block, anchor):
            if anchor.text or anchor.element is not last.anchors[-1].element:
                last.join(block, anchor)
            return
    text = anchor.text
    if len(text) < _SHORTEST and (len(text) < _SHORTEST_WIDE or text.isascii()):
        return
    is_loose = not stands_alone(block, anchor) and not (len(text) >= _SURE and is_of_elements(block, anchor))
    if is_loose and not leads(block, anchor):
        return
    if (may_be_article(href) or _follows(found, block, anchor)) and is_title(text):
        floor = min(found[-1].last + 1, block.index) if found else 0
        start = max(_start(blocks, block, anchor), floor)
        _begin(found, blocks, Offer(key_of(href), block, start, block.index, [anchor], is_loose=is_loose))


def _follows(found: list[Offer], block: Block, anchor: Anchor) -> bool:
    """Tell whether a link is set like the offer before it and leads to the same place, with a long title."""
    if not found or len(anchor.text) < _SURE or block.index - found[-1].last > _NEAR:
        return False
    last = found[-1]
    mine, its = block.box, last.block.box
    is_alike = (mine.tag, mine.name, mine.depth) == (its.tag, its.name, its.depth)
    return is_alike and key_of(anchor.href).rpartition("/")[0] == last.key.rpartition("/")[0]


def _speaks(anchor: Anchor) -> bool:
    """Tell whether a link without words in one block has some in the next one."""
    return any(not text.isspace() for text in anchor.element.itertext())


def _start(blocks: Sequence[Block], block: Block, anchor: Anchor) -> int:
    """Return the index of the first block that the element of a link holds text of."""
    at = block.index
    while at and any(link.element is anchor.element and link.text for link in blocks[at - 1].links[-1:]):
        at -= 1
    return at


def _is_repeated(found: list[Offer], blocks: Sequence[Block], block: Block, anchor: Anchor) -> bool:
    """Tell whether a link is to what the offer before it announced, announced again in another rail."""
    last = found[-1]
    between = blocks[last.last + 1 : block.index]
    is_far = sum(len(each.text) - each.link_chars for each in between) > LONGEST_SUMMARY
    if is_far or any(map(_is_over_rail, between)):
        return True
    if block.index == last.last or anchor.text != last.title:
        return False
    before = found[-2].last if len(found) > 1 else -1
    around = (last.block.box, *last.block.box.ancestors())
    holder = next((box for box in around if box.stop > block.index and box.tag != "body"), None)
    return holder is None or holder.start <= before


def _is_over_rail(block: Block) -> bool:
    """Tell whether a block says that a rail begins."""
    return not block.link_chars and len(block.text) <= TALK and said_by(block.text) not in {None, "editors"}


def _begin(found: list[Offer], blocks: Sequence[Block], offer: Offer) -> None:
    """Add an offer; the same title at another address is the offer before it."""
    last = found[-1] if found else None
    if last is not None and last.last == offer.first:
        last.is_alone = offer.is_alone = False
    elif (
        last is not None
        and last.title == offer.title
        and not _is_repeated(found, blocks, offer.block, offer.anchors[0])
    ):
        last.join(offer.block, offer.anchors[0])
        return
    found.append(offer)


def _is_announced(walk: Walk, found: list[Offer], at: int, page: str) -> bool:
    """Tell whether an offer's title is one: short ones only as headings, or set as their neighbour is."""
    offer = found[at]
    if page.endswith(offer.key) and any("#" in link.href for link in offer.anchors):
        return False
    if _is_sure(walk, offer):
        return True
    beside = found[max(at - 1, 0) : at + 2]
    shape = _shape(walk, offer)
    return any(
        other is not offer and _is_sure(walk, other) and _shape(walk, other) == shape for other in beside
    )


def _is_sure(walk: Walk, offer: Offer) -> bool:
    """Tell whether a title is one by itself."""
    title = offer.title
    if len(title) >= _SURE or not title.isascii() or walk.blocks[offer.first].flags & HEADING:
        return True
    words = title.count(" ") + 1
    return words > _FEW or (words == _FEW and len(title) >= _TITLE)


def _shape(walk: Walk, offer: Offer) -> tuple[str, str, int]:
    """Return how a title is set: its element, the one around it, and their depth."""
    box = walk.blocks[offer.first].box
    return box.tag, box.parent.tag if box.parent else "", box.depth
