"""The names of boxes, read all at once when the walk is over: a page has hundreds.

Put to the names of a page as one text, a question costs a fifth of what it does name by name.
"""

from collections.abc import Iterator
from typing import Final

from harvester.pages.flags import HIDDEN, TELLING, is_hiding
from harvester.pages.walk import Walk

_CUT: Final = "\x00"
"""Stands between names; no attribute holds it."""


def name_boxes(walk: Walk) -> None:
    """Write the names of boxes in lower case; what lies in one that its name hides is hidden."""
    low = _CUT.join([box.name for box in walk.boxes]).lower()
    for box, name in zip(walk.boxes, low.split(_CUT), strict=True):
        box.name = name
    hiding = {place for word in TELLING for place, name in _with(word, low) if is_hiding(name)}
    if hiding:
        _hide(walk, hiding)


def _with(word: str, names: str) -> Iterator[tuple[int, str]]:
    """Yield the names that hold a word, each with its place."""
    place = counted = 0
    at = names.find(word)
    while at >= 0:
        start, stop = names.rfind(_CUT, 0, at) + 1, names.find(_CUT, at)
        place += names.count(_CUT, counted, start)
        counted, stop = start, stop if stop >= 0 else len(names)
        yield place, names[start:stop]
        at = names.find(word, stop)


def _hide(walk: Walk, hiding: set[int]) -> None:
    """Note for all that lies in some boxes that it is not seen."""
    end = 0
    for box in walk.boxes:
        if box.index in hiding:
            end = max(end, box.end)
        if box.index < end:
            box.flags |= HIDDEN
    for block in walk.blocks:
        block.flags |= block.box.flags & HIDDEN
    for medium in walk.media:
        medium.flags |= medium.box.flags & HIDDEN
    for clock in walk.clocks:
        clock.flags |= clock.box.flags & HIDDEN
