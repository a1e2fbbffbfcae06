"""Groups: cells that stand together under one heading."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import HEADING, HIDDEN
from harvester.pages.railing.cells import TOP, Cell, Cells
from harvester.pages.railing.flat import fill_flat, goes_on_flat
from harvester.pages.railing.gaps import fill_gaps
from harvester.pages.railing.headings import Heading, heading_before, is_marked, parts_rails, tabs_before
from harvester.pages.railing.lone import lone_teaser
from harvester.pages.railing.named import heading_behind, name_of, panel_of, tabs_of
from harvester.pages.railing.prefixes import call_of, drop_labels, prefix_of
from harvester.pages.railing.wording import said_by, width
from harvester.pages.walk import Box, Element

_WIDEST_GAP: Final = 8
_GAP_TEXT: Final = 300
_APART: Final = 2
_LEVELS: Final = 6
_LIST: Final = 2
_TITLE: Final = 20


@dataclass(slots=True)
class Group:
    """Cells one after the other, and the heading over them."""

    cells: list[Cell]
    heading: Heading

    @property
    def start(self) -> int:
        """Index of the first block of its first cell."""
        return self.cells[0].start

    @property
    def stop(self) -> int:
        """Index of the block after its last cell."""
        return self.cells[-1].stop


def groups_of(cells: Cells) -> list[Group]:
    """Return the groups of a page in reading order, each with its heading."""
    found: list[list[Cell]] = []
    whole = cells.all()
    for cell in whole:
        cell.prefix = prefix_of(cells, cell)
    drop_labels(whole)
    for cell in whole:
        if found and _joins(cells, found[-1][-1], cell):
            found[-1].append(cell)
        else:
            found.append([cell])
    return _with_headings(cells, found)


def _with_headings(cells: Cells, found: list[list[Cell]]) -> list[Group]:
    """Return groups with the heading of each: printed over it, or the name on its tab."""
    groups: list[Group] = []
    tabs: list[Heading] = []
    floor = 0
    for each in found:
        before = tabs_before(cells.walk, each[0].start, floor) or tabs_of(cells.walk, each[0].start, floor)
        tabs = before or (tabs if each[0].start == floor else [])
        group = _headed(cells, each, floor)
        if tabs and (before or group.heading.text is None):
            group.heading = tabs.pop(0)
        if groups and _goes_on_below(cells, groups[-1], group):
            groups[-1].cells += group.cells
        else:
            groups.append(group)
        floor = each[-1].offer.last + 1
    return groups


def _goes_on_below(cells: Cells, one: Group, other: Group) -> bool:
    """Tell whether a list without a heading stands below a teaser, in the box that its heading begins."""
    if other.heading.text is not None or one.heading.said in (None, "none") or one.heading.start < 0:
        return False
    last, first = one.cells[-1], other.cells[0]
    if (last.offer.block.flags ^ first.offer.block.flags) & HIDDEN:
        return False
    if len(other.cells) < _LIST or not _is_small_gap(cells, last, first):
        return False
    if any(width(cell.offer.title) < _TITLE for cell in other.cells):
        return False
    box = cells.walk.blocks[one.heading.start].box
    while box.stop < other.stop and box.parent is not None:
        box = box.parent
    return box.tag not in TOP and box.start == one.heading.start and box.stop - other.stop <= _APART


def _joins(cells: Cells, one: Cell, other: Cell) -> bool:
    """Tell whether a cell belongs to the group of the one before it."""
    if (one.offer.block.flags ^ other.offer.block.flags) & HIDDEN or not _is_small_gap(cells, one, other):
        return False
    if other.prefix is not None:
        return one.box is None and one.offer.first == other.offer.first
    if one.prefix is not None:
        return (one.box is None and one.offer.first == other.offer.first) or _is_line_below(cells, one, other)
    if one.box is None or other.box is None:
        return one.box is other.box and (_goes_on(one, other) or goes_on_flat(cells, one, other))
    if one.parent is other.parent:
        return not _begins_with_heading(cells, other, of_words=True)
    return _follows(cells, one, other)


def _goes_on(one: Cell, other: Cell) -> bool:
    """Tell whether links without boxes follow each other: in one block, or each one around all it says."""
    if other.start == one.stop - 1:
        return True
    return other.start == one.stop and all(
        offer.is_alone and offer.is_one_link for offer in (one.offer, other.offer)
    )


def _is_line_below(cells: Cells, one: Cell, other: Cell) -> bool:
    """Tell whether a link fills the line below another one, set as that."""
    block, before = other.offer.block, cells.walk.blocks[one.offer.last]
    is_next = block.index == before.index + 1 and block.link_chars == len(block.text)
    return is_next and block.tag == before.tag and block.box.parent is before.box.parent


def _is_small_gap(cells: Cells, one: Cell, other: Cell) -> bool:
    """Tell whether little stands between two cells, and no heading."""
    stop = min(other.start, other.offer.start)
    gap = cells.blocks(one.stop, stop)
    if not gap:
        return True
    is_little = len(gap) <= _WIDEST_GAP and cells.plain_between(one.stop, stop) <= _GAP_TEXT
    return is_little and not any(parts_rails(block) for block in gap if block.index not in cells.walk.labels)


def _follows(cells: Cells, one: Cell, other: Cell) -> bool:
    """Tell whether a cell goes on with the group of one that other boxes hold."""
    return (
        other.start - one.stop <= _APART
        and not _begins_with_heading(cells, other, of_words=False)
        and _are_alike(cells, one, other)
        and _are_near(one.box, other.box)
        and _panel(one) is _panel(other)
    )


def _panel(cell: Cell) -> Element | None:
    return panel_of(cell.box) if cell.box is not None else None


def _begins_with_heading(cells: Cells, cell: Cell, *, of_words: bool) -> bool:
    """Tell whether a cell holds the heading of another rail before its title."""
    first = cells.walk.blocks[cell.start]
    if cell.start in cells.walk.labels or first.links or cell.start >= cell.offer.first:
        return False
    is_said = said_by(first.text) is not None
    return is_marked(first) and is_said if of_words else is_marked(first) or is_said


def _are_alike(cells: Cells, one: Cell, other: Cell) -> bool:
    """Tell whether the titles of two cells are set alike and lead to one host."""
    first, second = (cells.walk.blocks[each.offer.first] for each in (one, other))
    if one.offer.host != other.offer.host:
        return False
    return first.tag == second.tag or bool(first.flags & second.flags & HEADING)


def _are_near(one: Box | None, other: Box | None) -> bool:
    """Tell whether two boxes have a common one a few levels above them."""
    if one is None or other is None:
        return False
    around = [one, *one.ancestors()][:_LEVELS]
    near = {box.index for box in around}
    return any(box.index in near for box in [other, *other.ancestors()][:_LEVELS])


def _headed(cells: Cells, group: list[Cell], floor: int) -> Group:
    """Return a group with its heading: before it, in the block of its first link, or in its only cell."""
    first = group[0]
    if first.prefix is not None:
        own = [Cell(each.offer, None, each.offer.first, each.offer.first + 1) for each in group]
        return Group(own, first.prefix)
    if len(group) == 1:
        narrowed, heading = lone_teaser(cells, first, floor)
        call = call_of(cells, first) if heading.said is None else None
        if call is None and heading.text is None:
            heading = name_of(cells.walk, narrowed.start, narrowed.stop)
        return Group([narrowed], call or heading)
    fill_gaps(cells, group, floor)
    fill_flat(cells, group)
    heading = heading_before(cells.walk, first.start, floor)
    return Group(group, heading if heading.text is not None else _called(cells, first.start, group[-1].stop))


def _called(cells: Cells, start: int, stop: int) -> Heading:
    """Return the heading of a list that has none before it."""
    name = name_of(cells.walk, start, stop)
    return name if name.text is not None else heading_behind(cells.walk, start, stop)
