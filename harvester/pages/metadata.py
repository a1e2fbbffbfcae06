"""What a page says about itself beside its text: section, keywords, address, rights."""

from dataclasses import dataclass, field
from typing import Final

from harvester.pages.document import Document
from harvester.pages.rights import find_rights, license_address
from harvester.pages.spaces import folded
from harvester.pages.structured import StructuredArticle
from harvester.pages.subjects import keywords_of, sections_of
from harvester.pages.word_lists import word_lists
from harvester.parts import Method, Provenance, Rights, SiteFacts, Warn
from harvester.urls import absolute, host_of, is_acceptable_canonical, plain_host

_WORDS: Final = word_lists("metadata")
_FREE: Final = frozenset(_WORDS["free"])
_PAID: Final = frozenset(_WORDS["paid"])
_TIER_METAS: Final = ("article:content_tier", "article:contenttier", "og:content_tier", "content_tier")
_METHODS: Final[dict[str, Method]] = {
    method: method for method in ("json_ld", "microdata", "meta", "opengraph", "markup")
}
_LONGEST: Final = 100
"""Characters of a keyword or a section; more is a sentence."""
_NOTICES: Final = (
    "copyright",
    "dcterms.rights",
    "dc.rights",
    "rights",
    "dcterms.rightsholder",
    "copyright-notice",
)


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
    rights: Rights = field(default_factory=Rights)
    provenance: tuple[Provenance, ...] = ()
    warnings: tuple[Warn, ...] = ()


def find_metadata(document: Document) -> Metadata:
    """Return what the page says about itself."""
    article = document.structured.article
    canonical, canonical_from = _canonical(document)
    site = _site(document, article)
    sections = sections_of(document, article, site)
    keywords = keywords_of(document, article)
    free = _is_free(document, article)
    found = {"canonical_url": canonical_from, "section": sections[1], "keywords": keywords[1]}
    found["is_accessible_for_free"] = free[1]
    rights = find_rights(document)
    refused = canonical is not None and not is_acceptable_canonical(document.url, canonical)
    return Metadata(
        site=site,
        canonical_url=canonical,
        section=sections[0],
        keywords=keywords[0],
        copyright_notice=_notice(document, article),
        license_url=license_address(document, rights),
        is_accessible_for_free=free[0],
        rights=rights,
        provenance=tuple(_named(name, source) for name, source in found.items() if source),
        warnings=("canonical_refused",) if refused else (),
    )


def _named(name: str, source: str) -> Provenance:
    """Return where a field comes from; ``source`` is a method and a key."""
    method, _, detail = source.partition(" ")
    return Provenance(name, _METHODS[method], detail or None)


def _canonical(document: Document) -> tuple[str | None, str]:
    """Return the address that the page calls its own, believed or not."""
    for href in document.links.get("canonical", ()):
        url = absolute(document.base_url, href)
        if url:
            return url, "markup rel=canonical"
    said = document.meta("og:url")
    url = absolute(document.base_url, said) if said else None
    return url, "opengraph og:url" if url else ""


def _site(document: Document, article: StructuredArticle | None) -> SiteFacts:
    """Return where the page stands: host, name, publisher."""
    publisher = article.publisher.name if article and article.publisher else None
    name = document.meta("og:site_name", "application-name") or document.structured.site_name
    part = article.is_part_of if article else None
    host = plain_host(host_of(document.url))
    return SiteFacts(host, _short(name or publisher or part), _short(publisher))


def _short(text: str | None) -> str | None:
    text = folded(text) if text else ""
    return text[:_LONGEST] or None


def _is_free(document: Document, article: StructuredArticle | None) -> tuple[bool | None, str]:
    """Return whether everybody may read the whole article; ``None`` when the page does not say."""
    if article and article.is_free is not None:
        return article.is_free, f"{article.method} isAccessibleForFree"
    said = document.meta(*_TIER_METAS)
    tier = said.lower() if said else ""
    if tier in _FREE or tier in _PAID:
        return tier in _FREE, "meta article:content_tier"
    return None, ""


def _notice(document: Document, article: StructuredArticle | None) -> str | None:
    """Return who holds the rights: the notice of the data or of a meta, else holder and year."""
    if article and article.copyright_notice:
        return article.copyright_notice[: 3 * _LONGEST]
    said = document.meta(*_NOTICES)
    if said:
        return said[: 3 * _LONGEST]
    if article and article.copyright_holder:
        year = f"{article.copyright_year} " if article.copyright_year else ""
        return f"© {year}{article.copyright_holder}"[: 3 * _LONGEST]
    return None
