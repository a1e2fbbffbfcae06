"""Links that may lead to articles, told by their address as printed, fast enough for every link of a page."""

import re
from functools import lru_cache
from typing import Final

from harvester.pages.railing.wording import LISTED
from harvester.urls.shapes import is_listing_segment

_NO_PAGE = re.compile(r"\s*(?:#|(?!https?:)[a-z][a-z0-9+.-]*:|$)", re.IGNORECASE)
_ORIGIN = re.compile(r"(?:https?:)?//([^/?#]*)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|zip|xml|rss|docx?|xlsx?)$", re.IGNORECASE)
_SERIAL = re.compile(r"\d{5,}|(?:19|20)\d\d[-/]?[01]\d|(?=[a-z]*\d)[0-9a-f]{8,}")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"(?:[-_+,~.]|%20)+")
_PAGE = re.compile(r"\.(?:html?|php|aspx?|shtml|ece)$")
_SHARED = re.compile(r"share|/intent/|/submit", re.IGNORECASE)
"""With another address in the query: what tells others of it."""
_ARCHIVED = re.compile(r"/archives/(?!(?:19|20)\d\d(?:\d\d)?$)[a-z-]*\d+$")
"""A system of blogs numbers its articles so."""
_SLUG: Final = 4
_SHORT_SLUG: Final = 3


def key_of(href: str) -> str:
    """Return what two links to one article have in common: the address without fragment and tracking."""
    bare = href.strip().partition("#")[0]
    path, _, query = bare.partition("?")
    if not query or path.count("-") >= _SHORT_SLUG or _SERIAL.search(path):
        return path.rstrip("/")
    return bare


def host_of_href(href: str) -> str | None:
    """Return the host of an address as printed, in lower case; ``None`` for a relative one."""
    match = _ORIGIN.match(href.strip())
    return match[1].lower().removeprefix("www.") if match else None


def may_be_article(href: str) -> bool:
    """Tell whether an address may be an article's: it has a slug, a number or a day, and is no list's."""
    if href[0] != "/" and _NO_PAGE.match(href):
        return False
    path, _, query = href.partition("#")[0].partition("?")
    if "=http" in query and _SHARED.search(path):
        return False
    path = path.rstrip("/ ")
    slug = path.rpartition("/")[2]
    if slug.count("-") + slug.count("_") >= _SLUG:
        return not _FILE.search(slug) and not _is_listed(path)
    return _is_numbered_article(_ORIGIN.sub("", path, count=1) if "//" in path else path, query)


def _is_listed(path: str) -> bool:
    """Tell whether the last segment but one is of lists."""
    return path.rpartition("/")[0].rpartition("/")[2].lower() in LISTED


def is_serial(href: str) -> bool:
    """Tell whether an address has a day in it, or a number as of a database."""
    return _DIGIT.search(href) is not None and _SERIAL.search(href) is not None


@lru_cache(maxsize=4096)
def _is_numbered_article(path: str, query: str) -> bool:
    """Tell whether an address with a short slug is an article's."""
    if _FILE.search(path):
        return False
    segments = path.strip().lower().split("/")
    words = len(_WORDS.split(segments[-1]))
    is_listed = len(segments) > 1 and (
        any(map(is_listing_segment, segments[-3:-1])) or segments[-2] in LISTED
    )
    if words > _SLUG or (words == _SLUG and not is_listed):
        return True
    if is_listing_segment(segments[-1].partition(".")[0]):
        return False
    is_numbered = is_serial(path) or is_serial(query)
    if is_listed:
        return (is_numbered and words >= _SHORT_SLUG) or _ARCHIVED.search(path) is not None
    return is_numbered or (len(segments) > 1 and (words == _SHORT_SLUG or _PAGE.search(path) is not None))
