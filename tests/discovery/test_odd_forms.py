"""Listing pages, feeds and sitemaps in forms that real sites send, each with what a reader finds in it."""

# ruff: noqa: E501 - a form is read on one line

import gzip
import json
from datetime import UTC, datetime

import pytest

from harvester.discovery.feeds import read_feed
from harvester.discovery.kinds import seed_kind
from harvester.discovery.listings import read_listing
from harvester.discovery.scope import Scope
from harvester.discovery.sitemaps import read_sitemap

SITE = "https://www.harbour.example"
FEED = f"{SITE}/feeds/news"
NOON = datetime(2026, 5, 4, 10, tzinfo=UTC)
FERRY = ("/2026/05/04/ferry-returns-after-the-storm/", "Ferry returns after the storm of the century")
BRIDGE = ("/2026/05/03/council-votes-for-a-bridge/", "Council votes for a bridge that nobody asked for")


def rss(*items: str, channel: str = "", spaces: str = "") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {spaces}><channel>{channel}{inner}</channel></rss>'


def item(date: str = "") -> str:
    return f"<title>Ferry</title><link>{SITE}/a/ferry</link>{date}"


FEEDS: dict[str, str | bytes] = {
    "byte order mark and blank lines": b"\xef\xbb\xbf\n\n  " + rss(item()).encode(),
    "two bytes a letter": ('<?xml version="1.0" encoding="utf-16"?>' + rss(item())).encode("utf-16"),
    "markup in CDATA": rss(
        f"<title><![CDATA[<b>Ferry</b>]]></title><link><![CDATA[ {SITE}/a/ferry ]]></link>"
    ),
    "address in the guid": rss(f"<title>Ferry</title><guid>{SITE}/a/ferry</guid>"),
    "address behind a counter": rss(
        f"<title>Ferry</title><link>https://counts.example/~r/3</link><f:origLink>{SITE}/a/ferry</f:origLink>",
        spaces='xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"',
    ),
    "relative to the site and not to the feed": rss(
        "<title>Ferry</title><link>a/ferry</link>", channel=f"<link>{SITE}/</link>"
    ),
    "link of Atom in an item": rss(
        f'<title>Ferry</title><a:link href="{SITE}/a/ferry"/>', spaces='xmlns:a="http://www.w3.org/2005/Atom"'
    ),
    "capital letters": f"<RSS><CHANNEL><ITEM><TITLE>Ferry</TITLE><LINK>{SITE}/a/ferry</LINK></ITEM></CHANNEL></RSS>",
    "cut off": rss(item()).partition("</channel>")[0] + "<item><title>Bri",
    "packed twice": gzip.compress(gzip.compress(rss(item()).encode())),
    "comments and scripts around": f"<!-- cache -->{rss(item())}<!-- 0.2 s -->\n<script>x()</script>",
    "Atom without its namespace": f'<feed version="0.3"><entry><title>Ferry</title><link rel="alternate" href="{SITE}/a/ferry"/></entry></feed>',
    "Atom behind a prefix": f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Ferry</a:title><a:link href="{SITE}/a/ferry"/></a:entry></a:feed>',
    "JSON behind a byte order mark": b"\xef\xbb\xbf"
    + json.dumps({"version": "1", "items": [{"id": f"{SITE}/a/ferry", "title": "Ferry"}]}).encode(),
}


@pytest.mark.parametrize("body", FEEDS.values(), ids=FEEDS)
@pytest.mark.parametrize("content_type", ["application/rss+xml", "text/html", "text/plain"])
def test_feed_in_an_odd_form(body: str | bytes, content_type: str) -> None:
    """It is a feed, whatever its server calls it, and gives the one article with its title."""
    data = body.encode() if isinstance(body, str) else body
    assert seed_kind(data, content_type) == "feed"
    (link,) = read_feed(data, FEED, content_type).links
    assert (link.url, link.teaser and link.teaser.title) == (f"{SITE}/a/ferry", "Ferry")


@pytest.mark.parametrize(
    "date",
    [
        "<pubDate>Mon, 04 May 2026 05:00 EST</pubDate>",
        "<pubDate>Mo, 04 Mai 2026 12:00:00 +0200</pubDate>",
        "<pubDate>lun., 04 mai 2026 12:00:00 +0200</pubDate>",
        "<pubDate>Monday, May 4, 2026 10:00 AM GMT</pubDate>",
        "<pubDate>20260504T100000Z</pubDate>",
        "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-05-04T10:00:00Z</dc:date>",
        "<d:issued xmlns:d='http://purl.org/dc/terms/'>2026-05-04T10:00:00Z</d:issued>",
    ],
)
def test_date_of_an_item_in_an_odd_form(date: str) -> None:
    """Zones by name, days in other languages, other vocabularies: the same moment."""
    (link,) = read_feed(rss(item(date)).encode(), FEED).links
    assert link.published == NOON


