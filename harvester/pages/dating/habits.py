"""Whether a page writes the day or the month first."""

from urllib.parse import urlsplit

from harvester.pages.dating.marks import marks
from harvester.pages.document import Document
from harvester.pages.language import declared_language


def habit_of(document: Document) -> str | None:
    """Return the language whose habits the page's dates follow: English has two, told by region or domain."""
    language = declared_language(document)
    if language not in (None, "en"):
        return language
    try:
        host = urlsplit(document.url).hostname or ""
    except ValueError:
        return language
    return "en-GB" if host.rpartition(".")[2] in marks().day_first else language
