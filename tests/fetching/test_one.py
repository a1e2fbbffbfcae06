"""One page, fetched as a crawl would."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from scrapy.settings import Settings

from harvester.fetching.one import fetch_one, project_settings
from harvester.fetching.refused import Refused
from tests.fetching.wire import HTML, page, settings_for


def test_a_page_comes_with_all_that_a_record_asks_for(wire):
    """Addresses, status, headers, bytes and the moment."""
    wire.answers["/old"] = page(b"", "Location: /new", status="301 Moved")
    wire.answers["/new"] = page(HTML, "X-A: b")
    fetched = fetch_one(wire.url("/old"), settings_for(wire))
    assert (fetched.url, fetched.requested_url) == (wire.url("/new"), wire.url("/old"))
    assert (fetched.status, fetched.body, fetched.content_type) == (200, HTML, "text/html; charset=utf-8")
    assert ("X-A", "b") in fetched.headers
    assert fetched.truncated_reason is None
    assert datetime.now(UTC) - fetched.retrieved < timedelta(seconds=10)


def test_several_pages_follow_one_another_in_a_process(wire):
    """Each has a loop of its own."""
    wire.answers["/"] = page(HTML)
    assert [fetch_one(wire.url(), settings_for(wire)).body for _ in range(3)] == [HTML] * 3


def test_the_project_s_own_settings_serve_when_none_are_given(wire):
    """They are closed to loopback."""
    with pytest.raises(Refused) as caught:
        fetch_one(wire.url())
    assert caught.value.reason == "address"
    assert wire.connections == 0


def test_it_obeys_robots_txt(wire):
    """As any request."""
    wire.answers["/robots.txt"] = page(b"User-agent: *\nDisallow: /\n")
    with pytest.raises(Refused) as caught:
        fetch_one(wire.url(), settings_for(wire))
    assert caught.value.reason == "robots"


def test_what_fails_once_is_tried_again(wire):
    """Twice more, with a growing delay."""
    answers = iter([page(b"", status="500 Ill"), page(HTML)[:-9], page(HTML)])
    wire.answers["/"] = lambda conn, _: conn.sendall(next(answers))
    assert fetch_one(wire.url(), settings_for(wire, retries=2)).body == HTML


def test_what_is_cut_each_time_comes_flagged(wire):
    """With the reason."""
    wire.answers["/"] = lambda conn, _: conn.sendall(page(HTML)[:-9])
    fetched = fetch_one(wire.url(), settings_for(wire, retries=2))
    assert fetched.body == HTML[:-9]
    assert fetched.truncated_reason == "corrupt"
    assert wire.paths().count("/") == 3


def test_what_fails_always_is_told_by_its_last_reason(wire):
    """After three requests."""
    wire.answers["/"] = page(b"", status="500 Ill")
    with pytest.raises(Refused) as caught:
        fetch_one(wire.url(), settings_for(wire, retries=2))
    assert (caught.value.reason, caught.value.status) == ("bad_status", 500)
    assert wire.paths().count("/") == 3


def test_a_pause_that_is_too_long_is_not_waited_for(wire):
    """Somebody is waiting for this page."""
    wire.answers["/"] = page(b"", "Retry-After: 3600", status="503 Ill")
    began = time.monotonic()
    with pytest.raises(Refused) as caught:
        fetch_one(wire.url(), settings_for(wire, retries=2))
    assert caught.value.reason == "retry_after"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "url", ["not an address", "http://", "http://[", "file:///etc/hostname", "javascript:a"]
)
def test_what_is_no_address_is_refused(url):
    """Before anything is asked."""
    with pytest.raises(Refused) as caught:
        fetch_one(url)
    assert caught.value.outcome in {"skipped", "failed"}


def test_settings_stay_as_they_are(wire):
    """A caller's settings are read, not changed."""
    wire.answers["/"] = page(HTML)
    settings = settings_for(wire)
    settings.set("SCHEDULER", "somewhere.else", priority="project")
    before = dict(settings)
    fetch_one(wire.url(), settings)
    assert {key: settings[key] for key in before} == before
    assert isinstance(project_settings(), Settings)
