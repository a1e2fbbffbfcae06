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
_STOPS: Final = ".!…。！"
_COLONS: Final = ":："
_WORDS: Final = 10
"""Spaces in a heading that is surely a sentence."""
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
            return _found(block)
        if not block.flags & HEADING:
            break
    return _found(text.blocks[0]) if _opens_with_sentence(text) else Standfirst()


def _found(block: Block) -> Standfirst:
    found = (Provenance("standfirst", "markup", block.tag),)
    return Standfirst(block.text, frozenset((block.index,)), found)


def _is_apart(block: Block, text: Text) -> bool:
    """Tell whether a block is an introduction by its name, its place or the head's own words."""
    if not _SHORTEST <= len(block.text) <= _LONGEST or block.text[-1] in _COLONS:
        return False
    parent = block.box.parent or block.box
    is_named = bool((bits_of(block.box.name) | bits_of(parent.name)) & BIT["lead"]) or parent.tag == "hgroup"
    if block.flags & HEADING:
        return is_named or text.teased.get(block.index) == _SAME
    following = next((each for each in text.blocks if each.index > block.index), None)
    if holder_of(block.box).index == text.main or (following and following.box is block.box):
        # Among the paragraphs, or one of the stretches that line breaks part: only a name sets it apart.
        return is_named and bool(bits_of(block.box.name) & BIT["lead"])
    return is_named or bool(text.teased.get(block.index)) or _is_in_main(following, text)


def _opens_with_sentence(text: Text) -> bool:
    """Tell whether a text opens with a heading that is no section's: a whole sentence."""
    block = text.blocks[0]
    if not block.flags & HEADING or text.blocks[1].flags & HEADING:
        return False
    is_sentence = block.text[-1] in _STOPS or block.text.count(" ") >= _WORDS
    return is_sentence and _SHORTEST <= len(block.text) <= _LONGEST


def _is_in_main(block: Block | None, text: Text) -> bool:
    """Tell whether a block stands in the box of the body."""
    return block is not None and holder_of(block.box).index == text.main
