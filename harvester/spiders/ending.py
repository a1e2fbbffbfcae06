"""What ends a run early: a signal, the clock, a disk that takes no more. Nothing harvested is lost."""

import asyncio
import shutil
import signal
from contextlib import suppress
from typing import Final

from scrapy.crawler import Crawler

from harvester.fetching.state import Fetching
from harvester.health.results import Stop
from harvester.spiders.run import Run
from harvester.spiders.walk import Walk
from harvester.store.errors import NotWritableError, StoreError

_SIGNALS: Final[dict[int, Stop]] = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}
_TICK: Final = 1.0
_SPACE: Final = 32 * 1024 * 1024
"""Bytes that must be free: less, and the run ends while what it has can still be written."""


class Ender:
    """Ends one crawl."""

    def __init__(self, run: Run, crawler: Crawler) -> None:
        self._run = run
        self._crawler = crawler
        self._heard: list[int] = []
        self._task: asyncio.Task[None] | None = None

    def listen(self) -> None:
        """Hear Ctrl-C and SIGTERM, where the loop may: in the main thread."""
        loop = asyncio.get_running_loop()
        for number, stop in _SIGNALS.items():
            with suppress(RuntimeError, ValueError, NotImplementedError):
                loop.add_signal_handler(number, self.end, stop)
                self._heard.append(number)

    def listen_no_more(self) -> None:
        """Leave the signals to whoever had them."""
        for number in self._heard:
            asyncio.get_running_loop().remove_signal_handler(number)

    def end(self, stop: Stop) -> None:
        """End the crawl now: what is on the wire goes back to the ledger."""
        spider = self._crawler.spider
        if isinstance(spider, Walk):
            spider.halt(stop)
        Fetching.of(self._crawler).turns.stop()
        if self._task is None:
            self._task = asyncio.ensure_future(self._crawler.stop_async())

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
