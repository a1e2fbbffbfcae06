"""The headline and the kicker above it."""

from harvester.pages.document import Document
from harvester.pages.found import Headline


def find_headline(document: Document) -> Headline:
    """Return the headline as the page shows it."""
    blocks = [block for block in document.walk.blocks if block.tag == "h1"]
    if blocks:
        block = max(blocks, key=lambda block: len(block.text))
        return Headline(block.text, None, block, frozenset((block.index,)))
    return Headline(document.meta("og:title") or document.title)
