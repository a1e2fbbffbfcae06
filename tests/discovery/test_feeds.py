"""Feeds of every kind, whole or broken."""

import json
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.discovery.feeds import read_feed
from harvester.discovery.seeds import Unreadable
from harvester.limits import Limits

URL = "https://harbour.example/feed.xml"

ITEM = """<item><title>Ferry returns after storm</title>
<link>https://harbour.example/2024/ferry?utm_source=rss</link>
<description>&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt;&amp;nbsp;is back.&lt;/p&gt;</description>
<category>Sea</category>
<category><![CDATA[Town & quay]]></category><pubDate>Mon, 06 May 2024 10:00:00 +0200</pubDate>
<guid isPermaLink="false">7</guid></item>"""
SECOND = """<item><title>Lighthouse sold</title><link>/2024/lighthouse</link></item>"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Harbour &amp; Post</title>
<link>https://harbour.example/</link><language>en-GB</language><ttl>30</ttl>
<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>
<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="?paged=2"/>
{ITEM}{SECOND}</channel></rss>"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"
 xml:lang="nb" xml:base="https://harbour.example/a/">
<title type="html">Harbour &amp;amp; Post</title><link rel="self" href="feed"/>
<link rel="next" href="?page=2"/>
<entry><title type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">Ferry <b>returns</b> after storm</div></title>
<link rel="enclosure" type="audio/mpeg" href="a.mp3"/>
<link rel="alternate" type="text/html" href="../2024/ferry"/>
<id>tag:harbour.example,2024:7</id><published>2024-05-06T10:00:00.123+02:00</published>
<updated>2024-05-06T12:00:00Z</updated><summary type="html">The &lt;i&gt;ferry&lt;/i&gt; is back.</summary>
<category term="sea" label="Sea"/><category term="Town"/></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour</title></channel>
<item rdf:about="https://harbour.example/2024/ferry"><title>Ferry returns after storm</title>
<description>The ferry is back.</description><dc:date>2024-05-06T10:00:00+02:00</dc:date>
<dc:subject>Sea</dc:subject></item>
</rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "language": "en",
        "next_url": "/feed.json?page=2",
        "items": [
            {
                "id": "7",
                "url": "https://harbour.example/2024/ferry",
                "title": "Ferry returns after storm",
                "content_html": "<p>The ferry is back.</p>",
                "date_published": "2024-05-06T10:00:00+02:00",
                "tags": ["Sea", 7],
                "image": "/i/ferry.jpg",
            },
            {"id": "https://harbour.example/2024/lighthouse", "title": 7},
        ],
    },
)


def first(document: str | bytes, **more: str):
    body = document.encode() if isinstance(document, str) else document
    return read_feed(body, URL, **more).links[0]


@pytest.mark.parametrize(("document", "kind"), [(RSS, "rss"), (ATOM, "atom"), (RDF, "rss"), (JSON, "json")])
def test_every_kind_of_feed_gives_the_same_link(document: str, kind: str) -> None:
    """Address without tracking, title, summary, labels and date are read from RSS, Atom, RDF and JSON."""
    page = read_feed(document.encode(), URL)
    link = page.links[0]
    assert (page.kind, page.whole, page.unread) == (kind, True, 0)
    assert (link.url, link.found_in) == ("https://harbour.example/2024/ferry", "feed")
    assert link.teaser.title == "Ferry returns after storm"
    assert link.teaser.summary == "The ferry is back."
    assert link.teaser.labels[0] == "Sea"
    assert link.published.replace(microsecond=0) == datetime(2024, 5, 6, 8, tzinfo=UTC)
    assert link.published_raw == link.teaser.date_raw


def test_a_feed_says_things_of_itself() -> None:
    """Title, language, next page, hub and time to live of the feed are kept."""
    page = read_feed(RSS.encode(), URL)
    assert (page.title, page.language, page.ttl) == ("Harbour & Post", "en-GB", 1800)
    assert (page.next_url, page.hub) == ("https://harbour.example/feed.xml?paged=2", "https://hub.example/")
    atom = read_feed(ATOM.encode(), URL)
    assert (atom.title, atom.language, atom.next_url) == ("Harbour & Post", "nb", f"{URL}?page=2")
    assert atom.links[0].modified == datetime(2024, 5, 6, 12, tzinfo=UTC)
    assert read_feed(JSON.encode(), URL).next_url == "https://harbour.example/feed.json?page=2"


def test_labels_and_relative_addresses() -> None:
    """Labels come verbatim in their order; a relative address starts from the feed's own."""
    page = read_feed(RSS.encode(), URL)
    assert page.links[0].teaser.labels == ("Sea", "Town & quay")
    assert page.links[1].url == "https://harbour.example/2024/lighthouse"
    assert (page.links[1].published, page.links[1].published_raw) == (None, None)


