"""Soft 404: the words of an error page, served with status 200 under one address after another."""

from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from harvester.article import Record
from harvester.pipelines.check import SUSPECT
from harvester.store.articles import Articles, Known

_MANY: Final = 3


def is_soft_404(record: Record, same: str, articles: Articles) -> bool:
    """Tell whether a page with the text of article ``same`` only says what many of its site say.

    Either the link that led to it announced another story, or it is the third of them and no two addresses
    have a name in common, as the print page of an article has with the article.
    """
    if SUSPECT in record.warnings:
        return True
    known = articles.known(same)
    urls = {record.url, *articles.shared(same), *([known.url] if known else ())}
    return len({_name(url) for url in urls}) >= _MANY and _are_strangers(urls)


def why_no_version(record: Record, known: Known, site: str, articles: Articles) -> str | None:
    """Return why the changed text of a known article is none of its versions; ``None`` for one that is."""
    if not record.body and known.paragraphs:
        return "its text is gone"
    other = articles.same_text(site, record.content_hash)
    return f"now the text of {other}" if other not in (None, known.id) else None


def _are_strangers(urls: Collection[str]) -> bool:
    paths = {url: set(urlsplit(url).path.strip("/").split("/")) for url in urls}
    return not any(
        _name(one) in names for one in urls for other, names in paths.items() if _name(one) != _name(other)
    )


def _name(url: str) -> str:
    """Return the last part of an address's path, with its query: what tells articles apart."""
    parts = urlsplit(url)
    return parts.path.rstrip("/").rpartition("/")[2] + (f"?{parts.query}" if parts.query else "")
