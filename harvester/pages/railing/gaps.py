"""Lists without boxes: what stands between titles belongs to the one before it, or to the one behind it."""

from itertools import pairwise
from typing import Final

from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.walk import Block

_ROOM: Final = 60
"""Characters by which a last summary may be longer than twice the longest before it."""


def fill_gaps(cells: Cells, group: list[Cell], floor: int) -> None:
    """Give the blocks between cells to the cells, and as many before the first or behind the last."""
    gaps = [_gap(cells, one, other) for one, other in pairwise(group)]
    pattern = next((gap for gap in gaps if gap), [])
    if not pattern:
        return
    first, last = group[0], group[-1]
    start = first.start - len(pattern)
    if start > floor and _alike(cells.blocks(start, first.start), pattern, first):
        first.start = start
        for one, other in pairwise(group):
            other.start = one.stop
        return
    for one, other in pairwise(group):
        one.stop = other.start
    last.stop += _behind(cells, last, pattern, max(len(block.text) for gap in gaps for block in gap))


def _behind(cells: Cells, last: Cell, pattern: list[Block], longest: int) -> int:
    """Return how many blocks behind the last cell are its own."""
    after = cells.blocks(last.stop, last.stop + len(pattern))
    fitting = [block for block in after if len(block.text) <= 2 * longest + _ROOM]
    while fitting and not _alike(fitting, pattern[: len(fitting)], last):
        fitting.pop()
    return len(fitting)


def _gap(cells: Cells, one: Cell, other: Cell) -> list[Block]:
    """Return the blocks between two cells of one list."""
    is_flat = one.box is not None and one.parent is other.parent
    return cells.blocks(one.stop, other.start) if is_flat else []


def _alike(blocks: list[Block], pattern: list[Block], cell: Cell) -> bool:
    """Tell whether blocks are made as others are, and stand in the list of a cell."""
    holder = cell.parent
    if holder is None or len(blocks) != len(pattern):
        return False
    return all(
        block.tag == other.tag and holder.start <= block.index < holder.stop and block.box is not holder
        for block, other in zip(blocks, pattern, strict=True)
    )
