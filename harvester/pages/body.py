"""The body: which blocks of a page are copy."""

from harvester.pages.document import Document
from harvester.pages.found import Body, Headline
from harvester.parts import Paragraph


def find_body(document: Document, headline: Headline, taken: frozenset[int]) -> Body:
    """Return the blocks of copy in reading order, none of them ``taken`` by another field."""
    blocks = tuple(
        block
        for block in document.walk.blocks
        if block.tag == "p" and block.index not in taken and block.link_chars * 2 < len(block.text)
    )
    return Body(blocks, tuple(Paragraph("p", block.text) for block in blocks))
