"""The links of a page go to the ledger: new ones to be asked, known ones counted, changed ones asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import bindparam, select, update

from harvester.store.announced import NOTHING, Announced
from harvester.store.database import Database, chunks
from harvester.store.judging import Announcement, Verdict, judge, judge_next
from harvester.store.keys import url_key
from harvester.store.links import packed, seconds
from harvester.store.newrows import new_rows, newest
from harvester.store.outcome import Found
from harvester.store.repeating import announce_again, ask_vanished
from harvester.store.tables import frontier

Row = Mapping[str, Any]

_SEEN: Final = select(
    *frontier.c["key", "kind", "state", "run", "fetched", "lastmod", "published", "reason", "polls", "host"]
)
_ENRICH: Final = (
    update(frontier)
    .where(frontier.c.key == bindparam("at"))
    .values(
        newest=bindparam("now_newest"),
        lastmod=bindparam("now_lastmod"),
        link=bindparam("now_link"),
        published=bindparam("now_published"),
        source=bindparam("now_source"),
        seen=bindparam("now_seen"),
    )
)
_ASK: Final = _ENRICH.values(
    state="pending",
    run=bindparam("now_run"),
    outcome="pending",
    reason="not_reached",
    depth=bindparam("now_depth"),
    stale=bindparam("now_stale"),
    tries=0,
)


def announce(database: Database, page: Announcement) -> Announced:
    """Write the links of a page into the ledger, and where it goes on; the caller commits."""
    if page.before is NOTHING and not page.found and page.next_page is None:
        return NOTHING
    announced = page.before.with_part(announce_part(database, page))
    if announced.articles and page.source is not None:
        announced = announced.with_more(ask_vanished(database, page))
    following = judge_next(page, announced.articles, announced.new)
    if following is None:
        return announced
    stale = 0 if announced.new else page.stale + 1
    further = announce_part(database, replace(page, found=(following,), stale=stale))
    return announced.with_more(further)


def announce_part(database: Database, page: Announcement) -> Announced:
    """Write some links of a page into the ledger, nothing else; the caller commits."""
    if not page.found:
        return Announced()
    found = {url_key(each.link.url): each for each in reversed(page.found)}
    seen = _seen(database, list(found))
    rows = new_rows(database, page, {key: found[key] for key in reversed(found) if key not in seen})
    database.insert(frontier, sorted(rows, key=_key))
    verdicts = {key: judge(page, found[key], row) for key, row in seen.items()}
    of = _chooser(seen, verdicts)
    _update(database, page, found, of)
    known = [row for row in of("ask") + of("count") if row["run"] != page.run]
    again = [
        announce_again(database, page.run, row["key"]) for row in of("count") if row["kind"] == "sitemap"
    ]
    new = [row for row in rows if row["state"] == "pending"]
    return Announced(
        articles=sum(each.kind == "article" and not each.refused for each in found.values()),
        new=sum(row["kind"] == "article" for row in new),
        known=len(rows) + len(known) + sum(again),
        hosts=frozenset(row["host"] for row in new + of("ask")),
    )


def _chooser(seen: Mapping[int, Row], verdicts: Mapping[int, Verdict]) -> Callable[[Verdict], list[Row]]:
    def chosen(verdict: Verdict) -> list[Row]:
        return sorted((row for key, row in seen.items() if verdicts[key] == verdict), key=_key)

    return chosen


def _key(row: Row) -> int:
    return int(row["key"])


def _seen(database: Database, keys: list[int]) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    for some in chunks(keys):
        found = database.run(_SEEN.where(frontier.c.key.in_(some)))
        rows.update({row.key: dict(row._mapping) for row in found})  # noqa: SLF001 - public, underscored
    return rows


def _update(
    database: Database,
    page: Announcement,
    found: Mapping[int, Found],
    of: Callable[[Verdict], list[Row]],
) -> None:
    visit = {"now_run": page.run, "now_depth": page.depth, "now_stale": page.stale}
    asked = [_said(page, found[row["key"]], row) | visit for row in of("ask")]
    enriched = [_said(page, found[row["key"]], row) for row in of("enrich")]
    if asked:
        database.run(_ASK, asked)
    if enriched:
        database.run(_ENRICH, enriched)
    _count(database, page, of("count"))


def _said(page: Announcement, found: Found, row: Row) -> dict[str, Any]:
    return {
        "at": row["key"],
        "now_newest": newest(page, found, 0),
        "now_lastmod": max(seconds(found.link.modified), row["lastmod"]),
        "now_link": packed(found.link),
        "now_source": page.source,
        "now_seen": page.now,
        "now_published": row["published"] or seconds(found.link.published),
    }


def _count(database: Database, page: Announcement, rows: Sequence[Row]) -> None:
    """Count URLs as known to this run, each with the reason why it is not asked."""
    reasons: dict[str, list[int]] = {}
    for row in rows:
        reasons.setdefault("known" if row["fetched"] else row["reason"] or "known", []).append(row["key"])
    for reason, keys in reasons.items():
        for some in chunks(keys):
            counted = update(frontier).where(frontier.c.key.in_(some))
            seen = {"source": page.source, "seen": page.now}
            database.run(counted.values(run=page.run, outcome="skipped", reason=reason, **seen))
