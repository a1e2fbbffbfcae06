"""What a page says of itself as data: frozen values, the same for JSON-LD, microdata and RDFa."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Syntax: TypeAlias = Literal["json_ld", "microdata"]
"""How it is written; ``microdata`` stands for RDFa too."""


@dataclass(frozen=True, slots=True)
class StructuredName:
    """Who is named: a person, a paper."""

    name: str
    url: str | None = None
    """As written; may be relative or an account elsewhere."""
    kind: str | None = None
    """The schema.org type: ``Person``, ``Organization``; ``None`` where the name is a bare string."""
    role: str | None = None
    """``jobTitle``."""


@dataclass(frozen=True, slots=True)
class StructuredImage:
    """A picture of the article."""

    url: str
    """As written; may be relative."""
    caption: str | None = None
    credit: str | None = None
    """``creditText``, else ``copyrightNotice``, else the creator's name."""
    license: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuredArticle:
    """The article that a page describes; entities are read, tags are gone, white space is folded."""

    method: Syntax
    types: tuple[str, ...] = ()
    """schema.org types without their address: ``NewsArticle``."""
    url: str | None = None
    """As written."""
    is_of_page: bool | None = None
    """True when its address is the page's, False when it is another; ``None`` when it gives none."""
    headline: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    date_published: str | None = None
    """As written, as all dates here."""
    date_modified: str | None = None
    date_created: str | None = None
    authors: tuple[StructuredName, ...] = ()
    """``author``, else ``creator``: persons, offices, agencies and papers alike."""
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    """One an entry; a list in one string is parted."""
    language: str | None = None
    publisher: StructuredName | None = None
    is_part_of: str | None = None
    """Name of the work or the product it is part of."""
    body: str | None = None
    """``articleBody``: often cut or stale; a line feed parts paragraphs where the data has any."""
    word_count: int | None = None
    is_free: bool | None = None
    images: tuple[StructuredImage, ...] = ()
    copyright_notice: str | None = None
    copyright_holder: str | None = None
    copyright_year: int | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True)
class StructuredData:
    """All that a page says of itself as data."""

    article: StructuredArticle | None = None
    """The one that the page is about; ``None`` for a page that describes none, or many."""
    types: frozenset[str] = frozenset()
    """schema.org types of everything on the page."""
    article_count: int = 0
    """How many articles the page describes: one, or as many as a listing has."""
    breadcrumbs: tuple[str, ...] = ()
    """Names on the way from the front page to here, as written."""
    site_name: str | None = None
    """Name of the ``WebSite``."""
