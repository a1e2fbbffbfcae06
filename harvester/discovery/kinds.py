"""What came for a seed, whatever was asked for: people and servers mistake one for another."""

import re
from typing import Final, Literal

from harvester.discovery.entries import FeedPage
from harvester.discovery.feeds import read_feed
from harvester.discovery.listings import Listing, read_listing
from harvester.discovery.scope import Scope
from harvester.discovery.sitemaps import SitemapPage, read_sitemap
from harvester.discovery.unpacking import unpacked
from harvester.pages.decoding import decode

SeedKind = Literal["feed", "sitemap", "listing"]

_ROOT = re.compile(r"<(?:[\w.-]+:)?(rss|feed|rdf|channel|urlset|sitemapindex|html|body|div)\b", re.IGNORECASE)
_FEED: Final = frozenset(("rss", "feed", "rdf", "channel"))
_SITEMAP: Final = frozenset(("urlset", "sitemapindex"))
_LOOKED: Final = 20_000
_LINES = re.compile(r"\s*https?://\S+\s*(?:\n|\Z)", re.IGNORECASE)


def seed_kind(body: bytes, content_type: str | None = None) -> SeedKind:
    """Return what the bytes are: a feed, a sitemap, else a page; by their content alone."""
    text = decode(unpacked(body[:_LOOKED])[0], content_type).text.lstrip()
    if text[:1] in ("{", "["):
        return "feed"
    root = _ROOT.search(text)
    name = root[1].lower() if root else ""
    if name in _FEED:
        return "feed"
    return "sitemap" if name in _SITEMAP or _LINES.match(text) else "listing"


SeedPage = FeedPage | SitemapPage | Listing


def read_seed(body: bytes, url: str, scope: Scope, content_type: str | None = None) -> SeedPage:
    """Return what a seed gave, read by what it is; raises ``Unreadable``."""
    kind = seed_kind(body, content_type)
    if kind == "feed":
        return read_feed(body, url, content_type, scope.limits)
    if kind == "sitemap":
        return read_sitemap(body, url, content_type, scope.limits)
    return read_listing(body, url, scope, content_type)
