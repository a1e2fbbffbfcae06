"""``Article``: what a page says. ``Record``: what is written, an article with the facts around it.

A record is one line of JSON; ``docs/the-record.md`` is its reference for readers.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from harvester.parts import (
    Author,
    Correction,
    Dateline,
    Family,
    HarvesterFacts,
    Http,
    Image,
    Paragraph,
    Party,
    Precision,
    Provenance,
    Rail,
    Rights,
    SiteFacts,
    Warn,
    Zone,
)

SCHEMA_VERSION: Final = "1.0.0"

Status = Literal["usable", "withheld", "canceled"]
VersionCause = Literal["first", "publisher", "extractor", "status"]
Change = Literal[
    "status",
    "headline",
    "standfirst",
    "body",
    "authors",
    "published",
    "source_line",
    "images",
    "corrections",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """What one article page says; the value that ``extract`` returns."""

    url: str
    """The page's address, after redirects."""
    site: SiteFacts
    canonical_url: str | None = None
    """As the page claims, absolute; a claim that is not believed stays here with a warning."""
    headline: str | None = None
    """As printed, without the site's suffix."""
    kicker: str | None = None
    """The short label above the headline."""
    standfirst: str | None = None
    """The introduction between headline and body."""
    byline: str | None = None
    """As printed: "By Ada Lovelace and agencies"."""
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    published: datetime | None = None
    """In UTC; never filled from ``modified``."""
    modified: datetime | None = None
    published_raw: str | None = None
    """As on the page."""
    modified_raw: str | None = None
    published_precision: Precision | None = None
    published_zone: Zone | None = None
    """How the time of ``published`` got its zone."""
    language: str | None = None
    """BCP 47: declared by the page and checked against the text."""
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    body: str | None = None
    """The paragraphs' text, joined by blank lines."""
    paragraphs: tuple[Paragraph, ...] = ()
    word_count: int | None = None
    """``None`` for scripts without spaces between words."""
    char_count: int = 0
    source_line: str | None = None
    """The line that says where the copy comes from, verbatim, without its label."""
    sources: tuple[Party, ...] = ()
    """Parties read from source line, dateline, byline and agency suffix."""
    images: tuple[Image, ...] = ()
    related: tuple[Rail, ...] = ()
    corrections: tuple[Correction, ...] = ()
    copyright_notice: str | None = None
    license_url: str | None = None
    is_accessible_for_free: bool | None = None
    """``None`` when the page does not say."""
    warnings: tuple[Warn, ...] = ()
    http: Http = field(default_factory=Http)
    """``extract`` fills the encoding; the crawl fills the rest."""
    rights: Rights = field(default_factory=Rights)
    provenance: tuple[Provenance, ...] = ()
    site_rules: str | None = None
    """Name of the site file that took part; written as ``harvester.site_rules``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record(Article):
    """One version of one article, as written: an ``Article`` with identity, version and crawl facts."""

    schema_version: Literal["1.0.0"] = SCHEMA_VERSION
    id: str
    """``art_`` and 26 base32hex characters; see ``urls.article_id``."""
    version: int = 1
    version_cause: VersionCause = "first"
    previous_content_hash: str | None = None
    changes: tuple[Change, ...] = ()
    """The fields that differ from the previous version."""
    status: Status = "usable"
    requested_url: str
    """As asked, before redirects."""
    also_at: tuple[str, ...] = ()
    """Other addresses of the same article, as known when this version was written."""
    retrieved: datetime
    """When the response arrived, in UTC."""
    content_hash: str
    """``sha256:`` and the digest of headline and body; see ``duplicates.exact``."""
    family: Family | None = None
    harvester: HarvesterFacts


KEYS: Final = (
    "schema_version",
    "id",
    "version",
    "version_cause",
    "previous_content_hash",
    "changes",
    "status",
    "url",
    "canonical_url",
    "requested_url",
    "also_at",
    "site",
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "authors",
    "dateline",
    "published",
    "modified",
    "published_raw",
    "modified_raw",
    "published_precision",
    "published_zone",
    "retrieved",
    "language",
    "section",
    "keywords",
    "body",
    "paragraphs",
    "word_count",
    "char_count",
    "source_line",
    "sources",
    "images",
    "related",
    "corrections",
    "copyright_notice",
    "license_url",
    "is_accessible_for_free",
    "content_hash",
    "family",
    "warnings",
    "http",
    "rights",
    "provenance",
    "harvester",
)
"""The keys of a record in the order in which they are written."""
