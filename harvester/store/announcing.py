"""The links of a page go to the ledger: new ones to be asked, known ones counted, changed ones asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, select, update

from harvester.store.database import Database, chunks
from harvester.store.judging import Announcement, Verdict, judge
from harvester.store.keys import identity_number, url_key
from harvester.store.links import packed, seconds
from harvester.store.outcome import Found
from harvester.store.tables import frontier
from harvester.urls import fetch_form, host_of

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


@dataclass(frozen=True, slots=True)
class Announced:
    """What the ledger knew of them."""

    articles: int = 0
    """Article links of the page that may be asked, each address once."""
    new: int = 0
    """Those that nobody had announced before."""
    known: int = 0
    """Rows that became known to the run by this page."""
    hosts: frozenset[str] = frozenset()
    """Hosts that have something to ask now."""


def announce(database: Database, page: Announcement) -> Announced:
    """Write the links of a page into the ledger; the caller commits."""
    if not page.found:
        return Announced()
    found = {url_key(each.link.url): each for each in reversed(page.found)}
    seen = _seen(database, list(found))
    rows = _new_rows(database, page, {key: found[key] for key in reversed(found) if key not in seen})
    database.insert(frontier, sorted(rows, key=_key))
    verdicts = {key: judge(page, found[key], row) for key, row in seen.items()}
    of = _chooser(seen, verdicts)
    _update(database, page, found, of)
    known = [row for row in of("ask") + of("count") if row["run"] != page.run]
    new = [row for row in rows if row["state"] == "pending"]
    return Announced(
        articles=sum(each.kind == "article" and not each.refused for each in found.values()),
        new=sum(row["kind"] == "article" for row in new),
        known=len(rows) + len(known),
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


def _new_rows(database: Database, page: Announcement, found: Mapping[int, Found]) -> list[dict[str, Any]]:
    """Return the rows of new links; of several forms of one article the first is asked, the rest wait."""
    identities = {key: identity_number(each.link.url) for key, each in found.items()}
    taken = _taken(database, [identities[key] for key, each in found.items() if each.kind == "article"])
    rows = []
    for place, (key, each) in enumerate(found.items()):
        is_article = each.kind == "article" and not each.refused
        first = taken.setdefault(identities[key], key) if is_article else key
        row = (
            _facts(page, each) | _order(page, each, place) | _standing(each, None if first == key else first)
        )
        rows.append(row | {"key": key, "identity": identities[key]})
    return rows


def _taken(database: Database, identities: list[int]) -> dict[int, int]:
    """Return the rows that stand for these articles already, by identity."""
    asked = select(frontier.c.identity, frontier.c.key).where(
        frontier.c.kind == "article", frontier.c.alias_of.is_(None)
    )
    taken: dict[int, int] = {}
    for some in chunks(identities):
        taken.update(
            {row.identity: row.key for row in database.run(asked.where(frontier.c.identity.in_(some)))}
        )
    return taken


def _facts(page: Announcement, found: Found) -> dict[str, Any]:
    url = fetch_form(found.link.url)
    return {
        "url": url,
        "host": host_of(url),
        "site": page.site,
        "run": page.run,
        "kind": found.kind,
        "rank": found.rank,
        "found": page.now,
        "link": packed(found.link),
        "published": seconds(found.link.published),
    }


def _order(page: Announcement, found: Found, place: int) -> dict[str, Any]:
    newest = _newest(page, found, place)
    modified = seconds(found.link.modified)
    return {"newest": newest, "lastmod": modified, "depth": page.depth, "stale": page.stale}


def _newest(page: Announcement, found: Found, place: int) -> int:
    """Return what is asked first: the later date; without one the place on the page, as of now."""
    return seconds(found.link.published or found.link.modified) or page.now - place


def _standing(found: Found, alias: int | None) -> dict[str, Any]:
    reason = found.refused or (alias and "alias")
    if reason:
        return {"state": "ended", "outcome": "skipped", "reason": reason, "alias_of": alias}
    return {"state": "pending", "outcome": "pending", "reason": "not_reached", "alias_of": None}


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
    _count(database, page.run, of("count"))


def _said(page: Announcement, found: Found, row: Row) -> dict[str, Any]:
    return {
        "at": row["key"],
        "now_newest": _newest(page, found, 0),
        "now_lastmod": max(seconds(found.link.modified), row["lastmod"]),
        "now_link": packed(found.link),
        "now_published": row["published"] or seconds(found.link.published),
    }


def _count(database: Database, run: str, rows: Sequence[Row]) -> None:
    """Count URLs as known to this run, each with the reason why it is not asked."""
    reasons: dict[str, list[int]] = {}
    for row in rows:
        reasons.setdefault("known" if row["fetched"] else row["reason"] or "known", []).append(row["key"])
    for reason, keys in reasons.items():
        for some in chunks(keys):
            counted = update(frontier).where(frontier.c.key.in_(some))
            database.run(counted.values(run=run, outcome="skipped", reason=reason))
