"""Rails: blocks of teasers beside, below or among the copy."""

from harvester.pages.document import Document
from harvester.pages.found import FoundRail, Headline


def find_rails(document: Document, headline: Headline) -> tuple[FoundRail, ...]:
    """Return the rails of a page in reading order."""
    return ()
