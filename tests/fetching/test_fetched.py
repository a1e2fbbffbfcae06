"""A page as it came, and what its headers say."""

from datetime import UTC, datetime

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from harvester.article import Article
from harvester.evidence import Link
from harvester.fetching.fetched import Fetched, fetched_of
from harvester.parts import Rights, SiteFacts

URL = "https://x.example/a"
ARTICLE = Article(url=URL, site=SiteFacts("x.example"), warnings=("short_body",))


def page(*headers, **facts):
    told = {"status": 200, "headers": headers, "body": b"<p>Quay", "retrieved": datetime.now(UTC)}
    return Fetched(url=URL, requested_url=URL, **{**told, **facts})


def test_response_becomes_a_value():
    """Status, address, every header as it came, and what the handler noted of the body."""
    request = Request("https://x.example/old", meta={"truncated_reason": "corrupt", "tls_unverified": True})
    response = HtmlResponse(URL, 200, headers={"X-Robots-Tag": ["a", "b"]}, body=b"<p>", request=request)
    found = fetched_of(response, "https://x.example/old")
    assert (found.url, found.requested_url, found.status) == (URL, "https://x.example/old", 200)
    assert found.all("x-robots-tag") == ["a", "b"]
    assert (found.truncated_reason, found.tls_unverified) == ("corrupt", True)


TYPES = [((), None), ((("content-type", " "),), None), ((("Content-Type", " text/html "),), "text/html")]


@pytest.mark.parametrize(("headers", "expected"), TYPES)
def test_content_type_is_the_header_or_none(headers, expected):
    """Blanks are no type."""
    assert page(*headers).content_type == expected
    assert page(*headers).evidence().content_type == expected


def test_article_gets_what_the_response_says():
    """Status, validators, digest; flags for a cut body and an unchecked certificate, each once."""
    found = page(
        ("ETag", '"a"'), ("Last-Modified", "caf\u00e9"), truncated_reason="time", tls_unverified=True
    )
    article = found.with_facts(ARTICLE)
    assert (article.http.status, article.http.etag, article.http.last_modified) == (200, '"a"', None)
    assert article.http.truncated_reason == "time"
    assert article.http.payload_digest == found.digest
    assert article.warnings == ("short_body", "truncated", "tls_unverified")


def test_page_of_a_file_has_no_status():
    """What came from no server says nothing of one."""
    assert page(status=None).with_facts(ARTICLE).http.status is None


def test_link_that_led_here_is_evidence():
    """The teaser, feed or sitemap entry goes with the page."""
    link = Link(URL, "feed")
    assert page().evidence(link).announced is link


POLICIES = [
    ((), None, False, None),
    (("noindex",), None, True, "noindex"),
    (("googlebot: noindex, nofollow",), None, False, "googlebot: noindex, nofollow"),
    (("harvester: none",), None, True, "harvester: none"),
    ((), "noarchive", False, "noarchive"),
    (("noarchive",), "none", True, "noarchive, none"),
]


@pytest.mark.parametrize(("tags", "metas", "noindex", "kept"), POLICIES)
def test_header_and_meta_say_what_may_be_done(tags, metas, noindex, kept):
    """Both count, the record keeps both, and what is said to other robots is kept but not obeyed."""
    found = page(*(("X-Robots-Tag", tag) for tag in tags))
    assert found.policy(metas).noindex is noindex
    article = Article(url=URL, site=SiteFacts("x.example"), rights=Rights(robots_meta=metas))
    assert found.with_facts(article).rights.robots_meta == kept
