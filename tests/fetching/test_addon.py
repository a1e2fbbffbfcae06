"""The fetching in another project."""

import asyncio

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner

from harvester.fetching.refused import Refused
from tests.fetching.wire import HTML, QUICK, page

OTHERS = {
    "ADDONS": {"harvester.fetching.addon.Addon": 500},
    "TWISTED_REACTOR_ENABLED": False,
    "USER_AGENT": "otherbot/1.0",
    "HTTPERROR_ALLOW_ALL": True,
}


class Others(Spider):
    """A spider that knows nothing of harvester."""

    name = "others"

    async def start(self):
        for url in self.urls:
            yield Request(url, errback=self.failed)

    def parse(self, response):
        self.seen.append(response.body)

    def failed(self, failure):
        self.seen.append(failure.value)


def crawl(urls: list[str], **settings) -> list[bytes | Exception]:
    seen: list[bytes | Exception] = []

    async def go() -> None:
        crawler = AsyncCrawlerRunner({**OTHERS, **settings}).create_crawler(Others)
        await crawler.crawl_async(urls=urls, seen=seen)

    asyncio.run(go())
    return seen


def test_one_line_brings_the_guard_and_the_rest(wire):
    """Loopback is closed, and the reason comes to the errback."""
    (refused,) = crawl([wire.url()])
    assert isinstance(refused, Refused)
    assert refused.reason == "address"
    assert wire.connections == 0


def test_what_the_project_sets_itself_stays(wire):
    """Its user agent, and the addresses that it opens."""
    wire.answers["/"] = page(HTML)
    wire.answers["/old"] = page(b"", "Location: /", status="302 Found")
    seen = crawl([wire.url("/old")], HARVESTER_ALLOW_ADDRESSES=[wire.host], HARVESTER_LIMITS=QUICK)
    assert seen == [HTML]
    assert {asked.header("User-Agent") for asked in wire.asked} == {"otherbot/1.0"}
