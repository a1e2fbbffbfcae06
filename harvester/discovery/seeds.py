"""The three kinds of seeds: where a crawl of a site starts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """An RSS, Atom or JSON feed."""

    url: str


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap, an index of sitemaps or a news sitemap."""

    url: str


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A page that lists articles: front page, section front, archive."""

    url: str


Seed = Feed | Sitemap | ListingPage
