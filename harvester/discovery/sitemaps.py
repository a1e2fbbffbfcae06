"""A sitemap in, its links out, newest first: index, url set, news sitemap, plain text; gzip or not."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from harvester.discovery.dates import read_date
from harvester.discovery.feeds import read_feed
from harvester.discovery.seeds import Unreadable
from harvester.discovery.texts import plain_text
from harvester.discovery.unpacking import unpacked
from harvester.discovery.xmlreading import Element, local_name, read_each, whole_part
from harvester.evidence import Link
from harvester.limits import LIMITS, Limits
from harvester.pages.decoding import decode
from harvester.parts import Teaser
from harvester.urls import absolute

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(r"(20\d{2})[-_/]?(0[1-9]|1[0-2])?[-_/]?(0[1-9]|[12]\d|3[01])?")
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ChildSitemap:
    """A sitemap that an index names."""

    url: str
    modified: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapPage:
    """A sitemap, read."""

    kind: Literal["index", "urlset", "text", "feed"]
    links: tuple[Link, ...] = ()
    """Newest first; undated ones last, in the order of the document."""
    children: tuple[ChildSitemap, ...] = ()
    """Of an index: newest first, by date or by the date in the address."""
    whole: bool = True
    """False for a document that ends in the middle."""
    unread: int = 0
    """Entries without an address that could be requested."""


def read_sitemap(
    body: bytes, url: str, content_type: str | None = None, limits: Limits = LIMITS
) -> SitemapPage:
    """Return the links of a sitemap, or the sitemaps of an index, whatever type its server says it has.

    Raises ``Unreadable`` for what is none: ``empty``, ``html``, ``not_a_sitemap``, ``too_large``.
    """
    body, unpacked_whole = unpacked(body, limits)
    text = decode(body, content_type).text.strip()
    if not text:
        raise Unreadable("empty")
    if _ADDRESS.match(text):
        return _from_lines(text.splitlines(), url)
    part, whole = whole_part(text)
    values, root = read_each(part, ("url", "sitemap"), lambda element: _read(element, url))
    name = "" if root is None else local_name(root)
    if not values and name in ("rss", "rdf", "feed"):
        feed = read_feed(body, url, content_type, limits)
        return SitemapPage(kind="feed", links=_newest_first(feed.links), whole=feed.whole, unread=feed.unread)
    if not values and name not in ("urlset", "sitemapindex"):
        raise Unreadable("html" if name == "html" else "not_a_sitemap", name)
    return _page(values, whole=whole and unpacked_whole)


def _page(values: list[Link | ChildSitemap | None], *, whole: bool) -> SitemapPage:
    children = [value for value in values if isinstance(value, ChildSitemap)]
    return SitemapPage(
        kind="index" if children else "urlset",
        links=_newest_first(value for value in values if isinstance(value, Link)),
        children=tuple(sorted(children, key=_child_age, reverse=True)),
        whole=whole,
        unread=values.count(None),
    )


def _from_lines(lines: list[str], base: str) -> SitemapPage:
    found = [absolute(base, line) for line in lines if _ADDRESS.match(line.strip())]
    return SitemapPage(
        kind="text", links=tuple(Link(url, "sitemap") for url in found if url), unread=found.count(None)
    )


def _newest_first(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: link.published or link.modified or _NEVER, reverse=True))


def _child_age(child: ChildSitemap) -> tuple[datetime, bool, str]:
    """Order sitemaps by date, then news sitemaps, then those with the latest month in their address."""
    found = _DAY_IN_ADDRESS.search(child.url.rpartition("/")[2] or child.url)
    return (
        child.modified or _NEVER,
        "news" in child.url.lower(),
        "-".join(found.groups("00")) if found else "",
    )


def _read(element: Element, base: str) -> Link | ChildSitemap | None:
    parts = _parts(element)
    url = absolute(base, parts.get("loc") or "javascript:")
    if url is None:
        return None
    if local_name(element) == "sitemap":
        return ChildSitemap(url, read_date(parts.get("lastmod")))
    raw = parts.get("publication_date")
    return Link(
        url=url,
        found_in="sitemap",
        teaser=_teaser(parts, url, base),
        published=read_date(raw),
        modified=read_date(parts.get("lastmod")),
        published_raw=raw,
        language=parts.get("language"),
        keywords=_keywords(parts.get("keywords")),
        publication=plain_text(parts.get("name")),
    )


def _parts(element: Element) -> Mapping[str, str]:
    """Return the first text of each name below an element; a picture's texts are ``image:loc``."""
    found: dict[str, str] = {}
    for node in element.iterdescendants():
        text = (node.text or "").strip()
        if text:
            parent = node.getparent()
            within = "" if parent is None else local_name(parent)
            name = local_name(node)
            found.setdefault(f"{within}:{name}" if within in ("image", "video") else name, text)
    return found


def _teaser(parts: Mapping[str, str], url: str, base: str) -> Teaser | None:
    """Return what a news sitemap announces; an entry of a plain one has no title and announces nothing."""
    title, image = plain_text(parts.get("title")), parts.get("image:loc")
    if not title:
        return None
    raw = parts.get("publication_date")
    return Teaser(title=title, url=url, date_raw=raw, image_url=absolute(base, image) if image else None)


def _keywords(text: str | None) -> tuple[str, ...]:
    words = (plain_text(word) for word in re.split(r"[,;，、]", text or ""))
    return tuple(dict.fromkeys(word for word in words if word))
