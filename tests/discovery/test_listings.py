"""Listing pages, in whatever markup."""

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.discovery.listings import read_listing
from harvester.discovery.scope import Scope
from harvester.discovery.seeds import Unreadable
from harvester.newspaper import Newspaper, Request, big_site

URL = "https://www.harbour.example/news"
SCOPE = Scope(("harbour.example",))
FERRY = "/2024/05/06/ferry-returns-after-storm"
LIGHT = "/2024/05/05/lighthouse-sold-to-painter"
MENU = '<nav><a href="/">Home</a><a href="/news">News</a><a href="/sport">Sport</a></nav>'
FOOT = '<footer><a href="/about-us">About us</a><a href="/privacy-policy">Privacy</a></footer>'

CARDS = f"""<div class="card"><a href="{FERRY}?utm_source=x"><img src="/i/ferry.jpg" alt=""></a>
<span class="label">News</span>
<h3><a href="{FERRY}">Ferry returns after storm</a></h3>
<p>The boat that was missing since Monday is back in the harbour of the town.</p>
<time datetime="2024-05-06T10:00:00+02:00">6 May</time></div>
<div class="card"><a href="{LIGHT}"><h3>Lighthouse sold to painter</h3></a></div>"""
LINKED_BOXES = f"""<ul><li><a href="{FERRY}"><img data-src="/i/ferry.jpg" src="data:image/gif;base64,x">
<span>News</span>
<h2>Ferry returns after storm</h2>
<p>The boat that was missing since Monday is back in the harbour of the town.</p>
<time datetime="2024-05-06T10:00:00+02:00">6 May</time></a></li>
<li><a href="{LIGHT}"><h2>Lighthouse sold to painter</h2></a></li></ul>"""
TABLES = f"""<table><tr><td><img src="/i/ferry.jpg"></td><td><span>News</span><br>
<a href="{FERRY}"><b>Ferry returns
 after storm</b></a>
<p>The boat that was missing since Monday is back in the harbour of the town.</p>
<time datetime="2024-05-06T10:00:00+02:00">6 May</time></td></tr><tr><td></td>
<td><a href="{LIGHT}">Lighthouse sold to painter</a></td></tr></table>"""


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}<main>{body}</main>{FOOT}</body></html>"


@pytest.mark.parametrize("body", [CARDS, LINKED_BOXES, TABLES])
def test_articles_come_with_their_teasers(body: str) -> None:
    """Title, summary, label, date and picture are read beside the link, in any markup; each article once."""
    ferry, lighthouse = read_listing(page(body), URL, SCOPE).links
    assert ferry.url == f"https://www.harbour.example{FERRY}"
    assert ferry.teaser.title == "Ferry returns after storm"
    assert (
        ferry.teaser.summary == "The boat that was missing since Monday is back in the harbour of the town."
    )
    assert ferry.teaser.labels == ("News",)
    assert ferry.teaser.image_url == "https://www.harbour.example/i/ferry.jpg"
    assert (ferry.found_in, ferry.published) == ("listing", datetime(2024, 5, 6, 8, tzinfo=UTC))
    assert (lighthouse.teaser.title, lighthouse.teaser.summary) == ("Lighthouse sold to painter", None)


def test_links_that_are_no_articles_are_counted() -> None:
    """Pages about the site, menus and other sites are no links; the site's own ones are counted."""
    body = f'{CARDS}<a href="/author/ada">Ada</a><a href="https://other.example/2024/05/06/a-story-of-ours">x</a>'
    listing = read_listing(page(body), URL, SCOPE)
    assert len(listing.links) == 2
    assert listing.sections == ("https://www.harbour.example/sport",)
    assert listing.unread == 5


@pytest.mark.parametrize(
    "bad",
    [
        "javascript:void(0)", "http://[", "mailto:a@b.example", "data:,x", "file:///etc/passwd", "tel:1",
        "", "#", "{{path}}/2024/05/06/template-of-a-story", "//", "https://", "\x00", "http://harbour.example:99999/a",
    ],
)  # fmt: skip
def test_a_bad_link_costs_no_other(bad: str) -> None:
    """A link that cannot be requested is passed over; those after it are read."""
    listing = read_listing(page(f'<a href="{bad}">A story of the harbour and more</a>{CARDS}'), URL, SCOPE)
    assert [link.teaser.title for link in listing.links] == [
        "Ferry returns after storm",
        "Lighthouse sold to painter",
    ]


@pytest.mark.parametrize(
    ("base", "first"),
    [
        ("/archive/", "https://www.harbour.example/archive/2024/05/06/ferry-returns"),
        ("https://other.example/", "https://www.harbour.example/2024/05/06/ferry-returns"),
        ("javascript:x", "https://www.harbour.example/2024/05/06/ferry-returns"),
    ],
)
def test_a_base_is_believed_inside_the_site(base: str, first: str) -> None:
    """A base on another site would turn the site's own links away: it is ignored."""
    document = page(
        '<a href="2024/05/06/ferry-returns">Ferry returns after the storm</a>', f'<base href="{base}">'
    )
    assert [link.url for link in read_listing(document, URL, SCOPE).links] == [first]


def test_traps_are_no_links() -> None:
    """Addresses that repeat their segments or never end are not followed."""
    maze = "/maze" * 5 + FERRY
    listing = read_listing(
        page(f'<a href="{maze}">A story of the harbour</a><a href="/{"x-y-z-" * 900}">b</a>'), URL, SCOPE
    )
    assert listing.links == ()


def test_the_sites_pattern_decides() -> None:
    """Where a site file says what an article's address is, shape is not asked."""
    body = f'<a href="/n/7">Ferry</a><a href="{FERRY}">Ferry returns after the storm</a>'
    listing = read_listing(page(body), URL, Scope(("harbour.example",), r"/n/\d+$"))
    assert [link.url for link in listing.links] == ["https://www.harbour.example/n/7"]