URLS = f"<url><loc>{SITE}/a/ferry</loc></url>"
SITEMAPS: dict[str, str | bytes] = {
    "no namespace": f"<urlset>{URLS}</urlset>",
    "relative address": '<urlset xmlns="https://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/a/ferry</loc></url></urlset>',
    "packed twice": gzip.compress(gzip.compress(f"<urlset>{URLS}</urlset>".encode())),
    "plain text": f"\ufeff{SITE}/a/ferry\r\n",
    "cut off": f"<urlset>{URLS}<url><loc>https://www.harb",
}


@pytest.mark.parametrize("body", SITEMAPS.values(), ids=SITEMAPS)
def test_sitemap_in_an_odd_form(body: str | bytes) -> None:
    """The one address comes out, whatever is around it."""
    data = body.encode() if isinstance(body, str) else body
    assert seed_kind(data, "application/octet-stream") == "sitemap"
    assert [link.url for link in read_sitemap(data, f"{SITE}/sitemap.xml").links] == [f"{SITE}/a/ferry"]


MENU = (
    '<header><nav><a href="/news/">News</a><a href="/culture-and-media/">Culture and media</a></nav></header>'
)
FOOT = '<footer><a href="/privacy-policy/">Privacy policy</a><a href="/how-to-advertise-with-us/">How to advertise with us</a></footer>'
TWO = (FERRY, BRIDGE)


def each(form: str) -> str:
    return "".join(form.format(href=href, title=title) for href, title in TWO)


LISTINGS = {
    "blog": (
        each(
            '<article><h2><a href="{href}" rel="bookmark">{title}</a></h2><a href="/author/ada-finch/">Ada Finch</a>'
            '<a href="{href}#respond">Leave a comment</a></article>'
        )
        + '<nav><a href="/news/page/2/">Older posts</a></nav>',
        "/news/page/2/",
    ),
    "pager": (
        each('<div class="row"><a href="{href}">{title}</a><span>4 May</span></div>')
        + '<ul><li><a href="?page=0">1</a></li><li><a href="?page=1">2</a></li><li><a href="?page=44">Last »</a></li></ul>',
        "/news/?page=1",
    ),
    "pager of another system": (
        each('<div><a href="{href}">{title}</a></div>')
        + '<div><a href="/news/?PAGEN_1=2">Следующая</a></div>',
        "/news/?PAGEN_1=2",
    ),
    "arrow": (each('<h3><a href="{href}">{title}</a></h3>') + '<a href="/news/p2">»</a>', "/news/p2"),
    "empty links over cards": (
        each(
            '<div class="card"><a href="{href}" aria-label="{title}"></a><img src="/i.jpg" alt=""><h3>{title}</h3></div>'
        ),
        None,
    ),
    "pictures that say their title": (
        each('<div><a href="{href}"><img src="/i.jpg" alt="{title}"></a></div>'),
        None,
    ),
    "calendar, tags and films between": (
        '<table><tr><td><a href="/2026/05/03/">3</a></td></tr></table>'
        + each('<li><a href="{href}">{title}</a></li>')
        + '<a href="/topics/bread-and-bakers-of-the-coast/">Bread and bakers of the coast</a>'
        + '<a href="/video/the-harbour-at-dawn-in-one-minute/">The harbour at dawn in one minute</a>',
        None,
    ),
}


@pytest.mark.parametrize(("body", "following"), LISTINGS.values(), ids=LISTINGS)
def test_listing_in_an_odd_form(body: str, following: str | None) -> None:
    """Its articles come in reading order with their titles, nothing else does, and the next page is found."""
    read = read_listing(f"<html><body>{MENU}<main>{body}</main>{FOOT}</body></html>", f"{SITE}/news/", SCOPE)
    assert [(link.url, link.teaser and link.teaser.title) for link in read.links] == [
        (f"{SITE}{href}", title) for href, title in TWO
    ]
    assert read.next_url == (f"{SITE}{following}" if following else None)


SCOPE = Scope(("harbour.example",))
