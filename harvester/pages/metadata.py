"""What a page says about itself beside its text: section, keywords, address, rights."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from harvester.pages.document import Document
from harvester.pages.rights import find_rights, license_address
from harvester.pages.spaces import folded
from harvester.pages.structured import StructuredArticle
from harvester.pages.titles import letters
from harvester.pages.word_lists import word_lists
from harvester.parts import Method, Provenance, Rights, SiteFacts, Warn
from harvester.urls import absolute, host_of, is_acceptable_canonical, plain_host

_WORDS: Final = word_lists("metadata")
_HOME: Final = frozenset(letters(word) for word in _WORDS["home"])
_FREE: Final = frozenset(_WORDS["free"])
_PAID: Final = frozenset(_WORDS["paid"])
_PARTED: Final = re.compile(r"\s*[,;|،、，；؛]\s*")
_SECTION_METAS: Final = (
    "article:section",
    "parsely-section",
    "cxenseparse:section",
    "sailthru.section",
    "section",
)
_KEYWORD_METAS: Final = (
    "article:tag",
    "news_keywords",
    "keywords",
    "parsely-tags",
    "sailthru.tags",
    "og:article:tag",
    "dc.subject",
    "cxenseparse:keywords",
    "tags",
)
_TIER_METAS: Final = ("article:content_tier", "article:contenttier", "og:content_tier", "content_tier")
_METHODS: Final[dict[str, Method]] = {
    method: method for method in ("json_ld", "microdata", "meta", "opengraph", "markup")
}
_MOST: Final = 60
_SLUG: Final = 12
"""Letters of a breadcrumb that is the headline, or its beginning."""
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
    sections = _sections(document, article, site)
    keywords = _keywords(document, article)
    free = _is_free(document, article)
    found = {"canonical_url": canonical_from, "section": sections[1], "keywords": keywords[1]}
    found["is_accessible_for_free"] = free[1]
    refused = canonical is not None and not is_acceptable_canonical(document.url, canonical)
    return Metadata(
        site=site,
        canonical_url=canonical,
        section=sections[0],
        keywords=keywords[0],
        copyright_notice=_notice(document, article),
        license_url=license_address(document),
        is_accessible_for_free=free[0],
        rights=find_rights(document),
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


def _sections(
    document: Document, article: StructuredArticle | None, site: SiteFacts
) -> tuple[tuple[str, ...], str]:
    """Return the sections, from the widest: of the data, of the metas, of the breadcrumbs."""
    own = {letters(name) for name in (site.name, site.publisher, site.host, document.title) if name}
    found = _distinct(article.section if article else (), own)
    if found:
        return found, f"{article.method if article else 'json_ld'} articleSection"
    for name in _SECTION_METAS:
        found = _distinct(document.metas.get(name, ()), own)
        if found:
            return found, f"meta {name}"
    crumbs = _distinct(_crumbs(document), own | _HOME)
    return crumbs, "json_ld BreadcrumbList" if crumbs else ""


def _crumbs(document: Document) -> tuple[str, ...]:
    """Return the breadcrumbs without the last one where it is the page itself."""
    crumbs = document.structured.breadcrumbs
    article = document.structured.article
    titles = [document.title or "", document.meta("og:title") or "", (article and article.headline) or ""]
    own = [letters(title) for title in titles if title]
    return crumbs[:-1] if crumbs and _is_own(letters(crumbs[-1]), own) else crumbs


def _is_own(crumb: str, titles: list[str]) -> bool:
    return any(
        crumb and (crumb == title or (len(crumb) > _SLUG and (crumb in title or title in crumb)))
        for title in titles
    )


def _keywords(document: Document, article: StructuredArticle | None) -> tuple[tuple[str, ...], str]:
    """Return the page's keywords: of the data, else of the first kind of meta that has any."""
    found = _distinct(article.keywords if article else (), set())
    if found:
        return found, f"{article.method if article else 'json_ld'} keywords"
    for name in _KEYWORD_METAS:
        values = document.metas.get(name, ())
        parted = (word for value in values for word in _split(value, is_one=len(values) > 1))
        found = _distinct(parted, set())
        if found:
            return found, f"meta {name}"
    return (), ""


def _split(value: str, *, is_one: bool) -> Iterable[str]:
    """Return the words of one meta; where there are several metas, a comma may stand in a word."""
    return (
        (value,) if is_one and len(value) <= _LONGEST // 2 and value.count(",") <= 1 else _PARTED.split(value)
    )


def _distinct(words: Iterable[str], refused: set[str] | frozenset[str]) -> tuple[str, ...]:
    """Return words once each, whatever their case, without long ones and those refused."""
    found: dict[str, str] = {}
    for word in words:
        key = letters(word)
        if key and key not in refused and len(word) <= _LONGEST:
            found.setdefault(key, word)
    return tuple(found.values())[:_MOST]


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
