"""A run for ``scrapy crawl news -a site=example.org``, where no command of ours has made one."""

import asyncio
import os
from pathlib import Path

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from harvester.fetching.contact import ContactNeededError, require_contact
from harvester.fetching.state import Fetching
from harvester.health.results import RunResult
from harvester.sites import BrokenSite, Sites, UnknownSite
from harvester.spiders.ending import Ender
from harvester.spiders.finishing import begin, finish
from harvester.spiders.options import Options
from harvester.spiders.run import Run
from harvester.spiders.stored_copies import StoredCopies
from harvester.store.errors import StoreError
from harvester.store.store import Place, Store
from harvester.urls import host_of


class OwnRun:
    """Opened with the crawler, finished when its spider closes."""

    def __init__(self, run: Run, crawler: Crawler) -> None:
        self.run = run
        self.result: RunResult | None = None
        self._ender = Ender(run, crawler)
        self._clock: asyncio.Task[None] | None = None

    def tick(self) -> None:
        """Let the clock run."""
        self._clock = asyncio.ensure_future(self._ender.watch_the_clock())

    def end(self) -> None:
        """Seal, report, let the state go."""
        if self._clock is not None:
            self._clock.cancel()
        try:
            self.result = finish(self.run)
        finally:
            self.run.store.close()


def contact_of(settings: BaseSettings) -> str | None:
    """Return the contact of a project's settings, else that of the environment."""
    return settings.get("HARVESTER_CONTACT") or os.environ.get("HARVESTER_CONTACT")


def own_run(crawler: Crawler, site: str = "", output: str = "output", delay: str | None = None) -> Run:
    """Return a run over the sites named in ``site``, separated by commas.

    Raises:
        UsageError: it cannot begin.
    """
    try:
        return _own_run(crawler, site, output, delay)
    except (BrokenSite, UnknownSite, ContactNeededError, StoreError, ValueError) as error:
        raise UsageError(str(error)) from error


def _own_run(crawler: Crawler, names: str, output: str, delay: str | None) -> Run:
    contact = contact_of(crawler.settings)
    folders = [Path(folder) for folder in os.environ.get("HARVESTER_SITES", "").split(os.pathsep) if folder]
    known = Sites.load(folders)
    if not names:
        raise UsageError("no site: say which one with -a site=example.org")
    sites = [known.asked(name.strip()) for name in names.split(",")]
    require_contact((host_of(each.home) for each in sites), contact)
    store = Store.open(Place(output=Path(output)))
    options = Options(contact=contact, delay=float(delay) if delay else None, known=known)
    run = Run.of(store, sites, options)
    Fetching.of(crawler).copies = StoredCopies(store.database)
    begin(run)
    own = OwnRun(run, crawler)
    crawler.signals.connect(own.tick, signals.spider_opened, weak=False)
    crawler.signals.connect(own.end, signals.engine_stopped, weak=False)
    return run
