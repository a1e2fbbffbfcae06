"""Discovery: the bytes of a seed in, links with their teasers out. Pure: fetches nothing."""

from harvester.discovery.seeds import Feed, ListingPage, Seed, Sitemap

__all__ = ["Feed", "ListingPage", "Seed", "Sitemap"]