def item(inner: str, head: str = "") -> str:
    core = f"<title>T</title><link>https://harbour.example/a</link>{inner}"
    return f"<rss {head}><channel><item>{core}</item></channel></rss>"


MEDIA = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


@pytest.mark.parametrize(
    ("inner", "image"),
    [
        ('<enclosure url="/i.jpg" type="image/jpeg"/>', "/i.jpg"),
        ('<enclosure url="/a.mp3" type="audio/mpeg"/>', None),
        (
            (
                '<media:content url="/s" width="9" type="image/x"/>'
                '<media:content url="/l.j" type="image/x" width="90"/>'
            ),
            "/l.j",
        ),
        ('<media:group><media:content url="/g.jpg" type="image/png"/></media:group>', "/g.jpg"),
        ('<media:thumbnail url="/t.jpg"/><media:title>Not the title</media:title>', "/t.jpg"),
        ('<media:content url="/v.mp4" medium="video"/>', None),
        ('<itunes:image href="/p.jpg"/>', "/p.jpg"),
        ("<image><url>/u.jpg</url></image>", "/u.jpg"),
        ("<description>&lt;img src='/d.jpg'&gt; Words</description>", "/d.jpg"),
        ("<description>&lt;img src='data:image/gif;base64,x'&gt; Words</description>", None),
    ],
)
def test_the_picture_of_an_item(inner: str, image: str | None) -> None:
    """The largest picture that an item names is its teaser's; a film or a sound is none."""
    for head in (MEDIA, ""):
        teaser = first(item(inner, head)).teaser
        assert teaser.image_url == (image and f"https://harbour.example{image}")
        assert teaser.title == "T"


@pytest.mark.parametrize(
    ("inner", "url"),
    [
        ("<link>https://harbour.example/a</link><guid>https://harbour.example/b</guid>", "a"),
        ("<link>javascript:alert(1)</link><guid>https://harbour.example/b</guid>", "b"),
        ("<guid>https://harbour.example/b</guid>", "b"),
        ('<guid isPermaLink="false">https://harbour.example/b</guid>', "b"),
        ("<link>\n  https://harbour.example/a?id=1&page=2 \n</link>", "a?id=1&page=2"),
        ("<link>https://harbour.example/a?id=1&amp;amp;page=2</link>", "a?id=1&amp;page=2"),
        ("<link><![CDATA[https://harbour.example/a?id=1&page=2]]></link>", "a?id=1&page=2"),
        ('<link xmlns="http://www.w3.org/2005/Atom" href="https://harbour.example/a"/>', "a"),
        (
            "<link>https://proxy.example/x</link><feedburner:origLink>https://harbour.example/a</feedburner:origLink>",
            "a",
        ),
        ("<link>https://harbour.example/a\r\nHost: evil</link>", "aHost:%20evil"),
    ],
)
def test_the_address_of_an_item(inner: str, url: str) -> None:
    """The best address that can be requested is taken, in whatever way it is written."""
    document = f"<rss><channel><item><title>T</title>{inner}</item></channel></rss>"
    assert first(document).url == f"https://harbour.example/{url}"


def test_items_without_an_address_are_counted() -> None:
    """An item with no address of the web is no link; the feed says how many there were."""
    document = RSS.replace("/2024/lighthouse", "javascript:void(0)")
    page = read_feed(document.encode(), URL)
    assert (len(page.links), page.unread) == (1, 1)


@pytest.mark.parametrize(
    "content_type", [None, "text/html", "text/plain; charset=iso-8859-1", "image/png", "nonsense"]
)
def test_the_content_type_does_not_decide(content_type: str | None) -> None:
    """A feed is read by what it is, not by what its server calls it."""
    for document in (RSS, ATOM, RDF, JSON):
        assert first(document, content_type=content_type).teaser.title == "Ferry returns after storm"


