"""A lone teaser: no neighbour shows where it ends, and its heading may stand in its own box."""

from typing import Final

from harvester.pages.flags import HEADING
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.headings import Heading, heading_before, is_marked
from harvester.pages.railing.wording import said_by
from harvester.pages.walk import Block, Box

_CLEAR: Final = frozenset(("related", "popular"))
"""What headings say that are no labels of teasers: "News" may be one."""
_LABELS: Final = 80
"""Characters of labels that may stand between a heading and a lone title."""
_SUMMARY: Final = 600
"""Characters beside the title of a lone teaser."""
_LONGEST: Final = 1200
"""The same, where they are one paragraph."""


def lone_teaser(cells: Cells, cell: Cell, floor: int) -> tuple[Cell, Heading]:
    """Return a lone cell cut to the teaser, and the heading that was in it or stands before it."""
    levels = cells.levels(cells.offers.index(cell.offer))
    inner = [cells.bare(cell.offer), *(cells.whole(cell.offer, box) for box in levels)]
    for wide, narrow in zip(reversed(levels), inner[-2::-1], strict=True):
        heading = _in(cells, wide, narrow) if wide.start < narrow.start else None
        if heading is not None:
            over = _over(cells, wide, heading, floor)
            if over is not None:
                return _fitting(cells, inner[: levels.index(wide) + 2]), over
            below = Cell(cell.offer, wide, heading.start + 1, wide.stop, unread=heading.text)
            is_all = heading.start == wide.start and _is_one_teaser(cells, below)
            fit = below if is_all else _fitting(cells, inner[: inner.index(narrow) + 1])
            return fit, heading
    fit = _fitting(cells, inner)
    return fit, heading_before(cells.walk, fit.start, floor)


def _over(cells: Cells, wide: Box, heading: Heading, floor: int) -> Heading | None:
    """Return the heading of the markup over the box of a teaser: such words in the box are its labels."""
    if heading.is_marked:
        return None
    over = heading_before(cells.walk, wide.start, floor)
    is_clear = over.said in _CLEAR or (over.is_marked and over.said not in (None, "none"))
    return over if is_clear else None


def _fitting(cells: Cells, inner: list[Cell]) -> Cell:
    """Return the widest cell that holds a teaser and nothing else, of those from the narrowest outwards."""
    return next((each for each in reversed(inner) if _is_one_teaser(cells, each)), inner[0])


def _is_one_teaser(cells: Cells, cell: Cell) -> bool:
    """Tell whether what stands behind a title is no longer than a summary, and no other heading."""
    after = cells.blocks(cell.offer.last + 1, cell.stop)
    if any(block.flags & HEADING and not block.links for block in after):
        return False
    plain = cells.plain_between(cell.start, cell.stop)
    return plain <= _SUMMARY or (plain <= _LONGEST and _is_one_text(after))


def _is_one_text(after: list[Block]) -> bool:
    """Tell whether no more than a paragraph stands behind the block of a title: a summary, however long."""
    return len(after) <= 1 and not any(block.links for block in after)


def _in(cells: Cells, wide: Box, narrow: Cell) -> Heading | None:
    """Return the heading among the blocks that a box has before a cell in it."""
    for at in range(wide.start, narrow.start):
        block = cells.walk.blocks[at]
        if cells.plain_between(at + 1, narrow.start) > _LABELS:
            continue
        said = said_by(block.text) if at not in cells.walk.labels else None
        is_own = said == "related" and any(map(narrow.offer.holds, block.links))
        if said is not None and (is_marked(block) or not block.links or is_own):
            return Heading(block.text, said, at, is_marked(block))
    return None
