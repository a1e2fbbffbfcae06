"""Boxes among the text that are no part of it, told without any name: what holds a form, other articles."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from harvester.pages.bodies.features import Rows
from harvester.pages.flags import HEADING
from harvester.pages.walk import Box

_LITTLE: Final = 0.25
"""Share of the prose that the words around a form hold at most."""
_LEVELS: Final = 2
"""Boxes around a form that are looked at."""
_FEW: Final = 8
"""Blocks that the words around a form are at most."""
_LINKED: Final = 0.8
"""Share of link text from which a heading leads to another article."""


def strange_blocks(rows: Rows) -> Iterator[int]:
    """Yield the indexes of blocks in boxes that hold a form, and in other articles than the page's."""
    own = _own_heading(rows)
    for box in rows.measures.walk.boxes:
        if box.tag == "h1" and own is not None and box.index > own.index:
            yield from _twin(rows, own, box)
        elif box.tag == "form":
            yield from _around_form(rows, box)
        elif box.tag == "article" and _is_other(rows, box):
            yield from range(box.start, box.stop)


def _own_heading(rows: Rows) -> Box | None:
    """Return the box of the headline where it is an ``h1``."""
    at = rows.measures.headline
    box = rows.measures.walk.blocks[at].box if at >= 0 else None
    return box if box is not None and box.tag == "h1" else None


def _twin(rows: Rows, own: Box, heading: Box) -> range:
    """Return the blocks of the article that a later ``h1`` heads: its box is set like the page's own."""
    at = rows.measures.headline
    other = heading
    while other.parent is not None and not other.parent.start <= at < other.parent.stop:
        other = other.parent
    mine = next((box for box in (own, *own.ancestors()) if box.parent is other.parent), own)
    is_named = bool(other.name) or other.tag == "article"
    is_twin = is_named and other is not heading and (mine.tag, mine.name) == (other.tag, other.name)
    has_text = rows.measures.prose_in(mine.start, mine.stop) > _LITTLE
    return range(other.start, other.stop) if is_twin and has_text else range(0)


def _around_form(rows: Rows, form: Box) -> range:
    """Return the blocks that ask for what a form takes: those of the largest box with little text in it."""
    found = range(0)
    for box in (form, *islice(form.ancestors(), _LEVELS)):
        if box.stop - box.start > _FEW or _is_of_text(rows, box):
            break
        found = range(box.start, box.stop)
    return found


def _is_of_text(rows: Rows, box: Box) -> bool:
    """Tell whether a box holds the headline, or more than a little of the text."""
    measures = rows.measures
    return box.start <= measures.headline < box.stop or measures.prose_in(box.start, box.stop) > _LITTLE


def _is_other(rows: Rows, box: Box) -> bool:
    """Tell whether an article beside the page's own begins with a heading that leads elsewhere."""
    measures = rows.measures
    if measures.headline < 0 or box.start <= measures.headline < box.stop or _holds_best(rows, box):
        return False
    opening = measures.walk.blocks[box.start : min(box.stop, box.start + _FEW)]
    heading = next((block for block in opening if block.flags & HEADING), None)
    return heading is not None and measures.links[heading.index] >= _LINKED


def _holds_best(rows: Rows, box: Box) -> bool:
    """Tell whether a box holds the one with the most prose."""
    best = rows.regions.best
    return box.start <= best.start and best.stop <= box.stop
