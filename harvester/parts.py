"""The parts of an article and of a record: small frozen values, in the words of the newsroom.

Attributes carry the same names as the JSON keys of the record (``docs/the-record.md``).
``None`` means that the page does not say; a tuple is a JSON list and never ``None``.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "origcont",
    "contentSource",
    "originfo",
    "author",
    "correspondent",
    "contentEditor",
    "imgSupplier",
    "copyrightHolder",
    "distributor",
]
"""An IPTC Content Production Party Role."""

ParagraphKind = Literal["p", "h2", "h3", "quote", "li", "pre", "table"]
RailKind = Literal["related", "popular", "latest", "editors", "section", "inline"]
Precision = Literal["second", "minute", "day"]
Zone = Literal["explicit", "site", "unknown"]
EncodingSource = Literal["bom", "header", "meta", "valid_utf8", "guess"]
Warn = Literal[
    "truncated",
    "structure_cut",
    "encoding_guessed",
    "date_in_future",
    "date_conflict",
    "canonical_refused",
    "short_body",
    "several_pages",
    "soft_404_suspect",
    "tls_unverified",
]
Method = Literal[
    "site",
    "json_ld",
    "microdata",
    "meta",
    "opengraph",
    "feed",
    "sitemap",
    "markup",
    "text",
    "url",
]


@dataclass(frozen=True, slots=True)
class Party:
    """Who made or gave something: a paper, an agency, a press service, a person."""

    name: str
    """As printed, without the words around it."""
    role: Role
    """What the party did."""
    generic: bool = False
    """True for "agencies", "wires": a party that names nobody."""
    location: str | None = None
    """The place printed with the name: "Astana" in "Akorda press service (Astana)"."""
    uri: str | None = None
    """An address that identifies the party, where one is known."""


@dataclass(frozen=True, slots=True)
class Author:
    """A name read from the byline; a house where the page's data calls it the author and nobody is named."""

    name: str
    """The name alone: no "By", no e-mail address, no agency beside a person."""
    role: str | None = None
    """What is printed beside the name: "Europe correspondent"."""
    url: str | None = None
    """The author's page, absolute."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of the body: "PARIS, May 3 (Reuters) -"."""

    raw: str
    """As printed, with the dash."""
    place: str | None = None
    date_raw: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the body's text."""

    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article."""

    url: str | None
    """The largest real source, absolute; ``None`` when the page shows a caption without its picture."""
    caption: str | None = None
    """What the picture shows, without the credit."""
    credit: str | None = None
    """Whose it is, verbatim."""
    parties: tuple[Party, ...] = ()
    """The credit, parsed."""
    alt: str | None = None
    copyright_notice: str | None = None
    license_url: str | None = None
    main: bool = False
    """True for the lead picture; at most one."""
    width: int | None = None
    """Pixels, as the page says."""
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Teaser:
    """One article announced on a listing page or in a rail."""

    title: str | None
    url: str
    """Absolute, without tracking parameters."""
    summary: str | None = None
    labels: tuple[str, ...] = ()
    """Small tags, verbatim: "Editor's choice", "News"."""
    date_raw: str | None = None
    image_url: str | None = None
    rank: int | None = None
    """The number printed beside it in a most-read list."""


@dataclass(frozen=True, slots=True)
class Rail:
    """A block of teasers on an article page."""

    heading: str | None
    """As printed: "Related articles"."""
    kind: RailKind
    position: int
    """0 for the first rail of the page in reading order."""
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A note that the article was corrected."""

    date_raw: str | None
    text: str


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """Where the article stands."""

    host: str
    """Host of the page's address, lower case, without "www."."""
    name: str | None = None
    """The site's own name, as the page or the site file says."""
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Http:
    """Facts of the response and of the bytes."""

    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    encoding: str | None = None
    """WHATWG name of the encoding that the text was decoded with."""
    encoding_source: EncodingSource | None = None
    truncated_reason: str | None = None
    payload_digest: str | None = None
    """``sha256:`` and the hexadecimal digest of the decoded body."""
    warc_file: str | None = None
    warc_offset: int | None = None
    warc_record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Rights:
    """What the publisher allows, as observed; facts, not advice."""

    robots_meta: str | None = None
    tdm_reservation: str | None = None
    tdm_policy: str | None = None
    license_links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a field's value comes from."""

    field: str
    method: Method
    detail: str | None = None
    """The label, key or selector that gave it."""
    disagrees: str | None = None
    """What other evidence of the page says instead."""


@dataclass(frozen=True, slots=True)
class Family:
    """The texts of several publishers that this one belongs to."""

    id: str
    relation: Literal["original", "copy", "excerpt", "revision", "derived", "roundup"]
    of: str | None = None
    """A record id, or ``agency:reuters``."""
    original: str | None = None
    containment: float | None = None
    jaccard: float | None = None


@dataclass(frozen=True, slots=True)
class HarvesterFacts:
    """Which code and which site file made the record."""

    version: str
    site_rules: str | None = None
    """Name of the site file, ``None`` for the generic page."""
