"""What an answer's status and first bytes say."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy import Request

from harvester.fetching.refused import Refused
from harvester.fetching.validators import Validators
from tests.fetching.wire import HTML, page, run, settings_for

STATUSES = [
    ("204 No Content", "bad_status", "failed"),
    ("205 Reset", "bad_status", "failed"),
    ("206 Partial", "bad_status", "failed"),
    ("202 Accepted", "bad_status", "failed"),
    ("300 Choices", "bad_status", "failed"),
    ("400 Bad", "bad_status", "failed"),
    ("401 No", "bad_status", "failed"),
    ("403 No", "bad_status", "failed"),
    ("404 No", "not_found", "failed"),
    ("408 Slow", "bad_status", "deferred"),
    ("410 Gone", "gone", "failed"),
    ("425 Early", "bad_status", "deferred"),
    ("451 Law", "gone", "failed"),
    ("500 Ill", "bad_status", "deferred"),
    ("501 Never", "bad_status", "failed"),
    ("502 Ill", "bad_status", "deferred"),
    ("520 Cloud", "bad_status", "deferred"),
    ("999 Denied", "bad_status", "failed"),
]


@pytest.mark.parametrize(("status", "reason", "outcome"), STATUSES)
def test_only_200_is_a_page(ask, wire, status, reason, outcome):
    """Every other status has a reason, and is asked again only where it speaks of the moment."""
    wire.answers["/"] = page(b"" if status.startswith("204") else HTML, status=status)
    answer = ask()
    assert isinstance(answer, Refused), answer
    assert (answer.reason, answer.outcome, answer.status) == (reason, outcome, int(status[:3]))


BODIES = [
    (b"", "empty"),
    (b" \r\n\t ", "empty"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "not_text"),
    (b"\x89PNG\r\n\x1a\n", "not_text"),
    (b"GIF89a", "not_text"),
    (b"%PDF-1.7\n", "not_text"),
    (b"PK\x03\x04\x14\0", "not_text"),
    (b"\0\0\0\x20ftypisom", "not_text"),
]


@pytest.mark.parametrize(("body", "reason"), BODIES)
def test_a_body_that_is_no_text_is_no_page(ask, wire, body, reason):
    """Whatever its Content-Type says."""
    wire.answers["/"] = page(body)
    answer = ask()
    assert answer.reason == reason
    assert answer.retryable == (reason == "empty")


TEXTS = [
    HTML,
    b"<?xml version='1.0'?><rss/>",
    b'{"version": "https://jsonfeed.org/version/1"}',
    b"BM is a firm",
    "é".encode("utf-16"),
]


@pytest.mark.parametrize("body", TEXTS)
def test_text_of_any_kind_is_a_page(ask, wire, body):
    """Feeds and odd encodings, too; with or without a Content-Type."""
    wire.answers["/"] = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    assert ask().body == body


def test_an_asked_304_comes_to_the_callback(ask, wire):
    """With the headers that the ledger keeps."""
    wire.answers["/"] = b'HTTP/1.1 304 Not Modified\r\nETag: "two"\r\n\r\n'
    known = Validators(etag='W/"one"', last_modified="Mon, 02 Mar 2026 12:00:00 GMT")
    answer = ask(meta={"validators": known})
    assert (answer.status, answer.headers["ETag"]) == (304, b'"two"')
    assert wire.asked[-1].header("If-None-Match") == 'W/"one"'
    assert wire.asked[-1].header("If-Modified-Since") == "Mon, 02 Mar 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    "known", [None, Validators(), Validators(etag="a\r\nX: b"), Validators(etag="a" * 9000)]
)
def test_an_unasked_304_is_refused(ask, wire, known):
    """Without usable validators nothing was asked, and nothing is unchanged."""
    wire.answers["/"] = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    assert ask(meta={"validators": known} if known else {}).reason == "unasked_304"
    assert wire.asked[-1].header("If-None-Match") is None


def test_retry_after_is_obeyed_by_the_whole_host(wire):
    """The next page of the host waits, too."""
    wire.answers["/busy"] = page(b"", "Retry-After: 1", status="429 Busy")
    wire.answers["/a"] = page(HTML)
    busy, fetched = run(
        [Request(wire.url("/busy")), Request(wire.url("/a"))], settings_for(wire), in_turn=True
    ).results
    assert (busy.reason, busy.outcome) == ("retry_after", "deferred")
    assert 0.5 < (busy.not_before - datetime.now(UTC) + timedelta(seconds=1)).total_seconds() <= 1
    assert fetched.status == 200
    assert wire.asked[-1].at - wire.asked[-2].at >= 0.8


@pytest.mark.parametrize("status", ["429 Busy", "503 Ill"])
@pytest.mark.parametrize("form", ["86400", "date"])
def test_retry_after_of_a_day_closes_the_host(wire, status, form):
    """No further request in this run, and the moment is in the refusal; other hosts go on."""
    day = format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True) if form == "date" else form
    wire.answers["/busy"] = page(b"", f"Retry-After: {day}", status=status)
    requests = [Request(wire.url("/busy")), Request(wire.url("/a"))]
    found = run(requests, settings_for(wire), in_turn=True)
    assert [answer.reason for answer in found.results] == ["retry_after"] * 2
    assert all(answer.not_before - datetime.now(UTC) > timedelta(hours=23) for answer in found.results)
    assert wire.paths() == ["/robots.txt", "/busy"]
    assert found.fetching.hosts.refusal(wire.host).reason == "retry_after"


@pytest.mark.parametrize("value", ["soon", "-5", "Sun, 06 Nov 1994 08:49:37 GMT", ""])
def test_garbage_in_retry_after_leaves_our_own_delay(wire, value):
    """It begins at the limit's first delay."""
    wire.answers["/busy"] = page(b"", f"Retry-After: {value}", status="503 Ill")
    busy = run([Request(wire.url("/busy"))], settings_for(wire, backoff=0.5)).results[0]
    assert (busy.reason, busy.retryable) == ("bad_status", True)
    assert 0 < (busy.not_before - datetime.now(UTC)).total_seconds() <= 0.5


def test_other_headers_come_as_they_were_sent(ask, wire):
    """Repeated ones repeated, bytes that are no UTF-8 unchanged."""
    wire.answers["/"] = page(HTML, "X-Robots-Tag: noarchive", "X-Robots-Tag: noindex").replace(
        b"\r\n\r\n", b"\r\nX-A: \xe9\r\n\r\n", 1
    )
    answer = ask()
    assert answer.headers.getlist("X-Robots-Tag") == [b"noarchive", b"noindex"]
    assert answer.headers["X-A"] == b"\xe9"
