"""Whether a page writes the day or the month first."""

import re
from typing import Final
from urllib.parse import urlsplit

from harvester.pages.dating.marks import marks
from harvester.pages.document import Document
from harvester.pages.language import canonical_tag, declared_language

_EDITION: Final = re.compile(r"[a-z]{2}[-_][a-z]{2}", re.IGNORECASE)


def habit_of(document: Document) -> str | None:
    """Return the language whose habits the page's dates follow: English has two, told by region or domain."""
    language = declared_language(document)
    if language not in (None, "en"):
        return language
    try:
        address = urlsplit(document.url)
        host = address.hostname or ""
    except ValueError:
        return language
    if host.rpartition(".")[2] in marks().day_first:
        return "en-GB"
    section = address.path[1:].partition("/")[0]
    edition = canonical_tag(section) if _EDITION.fullmatch(section) else None
    return edition or language
