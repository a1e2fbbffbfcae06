"""An article with its identity: the first version of a record."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from importlib.metadata import version
from typing import Any, Final

from harvester.article import Article, Record
from harvester.duplicates.exact import content_hash
from harvester.parts import HarvesterFacts
from harvester.urls import article_id, is_acceptable_canonical

_FIELDS: Final = tuple(field.name for field in fields(Article))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the crawl knows of the page that an article was read from."""

    requested_url: str
    """As asked, before redirects."""
    retrieved: datetime
    """Aware, UTC."""
    also_at: tuple[str, ...] = ()
    """Other addresses of the article known so far."""


def first_record(article: Article, fetched: Fetched, id_: str | None = None) -> Record:
    """Return version 1 of an article's record, under its own id unless another is given."""
    values: dict[str, Any] = {name: getattr(article, name) for name in _FIELDS}
    return Record(
        **values,
        id=id_ or article_id(own_address(article)),
        requested_url=fetched.requested_url,
        retrieved=fetched.retrieved.replace(microsecond=0),
        also_at=fetched.also_at,
        content_hash=content_hash(article.headline, article.body),
        harvester=HarvesterFacts(_version(), article.site_rules),
    )


def own_address(article: Article) -> str:
    """Return the address that names the article: the canonical one where it may be believed."""
    claimed = article.canonical_url
    refused = claimed is None or "canonical_refused" in article.warnings
    if refused or claimed is None or not is_acceptable_canonical(article.url, claimed):
        return article.url
    return claimed


@cache
def _version() -> str:
    return version("harvester")
