"""One page, fetched as a crawl would: the same guard, robots.txt, pace and limits, once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.exceptions import IgnoreRequest
from scrapy.settings import Settings

from harvester.fetching.failures import failure_reason
from harvester.fetching.fetched import Fetched, fetched_of
from harvester.fetching.hosts import backoff
from harvester.fetching.refused import Refused
from harvester.fetching.state import Fetching
from harvester.limits import LIMITS
from harvester.urls import fetch_form

_IMPATIENT: Final = 1.0
"""Seconds before the first retry at most: somebody is waiting for this page."""
_ALONE: Final[dict[str, Any]] = {
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",  # no ledger: nothing is remembered of one page
    "ITEM_PIPELINES": {},
    "SPIDER_MODULES": [],
}


def project_settings() -> Settings:
    """Return Scrapy's settings as ``harvester.settings`` has them."""
    settings = Settings()
    settings.setmodule("harvester.settings", priority="project")
    return settings


def fetch_one(url: str, settings: Settings | None = None, **meta: object) -> Fetched:
    """Return the page at ``url``; for code that runs no event loop.

    ``settings`` are a project's; ``meta`` is the request's: ``max_bytes``, ``tls_unverified`` ...

    Raises:
        Refused: no page came of it, after as many retries as the limits give.
    """
    alone = (settings or project_settings()).copy()
    alone.setdict(_ALONE, priority="cmdline")
    limits = alone.get("HARVESTER_LIMITS") or LIMITS
    alone.set(
        "HARVESTER_LIMITS", replace(limits, backoff=min(limits.backoff, _IMPATIENT)), priority="cmdline"
    )
    return asyncio.run(_run(url, alone, meta))


async def _run(url: str, settings: Settings, meta: dict[str, object]) -> Fetched:
    crawler = AsyncCrawlerRunner(settings).create_crawler(_OnePage)
    await crawler.crawl_async(url=url, meta=meta)
    spider = crawler.spider
    if not isinstance(spider, _OnePage) or spider.result is None:
        raise RuntimeError(f"the crawl of {url} ended before it began")
    if isinstance(spider.result, Refused):
        raise spider.result
    return spider.result


class _OnePage(Spider):
    """A spider whose only request is made by itself, so that no scheduler is asked."""

    name = "one_page"

    def __init__(self, url: str, meta: dict[str, object]) -> None:
        super().__init__()
        self._url = url
        self._meta = meta
        self.result: Fetched | Refused | None = None

    async def start(self) -> AsyncIterator[object]:
        """Fetch the page; yield nothing."""
        try:
            self.result = await self._tries()
        except (IgnoreRequest, ValueError) as error:
            self.result = failure_reason(error)
        no_requests: tuple[object, ...] = ()
        for request in no_requests:
            yield request

    async def _tries(self) -> Fetched:
        limits = Fetching.of(self.crawler).limits
        for attempt in range(1, limits.retries + 1):
            try:
                return await self._try(attempt)
            except Refused as refused:
                seconds = _seconds_to(refused) or backoff(limits, attempt)
                if not refused.retryable or seconds > limits.crawl_delay_max:
                    raise
                await asyncio.sleep(seconds)
        return await self._try(limits.retries + 1)

    async def _try(self, attempt: int) -> Fetched:
        meta = {"scope": "any", **self._meta, "attempt": attempt}
        request = Request(fetch_form(self._url), meta=meta)
        response = await self.crawler.engine.download_async(request)
        return fetched_of(response, self._url)


def _seconds_to(refused: Refused) -> float:
    """Return the seconds until the refusal's own moment; 0 when it has none."""
    if refused.not_before is None:
        return 0.0
    return max((refused.not_before - datetime.now(UTC)).total_seconds(), 0.0)
