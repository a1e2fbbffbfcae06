"""What an article is about, as its page says: sections and keywords."""

import re
from collections.abc import Iterable
from typing import Final

from harvester.pages.document import Document
from harvester.pages.structured import StructuredArticle
from harvester.pages.titles import letters
from harvester.pages.word_lists import word_lists
from harvester.parts import SiteFacts

_HOME: Final = frozenset(letters(word) for word in word_lists("metadata")["home"])
_PARTED: Final = re.compile(r"\s*[,;|،、，；؛]\s*")
_STEPS: Final = re.compile(r"[/,]+")
_SLUGS: Final = re.compile(r"[a-z0-9_-]+(?:,[a-z0-9_-]+)+")
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
_SLUG: Final = 12
"""Letters of a breadcrumb that is the headline, or its beginning."""
_MOST: Final = 60
_LONGEST: Final = 100
"""Characters of a keyword or a section; more is a sentence."""


def sections_of(
    document: Document, article: StructuredArticle | None, site: SiteFacts
) -> tuple[tuple[str, ...], str]:
    """Return the sections, from the widest, of data, metas or breadcrumbs; and which of these."""
    own = {letters(name) for name in (site.name, site.publisher, site.host, document.title) if name}
    found = _distinct(_steps(article.section if article else ()), own)
    if found:
        return found, f"{article.method if article else 'json_ld'} articleSection"
    for name in _SECTION_METAS:
        found = _distinct(_steps(document.metas.get(name, ())), own)
        if found:
            return found, f"meta {name}"
    crumbs = _distinct(_crumbs(document), own | _HOME)
    return crumbs, "json_ld BreadcrumbList" if crumbs else ""


def section_keys(document: Document) -> frozenset[str]:
    """Return all that the data and metas call a section, as ``letters``: what is no author's name."""
    article = document.structured.article
    said = [*(article.section if article else ()), *document.structured.breadcrumbs]
    metas = (value for name in _SECTION_METAS for value in document.metas.get(name, ()))
    return frozenset(letters(word) for word in (*said, *metas))


def _steps(words: Iterable[str]) -> Iterable[str]:
    """Yield sections; one that is given as a path or a list of slugs is several: "news,nation"."""
    for word in words:
        yield from _STEPS.split(word) if word.startswith("/") or _SLUGS.fullmatch(word) else (word,)


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


def keywords_of(document: Document, article: StructuredArticle | None) -> tuple[tuple[str, ...], str]:
    """Return the page's keywords: of the data, else of the first kind of meta that has any; and which."""
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