NEXT = [
    ("/news", '<link rel="next" href="/news?page=2">', "/news?page=2"),
    ("/news", '<a rel="next" href="/news/page/2/">»</a>', "/news/page/2/"),
    (
        "/news",
        '<a href="/news?page=1">1</a><a href="/news?page=2">2</a><a href="/news?page=3">3</a>',
        "/news?page=2",
    ),
    (
        "/news?page=2",
        '<a href="/news">1</a><a href="/news?page=2">2</a><a href="/news?page=3">3</a>',
        "/news?page=3",
    ),
    (
        "/news/page/2",
        '<a href="/news/">1</a><a href="/news/page/3">3</a><a href="/news/page/9">9</a>',
        "/news/page/3",
    ),
    ("/news/2", '<a href="/news/1">1</a><a href="/news/3">3</a>', "/news/3"),
    ("/news", '<a href="/news/2">2</a>', "/news/2"),
    ("/news", '<a href="/news?start=20">Older posts →</a>', "/news?start=20"),
    ("/news", '<a href="/news?offset=20">Ältere Beiträge</a>', "/news?offset=20"),
    ("/news", '<a href="/news?page=2">もっと見る</a>', "/news?page=2"),
    ("/news", '<a href="/news?page=2">Показать ещё</a>', "/news?page=2"),
    ("/news", '<a class="pagination__next" href="/news/p2/"><svg></svg></a>', "/news/p2/"),
    ("/news", '<button class="load-more" data-url="/news?page=2">Load more</button>', "/news?page=2"),
    ("/news", '<div class="infinite-scroll" hx-get="/news/page/2"></div>', "/news/page/2"),
    ("/", '<a href="/page/2">Next</a>', "/page/2"),
    ("/?page=2", '<a href="/?page=3">3</a>', "/?page=3"),
    ("/news/page-2.html", '<a href="/news/page-3.html">3</a>', "/news/page-3.html"),
    ("/news", f'<a rel="next" href="{FERRY}">Next article</a>', None),
    ("/news", '<a rel="next" href="https://other.example/news?page=2">Next</a>', None),
    ("/news", '<a href="/news">Next</a>', None),
    ("/news?page=3", '<a href="/news?page=2">2</a><a href="/news?page=1">1</a>', None),
    ("/news", '<a href="/news?a=1&b=2&c=3&page=2">Next</a>', None),
    ("/news", '<a rel="next" href="javascript:next()">Next</a>', None),
    ("/news", '<a href="/sport?page=2">Next</a>', None),
    ("/news", f'<h3><a href="{FERRY}-2">Ferry returns</a></h3>', None),
]


@pytest.mark.parametrize(("at", "markup", "following"), NEXT)
def test_the_next_page(at: str, markup: str, following: str | None) -> None:
    """Older articles are found by rel, by number, by words of any language, by class and by button."""
    base = "https://www.harbour.example"
    head, body = (markup, "") if markup.startswith("<link") else ("", markup)
    assert read_listing(page(body, head), base + at, SCOPE).next_url == (following and base + following)


@pytest.mark.parametrize(
    ("body", "reason"), [(b"", "empty"), (b" \n", "empty"), (b"words alone", "not_html"), (b"{}", "not_html")]
)
def test_what_is_no_page_is_named(body: bytes, reason: str) -> None:
    """An empty answer and what is no HTML are refused by name."""
    with pytest.raises(Unreadable) as caught:
        read_listing(body, URL, SCOPE)
    assert caught.value.reason == reason


def test_bytes_are_decoded_by_what_they_are() -> None:
    """A page in an old charset is read by its meta element."""
    body = page(f'<a href="{FERRY}">Паром вернулся после шторма</a>', '<meta charset="windows-1251">')
    assert (
        read_listing(body.encode("cp1251"), URL, SCOPE).links[0].teaser.title == "Паром вернулся после шторма"
    )


def ask(paper, path: str) -> str:
    return b"".join(paper.answer(Request("GET", path, {"host": "127.0.0.1:8000"})).parts).decode()


def test_a_whole_newspaper_is_found_through_its_listings() -> None:
    """From section to section, page to page, every listed article is found, no other page."""
    paper, base = Newspaper(today=date(2026, 5, 4)), "http://127.0.0.1:8000"
    scope, found = Scope(("127.0.0.1:8000",)), set()
    for section in ("/news", "/world", "/business", "/culture", "/region"):
        following: str | None = base + section
        while following:
            listing = read_listing(ask(paper, following.removeprefix(base)), following, scope)
            found |= {link.url.removeprefix(base) for link in listing.links}
            following = listing.next_url
    own = {path for piece in paper.expected() for path in piece.paths}
    assert found <= own
    assert len(found) >= 35


def test_a_large_listing_is_read_quickly() -> None:
    """Two hundred teasers take a fraction of a second."""
    site = big_site(pages=200)
    body = "".join(ask(site, f"/?page={number}") for number in (1, 2, 3, 4))
    started = time.process_time()
    listing = read_listing(body, "http://127.0.0.1:8000/", Scope(("127.0.0.1:8000",)))
    assert len(listing.links) == 200
    assert time.process_time() - started < 1


@given(st.text())
def test_no_page_raises_anything_else(text: str) -> None:
    """Whatever comes is a listing or Unreadable."""
    try:
        read_listing(f"<a href='{text}'>{text}</a>{text}", URL, SCOPE)
        read_listing(text, URL, SCOPE)
    except Unreadable:
        assert "<" not in text or not text.strip() or text.count("<") < 3
