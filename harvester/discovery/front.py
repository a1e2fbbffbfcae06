"""A front page and a robots.txt in, seeds out: what a site that nobody described announces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from harvester.discovery.anchors import Element, anchors_of, base_of, parsed
from harvester.discovery.kinds import seed_kind
from harvester.discovery.listings import Listing, read_listing
from harvester.discovery.scope import Scope
from harvester.discovery.seeds import Feed, ListingPage, Seed, Sitemap
from harvester.pages.decoding import decode
from harvester.urls import absolute, identity_key

_FEED_TYPES: Final = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
)
_LOOSE_TYPES: Final = frozenset(
    ("application/xml", "text/xml", "application/json", "text/rss", "text/rss+xml", "rss", "")
)
_FEED_ADDRESS = re.compile(r"(?:^|[/._=-])(?:rss|feed|feeds|atom|rdf)(?:\d?$|[/._?&=-])", re.IGNORECASE)
_NOT_NEWS = re.compile(r"comment|kommentar|oembed|wp-json|podcast|/author/|replies", re.IGNORECASE)
_ROBOTS_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_REFRESH = re.compile(r"\s*\d?(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(\S.*)", re.IGNORECASE | re.DOTALL)
"""Of ten seconds and more: a page that is loaded again, or an advertisement."""
_USUAL_SITEMAPS: Final = ("/sitemap.xml", "/sitemap_index.xml")
_USUAL_FEEDS: Final = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
_FEEDS: Final = 20
_SECTIONS: Final = 20
_SITEMAPS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What a front page and a robots.txt say of a site."""

    feeds: tuple[Feed, ...] = ()
    sitemaps: tuple[Sitemap, ...] = ()
    sections: tuple[ListingPage, ...] = ()
    """Section fronts, in the order of the navigation."""
    refresh: str | None = None
    """Where the page sends its readers at once, within the site: that is the front page then."""
    listing: Listing
    """The front page itself, read as a listing."""

    @property
    def seeds(self) -> tuple[Seed, ...]:
        """Feeds and sitemaps where there are any, else the sections."""
        return (*self.feeds, *self.sitemaps) or self.sections


def read_front(page: bytes | str, url: str, scope: Scope, robots: str | None = None) -> Front:
    """Return what a site's front page and its robots.txt announce; raises ``Unreadable`` for no page.

    Who names a feed or a sitemap in place of the front page has named a seed.
    """
    kind = seed_kind(page) if isinstance(page, bytes) else "listing"
    if kind == "feed":
        return Front(feeds=(Feed(url),), listing=Listing())
    if kind == "sitemap":
        return Front(sitemaps=(Sitemap(url),), listing=Listing())
    return _front(page, url, scope, robots)


def _front(page: bytes | str, url: str, scope: Scope, robots: str | None) -> Front:
    text = decode(page).text
    listing = read_listing(text, url, scope)
    root = parsed(text)
    feeds = _kept(_feeds(root, url) if root is not None else iter(()), scope)
    linked = _kept(_sitemaps(root, url) if root is not None else iter(()), scope)
    return Front(
        feeds=tuple(Feed(each) for each in feeds[:_FEEDS]),
        sitemaps=tuple(dict.fromkeys((*robots_sitemaps(robots or "", url), *map(Sitemap, linked)))),
        sections=tuple(ListingPage(each) for each in listing.sections[:_SECTIONS]),
        refresh=_refresh(root, url, scope) if root is not None else None,
        listing=listing,
    )


def _refresh(root: Element, url: str, scope: Scope) -> str | None:
    for meta in root.iter("meta"):
        said = _REFRESH.match((meta.get("content") or "")[:2000])
        if said is None or (meta.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        target = absolute(base_of(root, url), said[1].strip(" '\""))
        if target and scope.owns(target) and identity_key(target) != identity_key(url):
            return target
    return None


def usual_seeds(url: str) -> tuple[Seed, ...]:
    """Return where sitemaps and feeds usually are, for a front page that leads nowhere: a script fills it."""
    return (
        *(Sitemap(urljoin(url, path)) for path in _USUAL_SITEMAPS),
        *(Feed(urljoin(url, path)) for path in _USUAL_FEEDS),
    )


def robots_sitemaps(robots: str, url: str) -> tuple[Sitemap, ...]:
    """Return the sitemaps that a robots.txt names, news first; other hosts count, as the protocol has it."""
    found = (absolute(url, address) for address in _ROBOTS_LINE.findall(robots.replace("\ufeff", "")))
    unique = dict.fromkeys(address for address in found if address)
    return tuple(
        Sitemap(address) for address in sorted(unique, key=lambda address: "news" not in address)[:_SITEMAPS]
    )


def _kept(addresses: Iterator[str], scope: Scope) -> list[str]:
    """Return each address of the site once, in order."""
    by_key: dict[str, str] = {}
    for address in addresses:
        if scope.owns(address):
            by_key.setdefault(identity_key(address), address)
    return list(by_key.values())


def _feeds(root: Element, url: str) -> Iterator[str]:
    """Yield what is announced as a feed; links that look like one where nothing is announced."""
    announced = [found for found in _announced(root, url) if not _NOT_NEWS.search(found)]
    yield from announced
    if not announced:
        for anchor in anchors_of(root, url).values():
            if _FEED_ADDRESS.search(anchor.url) and not _NOT_NEWS.search(anchor.url):
                yield anchor.url


def _announced(root: Element, url: str) -> Iterator[str]:
    base = base_of(root, url)
    for link in root.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        href = link.get("href") or ""
        is_feed = kind in _FEED_TYPES or (kind in _LOOSE_TYPES and _FEED_ADDRESS.search(href) is not None)
        if ("feed" in relations or ("alternate" in relations and is_feed)) and href:
            found = absolute(base, re.sub(r"^feed:(?://)?(?=http)|^feed:(?=//)", "", href))
            if found:
                yield found


def _sitemaps(root: Element, url: str) -> Iterator[str]:
    for link in root.iter("link"):
        if "sitemap" in (link.get("rel") or "").lower().split():
            found = absolute(url, link.get("href") or "javascript:")
            if found:
                yield found
