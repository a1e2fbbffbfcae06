"""The body: the text of a page without its standfirst, each block with its kind."""

from typing import Final

from harvester.pages.bodies.choosing import Text
from harvester.pages.bodies.hidden_text import body_as_data
from harvester.pages.document import Document
from harvester.pages.flags import HEADING, LIST, QUOTE
from harvester.pages.found import Body
from harvester.pages.walk import Block, Box
from harvester.parts import Paragraph, ParagraphKind, Provenance

_LITTLE: Final = 400
"""Characters of copy up to which the page's data are asked for more."""
_ENOUGH: Final = 400
_MORE: Final = 2
"""Characters that the data must hold, and times what is shown."""
_SENTENCES: Final = 150
"""Characters that they must hold where nothing is shown."""
_LESSER: Final = frozenset(("h3", "h4", "h5", "h6"))
_CELLS: Final = frozenset(("td", "th"))
_CELL: Final = 400
"""Characters of the longest cell of a table; longer ones are layout."""


def find_body(document: Document, text: Text, standfirst: frozenset[int]) -> Body:
    """Return the blocks of copy, or the paragraphs of the page's data where it shows none.

    Blocks come in reading order, without those of the standfirst.
    """
    shown = _shown(text, standfirst)
    size = sum(len(part.text) for part in shown.paragraphs)
    if size > _LITTLE:
        return shown
    told = body_as_data(document)
    if sum(map(len, told)) < max(_ENOUGH if size else _SENTENCES, size * _MORE):
        return shown
    provenance = (Provenance("body", "json_ld", "the page shows none"),)
    return Body((), tuple(Paragraph("p", each) for each in told), provenance)


def _shown(text: Text, standfirst: frozenset[int]) -> Body:
    """Return the text without the blocks of the standfirst."""
    blocks: list[Block] = []
    paragraphs: list[Paragraph] = []
    row: Box | None = None
    for block in text.blocks:
        if block.index in standfirst:
            continue
        was, row = row, _row_of(block)
        if row is not None and row is was:
            paragraphs[-1] = Paragraph("table", f"{paragraphs[-1].text} {block.text}")
            continue
        blocks.append(block)
        paragraphs.append(Paragraph(kind_of(block), block.text))
    provenance = (Provenance("body", "markup"),) if blocks else ()
    return Body(tuple(blocks), tuple(paragraphs), provenance)


def kind_of(block: Block) -> ParagraphKind:
    """Return what a block of copy is to a reader."""
    if block.flags & HEADING:
        return "h3" if block.tag in _LESSER else "h2"
    if block.tag == "pre":
        return "pre"
    if _row_of(block) is not None:
        return "table"
    if block.flags & QUOTE:
        return "quote"
    return "li" if block.flags & LIST else "p"


def _row_of(block: Block) -> Box | None:
    """Return the table row of a cell: it is one paragraph. A cell of several texts is layout, and none."""
    if block.tag not in _CELLS or block.box.stop - block.box.start > 1 or len(block.text) > _CELL:
        return None
    row = next((box for box in block.box.ancestors() if box.tag == "tr"), None)
    return row if row is not None and row.stop - row.start > 1 else None
