"""What is no record goes to the quarantine with its reason."""

from datetime import UTC, datetime

import orjson
import pytest

from harvester.article import Article
from harvester.parts import Http, SiteFacts
from harvester.pipelines.check import check
from harvester.store.outcome import Lease, Outcome

LEASE = Lease(key=1, url="https://x.example/a?b=1", site="x.example", host="x.example", kind="article")
TIME = datetime(2026, 5, 3, tzinfo=UTC)


def outcome(article=None, **more):
    facts = {"lease": LEASE, "outcome": "fetched", "reason": "new", "status": 200, "retrieved": TIME}
    return Outcome(**facts | {"article": article} | more)


def article(**facts):
    return Article(url="https://x.example/a", site=SiteFacts("x.example"), **facts)


def test_valid():
    """A sound article gets its record and stays out of the quarantine."""
    checked = check(outcome(article(headline="Quay", body="Ships.")))
    assert checked.record.requested_url == LEASE.url
    assert checked.quarantined is None


@pytest.mark.parametrize("headline", [None, ""])
def test_no_headline(headline):
    """An article without a headline is quarantined with everything that was read."""
    checked = check(outcome(article(headline=headline, body="Ships.")))
    assert (checked.outcome, checked.reason, checked.record) == ("skipped", "no_headline", None)
    line = orjson.loads(checked.quarantined)
    assert (line["url"], line["reason"], line["record"]["body"]) == (LEASE.url, "no_headline", "Ships.")


def test_invalid():
    """A record that breaks the schema is quarantined, and the field is named."""
    checked = check(outcome(article(headline="Quay", http=Http(payload_digest="md5:1"))))
    assert checked.reason == "invalid"
    assert "http.payload_digest" in checked.detail


@pytest.mark.parametrize(("words", "reason"), [(20, "soft_404_suspect"), (400, "new")])
def test_other_story(words, reason):
    """A few words under the link of another story are an error page; a long text there is only flagged."""
    text = {"headline": "Sorry", "body": "Nothing here.", "word_count": words}
    assert check(outcome(article(**text, warnings=("soft_404_suspect",)))).reason == reason


def test_no_article():
    """A page that is no article is quarantined without a record."""
    checked = check(outcome(outcome="skipped", reason="not_article_listing", url="https://x.example/b"))
    assert checked.outcome == "skipped"
    assert orjson.loads(checked.quarantined) == {
        "url": "https://x.example/b",
        "requested_url": LEASE.url,
        "retrieved": "2026-05-03T00:00:00Z",
        "reason": "not_article_listing",
        "detail": "",
        "record": None,
    }


def test_no_page():
    """What brought no page passes through as it is."""
    failed = outcome(outcome="failed", reason="timeout")
    assert check(failed) is failed
