"""``Walk``: a spider that goes by the ledger: leases become requests, outcomes are settled."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from harvester.fetching.hosts import Hosts
from harvester.fetching.refused import Refused
from harvester.health.results import Stop
from harvester.pipelines.export import announce_most
from harvester.spiders.requests import request_of
from harvester.spiders.run import Run
from harvester.store.judging import Announcement
from harvester.store.links import seconds as seconds_of
from harvester.store.outcome import Lease, Outcome
from harvester.store.rests import note_rest, rest_of
from harvester.store.store import Store
from harvester.urls import host_of


class Walk(Spider):
    """What does not depend on how a page is read."""

    run: Run

    def __init__(self, *args: Any, run: Run, **kwargs: Any) -> None:  # noqa: ANN401 - Scrapy's arguments
        super().__init__(*args, **kwargs)
        self.run = run
        self.timers: dict[int, asyncio.TimerHandle] = {}
        self._paced: set[str] = set()

    @property
    def store(self) -> Store:
        """Where outcomes go."""
        return self.run.store

    def next_request(self, hosts: Hosts) -> Request | None:
        """Return the request for the next lease; ``None`` for none now."""
        if self.run.stop != "done":
            return None
        lease = self.run.next_lease(hosts)
        if lease is None:
            return None
        if lease.host not in self._paced:
            self._set_pace(lease, hosts)
        return self.request(lease)

    def _set_pace(self, lease: Lease, hosts: Hosts) -> None:
        limits, delay = self.run.sites[lease.site].limits, self.run.options.delay
        hosts.pace(lease.host, limits.delay if delay is None else delay, limits.connections)
        self._paced.add(lease.host)
        until = rest_of(self.store.database, lease.host, self.store.now())
        if until:
            moment = datetime.fromtimestamp(until, UTC)
            hosts.close(lease.host, Refused("retry_after", "asked in an earlier run", not_before=moment))

    def has_more(self) -> bool:
        """Tell whether something waits to be asked in this run."""
        return self.run.stop == "done" and bool(self.run.queues or self.timers)

    def request(self, lease: Lease) -> Request:
        """Return the request for a lease."""
        if self.run.options.is_thorough and lease.kind != "article":
            lease = replace(lease, etag=None, last_modified=None, digest=None)
        return request_of(lease, self.run.sites[lease.site], self.read, self.refuse)

    async def announce(self, outcome: Outcome) -> Announcement:
        """Write the links of a long page but the last ones; return what is left to announce."""
        return await announce_most(outcome, self.store, self.run.habits(outcome.lease.site))

    def settle(self, outcome: Outcome, page: Announcement | None = None) -> None:
        """Commit an outcome; plan the next try of a deferred one. Raises ``NotWritableError``."""
        if outcome.reason == "retry_after" and outcome.not_before is not None:
            until = seconds_of(outcome.not_before)
            note_rest(self.store.database, host_of(outcome.url or ""), until, self.store.now())
        self.run.settle(outcome, page)
        seconds = self._seconds_to_retry(outcome)
        if seconds is not None:
            loop = asyncio.get_running_loop()
            key = outcome.lease.key
            self.timers[key] = loop.call_later(seconds, self._ask_again, key)

    def _seconds_to_retry(self, outcome: Outcome) -> float | None:
        """Return when a deferred URL is asked again in this run; ``None`` for a later run."""
        limits = self.run.sites[outcome.lease.site].limits
        is_over = outcome.lease.tries >= limits.retries or self.run.stop != "done"
        if outcome.outcome != "deferred" or outcome.not_before is None or is_over:
            return None
        seconds = (outcome.not_before - datetime.now(UTC)).total_seconds()
        return max(seconds, 0.0) if seconds <= limits.retry_after_max else None

    def _ask_again(self, key: int) -> None:
        del self.timers[key]
        lease = self.store.frontier.again(key) if self.run.stop == "done" else None
        if lease is not None:
            self.run.windows[lease.site].asked += lease.kind == "article"
            self.crawler.engine.crawl(self.request(lease))

    def halt(self, stop: Stop) -> None:
        """Ask nothing more; what waits stays in the ledger."""
        if self.run.stop == "done":
            self.run.stop = stop
        for timer in self.timers.values():
            timer.cancel()
        self.timers.clear()

    def read(self, response: Response) -> Any:  # noqa: ANN401 - an item or several
        """Yield the outcome of a response."""
        raise NotImplementedError

    def refuse(self, failure: Failure) -> Any:  # noqa: ANN401 - an item or several
        """Yield the outcome of a request that brought no page."""
        raise NotImplementedError
