"""Links that nobody announced before, as rows of the frontier."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from harvester.store.database import Database, chunks
from harvester.store.judging import Announcement
from harvester.store.keys import identity_number
from harvester.store.links import packed, seconds
from harvester.store.outcome import Found
from harvester.store.tables import frontier
from harvester.urls import fetch_form, host_of


def new_rows(database: Database, page: Announcement, found: Mapping[int, Found]) -> list[dict[str, Any]]:
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
        "source": page.source,
        "seen": page.now,
        "link": packed(found.link),
        "published": seconds(found.link.published),
    }


def _order(page: Announcement, found: Found, place: int) -> dict[str, Any]:
    modified = seconds(found.link.modified)
    return {
        "newest": newest(page, found, place),
        "lastmod": modified,
        "depth": page.depth,
        "stale": page.stale,
    }


def newest(page: Announcement, found: Found, place: int) -> int:
    """Return what is asked first: the later date; without one the place on the page, as of now."""
    return seconds(found.link.published or found.link.modified) or page.now - page.offset - place


def _standing(found: Found, alias: int | None) -> dict[str, Any]:
    reason = found.refused or (alias and "alias")
    if reason:
        return {"state": "ended", "outcome": "skipped", "reason": reason, "alias_of": alias}
    return {"state": "pending", "outcome": "pending", "reason": "not_reached", "alias_of": None}