CYRILLIC = RSS.replace("Ferry returns after storm", "Паром вернулся после шторма")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (CYRILLIC.encode(), None),
        (b"\xef\xbb\xbf" + CYRILLIC.encode(), None),
        (b"  \r\n\t" + CYRILLIC.encode(), None),
        (b"<br />Warning: odd thing in line 7\n" + CYRILLIC.encode(), None),
        (CYRILLIC.replace("utf-8", "windows-1251").encode("cp1251"), None),
        (CYRILLIC.replace("utf-8", "windows-1251").encode("cp1251"), "text/xml; charset=utf-8"),
        (CYRILLIC.replace(' encoding="utf-8"', "").encode("cp1251"), "text/xml; charset=windows-1251"),
        (CYRILLIC.replace("utf-8", "iso-8859-1").encode(), "text/xml; charset=iso-8859-1"),
        (CYRILLIC.replace("utf-8", "koi8-r").encode("koi8-r"), None),
        (CYRILLIC.replace("utf-8", "utf-16").encode("utf-16"), None),
        (CYRILLIC.encode("utf-16-le"), None),
        (CYRILLIC.replace("utf-8", "no-such-charset").encode(), "text/xml; charset=bogus"),
        (CYRILLIC.encode().replace(b"Lighthouse", b"Light\xffhouse"), None),
    ],
)
def test_the_charset_is_told_by_the_bytes(body: bytes, content_type: str | None) -> None:
    """Byte order marks, valid UTF-8 and the declaration tell the charset, in this order."""
    assert first(body, content_type=content_type).teaser.title == "Паром вернулся после шторма"


def test_cyrillic_that_declares_nothing_is_told_by_its_letters() -> None:
    """Bytes that are no UTF-8 and mostly high letters in runs are read as Cyrillic."""
    words = " ".join(["Паром вернулся после шторма"] * 40)
    body = f"<rss><channel><item><title>{words}</title><link>https://harbour.example/a</link></item></channel></rss>"
    assert first(body.encode("cp1251")).teaser.title == words


LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "'
    + "&a;" * 10
    + '"><!ENTITY c "'
    + "&b;" * 10
    + '"><!ENTITY d "'
    + "&c;" * 1000
    + '">]>'
)


def test_entities_are_never_expanded() -> None:
    """A billion laughs stay silent, and the items of the feed are read."""
    document = RSS.replace("<rss", LAUGHS + "<rss", 1).replace("Ferry", "Ferry &d;&d;&d;")
    started = time.process_time()
    page = read_feed(document.encode(), URL)
    assert [link.teaser.title for link in page.links] == ["Ferry returns after storm", "Lighthouse sold"]
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{path}">]>',
        '<!DOCTYPE rss SYSTEM "file://{path}">',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file://{path}"> %p;]>',
        '<!doctype rss PUBLIC "-//x" "http://127.0.0.1:9/x.dtd" [ <!ENTITY x "]">\n ] >',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{path}">',
    ],
)
def test_no_file_is_read_through_a_feed(tmp_path, doctype: str) -> None:
    """An external entity or DTD is not followed; nothing of a local file comes out."""
    secret = tmp_path / "secret"
    secret.write_text("TOP SECRET")
    document = RSS.replace("<rss", doctype.format(path=secret) + "<rss", 1).replace("Ferry", "Ferry &x;")
    page = read_feed(document.encode(), URL)
    assert "SECRET" not in repr(page)
    assert len(page.links) == 2


BROKEN = [
    RSS.replace("</channel></rss>", ""),
    RSS.replace("Harbour &amp; Post", "Harbour & Post"),
    RSS.replace("Ferry returns", "Ferry&nbsp;returns"),
    RSS.replace("<title>Lighthouse", "<title><b>Lighthouse"),
    RSS.replace("</description>", ""),
    RSS.replace("Lighthouse", "Light\x00\x08\x1fhouse"),
    RSS.replace("Lighthouse", "Light&#0;&#x1F;&#xD800;house"),
    RSS.replace("<rss version", "<RSS version").replace("</rss>", "</RSS>").replace("item>", "ITEM>"),
    RSS.replace('encoding="utf-8"', "encoding='utf-8"),
    RSS + "<!-- made in 0.1 s -->\n\n",
    RSS.replace("<category>Sea", "<media:keywords>x</media:keywords><category>Sea"),
    RSS.replace('version="2.0"', "version=2.0 xmlns:x='http://a b'"),
    RSS.replace("<channel>", "<channel><x:y>").replace("\n", "\r\n"),
]


