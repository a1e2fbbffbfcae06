"""The body: which blocks of a page are copy."""

from typing import Final

from harvester.pages.document import Document
from harvester.pages.flags import CAPTION, DIALOG, FIGURE, FOOTER, FORM, HEADING, HIDDEN, LIST, NAV, QUOTE
from harvester.pages.found import Body, Headline
from harvester.pages.walk import Block, Box, Walk
from harvester.parts import Paragraph, ParagraphKind

_NOT_COPY: Final = NAV | FOOTER | FORM | CAPTION | FIGURE | DIALOG | HIDDEN
_PROSE: Final = 60
"""Characters from which a text without links is prose."""
_SHARE: Final = 0.7
"""Share of the prose from which a box holds the body."""


def find_body(document: Document, headline: Headline, taken: frozenset[int]) -> Body:
    """Return the blocks of copy in reading order, none of them ``taken`` by another field."""
    walk = document.walk
    blocks = [block for block in walk.blocks if block.index not in taken and _may_be_copy(block)]
    box = _box_of_copy(walk, blocks)
    if box is None:
        return Body()
    inside = tuple(block for block in blocks if box.start <= block.index < box.stop)
    return Body(inside, tuple(Paragraph(kind_of(block), block.text) for block in inside))


def kind_of(block: Block) -> ParagraphKind:
    """Return what a block of copy is to a reader."""
    tag = block.tag
    if block.flags & HEADING:
        return "h3" if tag in {"h3", "h4", "h5", "h6"} else "h2"
    if tag == "pre":
        return "pre"
    if tag in {"td", "th", "caption"}:
        return "table"
    if block.flags & QUOTE:
        return "quote"
    return "li" if block.flags & LIST else "p"


def _may_be_copy(block: Block) -> bool:
    """Tell whether a text is none of navigation, caption, form."""
    return not block.flags & _NOT_COPY and block.link_chars * 2 < len(block.text)


def _box_of_copy(walk: Walk, blocks: list[Block]) -> Box | None:
    """Return the innermost box that holds most of the prose."""
    prose = [(block.index, len(block.text)) for block in blocks if len(block.text) >= _PROSE]
    whole = sum(size for _, size in prose)
    found = None
    for box in walk.boxes:
        held = sum(size for index, size in prose if box.start <= index < box.stop)
        if held >= _SHARE * whole > 0:
            found = box
    return found
