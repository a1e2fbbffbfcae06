"""The faulty edition, asked through the fetching alone: every fault of servers, politeness and addresses."""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response

from harvester.fetching.failures import failure_reason
from harvester.fetching.hosts import backoff
from harvester.fetching.refused import Refused
from harvester.urls import absolute, fetch_form
from tests.fetching.wire import LOOP, QUICK, settings_for
from tests.newspaper.faults import FAULTS, Fault, FaultyEdition, faulty_edition
from tests.newspaper.faults.words import CLEAN, ending

ROWS = {*range(1, 18), *range(38, 45), 46, 47, 49, 57}
READ_TO_BE_KNOWN = {
    "json_at_an_article",
    "refresh_loop",
    "maintenance_as_200",
    "soft_404",
    "redirect_to_front",
}
"""What only who reads the page can tell."""
LONG = {"crawl_delay_two", "request_rate", "robots_drips", "robots_silent"}
"""What takes longer than a test has time for; smaller ones are tested elsewhere."""
CHOSEN = [
    fault for fault in FAULTS.values() if fault.row in ROWS and fault.name not in READ_TO_BE_KNOWN | LONG
]
LIMITS = replace(
    QUICK,
    retries=2,
    idle_seconds=10,
    request_seconds=20,
    backoff=0.02,
    retry_after_max=3,
    page_bytes=2_000_000,
    crawl_delay_max=2.5,
)
SLOW = {"never_answers", "slow_headers", "slow_body", "stalls_before_the_end"}
IMPATIENT = replace(LIMITS, idle_seconds=0.7, request_seconds=1)
"""For the articles that never come; a busy machine must not fail the others by these."""


@dataclass
class Crawled:
    """What came of each URL of the faulty edition."""

    edition: FaultyEdition
    results: dict[str, Response | Refused] = field(default_factory=dict)

    def filled(self, fault: Fault, link: str) -> str:
        """Return a link as the front page prints it."""
        here = {"port": self.edition.port, "canary": self.edition.canary, "host": fault.host}
        for name, value in here.items():
            link = link.replace(f"{{{name}}}", str(value))
        return link

    def urls(self, fault: Fault) -> list[str]:
        """Return what is asked of a site: a clean article, its own, what its front page links, another."""
        paths = (CLEAN[0], *fault.articles, *fault.links, CLEAN[1])
        found = (absolute(self.edition.front(fault), self.filled(fault, path)) for path in paths)
        return list(dict.fromkeys(fetch_form(url) for url in found if url))


class Visitor(Spider):
    """Asks every site for its articles, with retries as a ledger would give them."""

    name = "visitor"
    crawled: Crawled

    async def start(self):
        await asyncio.gather(*map(self.visit, self.crawled.edition.faults))
        for nothing in ():
            yield nothing

    async def visit(self, fault: Fault) -> None:
        for url in self.crawled.urls(fault):
            self.crawled.results[url] = await self.tries(url)

    async def tries(self, url: str) -> Response | Refused:
        result = await self.one(url, 1)
        for attempt in (2, 3):
            if not isinstance(result, Refused) or not result.retryable:
                break
            seconds = (result.not_before - datetime.now(UTC)).total_seconds() if result.not_before else 0
            if seconds > LIMITS.retry_after_max:
                break
            await asyncio.sleep(max(seconds, backoff(LIMITS, attempt - 1)))
            result = await self.one(url, attempt)
        return result

    async def one(self, url: str, attempt: int) -> Response | Refused:
        try:
            limits = IMPATIENT if any(name in url for name in SLOW) else LIMITS
            meta = {"attempt": attempt, "limits": limits}
            return await self.crawler.engine.download_async(Request(url, meta=meta))
        except Refused as refused:
            return failure_reason(refused)


@pytest.fixture(scope="module")
def crawled() -> Iterator[Crawled]:
    """One crawl of all the faults, each on an address of its own."""
    with faulty_edition(CHOSEN) as edition:
        settings = settings_for(limits=LIMITS)
        settings.set("HARVESTER_ALLOW_ADDRESSES", list(edition.addresses), priority="cmdline")
        os.environ["SSL_CERT_FILE"] = edition.authority
        found = Crawled(edition)

        async def crawl() -> None:
            await AsyncCrawlerRunner(settings).create_crawler(Visitor).crawl_async(crawled=found)

        try:
            with asyncio.Runner(loop_factory=LOOP) as runner:
                runner.run(crawl())
        finally:
            del os.environ["SSL_CERT_FILE"]
        yield found


def fate(fault: Fault, path: str, result: Response | Refused) -> str:
    if isinstance(result, Refused):
        return "absent"
    if result.meta.get("truncated_reason"):
        return "flagged"
    return "article" if ending(fault.key, path).encode() in result.body else "half"


def complaints(crawled: Crawled, fault: Fault) -> Iterator[str]:
    """Yield what is wrong with what became of a fault's articles, and with what was asked of its site."""
    base = crawled.edition.front(fault).rstrip("/")
    asked = fault.links if len(fault.links) == len(fault.articles) else fault.articles
    own = [
        (path, link, fault.expect, fault.reasons) for path, link in zip(fault.articles, asked, strict=True)
    ]
    clean = [(path, path, fault.clean, frozenset()) for path in CLEAN]
    for path, link, expected, reasons in (*own, *clean):
        result = crawled.results[fetch_form(absolute(base, crawled.filled(fault, link)))]
        became = fate(fault, path, result)
        if became not in expected:
            yield f"{path} became {became}: {result!r}"
        elif became == "absent" and reasons and result.reason not in reasons:
            yield f"{path}: {result!r}"
    yield from filter(None, [crawled.edition.complaint(fault)])


def test_each_fault_ends_as_it_must(crawled):
    """Whole, flagged or refused, by a word that the fault's reasons name; and no request too many."""
    found = {fault.name: list(complaints(crawled, fault)) for fault in CHOSEN}
    assert len(found) > 100
    assert {name: what for name, what in found.items() if what} == {}


def test_nobody_went_where_nobody_may(crawled):
    """No request of the crawl, nor of a redirect, nor for a robots.txt, came to the canary."""
    assert crawled.edition.strangers == []
    assert crawled.edition.broken == []
