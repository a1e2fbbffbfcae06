"""The standfirst: the introduction between headline and body."""

from dataclasses import dataclass

from harvester.pages.document import Document
from harvester.pages.found import Headline
from harvester.parts import Provenance


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The introduction, and where it stands."""

    text: str | None = None
    blocks: frozenset[int] = frozenset()
    provenance: tuple[Provenance, ...] = ()


def find_standfirst(document: Document, headline: Headline, taken: frozenset[int]) -> Standfirst:
    """Return the introduction that stands apart from the body."""
    return Standfirst()
