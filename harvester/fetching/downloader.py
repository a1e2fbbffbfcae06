"""The downloader: Scrapy's own, that tells Hosts which requests it holds."""

from collections.abc import Generator

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.misc import load_object
from twisted.internet.defer import Deferred, inlineCallbacks

from harvester.fetching.handler import StrictHandler
from harvester.fetching.state import Fetching
from harvester.urls import host_of


class CountingDownloader(Downloader):
    """``DOWNLOADER``: ``Hosts.ready`` knows at once what the scheduler handed out.

    A request counts until its response or failure is with the spider, its redirects included.
    """

    def __init__(self, crawler: Crawler) -> None:
        _check_handlers(crawler)
        super().__init__(crawler)
        self._hosts = Fetching.of(crawler).hosts

    @inlineCallbacks
    def fetch(
        self,
        request: Request,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's signature
    ) -> Generator["Deferred[Response | Request]", Response | Request, Response | Request]:
        """Return what Scrapy's downloader returns."""
        host = host_of(request.url)
        self._hosts.begin(host)
        try:
            result = yield super().fetch(request)
        finally:
            self._hosts.end(host)
        return result

    def get_slot_key(self, request: Request) -> str:
        """Return the host with its port; a redirect's is its own, not that of where it came from."""
        return host_of(request.url)


def _check_handlers(crawler: Crawler) -> None:
    """Return when every handler is ours: a setting of some priority must not take the address guard away.

    Raises:
        ValueError: names the scheme and the setting.
    """
    for scheme, handler in crawler.settings.getwithbase("DOWNLOAD_HANDLERS").items():
        if handler is not None and not issubclass(load_object(handler), StrictHandler):
            raise ValueError(f"DOWNLOAD_HANDLERS: {scheme} has no address guard in {handler}")
