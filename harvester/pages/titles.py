"""What a page's head calls it: the titles of JSON-LD, OpenGraph and ``title``, without the site's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harvester.pages.document import Document
from harvester.pages.spaces import folded
from harvester.parts import Method
from harvester.urls import host_of, registrable_domain

_LETTERS: Final = re.compile(r"[^\W_]+")
_PART: Final = re.compile(r"\s+(?:[-–—·•‧∙»«:/\\~>*]|::|\|+)\s+|\s*[|｜│_]\s*|\s+::?\s+")
_BAR: Final = re.compile(
    r"\s*[|｜│]\s*|\s+[»•·]\s+|\s+::\s+|(?<=[\u3040-\u9fff！？])[-–—_](?=[\u3040-\u9fff])"
)
_ARCHIVE: Final = re.compile(
    r"^.{1,80}? [»«:|–-]+ (?:blog[ -]archive?|archivo del blog|archives? du blog)s? [»«:|–-]+ ", re.IGNORECASE
)
"""How old weblogs open their titles: "The Alder Reader » Blog Archive » "."""
_PARTS: Final = 12
_LONGEST: Final = 1000
_SHORT_NAME: Final = 4
"""Letters: a shorter name of a site is not looked for inside other words."""
_SITE_SHARE: Final = 0.5
"""A tail behind a bar is the site's when it is at most this long, compared with what stands before it."""
_METAS: Final[tuple[tuple[str, Method], ...]] = (
    ("og:title", "opengraph"),
    ("twitter:title", "meta"),
    ("parsely-title", "meta"),
    ("sailthru.title", "meta"),
    ("dc.title", "meta"),
    ("dcterms.title", "meta"),
)


@dataclass(frozen=True, slots=True)
class Title:
    """One title of the head."""

    text: str
    """Without the site's name."""
    method: Method
    detail: str
    key: str
    """Its letters and digits alone, case folded: what is compared."""


@lru_cache(maxsize=2048)
def letters(text: str) -> str:
    """Return the letters and digits of a text alone, case folded: "Don't — stop!" is "dontstop"."""
    return "".join(_LETTERS.findall(text.casefold()))


def titles_of(document: Document, names: frozenset[str]) -> tuple[Title, ...]:
    """Return the titles of a page's head, the most trusted first, equal ones once."""
    found: dict[str, Title] = {}
    for text, method, detail in _written(document):
        title = folded(text[:_LONGEST])
        if title not in found:
            bare = without_site(title, names, has_bars=detail != "headline")
            found[title] = Title(bare, method, detail, letters(bare))
    unique = {title.text: title for title in reversed(found.values()) if title.key and title.key not in names}
    return tuple(unique.values())[::-1]


def _written(document: Document) -> Iterator[tuple[str, Method, str]]:
    """Yield the titles as they are written."""
    article = document.structured.article
    if article and article.headline and article.is_of_page is not False:
        yield article.headline, article.method, "headline"
    for name, method in _METAS:
        text = document.meta(name)
        if text:
            yield text, method, name
    if document.title:
        yield document.title, "markup", "title"


def site_names(document: Document) -> frozenset[str]:
    """Return the names of a page's site as ``letters``: what it calls itself, and its domain."""
    structured = document.structured
    publisher = structured.article.publisher if structured.article else None
    host = host_of(document.url).removeprefix("www.")
    domain = registrable_domain(host)
    said = (
        document.meta("og:site_name"),
        document.meta("application-name"),
        document.meta("apple-mobile-web-app-title"),
        publisher.name if publisher else None,
        structured.site_name,
        host,
        domain,
        domain.partition(".")[0],
    )
    titles = {document.meta("og:title"), document.title}
    return frozenset(filter(None, (letters(name[:100]) for name in said if name and name not in titles)))


def without_site(title: str, names: frozenset[str], *, has_bars: bool = True) -> str:
    """Return a title without the names of the site at its ends, and without what stands behind a bar."""
    title = _ARCHIVE.sub("", title) or title
    parts = [match.span() for match in _PART.finditer(title)][-_PARTS:]
    end = len(title)
    for start, stop in reversed(parts):
        if start > 0 and is_site_name(title[stop:end], names):
            end = start
    begin = 0
    for start, stop in parts:
        if stop < end and _opens_with_site(title[begin:start], names):
            begin = stop
    bare = _behind_name(title[begin:end].strip(), names) or title
    return _before_bar(bare) if has_bars else bare


def _behind_name(title: str, names: frozenset[str]) -> str:
    """Return a title without the site's name and a colon in front: "Lundby Post: Quay to be rebuilt"."""
    name, colon, rest = title.partition(": ")
    return rest.strip() if colon and letters(name) in names else title


def _before_bar(title: str) -> str:
    """Return what stands before the bars of a title where it is much longer than what stands behind."""
    while bars := list(_BAR.finditer(title)):
        start, stop = bars[-1].span()
        if not start or len(title) - stop > _SITE_SHARE * start:
            break
        title = title[:start]
    return title


def _opens_with_site(text: str, names: frozenset[str]) -> bool:
    """Tell whether what stands before a title is the site's name, and not a part of it: a headline's word."""
    key = letters(text)
    is_name = not key or key in names or any(len(name) >= _SHORT_NAME and name in key for name in names)
    return is_name and is_site_name(text, names)


def is_site_name(text: str, names: frozenset[str]) -> bool:
    """Tell whether a text is the name of the site, or that with a word more: "Alder Post Online"."""
    key = letters(text)
    if not key or key in names:
        return True
    return any(
        len(name) >= _SHORT_NAME and (name in key or (key in name and len(key) >= _SHORT_NAME))
        for name in names
        if len(key) <= 3 * len(name)
    )
