"""What is known of a page before it is read: the link that led there, the response's header, the time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from harvester.parts import Teaser


@dataclass(frozen=True, slots=True)
class Link:
    """A URL found in a seed, with what the seed said of it."""

    url: str
    found_in: Literal["feed", "sitemap", "listing"]
    teaser: Teaser | None = None
    """Title, summary, labels as the seed prints them."""
    published: datetime | None = None
    """Aware, in UTC, where the seed gives a time with a zone; a day alone is its midnight in UTC."""
    modified: datetime | None = None
    published_raw: str | None = None
    """As printed: tells a day alone from a midnight."""
    language: str | None = None
    """As a news sitemap or a feed says of this article."""
    keywords: tuple[str, ...] = ()
    publication: str | None = None
    """The paper's name, as a news sitemap gives it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page itself cannot say."""

    content_type: str | None = None
    """The ``Content-Type`` header: its charset counts."""
    retrieved: datetime | None = None
    """When the page was fetched; dates later than this plus 48 hours are flagged."""
    announced: Link | None = None
    """The link that led here."""


NotAnArticleReason = Literal[
    "empty", "listing", "error_page", "not_html", "too_complex", "too_large", "not_found"
]


class NotAnArticle(Exception):  # noqa: N818 - the name says what the page is, as StopIteration does
    """The page is readable and is no article."""

    def __init__(self, reason: NotAnArticleReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
