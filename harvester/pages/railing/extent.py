"""The blocks that a rail takes: heading, cells, what stands between them, and the link to more."""

from typing import Final

from harvester.pages.flags import HEADING
from harvester.pages.railing.cells import Cells
from harvester.pages.railing.groups import Group
from harvester.pages.walk import Block, Box

_REST: Final = 4
_SHORT: Final = 40


def blocks_of(cells: Cells, group: Group) -> frozenset[int]:
    """Return the indices of the blocks that a rail takes."""
    start = group.start if group.heading.start < 0 else min(group.heading.start, group.start)
    stop = group.stop
    holder = _holder(cells, group, start)
    if holder is not None:
        before = cells.blocks(holder.start, start)
        after = cells.blocks(stop, holder.stop)
        start = holder.start if _is_trimming(before) else start
        stop = holder.stop if _is_trimming(after) else stop
    return frozenset(range(start, stop))


def _holder(cells: Cells, group: Group, start: int) -> Box | None:
    """Return the innermost box that holds heading and cells."""
    box: Box | None = cells.walk.blocks[start].box
    while box is not None and box.stop < group.stop:
        box = box.parent
    return box


def _is_trimming(blocks: list[Block]) -> bool:
    """Tell whether what else a rail's box holds is a link to more, a button, a second heading."""
    return len(blocks) <= _REST and all(
        block.links or len(block.text) <= _SHORT or block.flags & HEADING for block in blocks
    )
