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
    """Yield the indexes of blocks in boxes that hold a form, and in articles whose heading leads away."""
    for box in rows.measures.walk.boxes:
        if box.tag == "form":
            yield from _around_form(rows, box)
        elif box.tag == "article" and _is_other(rows, box):
            yield from range(box.start, box.stop)


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