@pytest.mark.parametrize("document", BROKEN)
def test_malformed_feeds_are_read(document: str) -> None:
    """Missing ends, bare ampersands, entities of HTML, control characters and wrong case lose no item."""
    page = read_feed(document.encode("utf-8", "surrogatepass"), URL)
    assert [link.url for link in page.links] == [
        "https://harbour.example/2024/ferry",
        "https://harbour.example/2024/lighthouse",
    ]


@pytest.mark.parametrize("document", [RSS, ATOM, RDF, JSON])
def test_a_cut_feed_gives_every_whole_item_and_no_half_one(document: str) -> None:
    """Cut anywhere, a feed gives a beginning of its links, each as in the whole feed."""
    whole = read_feed(document.encode(), URL).links
    seen = set()
    for end in range(len(document)):
        try:
            page = read_feed(document[:end].encode(), URL)
        except Unreadable:
            continue
        assert page.links == whole[: len(page.links)]
        assert not page.whole or end > len(document) - 5
        seen.add(len(page.links))
    assert seen == set(range(len(whole) + 1)) or document is JSON


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!DOCTYPE html><html><body><p>Hello</p></body></html>", "html"),
        (b"<urlset><url><loc>https://harbour.example/a</loc></url></urlset>", "not_a_feed"),
        (b"{}", "not_a_feed"),
        (b'{"items": 7}', "not_a_feed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_feed"),
        (b"plain words", "not_a_feed"),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, reason: str) -> None:
    """A page, a picture, an empty answer: the reason says what came."""
    with pytest.raises(Unreadable) as caught:
        read_feed(body, URL)
    assert caught.value.reason == reason


def test_an_empty_feed_is_a_feed() -> None:
    """A feed without items is read, not refused."""
    assert read_feed(b"<rss><channel><title>T</title></channel></rss>", URL).links == ()


def test_a_feed_over_its_size_is_refused() -> None:
    """Bytes beyond the limit are not parsed."""
    with pytest.raises(Unreadable, match="too_large"):
        read_feed(RSS.encode(), URL, None, Limits(seed_bytes=100))


def test_json_with_odd_values() -> None:
    """Wrong types, endless numbers and depth in JSON cost no other item."""
    odd = f'{{"items": [7, null, {{"url": 7}}, {{"url": "/a", "tags": "x", "title": null}}, {"9" * 5000}]}}'
    assert [link.url for link in read_feed(odd.encode(), URL).links] == ["https://harbour.example/a"]
    deep = '{"items": [{"url": "/a"}, ' + "[" * 100_000
    assert [link.url for link in read_feed(deep.encode(), URL).links] == ["https://harbour.example/a"]


def test_many_deep_elements_cost_little() -> None:
    """Nesting without end inside an item ends the reading, not the process."""
    deep = RSS.replace("</rss>", "<item>" + "<a>" * 100_000)
    assert len(read_feed(deep.encode(), URL).links) == 2


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(body: bytes) -> None:
    """Whatever comes is a feed or Unreadable."""
    for start in (b"", b"<rss><channel><item>", b'{"items": ['):
        with suppress(Unreadable):
            read_feed(start + body, URL)


HOSTILE = [
    "<p>x</p>" * 50_000,
    '<a href="' * 50_000,
    "<" * 300_000,
    "&" * 300_000,
    "<![CDATA[" * 50_000,
    "<b>" * 50_000,
]


@pytest.mark.parametrize("junk", HOSTILE)
def test_no_feed_takes_long(junk: str) -> None:
    """Broken markup without end inside an item costs a bounded time, and not the other items."""
    started = time.process_time()
    document = RSS.replace("<title>Lighthouse", f"<title>{junk}")
    assert read_feed(document.encode(), URL).links[0].teaser.title == "Ferry returns after storm"
    assert time.process_time() - started < 3
