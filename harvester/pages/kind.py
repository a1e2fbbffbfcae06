"""What kind of page this is: an article, or something that is none."""

from harvester.pages.document import Document
from harvester.pages.found import Copy, Headline


def refuse_other_kinds(document: Document, headline: Headline, copy: Copy) -> None:
    """Raise ``NotAnArticle`` for a listing, an error page and an empty page."""
