"""What kind of page this is: an article, or something that is none."""

from harvester.evidence import NotAnArticle
from harvester.pages.document import Document
from harvester.pages.found import Copy, Headline


def refuse_other_kinds(document: Document, headline: Headline, copy: Copy) -> None:
    """Raise ``NotAnArticle`` for an empty page."""
    if not document.walk.blocks and headline.text is None and not copy.paragraphs:
        raise NotAnArticle("empty")
