"""A link comes back from the ledger as it went in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.evidence import Link
from harvester.parts import Teaser
from harvester.store.keys import identity_number, url_key
from harvester.store.links import packed, seconds, unpacked

TEASER = Teaser("Quay", "https://x.example/a", "Ships came.", ("News", "Port"), "May 3", None, 1)
TIME = datetime(2026, 5, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "link",
    [
        Link("https://x.example/a", "listing"),
        Link("https://x.example/a", "feed", TEASER, TIME, TIME, "Sun, 3 May"),
        Link("https://x.example/a", "sitemap", language="en", keywords=("quay",), publication="The Paper"),
    ],
)
def test_there_and_back(link):
    """Every part of a link is kept."""
    assert unpacked(packed(link)) == link


@pytest.mark.parametrize("title", ["\ud800", "quay \udc00 open"])
def test_half_letters(title):
    """Half a letter, as some pages have it, is kept as a question mark, the times beside it as they are."""
    back = unpacked(packed(Link("https://x.example/", "feed", Teaser(title, "https://x.example/"), TIME)))
    assert back.teaser.title == title.encode("utf-8", "replace").decode()
    assert back.published == TIME


@given(st.text(st.characters(codec=None, categories=None)))
def test_any_text(title):
    """Any title can be kept, a broken one with replacement characters."""
    back = unpacked(packed(Link("https://x.example/", "feed", Teaser(title, "https://x.example/"))))
    assert len(back.teaser.title) == len(title)


def test_nothing():
    """No link is no link, no time is 0."""
    assert unpacked(None) is None
    assert seconds(None) == 0
    assert seconds(TIME) == 1777798800


@given(st.text())
def test_keys(url):
    """Any address has a key that a signed 64-bit column holds, and always the same."""
    assert 0 <= url_key(url) < 2**63
    assert identity_number(url) == identity_number(url)


def test_tracking():
    """A tracking parameter makes no other row; another form makes another row of the same article."""
    plain, tracked = "https://x.example/news/a", "https://x.example/news/a?utm_source=rss"
    assert url_key(plain) == url_key(tracked)
    assert url_key(plain) != url_key(plain + "/amp")
    assert identity_number(plain) == identity_number(plain + "/amp")
