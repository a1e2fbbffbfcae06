"""Captions by their markup: ``figcaption``, boxes named so, what else a ``figure`` says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import CAPTION, FIGURE, FOOTER, FORM, NAV
from harvester.pages.pictures.credits import is_sentence
from harvester.pages.pictures.words import LEGEND, MAKER, meaning
from harvester.pages.walk import Block, Box, Walk

_LEVELS: Final = 3
"""Boxes around a text whose names are asked."""
_LONGEST: Final = 1_500
_LONGEST_NAMED: Final = 900
_MOST_BLOCKS: Final = 8
_OTHER: Final = frozenset(("blockquote", "table", "pre", "form", "button", "select", "article", "nav"))
"""In a ``figure`` these are what is shown, not what is said of it."""
_ENDS: Final = frozenset(("article", "main", "body", "html"))
"""Boxes that are about more than one picture, whatever their names."""


@dataclass(slots=True, eq=False)
class Group:
    """The blocks of one caption."""

    blocks: list[Block]
    root: Box
    """The outermost box that is this caption's."""

    @property
    def is_in_figure(self) -> bool:
        """Whether the markup says that it belongs to a figure."""
        return bool(self.root.flags & (FIGURE | CAPTION))

    @property
    def start(self) -> int:
        """Index of the first block."""
        return self.blocks[0].index

    @property
    def stop(self) -> int:
        """Index behind the last block."""
        return self.blocks[-1].index + 1


def find_groups(walk: Walk, barred: frozenset[int]) -> list[Group]:
    """Return the captions that the markup marks, in reading order; ``barred`` blocks are no part of any."""
    groups: list[Group] = []
    for block in walk.blocks:
        root = None if block.index in barred else _root(block)
        if root is None:
            continue
        last = groups[-1] if groups else None
        if last is not None and last.root is root and last.stop == block.index:
            last.blocks.append(block)
        else:
            groups.append(Group([block], root))
    return [group for group in groups if _is_caption(group)]


def _root(block: Block) -> Box | None:
    """Return the box of the caption that a block belongs to; ``None`` for other text."""
    flags = block.flags
    if flags & (FIGURE | CAPTION):
        return _in_figure(block)
    if flags & (NAV | FORM | FOOTER):
        return None
    return _named(block.box)


def _in_figure(block: Block) -> Box | None:
    """Return the ``figcaption`` around a block, else the ``figure``."""
    box: Box | None = block.box
    while box is not None and box.flags & (FIGURE | CAPTION):
        if box.tag in {"figcaption", "figure"} or (
            box.parent is None or not box.parent.flags & (FIGURE | CAPTION)
        ):
            return box
        if box.tag in _OTHER:
            return None
        box = box.parent
    return None


def _named(box: Box) -> Box | None:
    """Return the outermost of the nearest boxes whose name says that it holds a caption or credit."""
    found = None
    for _ in range(_LEVELS):
        if box.tag in _ENDS:
            break
        if box.name and meaning(box.name) & (LEGEND | MAKER):
            found = box
        if box.parent is None:
            break
        box = box.parent
    return found


def _is_caption(group: Group) -> bool:
    """Tell whether a group is as short as captions are."""
    size = sum(len(block.text) for block in group.blocks)
    if group.is_in_figure:
        return size <= _LONGEST
    if size > _LONGEST_NAMED or len(group.blocks) > _MOST_BLOCKS:
        return False
    return bool(meaning(group.root.name) & LEGEND) or not any(is_sentence(b.text) for b in group.blocks)


def around(box: Box, levels: int) -> Iterator[Box]:
    """Yield a box and those around it, so many levels up."""
    for _ in range(levels):
        yield box
        if box.parent is None:
            return
        box = box.parent
