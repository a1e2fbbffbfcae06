"""Files of lines that the state knows nothing of: their articles are learned, so that none is written twice.

That is all files of a state that was damaged or lost, and the newest ones of a state that was set back, as by
a backup.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select, update

from harvester.article import Record
from harvester.duplicates.exact import field_hashes
from harvester.jsonl import record_of_line
from harvester.store.articles import Articles, Written
from harvester.store.database import Database
from harvester.store.errors import NotWritableError
from harvester.store.files import read_digest
from harvester.store.keys import identity_number, url_key
from harvester.store.links import seconds
from harvester.store.runs import note_site, site_state
from harvester.store.tables import frontier, segments
from harvester.urls import fetch_form, host_of

_RUN: Final = "rebuilt"


def learn_files(database: Database, output: Path, now: int) -> int:
    """Learn every article of the files that the state does not know; return how many.

    A torn last line is cut off, other broken lines are passed over.

    Raises:
        NotWritableError: a file cannot be read or mended.
    """
    articles = Articles(database)
    ids = set()
    for name in _unknown(database, output):
        records = list(_records(_mended(output / name)))
        for record in records:
            _learn(database, articles, record)
            _note(database, record)
            ids.add(record.id)
        database.insert(segments, [_segment(output, name, len(records), now)])
        database.commit()
    return len(ids)


def _note(database: Database, record: Record) -> None:
    """Note that a record's site was crawled before: its next crawl is no first one."""
    last = seconds(record.retrieved)
    known = site_state(database, record.site.host)
    if last > known.last_new:
        at = max(last, known.last_run_at)
        note_site(database, replace(known, is_first_done=True, last_run_at=at, last_new=last))


def _unknown(database: Database, output: Path) -> list[str]:
    """Return the names of files without a row, the oldest first."""
    files = {path.relative_to(output).as_posix() for path in output.glob("articles/**/*.jsonl")}
    known = {row.name for row in database.run(select(segments.c.name))} if files else set()
    return sorted(files - known, key=lambda name: name.rpartition("/")[2])


def _mended(path: Path) -> Path:
    """Cut off what stands behind the last whole line of a file."""
    try:
        data = path.read_bytes()
        end = data.rfind(b"\n") + 1
        if end < len(data):
            os.truncate(path, end)
    except OSError as error:
        raise NotWritableError(f"cannot mend {path}: {error.strerror}") from error
    return path


def _records(path: Path) -> Iterator[Record]:
    with path.open("rb") as file:
        for line in file:
            try:
                yield record_of_line(line)
            except ValueError:
                continue


def _segment(output: Path, name: str, lines: int, now: int) -> dict[str, Any]:
    written = read_digest(output / name)
    proof = {"sha256": written.sha256, "bytes": written.bytes} if written else {}
    return {"name": name, "run": _RUN, "lines": lines, "sealed": now, **proof}


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
