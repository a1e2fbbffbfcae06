"""Hosts that asked to be left alone for longer than a run lasts."""

from sqlalchemy import select, update

from harvester.store.database import Database
from harvester.store.intervals import LATEST
from harvester.store.tables import hosts


def note_rest(database: Database, host: str, not_before: int, now: int) -> None:
    """Keep in mind that a host is not asked before a time; the caller commits."""
    not_before = min(not_before, now + LATEST)
    database.insert_new(hosts, {"host": host})
    database.run(update(hosts).where(hosts.c.host == host).values(not_before=not_before))


def rest_of(database: Database, host: str, now: int) -> int:
    """Return until when a host rests, seconds since 1970; 0 when it may be asked."""
    asked = select(hosts.c.not_before).where(hosts.c.host == host, hosts.c.not_before > now)
    until = int(database.run(asked).scalar() or 0)
    return until if until <= now + LATEST else 0
