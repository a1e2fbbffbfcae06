"""``NewsSpider``: seeds to links to article pages. One outcome a response, never a request."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from typing import Any, Final, Self, TypeVar

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from harvester.article import Article
from harvester.fetching.contact import user_agent
from harvester.fetching.failures import failure_reason
from harvester.fetching.fetched import Fetched, fetched_of
from harvester.fetching.refused import Refused
from harvester.fetching.state import Fetching
from harvester.health.results import BROKEN_RULE
from harvester.pipelines.check import NOT_ARTICLE
from harvester.spiders.aside import Aside, GivenUpError
from harvester.spiders.extracting import Broken, Got, No, extracted, extracted_beside
from harvester.spiders.outcomes import content_type, of_refusal, of_response
from harvester.spiders.own import contact_of, own_run
from harvester.spiders.reading import Reader, Reading, Seen, read_seen
from harvester.spiders.requests import LEASE
from harvester.spiders.walk import Walk
from harvester.store.errors import StoreError
from harvester.store.outcome import Lease, Outcome
from harvester.urls import host_of

_T = TypeVar("_T")
LARGE: Final = 256_000
"""Bytes of a body that is read beside the crawl, so that the crawl goes on."""
GIVEN_UP: Final = "given_up"
"""The reason when reading took too long."""


class NewsSpider(Walk):
    """The network's side of a crawl."""

    name = "news"
    _aside: Aside

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Say who asks, where Scrapy's own command runs the spider."""
        super().update_settings(settings)
        contact = contact_of(settings)
        if contact:
            settings.set("USER_AGENT", user_agent(contact), priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:  # noqa: ANN401 - Scrapy's
        """Return the spider; listen to what Scrapy would only log. Without a run it makes one of its own."""
        if "run" not in kwargs:
            kwargs = {"run": own_run(crawler, **kwargs)}
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider._aside = Aside(Fetching.of(crawler).limits.parse_seconds)  # noqa: SLF001 - its own
        crawler.signals.connect(spider.leave, signals.engine_stopped)
        crawler.signals.connect(spider.callback_broke, signals.spider_error)
        crawler.signals.connect(spider.pipeline_broke, signals.item_error)
        return spider

    async def leave(self) -> None:
        """End the process that reads large pages."""
        await self._aside.close()

    async def start(self) -> AsyncIterator[Any]:
        """Yield nothing: the scheduler has the seeds."""
        nothing: tuple[object, ...] = ()
        for item in nothing:
            yield item

    async def read(self, response: Response) -> AsyncIterator[Outcome]:
        """Yield what a response means."""
        lease: Lease = response.meta[LEASE]
        outcome = of_response(lease, response)
        if outcome.outcome == "unchanged":
            yield outcome
        elif lease.kind == "article":
            yield await self._article(outcome, response)
        else:
            yield await self._listing(outcome, response)

    def refuse(self, failure: Failure) -> Iterator[Outcome]:
        """Yield why no page came."""
        lease: Lease = failure.request.meta[LEASE]  # type: ignore[attr-defined]
        refused = failure_reason(failure)
        if refused.reason == "stopped":
            self.run.give_back(lease)
        else:
            yield of_refusal(lease, refused, self.run.sites[lease.site].limits)

    async def _listing(self, outcome: Outcome, response: Response) -> Outcome:
        lease = outcome.lease
        reader = Reader.of(self.run.sites[lease.site], self.run.windows[lease.site])
        sitemaps = Fetching.of(self.crawler).sitemaps.get(host_of(response.url), ())
        kind = content_type(response)
        seen = Seen(lease.kind, response.body, response.url, kind, lease.depth, sitemaps)
        reading = await self._read(response, read_seen, reader, seen)
        if isinstance(reading, Reading):
            return replace(outcome, links=reading.links, next_page=reading.next_page)
        reason = reading if reading == GIVEN_UP else f"unreadable_{reading}"
        return replace(outcome, outcome="failed", reason=reason, digest=None)

    async def _read(self, response: Response, function: Callable[..., _T], *arguments: object) -> _T | str:
        """Return what a function makes of a page, a large one's beside the crawl; "given_up" for too slow."""
        if len(response.body) < LARGE:
            return function(*arguments)
        return await self._beside(function, *arguments)

    async def _beside(self, function: Callable[..., _T], *arguments: object) -> _T | str:
        try:
            return await self._aside.read(function, *arguments)
        except GivenUpError:
            return GIVEN_UP

    async def _article(self, outcome: Outcome, response: Response) -> Outcome:
        page = fetched_of(response, outcome.lease.url)
        if page.policy().noindex:
            return replace(outcome, outcome="skipped", reason="noindex")
        article = await self._extracted(Got(page.body, page.url, page.evidence(outcome.lease.link)))
        if isinstance(article, str):
            return replace(outcome, outcome="failed", reason=GIVEN_UP)
        if isinstance(article, Broken):
            return replace(outcome, outcome="failed", reason=BROKEN_RULE, detail=article.detail)
        if isinstance(article, No):
            reason = f"{NOT_ARTICLE}{article.reason}"
            return replace(outcome, outcome="skipped", reason=reason, detail=article.detail)
        return self._judged(outcome, article, page)

    async def _extracted(self, page: Got) -> Article | No | Broken | str:
        """Return the article; a large page is read beside the crawl, if its site's file can be read there."""
        files = self.run.files
        if len(page.body) < LARGE or (files.all and files.folders is None):
            return extracted(page, files)
        return await self._beside(extracted_beside, page, files.folders)

    def _judged(self, outcome: Outcome, article: Article, page: Fetched) -> Outcome:
        if page.policy(article.rights.robots_meta).noindex:
            return replace(outcome, outcome="skipped", reason="noindex")
        window = self.run.windows[outcome.lease.site]
        is_old = window.since is not None and article.published and article.published < window.since
        if window.is_strict and is_old:
            return replace(outcome, outcome="skipped", reason="too_old")
        return replace(outcome, reason="new", article=page.with_facts(article, outcome.digest))

    def callback_broke(self, failure: Failure, response: Response | Failure) -> None:
        """Count a page that our own code could not read as failed, with the error's name."""
        request = response.request if isinstance(response, Response) else failure.request  # type: ignore[attr-defined]
        if request is not None and LEASE in request.meta:
            self._settle_broken(request.meta[LEASE], failure)

    def pipeline_broke(self, failure: Failure, item: Outcome) -> None:
        """End the run when its outcome cannot be written; count any other error for its page."""
        if isinstance(failure.value, StoreError):
            self.run.fail(failure.value, "not_writable")
        elif self.store.is_broken:
            self.run.fail(failure.value or RuntimeError("a failure without an error"), "internal")
        else:
            self._settle_broken(item.lease, failure)

    def _settle_broken(self, lease: Lease, failure: Failure) -> None:
        refused = Refused("internal", f"{type(failure.value).__name__}: {failure.value}"[:_SHOWN])
        try:
            self.settle(of_refusal(lease, refused, self.run.sites[lease.site].limits))
        except StoreError as error:
            self.run.fail(error, "not_writable")


_SHOWN: Final = 200
