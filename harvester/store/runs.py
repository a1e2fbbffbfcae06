"""Runs and sites: when they began and ended, and what ``status`` tells of them."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from harvester.store.database import Database
from harvester.store.tables import articles, frontier, runs, sites


@dataclass(frozen=True, slots=True)
class SiteState:
    """What the state knows of a site."""

    site: str
    last_run: str | None
    last_run_at: int
    """Seconds since 1970; 0 for never, as all times here."""
    is_first_done: bool
    """Whether the first crawl was completed; until then its window counts."""
    last_new: int
    """When the last new article was written."""
    articles: int = 0
    """That were written of it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of a site waits."""

    failing: int
    """URLs whose last request failed."""
    pending: int
    due: int
    """Seeds whose next visit has come."""
    next_visit: int
    """Of the seed that is due first."""
    articles: int


def new_run(database: Database, now: float) -> str:
    """Begin a run; return its name: the second, the millisecond, chance. Names sort by time."""
    time = datetime.fromtimestamp(now, UTC)
    name = f"{time:%Y%m%dT%H%M%SZ}-{time.microsecond // 1000:03d}{secrets.token_hex(1)}"
    database.run(insert(runs), {"run": name, "started": int(now)})
    database.commit()
    return name


def end_run(database: Database, run: str, now: int, result: str) -> None:
    """Note that a run ended; the caller commits."""
    database.run(update(runs).where(runs.c.run == run).values(ended=now, result=result))


def dead_runs(database: Database) -> list[str]:
    """Return the runs that began and never ended: they were killed."""
    asked = select(runs.c.run).where(runs.c.ended == 0).order_by(runs.c.run)
    return [str(row.run) for row in database.run(asked)]


def run_facts(database: Database, run: str) -> tuple[int, int, str | None]:
    """Return when a run started and ended, and its result."""
    row = database.run(select(runs.c.started, runs.c.ended, runs.c.result).where(runs.c.run == run)).one()
    return int(row.started), int(row.ended), row.result


def site_state(database: Database, site: str) -> SiteState:
    """Return what is known of a site; all zeros for a new one."""
    row = database.run(select(sites).where(sites.c.site == site)).first()
    written = int(database.run(select(func.count()).where(articles.c.site == site)).scalar_one())
    if row is None:
        return SiteState(site, None, 0, is_first_done=False, last_new=0, articles=written)
    return SiteState(row.site, row.last_run, row.last_run_at, bool(row.first_done), row.last_new, written)


def all_sites(database: Database) -> list[SiteState]:
    """Return the sites of the state, by name."""
    names = [row.site for row in database.run(select(sites.c.site).order_by(sites.c.site))]
    return [site_state(database, name) for name in names]


def note_site(database: Database, state: SiteState) -> None:
    """Write what is known of a site; the caller commits."""
    values: dict[str, Any] = {
        "last_run": state.last_run,
        "last_run_at": state.last_run_at,
        "first_done": int(state.is_first_done),
        "last_new": state.last_new,
    }
    database.insert_new(sites, {"site": state.site})
    database.run(update(sites).where(sites.c.site == state.site).values(values))


def waiting(database: Database, site: str, now: int) -> Waiting:
    """Return what of a site waits."""
    here = frontier.c.site == site
    is_seed = (frontier.c.rank == 0) & (frontier.c.failures == 0)
    asked = select(
        func.count().filter(frontier.c.failures > 0).label("failing"),
        func.count().filter(frontier.c.state.in_(("pending", "leased"))).label("pending"),
        func.count().filter(is_seed & (frontier.c.next_visit <= now)).label("due"),
        func.coalesce(func.min(frontier.c.next_visit).filter(is_seed), 0).label("next_visit"),
        func.count().filter(frontier.c.article.is_not(None)).label("articles"),
    ).where(here)
    row = database.run(asked).one()
    return Waiting(row.failing, row.pending, row.due, row.next_visit, row.articles)
