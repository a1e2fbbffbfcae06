"""What a teaser, a feed or a sitemap said of a page goes with its record."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harvester.article import Article
from harvester.evidence import Link
from harvester.pages.announced import announced, is_something_else
from harvester.parts import Provenance, SiteFacts, Teaser

URL = "https://harbourpost.example/news/quay"
ARTICLE = Article(url=URL, site=SiteFacts("harbourpost.example"), headline="Quay reopens after nine years")
DAY = datetime(2026, 5, 4, 9, tzinfo=UTC)

SAID = [
    (Link(URL, "listing"), {}),
    (Link(URL, "listing", Teaser("Quay reopens  after nine years", URL)), {}),
    (Link(URL, "listing", Teaser("Quay open", URL)), {"title": "Quay open"}),
    (
        Link(URL, "listing", Teaser(None, URL, "It is\nopen.", ("Editor's choice", "News"))),
        {"labels": "Editor's choice, News", "summary": "It is open."},
    ),
    (Link(URL, "feed", published=DAY, published_raw="4 May"), {"date": "4 May"}),
    (Link(URL, "sitemap", modified=DAY), {"date": "2026-05-04T09:00:00+00:00"}),
    (
        Link(URL, "sitemap", language="en", keywords=("quay", "port"), publication="Harbour Post"),
        {"language": "en", "keywords": "quay, port", "publication": "Harbour Post"},
    ),
]


@pytest.mark.parametrize(("link", "kept"), SAID)
def test_what_a_link_said_is_kept(link, kept):
    """Everything that it said and the page does not repeat, as printed."""
    assert {each.field: each.detail for each in announced(ARTICLE, link)} == {
        f"teaser.{name}": text for name, text in kept.items()
    }


@pytest.mark.parametrize(
    ("found_in", "method"), [("feed", "feed"), ("sitemap", "sitemap"), ("listing", "markup")]
)
def test_where_it_was_said_is_the_method(found_in, method):
    """A feed, a sitemap or the markup of a listing page."""
    link = Link(URL, found_in, Teaser("Other", URL))
    assert announced(ARTICLE, link) == (Provenance("teaser.title", method, "Other"),)


def test_whole_article_in_a_feed_is_cut():
    """A summary is a summary: of a text that goes on and on its beginning is kept."""
    (kept,) = announced(ARTICLE, Link(URL, "feed", Teaser(None, URL, "quay " * 5000)))
    assert len(kept.detail) == 1000


ELSE = [
    ("Ferry returns to upper harbour", True),
    ("The quay reopens tomorrow morning", False),
    ("Nine councillors resign today", False),  # in the text
    ("Ferry returns", False),  # too few words to tell
    ("上の港へフェリーが戻る", False),
    (None, False),
]


@pytest.mark.parametrize(("title", "expected"), ELSE)
def test_page_without_a_word_of_its_title_is_something_else(title, expected):
    """An error page has no word of what was announced; under a rewritten headline the text has some."""
    article = replace(ARTICLE, body="The councillors voted on Monday.")
    assert is_something_else(article, Link(URL, "listing", Teaser(title, URL))) is expected
