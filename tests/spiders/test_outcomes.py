"""What a response or a failure is to the ledger."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from harvester.fetching.refused import Refused
from harvester.limits import LIMITS
from harvester.spiders.outcomes import of_refusal, of_response
from harvester.store.outcome import Lease

LEASE = Lease(key=1, url="https://x.example/a", site="x.example", host="x.example", kind="article")


def response(body=b"<p>Quay", status=200, meta=None, **headers):
    request = Request(LEASE.url, meta=meta or {})
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return HtmlResponse(LEASE.url, status, headers=names, body=body, request=request)


def test_fetched():
    """A response brings its validators and its digest."""
    outcome = of_response(LEASE, response(ETag='"a"', Last_Modified="Sun, 03 May 2026 10:00:00 GMT"))
    assert (outcome.outcome, outcome.etag, outcome.status) == ("fetched", '"a"', 200)
    assert outcome.digest.startswith("sha256:")


def test_not_modified():
    """A 304 is unchanged, and its empty body is no digest."""
    outcome = of_response(LEASE, response(b"", 304))
    assert (outcome.outcome, outcome.reason, outcome.digest) == ("unchanged", "not_modified", None)


def test_same_bytes():
    """The same bytes again are unchanged, whatever the server says."""
    first = of_response(LEASE, response())
    again = of_response(replace(LEASE, digest=first.digest), response())
    assert (again.outcome, again.reason) == ("unchanged", "same_bytes")


def test_truncated():
    """A body that is not whole leaves no validators behind: the next request must bring it all."""
    cut = response(ETag='"a"', meta={"truncated_reason": "corrupt"})
    outcome = of_response(LEASE, cut)
    assert (outcome.etag, outcome.digest) == (None, None)


@pytest.mark.parametrize(
    ("reason", "tries", "outcome", "waits"),
    [
        ("timeout", 0, "deferred", True),
        ("timeout", 1, "deferred", True),
        ("timeout", 2, "deferred", False),
        ("robots", 0, "skipped", False),
        ("not_found", 0, "failed", False),
    ],
)
def test_refused(reason, tries, outcome, waits):
    """A passing trouble is waited for twice in a run, with a growing delay; then a later run asks."""
    settled = of_refusal(replace(LEASE, tries=tries), Refused(reason, "detail"), LIMITS)
    assert (settled.outcome, settled.reason, settled.detail) == (outcome, reason, "detail")
    assert (settled.not_before is not None) is waits
    if waits:
        seconds = (settled.not_before - datetime.now(UTC)).total_seconds()
        assert 0.7 * LIMITS.backoff * 2**tries < seconds < 1.3 * LIMITS.backoff * 2**tries


def test_host_says_when():
    """A moment that the host itself gave is kept."""
    moment = datetime.now(UTC) + timedelta(days=1)
    assert of_refusal(LEASE, Refused("retry_after", not_before=moment), LIMITS).not_before == moment
