"""Which URL is asked next: each host in its turn, seeds first, never more than a host's free slots."""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from harvester.fetching.hosts import Hosts
from harvester.spiders.windows import Window
from harvester.store.frontier import ARTICLE_RANK, Frontier
from harvester.store.outcome import Lease

AHEAD: Final = 8
"""Leases taken from the table at once, per host."""


class Place(NamedTuple):
    """A site's URLs at one host."""

    site: str
    host: str


class Queues:
    """Leases of all places, in turn."""

    def __init__(self, frontier: Frontier, windows: Mapping[str, Window]) -> None:
        self._frontier = frontier
        self._windows = windows
        self._turns: deque[Place] = deque()
        self._leases: dict[Place, deque[Lease]] = {}

    def wake(self, site: str, hosts: Iterable[str]) -> None:
        """Note that hosts have something to ask for a site; what was taken ahead is put back in order."""
        for host in sorted(hosts):
            place = Place(site, host)
            self._give_back(place)
            if place not in self._leases:
                self._leases[place] = deque()
                self._turns.append(place)

    def __bool__(self) -> bool:
        """Whether any place may have something to ask."""
        return bool(self._turns)

    def next(self, hosts: Hosts) -> Lease | None:
        """Return the next lease whose host has a free slot; ``None`` when there is none now."""
        for _ in range(len(self._turns)):
            place = self._turns[0]
            self._turns.rotate(-1)
            if hosts.busy(place.host) >= hosts.connections(place.host):
                continue
            lease = self._take(place)
            if lease is not None:
                return lease
            self._turns.pop()
            del self._leases[place]
        return None

    def _take(self, place: Place) -> Lease | None:
        window, waiting = self._windows[place.site], self._leases[place]
        rank = ARTICLE_RANK if window.left is None or window.left > 0 else ARTICLE_RANK - 1
        if waiting and waiting[0].rank > rank:
            self._give_back(place)
        if not waiting:
            waiting.extend(self._frontier.lease(place.site, place.host, _ahead(window), rank))
        return waiting.popleft() if waiting else None

    def _give_back(self, place: Place) -> None:
        waiting = self._leases.get(place)
        if waiting:
            self._frontier.give_back([lease.key for lease in waiting])
            waiting.clear()

    def close(self) -> None:
        """Give back everything that was taken ahead."""
        for place in self._turns:
            self._give_back(place)
        self._turns.clear()
        self._leases.clear()


def _ahead(window: Window) -> int:
    return AHEAD if window.left is None else max(1, min(AHEAD, window.left))
