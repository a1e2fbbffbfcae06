"""What ends a run early: a signal, the clock, a disk that takes no more. Nothing harvested is lost."""

import asyncio
import shutil
import signal
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Final

from scrapy.crawler import Crawler

from harvester.fetching.state import Fetching
from harvester.health.results import Stop
from harvester.spiders.run import Run
from harvester.spiders.walk import Walk
from harvester.store.errors import NotWritableError, StoreError

_SIGNALS: Final[dict[int, Stop]] = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}
_TICK: Final = 1.0
_MOMENT: Final = 0.01
_PATIENCE: Final = 2.0
"""Seconds for pages that are being read to be finished."""
_SPACE: Final = 32 * 1024 * 1024
"""Bytes that must be free: less, and the run ends while what it has can still be written."""


class Ender:
    """Ends one crawl."""

    def __init__(self, run: Run, crawler: Crawler) -> None:
        self._run = run
        self._crawler = crawler
        self._heard: dict[int, Any] = {}
        self._task: asyncio.Task[None] | None = None
        self._too_late = asyncio.Event()

    def listen(self) -> None:
        """Hear Ctrl-C and SIGTERM, where the loop may: in the main thread."""
        loop = asyncio.get_running_loop()
        for number, stop in _SIGNALS.items():
            before = signal.getsignal(number)
            with suppress(RuntimeError, ValueError, NotImplementedError):
                loop.add_signal_handler(number, self.end, stop)
                self._heard[number] = before

    def listen_no_more(self) -> None:
        """Leave the signals to whoever had them."""
        for number, before in self._heard.items():
            asyncio.get_running_loop().remove_signal_handler(number)
            signal.signal(number, before)

    def end(self, stop: Stop) -> None:
        """End the crawl now: what is on the wire goes back to the ledger."""
        if self._run.stop == "done":
            self._run.stop = stop
        if self._task is None:
            self._task = asyncio.ensure_future(self._end())

    async def _end(self) -> None:
        """Stop the engine as soon as it runs: one that is told so before it does never ends."""
        while self._crawler.crawling and not self._is_running():  # noqa: ASYNC110 - Scrapy has no signal for it
            await asyncio.sleep(_MOMENT)
        spider = self._crawler.spider
        if isinstance(spider, Walk):
            spider.halt(self._run.stop)
        Fetching.of(self._crawler).turns.stop()
        asyncio.get_running_loop().call_later(_PATIENCE, self._too_late.set)
        await self._crawler.stop_async()

    def _is_running(self) -> bool:
        engine = self._crawler.engine
        return engine is not None and engine.running

    async def until_over(self, crawl: Coroutine[Any, Any, None]) -> None:
        """Wait for a crawl; one that was told to end is not waited for much longer.

        What it was still reading is pending again, as after a kill.
        """
        crawling = asyncio.ensure_future(crawl)
        too_late = asyncio.ensure_future(self._too_late.wait())
        await asyncio.wait({crawling, too_late}, return_when=asyncio.FIRST_COMPLETED)
        too_late.cancel()
        if crawling.done():
            crawling.result()

    async def watch_the_clock(self) -> None:
        """Commit and seal in time; end the run when its time is over or the disk is full."""
        while True:
            await asyncio.sleep(_TICK)
            try:
                self._run.tick()
                self._check_space()
            except StoreError as error:
                self._run.fail(error, "not_writable")
                self.end("not_writable")
                return
            if self._run.error is not None:
                self.end(self._run.stop)
                return
            most = self._run.options.max_seconds
            if most is not None and self._run.tally.seconds >= most and self._run.stop == "done":
                self.end("limit_time")

    def _check_space(self) -> None:
        place = self._run.store.place
        if place.stream is None and shutil.disk_usage(place.output).free < _SPACE:
            raise NotWritableError(f"{place.output}: less than {_SPACE // 1024**2} MB are free")
