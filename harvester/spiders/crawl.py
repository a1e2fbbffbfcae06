"""``crawl``: one run over sites, from the first seed to the sealed files."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings

from harvester.fetching.contact import require_contact, user_agent
from harvester.fetching.one import project_settings
from harvester.fetching.state import Fetching
from harvester.health.results import RunResult
from harvester.health.tally import Watch
from harvester.site import Site
from harvester.spiders.ending import Ender
from harvester.spiders.finishing import begin, finish
from harvester.spiders.news import NewsSpider
from harvester.spiders.options import Options
from harvester.spiders.run import Run
from harvester.spiders.stored_copies import StoredCopies
from harvester.store.store import Place, Store
from harvester.urls import host_of

_NOWHERE: Final = Path()


def crawl(
    sites: Sequence[Site],
    state: Path | None,
    output: Path | BinaryIO,
    options: Options | None = None,
    watch: Watch | None = None,
) -> RunResult:
    """Crawl sites and return what came of it.

    ``output`` is a folder, or a stream for the lines alone; ``state`` the file of what is remembered,
    ``None`` for ``state.db`` in the folder, or for nothing at all with a stream.

    Raises:
        ContactNeededError: a public host is to be asked, and nobody is named whom its owner could write to.
        ForeignStateError, HeldError, NotWritableError, TooNewError: the state cannot be used.
    """
    options = options or Options()
    require_contact((host_of(site.home) for site in sites), options.contact)
    store = Store.open(_place(state, output, options))
    try:
        run = Run.of(store, sites, options, watch)
        return _crawled(run)
    finally:
        store.close()


def _place(state: Path | None, output: Path | BinaryIO, options: Options) -> Place:
    if isinstance(output, Path):
        return Place(output=output, state=state, keep_outbox=options.keep_outbox)
    return Place(output=_NOWHERE, state=state, stream=output, keep_outbox=options.keep_outbox)


def _crawled(run: Run) -> RunResult:
    begin(run)
    if run.queues:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_walk(run))
    return finish(run)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return uvloop.new_event_loop


async def _walk(run: Run) -> None:
    crawler = AsyncCrawlerRunner(settings_of(run.options)).create_crawler(NewsSpider)
    prepare(crawler, run)
    ender = Ender(run, crawler)
    clock = asyncio.create_task(ender.watch_the_clock())
    ender.listen()
    try:
        await ender.until_over(crawler.crawl_async(run=run))
    finally:
        ender.listen_no_more()
        clock.cancel()
        if isinstance(crawler.spider, NewsSpider):
            await crawler.spider.leave()


def settings_of(options: Options) -> Settings:
    """Return Scrapy's settings for a run."""
    settings = project_settings()
    own: dict[str, Any] = {
        "USER_AGENT": user_agent(options.contact),
        "HARVESTER_ALLOW_ADDRESSES": list(options.allow_addresses),
        "HARVESTER_LIMITS": options.limits,
        "HARVESTER_PROXY": options.proxy,
    }
    settings.setdict(own, priority="cmdline")
    return settings


def prepare(crawler: Crawler, run: Run) -> None:
    """Give the fetching of a crawler what the run's state remembers."""
    Fetching.of(crawler).copies = StoredCopies(run.store.database)
