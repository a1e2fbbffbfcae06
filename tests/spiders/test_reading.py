"""A listing's links, each with the reason why it is not asked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harvester.discovery.seeds import Feed, ListingPage, Sitemap, Unreadable
from harvester.limits import Limits
from harvester.site import Site
from harvester.spiders.reading import Reader, Seen, first_seeds
from harvester.spiders.windows import Window

HOST = "https://harbourpost.example"
STORY = "/news/2026/05/03/a-story-of-the-quay"
SINCE = datetime(2026, 5, 1, tzinfo=UTC)
WINDOW = Window(since=SINCE, budget=500, is_default=True)


class HarbourPost(Site):
    hosts = ("harbourpost.example",)
    seeds = (Feed(f"{HOST}/rss"), ListingPage(f"{HOST}/news"), Sitemap(f"{HOST}/map.xml"))


class Patterned(Site):
    hosts = ("harbourpost.example",)
    article_url = r"/story/\d+"


def read(kind, body, site=None, depth=0, robots=()):
    reader = Reader.of(site or Site.generic(HOST), WINDOW)
    return reader.read(Seen(kind, body.encode(), f"{HOST}/x", None, depth, robots))


def reasons(reading):
    return {found.link.url.removeprefix(HOST): found.refused for found in reading.links}


def sitemap(*urls):
    rows = "".join(f"<url><loc>{url}</loc>{rest}</url>" for url, rest in urls)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


def test_feed():
    """A feed's links are believed; those that lie elsewhere, before the window or in a maze are refused."""
    items = "".join(
        f"<item><title>T</title><link>{link}</link>{date}</item>"
        for link, date in [
            (f"{HOST}/quay", "<pubDate>Sun, 03 May 2026 10:00:00 GMT</pubDate>"),
            (f"{HOST}/old", "<pubDate>Fri, 03 Apr 2026 10:00:00 GMT</pubDate>"),
            ("https://elsewhere.example/copy", ""),
            (f"{HOST}/a/b/a/b/a/b/story", ""),
            (f"{HOST}/undated", ""),
        ]
    )
    found = reasons(read("feed", f"<rss><channel>{items}</channel></rss>"))
    assert found == {
        "/quay": None,
        "/old": "too_old",
        "https://elsewhere.example/copy": "scope",
        "/a/b/a/b/a/b/story": "repeated_segments",
        "/undated": None,
    }


def test_sitemap():
    """A plain sitemap names every page of a site: only what looks like an article is asked."""
    body = sitemap(
        (f"{HOST}/news/2026/05/03/the-quay-reopens-after-a-year", ""),
        (f"{HOST}/about", ""),
        (f"{HOST}/news/2026/04/03/an-old-story-of-the-quay", "<lastmod>2026-04-03</lastmod>"),
    )
    assert reasons(read("sitemap", body)) == {
        "/news/2026/05/03/the-quay-reopens-after-a-year": None,
        "/about": "not_article_url",
        "/news/2026/04/03/an-old-story-of-the-quay": "too_old",
    }


def test_pattern():
    """A site's own pattern decides, in feeds as well."""
    rss = "".join(
        f"<item><link>{HOST}{path}</link></item>" for path in ("/story/7", "/the-quay-reopens-2026")
    )
    found = read("feed", f"<rss><channel>{rss}</channel></rss>", Patterned())
    assert reasons(found) == {"/story/7": None, "/the-quay-reopens-2026": "not_article_url"}


def test_index():
    """Sitemaps of an index are further listings; those wholly before the window are refused."""
    body = (
        "<sitemapindex><sitemap><loc>https://harbourpost.example/map-2026-05.xml</loc>"
        "<lastmod>2026-05-03</lastmod></sitemap><sitemap><loc>https://harbourpost.example/map-2025.xml</loc>"
        "<lastmod>2025-12-31</lastmod></sitemap></sitemapindex>"
    )
    found = read("sitemap", body)
    assert [(each.kind, each.rank, each.refused) for each in found.links] == [
        ("sitemap", 1, None),
        ("sitemap", 1, "too_old"),
    ]
    deep = read("sitemap", body, replace_limits(sitemap_depth=2), depth=2)
    assert {each.refused for each in deep.links} == {"sitemap_depth"}


def replace_limits(**limits):
    class Deep(Site):
        hosts = ("harbourpost.example",)

    Deep.limits = replace(Limits(), **limits)
    return Deep()


def test_front():
    """A front page gives the seeds that it and robots.txt announce, its own articles, and its next page."""
    page = f"""<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body><main>
    {"".join(f'<article><h3><a href="{STORY}-{n}">A story of quay {n}</a></h3></article>' for n in range(5))}
    </main><a rel="next" href="/?page=2">Older</a></body></html>"""
    found = read("front", page, robots=(f"{HOST}/news-map.xml",))
    seeds = [(each.kind, each.link.url) for each in found.links if each.rank == 0]
    assert seeds == [("feed", f"{HOST}/rss"), ("sitemap", f"{HOST}/news-map.xml")]
    assert sum(each.kind == "article" for each in found.links) == 5
    assert (found.next_page.link.url, found.next_page.rank) == (f"{HOST}/?page=2", 1)


@pytest.mark.parametrize(
    ("kind", "body"), [("feed", "<html></html>"), ("sitemap", "<p>no</p>"), ("listing", "{}")]
)
def test_unreadable(kind, body):
    """What is no listing says so by name."""
    with pytest.raises(Unreadable):
        read(kind, body)


def test_first_seeds():
    """A described site starts at its seeds, any other at its front page."""
    assert [(seed.kind, seed.rank) for seed in first_seeds(HarbourPost())] == [
        ("feed", 0),
        ("listing", 0),
        ("sitemap", 0),
    ]
    assert [(seed.kind, seed.link.url) for seed in first_seeds(Site.generic(HOST))] == [("front", HOST)]


def test_front_page_that_is_a_refresh():
    """Where the front page sends its readers at once is the front page."""
    page = '<html><head><meta http-equiv="Refresh" content="0; URL=/en/"></head></html>'
    (found,) = read("front", page).links
    assert (found.link.url, found.kind, found.rank) == (f"{HOST}/en/", "front", 0)


def test_sitemaps_without_dates():
    """Of thousands of sitemaps without a date the first and the last are asked: news are at one end."""
    rows = "".join(f"<sitemap><loc>{HOST}/map/{number}.xml</loc></sitemap>" for number in range(500))
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    found = reasons(read("sitemap", f'<sitemapindex xmlns="{space}">{rows}</sitemapindex>'))
    asked = [url for url, reason in found.items() if reason is None]
    assert len(asked) == 100
    assert {"/map/0.xml", "/map/49.xml", "/map/450.xml", "/map/499.xml"} <= set(asked)
    assert found["/map/250.xml"] == "sitemap_count"
