"""What a URL is to the ledger before it is asked (``Lease``) and after (``Outcome``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from harvester.article import Article, Change, Record
from harvester.evidence import Link

Kind = Literal["front", "feed", "sitemap", "listing", "article"]
"""What is expected behind a URL; ``front``: the page of an unknown site where its seeds are looked for."""
Ended = Literal["fetched", "unchanged", "skipped", "deferred", "failed"]
"""How a request can end. A URL that nobody asked in a run is ``pending`` or ``skipped`` there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A URL of the ledger that is being asked."""

    key: int
    url: str
    site: str
    host: str
    kind: Kind
    rank: int = 2
    """0 for seeds, 1 for further listing pages, 2 for articles."""
    depth: int = 0
    stale: int = 0
    """Listing pages in a row, up to this one, without a new article."""
    failures: int = 0
    """In a row, over all runs."""
    tries: int = 0
    """In this run."""
    missing: int = 0
    """Runs in which the page was not found."""
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    """``sha256:`` of the body when it was read last."""
    link: Link | None = None
    """What the seed said of it."""
    article: str | None = None
    """Id of the article that was read from it."""
    interval: int = 0
    """Seconds between two visits of a listing; 0 before the first."""
    polls: int = 0
    """Visits of a listing so far."""


@dataclass(frozen=True, slots=True)
class Found:
    """A link and what is expected behind it."""

    link: Link
    kind: Kind
    rank: int = 2
    refused: str | None = None
    """Why it is not to be asked: it goes to the ledger with this reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything that one response, or its absence, means to the ledger. Committed whole."""

    lease: Lease
    outcome: Ended
    reason: str
    detail: str = ""
    """A few words for a person; bears no credentials."""
    status: int | None = None
    """Of the response; ``None`` when none came."""
    url: str | None = None
    """Where it ended after redirects."""
    retrieved: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    not_before: datetime | None = None
    """Of a deferred URL."""
    links: tuple[Found, ...] = ()
    """In the order of the page."""
    next_page: Found | None = None
    """Where the listing goes on."""
    article: Article | None = None
    """As read; ``check`` and ``deduplicate`` decide whether it becomes a record."""
    record: Record | None = None
    """To be written."""
    line: bytes | None = None
    """The record's, where it is written already."""
    hashes: Mapping[Change, str] | None = None
    """Of the record's fields; see ``duplicates.field_hashes``."""
    article_id: str | None = None
    """The article that the page is, also when nothing is written of it."""
    addresses: tuple[tuple[str, str], ...] = ()
    """Kind and URL of each address of that article; see ``articles.Articles.name``."""
    quarantined: bytes | None = None
    """A line for the quarantine: what was read and why it is no record."""
