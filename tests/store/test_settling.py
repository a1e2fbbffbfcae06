"""What an outcome does to the row of its URL."""

from datetime import UTC, datetime

import pytest

from harvester.article import Article
from harvester.parts import SiteFacts
from harvester.store.announced import Announced
from harvester.store.outcome import Lease, Outcome
from harvester.store.settling import Moment, settled

NOW = 1_800_000_000
HOUR = 3600
LEASED = ("kind", "failures", "tries", "missing", "polls", "interval")


def values(outcome, reason="", announced=None, **more):
    facts = {"key": 1, "url": "https://x.example/a", "site": "x", "host": "x", "kind": "article"}
    of_lease = {name: more.pop(name) for name in LEASED if name in more}
    lease = Lease(**facts | of_lease)
    settling = Outcome(lease=lease, outcome=outcome, reason=reason, **more)
    return settled(settling, announced or Announced(), Moment("run", NOW))


def test_fetched():
    """A fetched page is over for this run; its validators and digest are kept, its failures forgotten."""
    new = values("fetched", "new", failures=3, tries=1, status=200, etag='"a"', digest="sha256:1")
    assert (new["state"], new["failures"], new["tries"], new["fetched"]) == ("ended", 0, 2, NOW)
    assert (new["etag"], new["digest"]) == ('"a"', "sha256:1")


def test_published():
    """The article's own date counts, and the id of the article that the page is."""
    article = Article(url="u", site=SiteFacts("x"), published=datetime.fromtimestamp(NOW - HOUR, UTC))
    new = values("fetched", "new", status=200, article=article, article_id="art_1")
    assert (new["published"], new["article"]) == (NOW - HOUR, "art_1")


def test_not_modified():
    """A 304 without validators of its own leaves those that are known; it is counted."""
    same = values("unchanged", "not_modified", status=304, polls=2)
    assert "etag" not in same
    assert same["polls"] == 3
    assert values("unchanged", "not_modified", status=304, etag='"b"')["etag"] == '"b"'


def test_not_asked():
    """What was refused before a request went out was not fetched."""
    assert "fetched" not in values("skipped", "robots")


def test_deferred():
    """A deferred URL waits for its own moment, else longer with each failure; its validators stay."""
    moment = datetime.fromtimestamp(NOW + 7, UTC)
    assert values("deferred", "timeout", not_before=moment)["not_before"] == NOW + 7
    first, third = (values("deferred", "timeout", failures=count)["not_before"] - NOW for count in (0, 2))
    assert (first, third) == (0, 2 * HOUR)
    assert "etag" not in values("deferred", "timeout")


def test_tries_of_a_run():
    """However often a run tries a URL, it has failed once more."""
    failures = [values("deferred", "timeout", failures=1, tries=tries)["failures"] for tries in (0, 1, 2)]
    assert failures == [2, 1, 1]


def test_far_moment():
    """Nobody waits longer than eight days, whatever a server says."""
    moment = datetime.fromtimestamp(NOW + 300 * 24 * HOUR, UTC)
    assert values("deferred", "retry_after", not_before=moment)["not_before"] == NOW + 8 * 24 * HOUR


FAILURES = [
    ("bad_status", 0, 0, "deferred"),
    ("bad_status", 5, 0, "ended"),
    ("not_found", 0, 0, "deferred"),
    ("not_found", 0, 1, "ended"),
    ("gone", 0, 0, "ended"),
]


@pytest.mark.parametrize(("reason", "failures", "missing", "state"), FAILURES)
def test_failed(reason, failures, missing, state):
    """A failure is tried again in later runs, six times; a 404 once; a 410 never."""
    assert values("failed", reason, failures=failures, missing=missing)["state"] == state


def test_listing():
    """A listing's next visit comes sooner when it had news; its first interval is an hour."""
    first = values("fetched", "feed", Announced(10, 10), kind="feed", status=200)
    assert (first["interval"], first["next_visit"], first["listed"]) == (HOUR, NOW + HOUR, NOW)
    news = values("fetched", "feed", Announced(10, 10), kind="feed", interval=HOUR, polls=1, status=200)
    assert (news["interval"], news["polls"]) == (HOUR // 2, 2)
    none = values("unchanged", "not_modified", kind="feed", interval=HOUR, status=304)
    assert (none["interval"], "listed" in none) == (HOUR * 3 // 2, False)


def test_listing_that_fails():
    """An error leaves the interval of a listing as it was."""
    assert "interval" not in values("failed", "bad_status", kind="feed", interval=HOUR)
