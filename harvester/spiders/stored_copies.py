"""The last good robots.txt of each origin, kept in the state."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from harvester.fetching.robots_copies import RobotsCopy
from harvester.store.database import Database
from harvester.store.links import seconds
from harvester.store.tables import robots


class StoredCopies:
    """``fetching.robots_copies.RobotsCopies`` over the table; committed with the next pages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, host: str) -> RobotsCopy | None:
        """Return the last good copy of an origin, however old."""
        asked = select(robots.c.body, robots.c.fetched).where(robots.c.origin == host)
        row = self._database.run(asked).first()
        return RobotsCopy(bytes(row.body), datetime.fromtimestamp(row.fetched, UTC)) if row else None

    def put(self, host: str, body: bytes, fetched: datetime) -> None:
        """Keep a good copy in the place of the one before."""
        values = {"body": body, "fetched": seconds(fetched)}
        self._database.insert_new(robots, {"origin": host, **values})
        self._database.run(update(robots).where(robots.c.origin == host).values(values))
