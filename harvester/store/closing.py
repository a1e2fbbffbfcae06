"""What a run ends with: every URL that it knew has one outcome with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select, text, update

from harvester.store.database import Database
from harvester.store.tables import frontier

_PENDING: Final = text("state = 'pending'")
_TOLD: Final = ("url", "site", "kind", "outcome", "reason", "detail", "status", "article")


@dataclass(frozen=True, slots=True)
class Count:
    """How many URLs of a site ended in one way."""

    site: str
    kind: str
    outcome: str
    reason: str
    urls: int


@dataclass(frozen=True, slots=True)
class Ending:
    """One URL of a run and what became of it."""

    url: str
    site: str
    kind: str
    outcome: str
    reason: str
    detail: str | None
    status: int | None
    article: str | None


def skip_rest(database: Database, run: str, site: str, reason: str) -> None:
    """End the articles of a site that wait: the run's default window leaves them out."""
    waiting = (_PENDING, frontier.c.site == site, frontier.c.run == run, frontier.c.rank > 1)
    values = {"state": "ended", "outcome": "skipped", "reason": reason}
    database.run(update(frontier).where(*waiting).values(values))


def explain_rest(database: Database, run: str, site: str, reason: str) -> None:
    """Say why what still waits was not asked; it is asked in a later run."""
    waiting = (_PENDING, frontier.c.site == site, frontier.c.run == run)
    database.run(update(frontier).where(*waiting).values(outcome="pending", reason=reason))


def counts(database: Database, run: str) -> list[Count]:
    """Return the outcomes of a run, counted."""
    groups = frontier.c["site", "kind", "outcome", "reason"]
    asked = select(*groups, func.count().label("urls")).where(frontier.c.run == run).group_by(*groups)
    return [Count(**row) for row in database.run(asked.order_by(*groups)).mappings()]


def endings(database: Database, run: str) -> Iterator[Ending]:
    """Yield every URL that a run knew, in the order of their keys, a few at a time."""
    asked = select(frontier.c.key, *frontier.c[_TOLD]).where(frontier.c.run == run)
    last = -1
    while rows := database.run(asked.where(frontier.c.key > last).order_by(frontier.c.key).limit(1000)).all():
        yield from (Ending(**{name: row._mapping[name] for name in _TOLD}) for row in rows)  # noqa: SLF001 - public
        last = rows[-1].key


def details(database: Database, run: str, reason: str) -> list[tuple[str, int]]:
    """Return what is said of the URLs that ended for a reason, and of how many; the most frequent first."""
    urls = func.count().label("urls")
    asked = select(frontier.c.detail, urls).where(frontier.c.run == run, frontier.c.reason == reason)
    rows = database.run(asked.group_by(frontier.c.detail).order_by(urls.desc(), frontier.c.detail))
    return [(row.detail or "", row.urls) for row in rows]


def knows_article(database: Database, site: str) -> bool:
    """Tell whether any run ever found an article's address at a site."""
    asked = select(frontier.c.key).where(frontier.c.site == site, frontier.c.kind == "article").limit(1)
    return database.run(asked).first() is not None


def first_fault(database: Database, run: str, site: str, *, of_article: bool = False) -> Ending | None:
    """Return the first seed, or article, of a site that could not be had; ``None`` when there is none."""
    kind, missing = (
        frontier.c.kind,
        ("failed", "deferred") if of_article else ("failed", "deferred", "skipped"),
    )
    asked = select(*frontier.c[_TOLD]).where(
        frontier.c.run == run,
        frontier.c.site == site,
        kind == "article" if of_article else kind != "article",
        frontier.c.outcome.in_(missing),
    )
    row = database.run(asked.order_by(frontier.c.rank, frontier.c.found, frontier.c.key)).mappings().first()
    return Ending(**{name: row[name] for name in _TOLD}) if row else None
