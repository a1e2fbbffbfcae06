"""What a page says about itself beside its text: section, keywords, address, rights."""

from dataclasses import dataclass

from harvester.pages.document import Document
from harvester.parts import Provenance, Rights, SiteFacts, Warn
from harvester.urls import host_of, plain_host


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Facts about the page."""

    site: SiteFacts
    canonical_url: str | None = None
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    copyright_notice: str | None = None
    license_url: str | None = None
    is_accessible_for_free: bool | None = None
    rights: Rights = Rights()
    provenance: tuple[Provenance, ...] = ()
    warnings: tuple[Warn, ...] = ()


def find_metadata(document: Document) -> Metadata:
    """Return what the page says about itself."""
    return Metadata(site=SiteFacts(plain_host(host_of(document.url))))
