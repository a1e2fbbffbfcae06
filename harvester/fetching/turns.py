"""A host's turn: where every request waits, a page's as well as a robots.txt's or a redirect's."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from harvester.fetching.hosts import Hosts, wall
from harvester.fetching.refused import Refused


class Turns:
    """Who may be on the wire; stops all when the run stops."""

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts
        self._gates: dict[str, tuple[int, asyncio.Semaphore]] = {}
        self._stopping = asyncio.Event()
        self._open: set[asyncio.Task[object]] = set()

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until the host may be asked, then count the request as its own while the block lasts.

        Raises:
            Refused: the host is closed to this run, paused for long, or the run stops.
        """
        async with self._gate(host):
            await self._wait(host)
            self._hosts.asks(host)
            task = asyncio.current_task()
            if task is not None:
                self._open.add(task)
            try:
                yield
            except asyncio.CancelledError:
                if not self._stopping.is_set():
                    raise
                raise Refused("stopped", "the run ended") from None
            finally:
                if task is not None:
                    self._open.discard(task)

    def stop(self) -> None:
        """End all requests, the waiting ones and those on the wire: each is refused as "stopped"."""
        self._stopping.set()
        for task in self._open:
            task.cancel()

    def _gate(self, host: str) -> asyncio.Semaphore:
        connections = self._hosts.connections(host)
        known = self._gates.get(host)
        if known is None or known[0] != connections:
            known = self._gates[host] = (connections, asyncio.Semaphore(connections))
        return known[1]

    async def _wait(self, host: str) -> None:
        """Sleep until the host's next moment; look again then, because another may have moved it."""
        while (seconds := self._seconds(host)) > 0:
            try:
                await asyncio.wait_for(self._stopping.wait(), seconds)
            except TimeoutError:
                continue

    def _seconds(self, host: str) -> float:
        """Return how long to sleep. Raises ``Refused`` when that is no matter of seconds."""
        if self._stopping.is_set():
            raise Refused("stopped", "the run ended")
        closed = self._hosts.refusal(host)
        if closed is not None:
            raise closed
        seconds = self._hosts.next_at(host) - self._hosts.clock()
        if seconds > self._hosts.limits.crawl_delay_max and self._hosts.is_paused(host):
            raise Refused("retry_after", f"{seconds:.0f} s", not_before=wall(seconds))
        return seconds
