"""Which canonical address is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.urls import is_acceptable_canonical

ACCEPTED = [
    ("https://www.example.org/a-b-c", "https://example.org/a-b-c"),
    ("https://example.org/amp/a-b-c?utm_source=x", "https://example.org/a-b-c"),
    ("https://news.example.org/a-b-c", "https://www.example.org/news/a-b-c"),
    ("https://example.org/?p=123", "https://example.org/2024/05/harbour-opens"),
    ("https://example.org/node/123", "https://example.org/news/harbour-opens-after-storm"),
    ("https://example.org/a-b-c-1234567", "https://example.org/news/new-words-in-title-1234567"),
    ("https://example.org/harbour-opens-after-storm/2", "https://example.org/harbour-opens-after-storm"),
    ("https://example.org/news/story?page=2", "https://example.org/news/story"),
    ("https://example.org/news/7654321/gallery", "https://example.org/news/7654321"),
    ("https://example.org/harbour-opens-after-storm/page/2", "https://example.org/harbour-opens-after-storm"),
    ("https://example.org/news/story?ref=home", "https://example.org/news/story"),
    ("https://example.org/a?id=5&lang=en", "https://example.org/a?id=5"),
    ("http://127.0.0.1:8000/a?x=1", "http://127.0.0.1:8000/a"),
    ("https://example.org/новости/порт-открыт", "https://example.org/novosti/port-otkryt-posle-shtorma"),
]
REFUSED = [
    ("https://example.org/a-b-c", "https://example.net/a-b-c"),
    ("https://example.org/a-b-c", "https://example.org/"),
    ("https://example.org/a-b-c", "https://www.example.org"),
    ("https://example.org/a-b-c", "https://example.org/index.html"),
    ("https://example.org/news/harbour-opens-after-storm", "https://example.org/news"),
    ("https://example.org/news/2024/harbour-opens-after-storm", "https://example.org/news/"),
    ("https://example.org/article.php?id=7", "https://example.org/article.php"),
    ("https://example.org/a-b-c", "https://example.org/404"),
    ("https://example.org/a-b-c", "https://example.org/search?q=a"),
    ("https://example.org/a-b-c", "https://example.org/error.html"),
    (
        "https://example.org/news/harbour-opens-after-storm",
        "https://example.org/news/minister-resigns-over-budget",
    ),
    ("https://example.org/a-b-c", "javascript:void(0)"),
    ("https://example.org/a-b-c", "http://["),
    ("https://example.org/a-b-c", ""),
    ("https://one.blogspot.com/a-b-c", "https://two.blogspot.com/a-b-c"),
    ("http://127.0.0.1:8000/a", "http://127.0.0.1:8001/a"),
]


@pytest.mark.parametrize(("page", "canonical"), ACCEPTED)
def test_another_address_of_the_page_is_accepted(page: str, canonical: str) -> None:
    """A canonical address of the same site that may be the same article is believed."""
    assert is_acceptable_canonical(page, canonical)


@pytest.mark.parametrize(("page", "canonical"), REFUSED)
def test_what_is_plainly_something_else_is_refused(page: str, canonical: str) -> None:
    """Other sites, front pages, sections, error pages, templates and other stories are refused."""
    assert not is_acceptable_canonical(page, canonical)


@given(st.text(), st.text())
def test_no_claim_raises(page: str, canonical: str) -> None:
    """Whatever a page claims is believed or not."""
    assert is_acceptable_canonical(page, canonical) in (True, False)
    assert is_acceptable_canonical(f"https://example.org/{page}", f"https://example.org/{canonical}") in (
        True,
        False,
    )
