"""How far back a run goes, and how much it takes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from harvester.evidence import Link
from harvester.limits import LIMITS
from harvester.spiders.options import Options
from harvester.spiders.windows import window
from harvester.store.runs import SiteState

NOW = datetime(2026, 5, 30, tzinfo=UTC)
NEW = SiteState("x", None, 0, is_first_done=False, last_new=0)
KNOWN = replace(NEW, is_first_done=True, last_run_at=int(NOW.timestamp()) - 86400 * 90)


def of(options=None, state=NEW):
    return window(options or Options(), state, LIMITS, NOW.timestamp())


def test_first_crawl():
    """A first crawl goes 30 days back and takes 500 articles."""
    first = of()
    assert (first.since, first.budget, first.is_default) == (NOW - timedelta(days=30), 500, True)


def test_first_crawl_that_was_killed():
    """What runs that were killed have written counts: all together a first crawl takes no more."""
    assert of(state=replace(NEW, articles=480)).budget == 20
    assert of(state=replace(NEW, articles=600)).budget == 0


def test_after_a_pause():
    """A later run takes any number, and goes back from the last run: a pause leaves no gap."""
    later = of(state=KNOWN)
    assert (later.budget, later.since) == (None, NOW - timedelta(days=120))


@pytest.mark.parametrize("state", [NEW, KNOWN])
def test_asked(state):
    """What a person says holds for first and later runs."""
    since = datetime(2026, 1, 1, tzinfo=UTC)
    assert of(Options(since=since), state).since == since
    assert of(Options(since=since), state).is_strict
    assert of(Options(max_articles=7), state).budget == 7
    everything = of(Options(backfill=True), state)
    assert (everything.since, everything.budget, everything.is_default) == (None, None, False)


def test_left():
    """Articles on the wire count as if they would be written, so that a budget is never exceeded."""
    taken = of(Options(max_articles=3))
    taken.written, taken.asked = 1, 2
    assert (taken.left, taken.is_spent) == (0, False)
    taken.asked, taken.written = 0, 3
    assert taken.is_spent


@pytest.mark.parametrize(
    ("published", "modified", "before"),
    [(40, None, True), (20, None, False), (None, 40, True), (40, 1, True), (None, None, False)],
)
def test_before(published, modified, before):
    """A link is left out for an early date, never for having none. In days ago."""
    times = [None if days is None else NOW - timedelta(days=days) for days in (published, modified)]
    assert of().is_before(Link("https://x/a", "feed", published=times[0], modified=times[1])) is before
