"""Published and modified."""

from dataclasses import dataclass
from datetime import datetime

from harvester.pages.document import Document
from harvester.parts import Precision, Provenance, Warn, Zone


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article appeared and changed."""

    published: datetime | None = None
    modified: datetime | None = None
    published_raw: str | None = None
    modified_raw: str | None = None
    precision: Precision | None = None
    zone: Zone | None = None
    provenance: tuple[Provenance, ...] = ()
    warnings: tuple[Warn, ...] = ()


def find_dates(document: Document, headline: int | None, zone: str | None) -> Dates:
    """Return the dates."""
    return Dates()
