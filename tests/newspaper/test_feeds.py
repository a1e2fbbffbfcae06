"""Feeds, sitemaps and pictures are what they say they are."""

import gzip
import struct
import zlib
from datetime import date

from lxml import etree

from harvester.newspaper import Newspaper, Request

PAPER = Newspaper(today=date(2026, 5, 4))
MAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def body(target):
    return b"".join(PAPER.answer(Request("GET", target, {"host": "paper.example"})).parts)


def status(url):
    return PAPER.answer(
        Request("GET", url.removeprefix("http://paper.example"), {"host": "paper.example"})
    ).status


def test_feeds_name_addresses_that_answer():
    """Every link of the RSS and of the Atom feed leads to an article, each with a date."""
    rss, atom = etree.fromstring(body("/rss.xml")), etree.fromstring(body("/atom.xml"))
    links = [
        *rss.xpath("//item/link/text()"),
        *atom.xpath("//*[local-name()='entry']/*[local-name()='link']/@href"),
    ]
    assert len(links) == 40
    assert len(rss.xpath("//item/pubDate")) == 20
    assert {status(link) for link in links} == {200}


def test_robots_lead_to_every_piece():
    """robots.txt announces an index, the index a gzipped sitemap, and that one all 49 pieces."""
    assert b"Sitemap: http://paper.example/sitemap.xml" in body("/robots.txt")
    named = etree.fromstring(body("/sitemap.xml")).xpath("//s:loc/text()", namespaces=MAP)
    urls = etree.fromstring(gzip.decompress(body(named[0].removeprefix("http://paper.example"))))
    assert len(urls.xpath("//s:loc", namespaces=MAP)) == 49
    assert {status(url) for url in urls.xpath("//s:loc/text()", namespaces=MAP)} == {200}


def test_news_sitemap_has_titles_and_dates_of_two_days():
    """The news sitemap gives title and date of the newest articles only."""
    news = etree.fromstring(body("/sitemap-news.xml"))
    titles = news.xpath("//n:title/text()", namespaces=MAP)
    dates = news.xpath("//n:publication_date/text()", namespaces=MAP)
    assert "Harbour wall reopens after a winter of repairs" in titles
    assert {date[:10] for date in dates} <= {"2026-05-01", "2026-05-02", "2026-05-03"}


def test_pictures_are_whole_png_files():
    """Every chunk's checksum holds and the pixels are as many as the header says."""
    png = body("/pictures/1001.png")
    at, pixels = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(name + data)
        pixels += data if name == b"IDAT" else b""
        at += 12 + length
    assert len(zlib.decompress(pixels)) == 360 * 641
    assert body("/pictures/1002.png") != png
