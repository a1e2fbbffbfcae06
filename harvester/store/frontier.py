"""The frontier: URLs go out as leases and come back as outcomes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import bindparam, func, select, text, update

from harvester.store.database import Database
from harvester.store.links import unpacked
from harvester.store.outcome import Lease
from harvester.store.tables import frontier

_FACTS: Final = (
    *("key", "url", "site", "host", "kind", "rank", "depth", "stale", "failures", "tries", "missing"),
    *("etag", "last_modified", "digest", "article", "interval", "polls"),
)
_PENDING: Final = text("state = 'pending'")
"""Written out, so that SQLite sees that the partial index serves."""
_NEXT: Final = (
    select(*frontier.c[(*_FACTS, "link")])
    .where(
        _PENDING,
        frontier.c.site == bindparam("site"),
        frontier.c.host == bindparam("host"),
        frontier.c.rank <= bindparam("rank"),
    )
    .order_by(frontier.c.rank, frontier.c.newest.desc())
    .limit(bindparam("count"))
)
_SETTLE: Final = update(frontier).where(frontier.c.key == bindparam("at"))
_STATE: Final = _SETTLE.values(state=bindparam("now"))
ARTICLE_RANK: Final = 2


class Frontier:
    """Every URL ever found; the caller commits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lease(self, site: str, host: str, count: int, rank: int = ARTICLE_RANK) -> list[Lease]:
        """Return the next URLs of a site at a host, up to a rank: seeds first, then the newest articles."""
        values = {"site": site, "host": host, "count": count, "rank": rank}
        leases = [_lease(row) for row in self._database.quick(_NEXT, values).fetchall()]
        self._put("leased", [lease.key for lease in leases])
        return leases

    def again(self, key: int) -> Lease | None:
        """Lease a deferred URL whose time has come; ``None`` when it waits no more."""
        asked = select(*frontier.c[(*_FACTS, "link")]).where(
            frontier.c.key == key, frontier.c.state == "deferred"
        )
        row = self._database.run(asked).first()
        if row is None:
            return None
        self._put("leased", [key])
        return _lease(row)

    def give_back(self, keys: Collection[int]) -> None:
        """Return leased URLs that were not asked."""
        self._put("pending", keys)

    def _put(self, state: str, keys: Iterable[int]) -> None:
        for key in sorted(keys):
            self._database.quick(_STATE, {"at": key, "now": state})

    def pending_hosts(self, site: str) -> list[str]:
        """Return the hosts of a site that have something to ask."""
        asked = select(frontier.c.host).distinct().where(_PENDING, frontier.c.site == site)
        return [row.host for row in self._database.run(asked)]

    def count_pending(self, site: str, rank: int = ARTICLE_RANK) -> int:
        """Return how many URLs of a rank wait for a site."""
        asked = select(func.count()).where(_PENDING, frontier.c.site == site, frontier.c.rank == rank)
        return int(self._database.run(asked).scalar_one())

    def settle(self, key: int, values: Mapping[str, Any]) -> None:
        """Write what an outcome means to its row."""
        self._database.quick(_SETTLE, {"at": key, **values})

    def ask_aliases(self, key: int, run: str) -> frozenset[str]:
        """Ask the other forms of an article whose own address failed; return their hosts."""
        waiting = (frontier.c.alias_of == key, frontier.c.reason == "alias", frontier.c.fetched == 0)
        asked = update(frontier).where(*waiting).values(
            state="pending", outcome="pending", reason="not_reached", run=run, alias_of=None
        )  # fmt: skip
        return frozenset(row.host for row in self._database.run(asked.returning(frontier.c.host)))


def _lease(row: Sequence[Any]) -> Lease:
    return Lease(link=unpacked(row[-1]), **dict(zip(_FACTS, row[:-1], strict=True)))
