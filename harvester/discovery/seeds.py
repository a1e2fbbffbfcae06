"""The three kinds of seeds: where a crawl of a site starts."""

from dataclasses import dataclass
from typing import Literal


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

UnreadableReason = Literal["empty", "html", "not_a_feed", "not_a_sitemap", "too_large", "not_html"]


class Unreadable(ValueError):  # noqa: N818 - the name says what the seed is
    """What came for a seed is none of its kind, or is larger than its limits."""

    def __init__(self, reason: UnreadableReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
