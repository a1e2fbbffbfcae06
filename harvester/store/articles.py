"""The articles that were written: their last version, and the addresses that are theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
from sqlalchemy import bindparam, insert, or_, select, union_all, update

from harvester.article import Change, Record
from harvester.duplicates.exact import paragraph_marks
from harvester.duplicates.versions import Previous
from harvester.store.database import Database
from harvester.store.keys import identity_number
from harvester.store.links import seconds
from harvester.store.tables import articles, frontier, url_keys, versions

IDENTIFYING: Final = ("own", "canonical")
"""Kinds of addresses that prove which article it is; a redirect or an equal text does not."""
_AT: Final = select(url_keys.c.article).where(
    url_keys.c.identity == bindparam("number"), or_(*(url_keys.c.kind == kind for kind in IDENTIFYING))
)
_AGAIN: Final = update(articles).where(articles.c.id == bindparam("at"))
_FACTS: Final = (
    *("primary_key", "url", "status", "version", "content_hash", "hashes", "digest", "paragraphs"),
)
_KNOWN: Final = select(*articles.c[_FACTS]).where(articles.c.id == bindparam("id"))
_FIRST: Final = insert(articles)
_VERSION: Final = insert(versions)
_SAME_TEXT: Final = select(articles.c.id).where(
    articles.c.site == bindparam("site"), articles.c.content_hash == bindparam("content_hash")
)
_SHARED: Final = select(url_keys.c.url).where(
    url_keys.c.article == bindparam("id"), url_keys.c.kind == "text"
)
_NAMES: Final = union_all(
    select(url_keys.c.url).where(url_keys.c.article == bindparam("id"), url_keys.c.kind != "canonical"),
    select(frontier.c.url).where(frontier.c.alias_of == bindparam("key")),
)


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was written before."""

    id: str
    key: int
    """Of the row whose page makes its versions."""
    url: str
    status: str
    previous: Previous
    paragraphs: bytes
    """See ``exact.paragraph_marks``."""


@dataclass(frozen=True, slots=True)
class Written:
    """A record to be kept in mind, with what the ledger knows of its page."""

    record: Record
    site: str
    key: int
    run: str
    hashes: Mapping[Change, str]


class Articles:
    """Reads and writes the versions; the caller commits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at(self, urls: Iterable[str]) -> str | None:
        """Return the id of the article at the first of these addresses that is known to be one's."""
        for url in dict.fromkeys(urls):
            row = self._database.quick(_AT, {"number": identity_number(url)}).fetchone()
            if row is not None:
                return str(row[0])
        return None

    def known(self, id_: str) -> Known | None:
        """Return what was written of an article last; ``None`` for a new one."""
        row = self._database.quick(_KNOWN, {"id": id_}).fetchone()
        if row is None:
            return None
        key, url, status, version, content_hash, hashes, digest, paragraphs = row
        previous = Previous(version, content_hash, orjson.loads(hashes), digest)
        return Known(id_, key, url, status, previous, bytes(paragraphs))

    def same_text(self, site: str, content_hash: str) -> str | None:
        """Return the id of an article of the site whose last version has this text."""
        row = self._database.quick(_SAME_TEXT, {"site": site, "content_hash": content_hash}).fetchone()
        return str(row[0]) if row is not None else None

    def shared(self, id_: str) -> tuple[str, ...]:
        """Return the addresses of pages that have an article's text and nothing else to tell whose it is."""
        return tuple(str(row.url) for row in self._database.run(_SHARED, {"id": id_}))

    def addresses(self, id_: str, key: int) -> tuple[str, ...]:
        """Return every address known for an article, also those of links that were not asked."""
        rows = self._database.quick(_NAMES, {"id": id_, "key": key})
        return tuple(sorted({str(url) for (url,) in rows}))

    def name(self, id_: str, urls: Iterable[tuple[str, str]]) -> None:
        """Note the addresses of an article, each with its kind; one that is known stays whose it is."""
        named = {identity_number(url): (kind, url) for kind, url in reversed(list(urls))}
        for number in sorted(named):
            kind, url = named[number]
            row = {"identity": number, "article": id_, "kind": kind, "url": url}
            self._database.insert_new(url_keys, row)

    def write(self, written: Written) -> None:
        """Keep a version in mind as the article's last one."""
        record, values, run = written.record, _values(written), self._database.quick
        if record.version == 1 or not run(_AGAIN, {"at": record.id, **values}).rowcount:
            run(_FIRST, values | {"first_retrieved": values["retrieved"]})
        version = {name: values[name] for name in ("id", "version", "content_hash", "retrieved")}
        run(_VERSION, version | {"run": written.run})


def _values(written: Written) -> dict[str, Any]:
    record = written.record
    return {
        "id": record.id,
        "site": written.site,
        "primary_key": written.key,
        "url": record.url,
        "version": record.version,
        "content_hash": record.content_hash,
        "status": record.status,
        "hashes": orjson.dumps(dict(written.hashes)).decode("ascii"),
        "digest": record.http.payload_digest,
        "paragraphs": paragraph_marks(record.body),
        "retrieved": seconds(record.retrieved),
    }
