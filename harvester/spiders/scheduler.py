"""``SCHEDULER``: the frontier's leases as Scrapy's requests."""

from collections import deque
from typing import Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from harvester.fetching.state import Fetching
from harvester.spiders.requests import LEASE
from harvester.spiders.walk import Walk


class LedgerScheduler(BaseScheduler):
    """Hands out what a free host can take, from the table; keeps nothing but what comes back by itself."""

    def __init__(self, crawler: Crawler) -> None:
        self._hosts = Fetching.of(crawler).hosts
        self._walk: Walk | None = None
        self._returned: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the scheduler of a crawler."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Take the run from the spider."""
        if not isinstance(spider, Walk):
            raise TypeError(f"{spider.name} keeps no ledger: use Scrapy's own scheduler for it")
        self._walk = spider

    def has_pending_requests(self) -> bool:
        """Tell whether something is to be asked now or later in this run."""
        walk = self._walk
        return bool(self._returned or (walk and walk.has_more()))

    def enqueue_request(self, request: Request) -> bool:
        """Take back a request of a lease: a retry, or what a middleware made of it; refuse all else."""
        if LEASE not in request.meta:
            return False
        self._returned.append(request)
        return True

    def next_request(self) -> Request | None:
        """Return the next request; ``None`` when no host is free or nothing is left."""
        if self._returned:
            return self._returned.popleft()
        return self._walk.next_request(self._hosts) if self._walk else None
