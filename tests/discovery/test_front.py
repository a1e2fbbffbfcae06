"""What a site that nobody described announces."""

import pytest

from harvester.discovery.front import read_front, robots_sitemaps
from harvester.discovery.scope import Scope
from harvester.discovery.seeds import Feed, ListingPage, Sitemap

URL = "https://www.harbour.example/"
SCOPE = Scope(("harbour.example",))
MENU = """<nav><a href="/">Home</a><a href="/sport">Sport</a><a href="/culture/books">Books</a>
<a href="/about-us">About</a></nav>"""


def front(head: str = "", body: str = MENU, robots: str | None = None):
    return read_front(f"<html><head>{head}</head><body>{body}</body></html>", URL, SCOPE, robots)


@pytest.mark.parametrize(
    ("head", "feed"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', "rss"),
        ('<link rel="alternate" type="application/atom+xml; charset=utf-8" href="/atom.xml">', "atom.xml"),
        ('<link rel="ALTERNATE" type="Application/RSS+XML" href="rss.xml">', "rss.xml"),
        ('<link rel="alternate" type="application/feed+json" href="/feed.json">', "feed.json"),
        ('<link rel="alternate" type="text/xml" href="/rss/news.xml">', "rss/news.xml"),
        (
            '<link rel="alternate" type="application/rss+xml" href="feed:https://www.harbour.example/rss">',
            "rss",
        ),
        ('<link rel="feed" href="/feed/">', "feed/"),
        ('<link rel="alternate" type="application/rss+xml" href="//www.harbour.example/rss">', "rss"),
    ],
)
def test_announced_feeds_are_seeds(head: str, feed: str) -> None:
    """A feed is announced in the page's head, in one of many spellings."""
    assert front(head).feeds == (Feed(f"{URL}{feed}"),)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">',
        '<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">',
        '<link rel="alternate" hreflang="de" href="/de/">',
        '<link rel="alternate" type="application/rss+xml" href="https://other.example/rss">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:x">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="stylesheet" href="/feed.css">',
    ],
)
def test_other_announcements_are_none(head: str) -> None:
    """Feeds of comments and of other sites, translations and bad addresses are no seeds."""
    assert front(head).feeds == ()


def test_a_linked_feed_serves_where_none_is_announced() -> None:
    """A link to a feed in the page counts when its head announces none."""
    link = '<a href="/rss.xml">RSS</a>'
    assert front("", MENU + link).feeds == (Feed(f"{URL}rss.xml"),)
    announced = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    assert front(announced, MENU + link).feeds == (Feed(f"{URL}feed"),)


def test_the_sitemaps_of_robots() -> None:
    """Every Sitemap line counts, in any case, news first; bad addresses are passed over."""
    robots = (
        "\ufeffUser-agent: *\r\nDisallow: /x\r\nSitemap: https://www.harbour.example/sitemap.xml\r\n"
        "sitemap:/sitemap-news.xml # fresh\nSITEMAP : https://cdn.example/harbour.xml\nSitemap: http://[\nSitemap:\n"
        "Sitemap: https://www.harbour.example/sitemap.xml"
    )
    assert robots_sitemaps(robots, URL) == (
        Sitemap(f"{URL}sitemap-news.xml"),
        Sitemap(f"{URL}sitemap.xml"),
        Sitemap("https://cdn.example/harbour.xml"),
    )


def test_seeds_are_feeds_and_sitemaps_else_sections() -> None:
    """Sections of the menu are seeds where neither a feed nor a sitemap is announced."""
    assert front().seeds == (ListingPage(f"{URL}sport"), ListingPage(f"{URL}culture/books"))
    announced = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    found = front(announced, MENU, "Sitemap: /s.xml")
    assert found.seeds == (Feed(f"{URL}rss"), Sitemap(f"{URL}s.xml"))
    assert found.sections == front().sections


def test_the_front_page_is_a_listing_too() -> None:
    """What the front page itself lists is not lost."""
    story = '<h2><a href="/2024/05/06/ferry-returns">Ferry returns</a></h2>'
    assert [link.teaser.title for link in front("", MENU + story).listing.links] == ["Ferry returns"]


def test_a_feed_in_place_of_a_front_page_is_a_seed() -> None:
    """Who starts a crawl at a feed's or a sitemap's address gets that seed."""
    assert read_front(b"<rss><channel></channel></rss>", URL, SCOPE).seeds == (Feed(URL),)
    assert read_front(b"<urlset></urlset>", URL, SCOPE).seeds == (Sitemap(URL),)


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0;url=/en/", f"{URL}en/"),
        ("0; URL='/en/'", f"{URL}en/"),
        (" 3 , https://www.harbour.example/en", f"{URL}en"),
        ("0;url=/", None),
        ("0", None),
        ("300; url=/en/", None),
        ("0;url=https://elsewhere.example/", None),
        ("0;url=javascript:lamp()", None),
    ],
)
def test_a_refresh_leads_on(content: str, target: str | None) -> None:
    """A page that sends its readers on at once, within the site, is no front page; a reload is none."""
    assert front(f'<meta http-equiv="refresh" content="{content}">').refresh == target
