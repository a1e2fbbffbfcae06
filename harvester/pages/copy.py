"""Copy: the body without its lines of attribution, and what these say."""

from harvester.pages.document import Document
from harvester.pages.found import Body, Copy


def find_copy(document: Document, body: Body, language: str | None) -> Copy:
    """Return the paragraphs that go out, and source line, dateline, sources and corrections taken out of them."""
    return Copy(body.paragraphs)
