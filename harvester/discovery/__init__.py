"""Discovery: the bytes of a seed in, links with their teasers out. Pure: fetches nothing.

``read_seed`` reads what came by what it is: ``FeedPage``, ``SitemapPage`` or ``Listing``; all have ``links``.
``read_front`` finds the seeds of a site that nobody described.
"""

from harvester.discovery.entries import FeedPage
from harvester.discovery.feeds import read_feed
from harvester.discovery.front import Front, read_front, robots_sitemaps
from harvester.discovery.kinds import SeedPage, read_seed, seed_kind
from harvester.discovery.linkkinds import LinkKind, Standing, classify_link
from harvester.discovery.listings import Listing, read_listing
from harvester.discovery.scope import Scope, Trap, listing_trap_of, trap_of
from harvester.discovery.seeds import Feed, ListingPage, Seed, Sitemap, Unreadable
from harvester.discovery.sitemaps import ChildSitemap, SitemapPage, read_sitemap

__all__ = [
    "ChildSitemap",
    "Feed",
    "FeedPage",
    "Front",
    "LinkKind",
    "Listing",
    "ListingPage",
    "Scope",
    "Seed",
    "SeedPage",
    "Sitemap",
    "SitemapPage",
    "Standing",
    "Trap",
    "Unreadable",
    "classify_link",
    "listing_trap_of",
    "read_feed",
    "read_front",
    "read_listing",
    "read_seed",
    "read_sitemap",
    "robots_sitemaps",
    "seed_kind",
    "trap_of",
]
