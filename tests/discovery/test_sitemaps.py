"""Sitemaps of every kind, whole or broken."""

import gzip
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.discovery.seeds import Unreadable
from harvester.discovery.sitemaps import read_sitemap
from harvester.limits import Limits

URL = "https://harbour.example/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?><urlset {NS}
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://harbour.example/2024/lighthouse </loc><lastmod>2024-05-05</lastmod></url>
<url><loc>https://harbour.example/2024/ferry?utm_source=x</loc>
<news:news><news:publication><news:name>Harbour Post</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2024-05-06T10:00:00+02:00</news:publication_date>
<news:title>Ferry returns &amp;amp; stays</news:title>
<news:keywords>Sea, Town, Sea</news:keywords></news:news>
<image:image><image:loc>/i/ferry.jpg</image:loc><image:title>A boat</image:title></image:image></url>
<url><loc>https://harbour.example/about</loc></url></urlset>"""
INDEX = f"""<sitemapindex {NS}><sitemap><loc>https://harbour.example/s-2023-01.xml</loc></sitemap>
<sitemap><loc>https://harbour.example/s-2024-05.xml.gz</loc></sitemap>
<sitemap><loc>https://harbour.example/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
<sitemap><loc>https://harbour.example/new.xml</loc><lastmod>2024-05-06T10:00:00Z</lastmod></sitemap>
<sitemap><loc>https://harbour.example/s-2023-12.xml</loc></sitemap>
<sitemap><loc>javascript:x</loc></sitemap></sitemapindex>"""


def test_a_news_sitemap_announces_articles() -> None:
    """Title, date, paper, language, keywords and picture are kept with the link; newest first."""
    page = read_sitemap(NEWS.encode(), URL)
    ferry, lighthouse, about = page.links
    assert (page.kind, page.whole, page.unread) == ("urlset", True, 0)
    assert (ferry.url, ferry.found_in) == ("https://harbour.example/2024/ferry", "sitemap")
    assert (ferry.teaser.title, ferry.teaser.image_url) == (
        "Ferry returns & stays",
        "https://harbour.example/i/ferry.jpg",
    )
    assert (ferry.published, ferry.published_raw) == (
        datetime(2024, 5, 6, 8, tzinfo=UTC),
        "2024-05-06T10:00:00+02:00",
    )
    assert (ferry.publication, ferry.language, ferry.keywords) == ("Harbour Post", "en", ("Sea", "Town"))
    assert (lighthouse.modified, lighthouse.published, lighthouse.teaser) == (
        datetime(2024, 5, 5, tzinfo=UTC),
        None,
        None,
    )
    assert about.url == "https://harbour.example/about"


def test_an_index_names_sitemaps_newest_first() -> None:
    """Children come by date, undated ones by the month in their address; bad ones are counted."""
    page = read_sitemap(INDEX.encode(), URL)
    names = [child.url.rpartition("/")[2] for child in page.children]
    assert names == ["new.xml", "old.xml", "s-2024-05.xml.gz", "s-2023-12.xml", "s-2023-01.xml"]
    assert (page.kind, page.links, page.unread) == ("index", (), 1)


def test_lines_of_addresses_are_a_sitemap() -> None:
    """A text file of addresses is read line by line; other lines are passed over."""
    body = b"\xef\xbb\xbfhttps://harbour.example/a\r\n\r\nwords\nhttps://harbour.example/b?utm_source=x\nhttp://[\n"
    page = read_sitemap(body, URL)
    assert [link.url for link in page.links] == ["https://harbour.example/a", "https://harbour.example/b"]
    assert (page.kind, page.unread) == ("text", 1)


