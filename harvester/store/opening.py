"""What a run begins with: what earlier ones left, the seeds, the articles that are young."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, text, update

from harvester.store.announcing import announce
from harvester.store.database import Database, chunks
from harvester.store.intervals import GIVEN_UP, LATEST, LONGEST
from harvester.store.judging import Announcement
from harvester.store.keys import url_key
from harvester.store.outcome import Found
from harvester.store.tables import frontier
from harvester.store.young import due_articles

_WAITING = text("state IN ('pending', 'deferred')")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a run begins at one site."""

    run: str
    site: str
    seeds: Sequence[Found]
    """Those that are given: by the site file, or the front page where more are found."""
    now: int
    is_described: bool = False
    """True where the given seeds are all: what was found in earlier runs is asked no more."""
    only_due: bool = False
    """Leave listings alone whose next visit has not come (``--if-due``)."""
    refresh_since: int | None = None
    """Ask all articles again that are not older than this; ``None``: only those that are due."""


def return_leases(database: Database) -> int:
    """Make what a dead run had in its hands pending again; return how many."""
    leased = update(frontier).where(frontier.c.state == "leased").values(state="pending")
    return _changed(database, leased)


def open_site(database: Database, opening: Opening) -> int:
    """Make pending what the run is to ask first; return how many URLs it knows thereby."""
    here = frontier.c.site == opening.site
    _wake(database, opening, here)
    waiting = (
        update(frontier).where(here, _WAITING).values(run=opening.run, outcome=frontier.c.state, tries=0)
    )
    known = _changed(database, waiting)
    pending = update(frontier).where(here, text("state = 'pending'")).values(reason="not_reached")
    database.run(pending)
    known += _young(database, opening) + _refreshed(database, opening)
    known += _ask(database, opening, and_(here, *_seeds(opening)))
    known += _ask(database, opening, and_(here, *_due_sitemaps(opening)))
    return known + _given(database, opening)


def _wake(database: Database, opening: Opening, here: ColumnElement[bool]) -> None:
    """Ask deferred URLs whose time has come; listings also sooner, unless their host asked for a rest."""
    due = is_over(frontier.c.not_before, opening.now, LATEST)
    if not opening.only_due:
        due = or_(due, and_(frontier.c.rank == 0, frontier.c.reason != "retry_after"))
    waiting = and_(here, frontier.c.state == "deferred", due)
    database.run(update(frontier).where(waiting).values(state="pending"))


def is_over(until: ColumnElement[int], now: int, longest: int) -> ColumnElement[bool]:
    """Choose what waited until now; a time further ahead than any wait was set by a clock that was wrong."""
    return or_(until <= now, until > now + longest)


def _seeds(opening: Opening) -> list[ColumnElement[bool]]:
    chosen = [frontier.c.state == "ended", frontier.c.rank == 0]
    given = [url_key(seed.link.url) for seed in opening.seeds]
    is_given = frontier.c.key.in_(given)
    chosen.append(is_given if opening.is_described else or_(is_given, frontier.c.failures < GIVEN_UP))
    if opening.only_due:
        chosen.append(is_over(frontier.c.next_visit, opening.now, 2 * LONGEST))
    return chosen


def _due_sitemaps(opening: Opening) -> list[ColumnElement[bool]]:
    """Ask sitemaps of an index in their own interval: the index may stay the same while they change."""
    is_sitemap = and_(frontier.c.kind == "sitemap", frontier.c.rank == 1, frontier.c.state == "ended")
    return [is_sitemap, frontier.c.next_visit > 0, is_over(frontier.c.next_visit, opening.now, 2 * LONGEST)]


def _refreshed(database: Database, opening: Opening) -> int:
    if opening.refresh_since is None:
        return 0
    dates = or_(frontier.c.published >= opening.refresh_since, frontier.c.found >= opening.refresh_since)
    is_article = and_(frontier.c.site == opening.site, frontier.c.article.is_not(None))
    return _ask(database, opening, and_(is_article, frontier.c.state == "ended", dates))


def _ask(database: Database, opening: Opening, chosen: ColumnElement[bool]) -> int:
    values: dict[str, Any] = {"run": opening.run, "outcome": "pending", "reason": "not_reached"}
    asked = update(frontier).where(chosen, frontier.c.run.is_distinct_from(opening.run))
    return _changed(database, asked.values(state="pending", tries=0, **values))


def _young(database: Database, opening: Opening) -> int:
    due = due_articles(database, opening.site, opening.now, only_due=opening.only_due)
    return sum(_ask(database, opening, frontier.c.key.in_(some)) for some in chunks(due))


def _given(database: Database, opening: Opening) -> int:
    """Add the given seeds that are new to the ledger; one found before as a link becomes a seed."""
    page = Announcement(opening.run, opening.site, opening.seeds, depth=0, stale=0, now=opening.now)
    keys = [url_key(seed.link.url) for seed in opening.seeds]
    known = select(frontier.c.key).where(frontier.c.key.in_(keys))
    seen = {row.key for row in database.run(known)}
    new = [seed for seed, key in zip(opening.seeds, keys, strict=True) if key not in seen]
    database.run(update(frontier).where(frontier.c.key.in_(seen)).values(rank=0))
    return announce(database, Announcement(page.run, page.site, new, 0, 0, page.now)).known


def _changed(database: Database, statement: Any) -> int:  # noqa: ANN401 - an update
    return int(database.run(statement).rowcount)


def count_known(database: Database, run: str) -> int:
    """Return how many URLs a run knows."""
    return int(database.run(select(func.count()).where(frontier.c.run == run)).scalar_one())
