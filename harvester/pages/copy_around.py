"""The lines of attribution that stand outside of the copy: above it, below it, left out of it."""

import itertools
from collections.abc import Iterator
from typing import Final

from harvester.pages.copy_labels import is_label, joined, needs_next
from harvester.pages.copy_lines import Note, read_list
from harvester.pages.copy_places import Spot, Surroundings, is_link_list
from harvester.pages.copy_text import (
    ALL,
    FACTS,
    LABELLED,
    LINES,
    NAMES,
    SENTENCES,
    Finding,
    Reader,
    read_text,
)
from harvester.pages.walk import Block
from harvester.parts import Correction

_NEAR: Final = 4
"""Blocks above and below the copy that are asked for everything."""
_BARE: Final = 12
"""Blocks above the copy up to which an agency alone is its source."""
_SENTENCES: Final = 12
"""Blocks below the copy up to which sentences are read."""
_DOUBTFUL: Final = 2
"""Blocks below the copy up to which a labelled line is believed although it names nobody that is known."""
_ITEMS: Final = 12
"""Items of the longest list of sources."""
_NAME: Final = 40
"""Characters of the longest name that is a link."""
_LONG: Final = 1500
"""Characters of the longest block that is read."""


def find_around(around: Surroundings, language: str | None) -> tuple[Finding, ...]:
    """Return what the lines around the copy say: those below first, then those above, the nearest first."""
    return tuple(found for spot in around.spots() for found in _read(spot, around, language))


def _read(spot: Spot, around: Surroundings, language: str | None) -> Iterator[Finding]:
    """Yield what a block says that is the article's own."""
    block = spot.block
    if len(block.text) > _LONG or is_link_list(block):
        return
    text = _labelled(block) or _with_value(block, around)
    listed = _listed(block, around, language)
    found = (listed,) if listed else read_text(text, language, _readers(spot, around)).found
    for each in found:
        if isinstance(each, Correction) or _is_own(each, spot, around):
            yield each


def _readers(spot: Spot, around: Surroundings) -> tuple[Reader, ...]:
    """Return what a block is asked for; the farther from the copy, the less, but in the copy's own box."""
    linked = spot.block.link_chars * 2 > len(spot.block.text)
    if spot.is_over_headline:
        return FACTS
    if spot.place == "above":
        return ALL if spot.distance <= _NEAR else LINES if spot.distance <= _BARE else FACTS
    if linked or spot.distance > _SENTENCES:
        return LABELLED
    return NAMES if spot.distance <= _NEAR or around.is_beside_copy(spot.block) else SENTENCES


def _is_own(note: Note, spot: Spot, around: Surroundings) -> bool:
    """Tell whether a line is the article's, and not a picture's or a fact box's."""
    near = spot.place == "below" and spot.distance <= _DOUBTFUL
    if not note.parties and not near:
        return False
    return around.is_own(spot.block, is_last=True)


def _with_value(block: Block, around: Surroundings) -> str:
    """Return the text of a block, with the next one's where it is a label: ``<dt>Source</dt><dd>X</dd>``."""
    blocks = around.walk.blocks
    behind = blocks[block.index + 1 : block.index + 2]
    if not behind or not needs_next(block.text) or behind[0].index in around.own:
        return block.text
    return joined(block.text, behind[0].text)


def _listed(block: Block, around: Surroundings, language: str | None) -> Note | None:
    """Return the source line of a label and the list below it."""
    if not is_label(block.text):
        return None
    below = around.walk.blocks[block.index + 1 : block.index + 1 + _ITEMS]
    items = itertools.takewhile(lambda b: b.tag == "li" and _may_be_source(b), below)
    return read_list(block.text, [item.text for item in items], language)


def _may_be_source(block: Block) -> bool:
    """Tell whether an item names a source, and is not the title of something that it links to."""
    return block.link_chars * 2 <= len(block.text) or len(block.text) <= _NAME


def _labelled(block: Block) -> str | None:
    """Return the text of a block whose label stands in an element of its own, without colon."""
    first, _, rest = block.text.partition(" ")
    if not rest or not is_label(first) or first[-1] in ":：":
        return None
    own = block.box.element
    inner = next((each for each in own.iter() if (each.text or "").strip()), own)
    alone = inner is not own and (inner.text or "").strip().casefold() == first.casefold()
    return joined(first, rest) if alone else None
