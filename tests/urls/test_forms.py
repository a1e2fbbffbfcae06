"""What is requested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.urls import fetch_form, host_of

REQUESTED = [
    ("https://example.org/a-story", "https://example.org/a-story"),
    ("https://example.org/a?id=1&section=news", "https://example.org/a?id=1&section=news"),
    ("https://example.org/a?b=2&a=1&b=2", "https://example.org/a?b=2&a=1&b=2"),
    ("https://example.org/a?x=&y", "https://example.org/a?x=&y"),
    ("https://example.org/a?utm_source=x&id=1&fbclid=y", "https://example.org/a?id=1"),
    ("https://example.org/a?utm_source=x", "https://example.org/a"),
    ("https://example.org/a?UTM_Source=x&CMP=y", "https://example.org/a"),
    ("https://example.org/a?id=1&amp;utm_source=x", "https://example.org/a?id=1"),
    ("https://example.org/a?id=1?utm_source=x", "https://example.org/a?id=1"),
    ("https://example.org/a?PHPSESSID=1a2b", "https://example.org/a"),
    ("https://example.org/a?sid=12", "https://example.org/a?sid=12"),
    ("https://example.org/a;jsessionid=12?x=1", "https://example.org/a?x=1"),
    ("https://example.org/a?amp=1", "https://example.org/a?amp=1"),
    ("https://example.org/a/amp/", "https://example.org/a/amp/"),
    ("https://example.org/a#top", "https://example.org/a"),
    ("https://example.org/#!/story/1", "https://example.org/#!/story/1"),
    ("https://example.org/a#!", "https://example.org/a"),
    ("https://example.org/%7Eada/%c3%a9", "https://example.org/%7Eada/%c3%a9"),
    ("https://example.org/a b", "https://example.org/a%20b"),
    (" https://example.org/a\n", "https://example.org/a"),
    ("https://example.org/a\r\nHost: x", "https://example.org/aHost:%20x"),
    ("https://example.org/a\x00b", "https://example.org/a%00b"),
    (
        "https://example.org/новости?q=ё",
        "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?q=%D1%91",
    ),
    ("https://zeitung-münchen.de/a", "https://xn--zeitung-mnchen-osb.de/a"),
    ("HTTPS://EXAMPLE.org/Case", "https://example.org/Case"),
    ("https://ada:lamp@Example.org:8443/a", "https://example.org:8443/a"),
    ("https://ada@example.org/a", "https://example.org/a"),
    ("https://example.org//a//b", "https://example.org//a//b"),
    ("https://example.org/a|b[1]", "https://example.org/a%7Cb%5B1%5D"),
]


@pytest.mark.parametrize(("url", "requested"), REQUESTED)
def test_an_address_is_made_safe_and_loses_tracking_alone(url: str, requested: str) -> None:
    """Tracking, sessions and fragments go, unsafe bytes are encoded, all else stays as written."""
    assert fetch_form(url) == requested


@given(st.text())
def test_nothing_raises_and_the_form_is_stable(text: str) -> None:
    """Any text has a form of printable ASCII, which is its own form."""
    form = fetch_form(f"https://example.org/{text}")
    assert fetch_form(form) == form
    assert form.isascii()
    assert form.isprintable()
    assert fetch_form(text).isascii()


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a", "www.example.org"),
        ("https://Example.ORG:443/", "example.org"),
        ("http://example.org:443/", "example.org:443"),
        ("http://u:p@127.0.0.1:8000/a", "127.0.0.1:8000"),
        ("http://[::1]:8000/a", "[::1]:8000"),
        ("https://münchen.de./", "xn--mnchen-3ya.de"),
        ("http://[", ""),
        ("http://a..b/", ""),
        ("http://a b/", ""),
        ("http://x:70000/", ""),
        ("mailto:a@example.org", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    """A host is lower case and punycode, with a port that is not the scheme's own."""
    assert host_of(url) == host
