"""Which caption belongs to which picture."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from harvester.pages.pictures.captions import Group, around
from harvester.pages.pictures.shown import Shown
from harvester.pages.walk import Box

_LEVELS_OF_FIGURE: Final = 12
_LEVELS: Final = 5
_WIDE: Final = frozenset(("article", "main", "body", "section", "html"))
"""Boxes that hold more than a picture with its caption: in them only neighbours belong together."""


class Pictures:
    """The pictures of a page, to be asked which lie in a box."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        """Keep the pictures in reading order."""
        self.shown = sorted(shown, key=lambda each: each.at)
        self.places = [each.at for each in self.shown]

    def inside(self, box: Box) -> list[Shown]:
        """Return the pictures in a box."""
        first, last = bisect_left(self.places, box.start), bisect_right(self.places, box.stop)
        return [each for each in self.shown[first:last] if box.index <= each.box.index < box.end]

    def of(self, group: Group) -> Shown | None:
        """Return the picture that a caption is about: the nearest in the smallest box that holds both."""
        levels = _LEVELS_OF_FIGURE if group.is_in_figure else _LEVELS
        for box in around(group.root, levels):
            found = self.inside(box)
            if box.tag in _WIDE or not (group.is_in_figure or _is_small(box, group)):
                found = [
                    each
                    for each in found
                    if group.start - 1 <= each.at <= group.start or each.at == group.stop
                ]
            if found:
                return _nearest(found, group)
        return None


def _is_small(box: Box, group: Group) -> bool:
    """Tell whether a box holds little more than a caption."""
    return box.stop - box.start <= len(group.blocks) + 4


def _nearest(found: Sequence[Shown], group: Group) -> Shown:
    """Return the last picture before a caption, else the first behind it."""
    before = [each for each in found if each.at <= group.start]
    return before[-1] if before else found[0]
