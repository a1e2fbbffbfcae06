"""The standfirst: the introduction between headline and body."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.bodies.choosing import Text
from harvester.pages.bodies.names import BIT, bits_of
from harvester.pages.bodies.regions import holder_of
from harvester.pages.copy_text import ALL, read_text
from harvester.pages.flags import HEADING
from harvester.pages.walk import Block
from harvester.parts import Provenance

_FIRST: Final = 4
"""Blocks of text among which the standfirst is looked for."""
_SHORTEST: Final = 20
_LONGEST: Final = 700
_SAME: Final = 2
"""A teaser of the head word for word."""


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The introduction, and where it stands."""

    text: str | None = None
    blocks: frozenset[int] = frozenset()
    provenance: tuple[Provenance, ...] = ()


def find_standfirst(text: Text) -> Standfirst:
    """Return the introduction that stands apart from the body, by its box or by the head's own words."""
    if len(text.blocks) <= 1:
        return Standfirst()
    for block in text.blocks[:_FIRST]:
        if _is_apart(block, text) and read_text(block.text, None, ALL).rest:
            found = (Provenance("standfirst", "markup", block.tag),)
            return Standfirst(block.text, frozenset((block.index,)), found)
        if not block.flags & HEADING:
            break
    return Standfirst()


def _is_apart(block: Block, text: Text) -> bool:
    """Tell whether a block is an introduction by its name, its place or the head's own words."""
    if not _SHORTEST <= len(block.text) <= _LONGEST:
        return False
    parent = block.box.parent or block.box
    is_named = bool((bits_of(block.box.name) | bits_of(parent.name)) & BIT["lead"])
    if block.flags & HEADING:
        return is_named or text.teased.get(block.index) == _SAME
    following = next((each for each in text.blocks if each.index > block.index), None)
    if holder_of(block.box).index == text.main or (following and following.box is block.box):
        # Among the paragraphs, or one of the stretches that line breaks part: only a name sets it apart.
        return is_named and bool(bits_of(block.box.name) & BIT["lead"])
    return is_named or bool(text.teased.get(block.index)) or _is_in_main(following, text)


def _is_in_main(block: Block | None, text: Text) -> bool:
    """Tell whether a block stands in the box of the body."""
    return block is not None and holder_of(block.box).index == text.main
