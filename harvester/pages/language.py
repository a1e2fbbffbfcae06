"""The language of an article."""

from dataclasses import dataclass

from harvester.pages.document import Document
from harvester.parts import Provenance


@dataclass(frozen=True, slots=True)
class Language:
    """The language, and who says so."""

    tag: str | None = None
    provenance: tuple[Provenance, ...] = ()


def find_language(document: Document, text: str) -> Language:
    """Return the language."""
    return Language((document.root.get("lang") or "")[:2] or None)
