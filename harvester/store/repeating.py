"""A listing that has not changed announces what it announced the last time."""

from sqlalchemy import ColumnElement, and_, case, select, update

from harvester.store.database import Database
from harvester.store.tables import frontier


def announce_again(database: Database, run: str, source: int) -> int:
    """Count what an unchanged listing announced the last time as known to this run; return how many URLs.

    The sitemaps of an index that are not asked announce theirs, too.
    """
    here = _listed(run, source)
    children = [
        row.key for row in database.run(select(frontier.c.key).where(here, frontier.c.kind == "sitemap"))
    ]
    known = case((frontier.c.fetched > 0, "known"), else_=frontier.c.reason)
    counted = update(frontier).where(here).values(run=run, outcome="skipped", reason=known)
    count = int(database.run(counted).rowcount)
    return count + sum(announce_again(database, run, child) for child in children)


def _listed(run: str, source: int) -> ColumnElement[bool]:
    """Choose the URLs of the listing's last reading that this run does not know yet and does not ask."""
    listed = select(frontier.c.listed).where(frontier.c.key == source).scalar_subquery()
    return and_(
        frontier.c.source == source,
        frontier.c.seen >= listed,
        frontier.c.state == "ended",
        frontier.c.run.is_distinct_from(run),
    )