def test_a_feed_in_place_of_a_sitemap_is_read() -> None:
    """The protocol allows a feed as sitemap."""
    body = b"<rss><channel><item><title>T</title><link>/a</link></item></channel></rss>"
    assert [link.url for link in read_sitemap(body, URL).links] == ["https://harbour.example/a"]


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(NEWS.encode(), mtime=0),
        gzip.compress(NEWS[:300].encode(), mtime=0) + gzip.compress(NEWS[300:].encode(), mtime=0),
        b"\n" + NEWS.encode(),
        NEWS.replace(f" {NS}", "").encode(),
        NEWS.replace("<urlset", "<urlset xmlns:x='y'").replace("news:", "n:").encode(),
        NEWS.replace(NS, 'xmlns="http://www.google.com/schemas/sitemap/0.84"').encode(),
        NEWS.replace("<url>", "<URL>").replace("</url>", "</URL>").encode(),
        NEWS.replace("<url>", "<sm:url>").replace("</url>", "</sm:url>").encode(),
        NEWS.replace("2024/ferry?", "2024/ferry?utm_medium=a&").encode(),
        NEWS.encode("utf-16"),
        NEWS.replace("<urlset", '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset').encode(),
    ],
)
def test_odd_forms_are_read(body: bytes) -> None:
    """Packed, without or with wrong namespaces, in capitals: the same links."""
    assert [link.url for link in read_sitemap(body, URL, "text/html").links] == [
        link.url for link in read_sitemap(NEWS.encode(), URL).links
    ]


def test_a_cut_sitemap_gives_its_whole_items() -> None:
    """Cut anywhere, half an address is never a link, and the page says that it is cut."""
    whole = {link.url for link in read_sitemap(NEWS.encode(), URL).links}
    for end in range(200, len(NEWS) - 2):
        try:
            page = read_sitemap(NEWS[:end].encode(), URL)
        except Unreadable:
            continue
        assert {link.url for link in page.links} <= whole
        assert not page.whole


def test_a_cut_archive_gives_its_whole_items() -> None:
    """Gzip that ends in the middle is read as far as it goes, and the page says so."""
    many = NEWS.replace(
        "</urlset>", "".join(f"<url><loc>/{n}</loc></url>" for n in range(5000)) + "</urlset>"
    )
    body = gzip.compress(many.encode())
    page = read_sitemap(body[: len(body) // 2], URL)
    assert not page.whole
    assert 100 < len(page.links) < 5003


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (gzip.compress(b"", mtime=0), "empty"),
        (b"<html><body>404</body></html>", "html"),
        (b"<rdf-like/>", "not_a_sitemap"),
        (b"words", "not_a_sitemap"),
        (b"\x1f\x8b\x00garbage", "empty"),
        (gzip.compress(b" " * 5_000_000, mtime=0), "too_large"),
    ],
)
def test_what_is_no_sitemap_is_named(body: bytes, reason: str) -> None:
    """Pages, bombs and empty answers: the reason says what came."""
    with pytest.raises(Unreadable) as caught:
        read_sitemap(body, URL)
    assert caught.value.reason == reason


def test_a_bomb_is_refused_before_it_grows() -> None:
    """Gzip that grows a thousandfold is given up at once, by size or by ratio."""
    bomb = gzip.compress(b"<url>" * 20_000_000, mtime=0)
    started = time.process_time()
    for limits in (Limits(), Limits(ratio=100_000, seed_bytes=2_000_000)):
        with pytest.raises(Unreadable, match="too_large"):
            read_sitemap(bomb, URL, None, limits)
    assert time.process_time() - started < 1


def test_fifty_thousand_items_are_read_quickly() -> None:
    """A sitemap of the largest size allowed takes about a second."""
    item = "<url><loc>https://harbour.example/story-{}</loc><lastmod>2024-05-06T10:{:02}:00Z</lastmod></url>"
    body = f"<urlset {NS}>" + "".join(item.format(n, n % 60) for n in range(50_000)) + "</urlset>"
    started = time.process_time()
    page = read_sitemap(body.encode(), URL)
    assert len(page.links) == 50_000
    assert page.links[0].modified == datetime(2024, 5, 6, 10, 59, tzinfo=UTC)
    assert time.process_time() - started < 5


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(body: bytes) -> None:
    """Whatever comes is a sitemap or Unreadable."""
    for start in (b"", b"<urlset><url>", b"\x1f\x8b\x08\x00"):
        with suppress(Unreadable):
            read_sitemap(start + body, URL)
