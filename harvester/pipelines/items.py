"""The verbs as Scrapy's item pipelines; each is found in ``ITEM_PIPELINES`` under its name."""

from typing import Protocol, Self, cast

from scrapy.crawler import Crawler

from harvester.pipelines.check import check
from harvester.pipelines.deduplicate import deduplicate
from harvester.store.judging import Announcement
from harvester.store.outcome import Outcome
from harvester.store.store import Store


class Harvest(Protocol):
    """The spider, as far as the pipelines know it."""

    store: Store

    async def announce(self, outcome: Outcome) -> Announcement:
        """Write the links of a long page but the last ones; return what is left to announce."""

    def settle(self, outcome: Outcome, page: Announcement) -> None:
        """Commit an outcome."""


class _Verb:
    """A pipeline of a crawler."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of a crawler."""
        return cls(crawler)

    @property
    def harvest(self) -> Harvest:
        """The spider of the crawl."""
        return cast("Harvest", self._crawler.spider)


class Check(_Verb):
    """See ``check``."""

    def process_item(self, item: Outcome) -> Outcome:
        """Return the outcome with its record, or quarantined."""
        return check(item)


class Deduplicate(_Verb):
    """See ``deduplicate``."""

    def process_item(self, item: Outcome) -> Outcome:
        """Return the outcome with the version to be written, if any."""
        return deduplicate(item, self.harvest.store.articles)


class Export(_Verb):
    """See ``export``."""

    async def process_item(self, item: Outcome) -> Outcome:
        """Commit the outcome; only a long listing is interrupted, never an article on its way."""
        page = await self.harvest.announce(item)
        self.harvest.settle(item, page)
        return item
