"""A lost state, built anew from the lines that were written: nothing known is asked or written twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import update

from harvester.article import Record
from harvester.duplicates.exact import field_hashes
from harvester.jsonl import record_of_line
from harvester.store.articles import Articles, Written
from harvester.store.database import Database
from harvester.store.keys import identity_number, url_key
from harvester.store.links import seconds
from harvester.store.tables import frontier
from harvester.urls import fetch_form, host_of

_RUN: Final = "rebuilt"


def rebuild(database: Database, folder: Path) -> int:
    """Learn every article of a folder of lines; return how many. Broken lines are passed over."""
    articles = Articles(database)
    ids = set()
    for record in _records(folder):
        _learn(database, articles, record)
        ids.add(record.id)
    database.commit()
    return len(ids)


def _records(folder: Path) -> Iterator[Record]:
    for path in sorted(folder.rglob("*.jsonl"), key=lambda path: path.name):
        with path.open("rb") as file:
            for line in file:
                try:
                    yield record_of_line(line)
                except ValueError:
                    continue


def _learn(database: Database, articles: Articles, record: Record) -> None:
    known = articles.known(record.id)
    if known is not None and known.previous.version >= record.version:
        return
    key = url_key(record.requested_url)
    database.insert_new(frontier, _row(record, key))
    database.run(update(frontier).where(frontier.c.key == key).values(_facts(record)))
    articles.write(Written(record, record.site.host, key, _RUN, field_hashes(record, record.status)))
    articles.name(record.id, [("own", record.url), *(("redirect", url) for url in record.also_at)])


def _row(record: Record, key: int) -> dict[str, Any]:
    url = fetch_form(record.requested_url)
    return {
        "key": key,
        "url": url,
        "identity": identity_number(url),
        "site": record.site.host,
        "host": host_of(url),
        "kind": "article",
        "state": "ended",
        "rank": 2,
    }


def _facts(record: Record) -> dict[str, Any]:
    return {
        "run": _RUN,
        "outcome": "fetched",
        "reason": "new",
        "fetched": seconds(record.retrieved),
        "published": seconds(record.published),
        "article": record.id,
        "etag": record.http.etag,
        "last_modified": record.http.last_modified,
        "digest": record.http.payload_digest,
    }
