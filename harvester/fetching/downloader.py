"""The downloader: Scrapy's own, that tells Hosts which requests it holds."""

from typing import TypeVar

from scrapy import Request, Spider, signals
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.misc import load_object
from twisted.internet.defer import Deferred

from harvester.fetching.handler import StrictHandler
from harvester.fetching.state import Fetching
from harvester.urls import host_of

_T = TypeVar("_T")


class CountingDownloader(Downloader):
    """``DOWNLOADER``: ``Hosts.ready`` knows at once what the scheduler handed out.

    A request counts until its response or failure is with the spider, its redirects included.
    """

    def __init__(self, crawler: Crawler) -> None:
        _check_handlers(crawler)
        super().__init__(crawler)
        self._hosts = Fetching.of(crawler).hosts

    def fetch(
        self,
        request: Request,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's signature
    ) -> "Deferred[Response | Request]":
        """Return what Scrapy's downloader returns."""
        host = host_of(request.url)
        self._hosts.begin(host)
        self.active.add(request)
        fetched = deferred_from_coro(self.middleware.download_async(self._enqueue_request, request))
        return fetched.addBoth(self._ended, request, host)

    def _ended(self, result: _T, request: Request, host: str) -> _T:
        """Forget a request in the moment in which the spider's side takes over: in between all is idle."""
        self.active.remove(request)
        self._hosts.end(host)
        return result

    async def _enqueue_request(self, request: Request) -> Response:
        """Return the response, with Scrapy's signals but past its slots: the handler waits for the turn."""
        self._tell(signals.request_reached_downloader, request=request)
        try:
            response = await self.handlers.download_request_async(request)
            self._tell(signals.response_downloaded, response=response, request=request)
            return response
        finally:
            self._tell(signals.request_left_downloader, request=request)

    def _tell(self, signal: object, **facts: object) -> None:
        self.signals.send_catch_log(signal, spider=self.crawler.spider, **facts)


def _check_handlers(crawler: Crawler) -> None:
    """Return when every handler is ours: a setting of some priority must not take the address guard away.

    Raises:
        ValueError: names the scheme and the setting.
    """
    for scheme, handler in crawler.settings.getwithbase("DOWNLOAD_HANDLERS").items():
        if handler is not None and not issubclass(load_object(handler), StrictHandler):
            raise ValueError(f"DOWNLOAD_HANDLERS: {scheme} has no address guard in {handler}")
