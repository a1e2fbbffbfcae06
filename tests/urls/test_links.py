"""Links as they are printed in pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.urls import absolute, host_of

BASE = "https://www.example.org/news/index.html?x=1"

READ = [
    ("/a/story.html", "https://www.example.org/a/story.html"),
    ("story-2", "https://www.example.org/news/story-2"),
    ("../sport/1", "https://www.example.org/sport/1"),
    ("/../../sport/./1", "https://www.example.org/sport/1"),
    ("?page=2", "https://www.example.org/news/index.html?page=2"),
    ("//cdn.example.net/a", "https://cdn.example.net/a"),
    ("http://other.example/a?utm_source=x", "http://other.example/a"),
    ("/a?utm_medium=x&id=3#c", "https://www.example.org/a?id=3"),
    (" /a \n", "https://www.example.org/a"),
    ("/a\n/b", "https://www.example.org/a/b"),
    ("/a b", "https://www.example.org/a%20b"),
    ("\\a\\b", "https://www.example.org/a/b"),
    ("#!/story/1", "https://www.example.org/news/index.html?x=1#!/story/1"),
    ("/a;jsessionid=12", "https://www.example.org/a"),
    ("HTTPS://EXAMPLE.org/X", "https://example.org/X"),
    ("/überraschung", "https://www.example.org/%C3%BCberraschung"),
    ("/a/http://b.example/c", "https://www.example.org/a/http://b.example/c"),
]
REFUSED = [
    "javascript:void(0)",
    "JavaScript:x",
    "java\nscript:x",
    "data:text/html,x",
    "mailto:a@b.example",
    "tel:+4712",
    "ftp://example.org/a",
    "file:///etc/passwd",
    "s3://bucket/a",
    "blob:x",
    "whatsapp://send?text=x",
    "about:blank",
    "http://[",
    "//[",
    "http://",
    "http:///a",
    "https://a b/",
    "http://a..b/",
    "http://x:99999/",
    "http://x:y/",
    "http://<host>/a",
    "https://%zz/a",
    "x" * 9000,
]


@pytest.mark.parametrize(("href", "url"), READ)
def test_an_href_becomes_the_address_to_request(href: str, url: str) -> None:
    """Links are read as a browser reads them, without tracking."""
    assert absolute(BASE, href) == url


@pytest.mark.parametrize("href", REFUSED)
def test_what_is_no_web_page_is_none(href: str) -> None:
    """A bad link is None, never an exception that loses the links after it."""
    assert absolute(BASE, href) is None


@given(st.text(), st.text())
def test_nothing_raises(base: str, href: str) -> None:
    """Any base with any href gives None or an address of printable ASCII with a host."""
    url = absolute(base, href)
    assert url is None or (host_of(url) and url.isascii() and url.isprintable())


@given(st.text(alphabet="htps:/[]@.#?&%\\ \n1ax"))
def test_nothing_raises_on_broken_addresses(href: str) -> None:
    """Addresses made of their own punctuation raise nothing either."""
    url = absolute(BASE, href)
    assert url is None or absolute(BASE, url) == url
