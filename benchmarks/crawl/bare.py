"""Bare Scrapy: a spider on library defaults that only yields the URL of each article page."""

import sys

import scrapy
from scrapy.crawler import CrawlerProcess


class Bare(scrapy.Spider):
    """Follow listing pages, yield the address of each article."""

    name = "bare"
    custom_settings = {  # noqa: RUF012 - Scrapy's own form
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,  # as harvester asks; sixteen take the same CPU time
    }

    def parse(self, response):
        """Follow the page's links: articles, and the next listing page."""
        for href in response.css("li a::attr(href)").getall():
            yield response.follow(href, self.parse_article)
        for href in response.css("a[rel=next]::attr(href)").getall():
            yield response.follow(href, self.parse)

    def parse_article(self, response):
        """Yield the address."""
        yield {"url": response.url}


if __name__ == "__main__":
    out, *urls = sys.argv[1:]
    process = CrawlerProcess({"FEEDS": {out: {"format": "jsonlines"}}})
    process.crawl(Bare, start_urls=urls)
    process.start()
