"""Captions by their markup: ``figcaption``, boxes named so, what else a ``figure`` says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import CAPTION, FIGURE, FOOTER, FORM, NAV
from harvester.pages.pictures.credits import credit_line, is_sentence, split
from harvester.pages.pictures.words import LEGEND, MAKER, meaning
from harvester.pages.walk import Block, Box, Walk

_OWNED: Final = re.compile(r"[(\[]?\s?(?:©|\([cC]\)|(?i:photos?|fotos?|bild|images?|pictures?)\b)")
"""What a credit opens with that no other line does."""
_LEVELS: Final = 3
"""Boxes around a text whose names are asked."""
_LONGEST: Final = 1_500
_LONGEST_CREDIT: Final = 160
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
    holders = {medium.box.index for medium in walk.media}
    outer: dict[int, Box | None] = {}
    for block in walk.blocks:
        if block.index in barred:
            continue
        root = _root(block, outer)
        if root is None and block.box.index in holders:
            root = _of_spans(block)
        if root is None:
            continue
        last = groups[-1] if groups else None
        if last is not None and last.root is root and last.stop == block.index:
            last.blocks.append(block)
        else:
            groups.append(Group([block], root))
    found = [group for group in groups if _is_caption(group)]
    for group in found:
        group.blocks += _credit_below(walk, group, barred)
    return found


def _credit_below(walk: Walk, group: Group, barred: frozenset[int]) -> list[Block]:
    """Return the block behind a caption outside of a figure, where all of it says whose the picture is."""
    block = walk.blocks[group.stop] if group.stop < len(walk.blocks) else None
    if block is None or group.is_in_figure or block.index in barred or len(block.text) > _LONGEST_CREDIT:
        return []
    is_beside = block.box.parent is group.root.parent and not block.flags & (NAV | FORM | FOOTER)
    is_beside = is_beside and split(group.blocks[-1].text)[1] is None
    return [block] if is_beside and _OWNED.match(block.text) and credit_line(block.text) else []


def _of_spans(block: Block) -> Box | None:
    """Return the box of a picture whose caption and credit stand in it, each in a span that says so."""
    if block.flags & (NAV | FORM | FOOTER) or block.box.tag in _ENDS or block.box.stop - block.box.start > 1:
        return None
    names = (child.get("class") or "" for child in block.box.element if child.tag == "span")
    is_named = any(name and meaning(name.lower()) & (LEGEND | MAKER) for name in names)
    return block.box if is_named else None


def _root(block: Block, outer: dict[int, Box | None]) -> Box | None:
    """Return the box of the caption that a block belongs to; ``None`` for other text.

    ``outer`` keeps what the boxes around a text say, by index: paragraphs share the box around them.
    """
    flags = block.flags
    if flags & (FIGURE | CAPTION):
        return _in_figure(block)
    if flags & (NAV | FORM | FOOTER):
        return None
    box, parent = block.box, block.box.parent
    if box.tag in _ENDS or parent is None:
        return _named(box, 1)
    if parent.index not in outer:
        outer[parent.index] = _named(parent, _LEVELS - 1)
    return outer[parent.index] or _named(box, 1)


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


def _named(box: Box, levels: int) -> Box | None:
    """Return the outermost of so many boxes whose name says that it holds a caption or credit."""
    found = None
    for _ in range(levels):
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
