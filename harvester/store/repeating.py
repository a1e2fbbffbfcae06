"""What a listing said the last time: the same again when it is unchanged, or more than it says now."""

from sqlalchemy import ColumnElement, and_, case, func, select, update

from harvester.store.announced import Announced
from harvester.store.database import Database
from harvester.store.judging import Announcement
from harvester.store.tables import frontier


def announce_again(database: Database, run: str, source: int) -> int:
    """Count what an unchanged listing announced the last time as known to this run; return how many URLs.

    The sitemaps of an index that are not asked announce theirs, too.
    """
    here = _known_before(run, source)
    children = [
        row.key for row in database.run(select(frontier.c.key).where(here, frontier.c.kind == "sitemap"))
    ]
    known = case((frontier.c.fetched > 0, "known"), else_=frontier.c.reason)
    counted = update(frontier).where(here).values(run=run, outcome="skipped", reason=known)
    count = int(database.run(counted).rowcount)
    return count + sum(announce_again(database, run, child) for child in children)


def ask_vanished(database: Database, page: Announcement) -> Announced:
    """Ask articles again that a listing announced the last time and now leaves out among older ones.

    They may have been withdrawn; what falls off the end of a listing has not.
    """
    oldest = select(func.min(frontier.c.newest)).where(
        frontier.c.source == page.source, frontier.c.run == page.run, frontier.c.kind == "article"
    )
    gone = update(frontier).where(
        _known_before(page.run, page.source),
        frontier.c.article.is_not(None),
        frontier.c.newest > oldest.scalar_subquery(),
    )
    asked = gone.values(state="pending", run=page.run, outcome="pending", reason="not_reached", tries=0)
    hosts = [str(row.host) for row in database.run(asked.returning(frontier.c.host))]
    return Announced(known=len(hosts), hosts=frozenset(hosts))


def _known_before(run: str, source: int | None) -> ColumnElement[bool]:
    """Choose the URLs of the listing's last reading that this run does not know yet."""
    listed = select(frontier.c.listed).where(frontier.c.key == source).scalar_subquery()
    return and_(
        frontier.c.source == source,
        frontier.c.seen >= listed,
        frontier.c.state == "ended",
        frontier.c.run.is_distinct_from(run),
    )
