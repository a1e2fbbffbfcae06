"""What a run asks first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from harvester.store.opening import Opening, open_site
from harvester.store.outcome import Outcome
from harvester.store.store import Place, Store
from tests.store.test_store import FRONT, SITE, announcement, front_with, opened

HOUR = timedelta(hours=1)
YEAR = timedelta(days=365)


def deferred(store, lease, wait, reason="timeout"):
    """Put a URL off."""
    until = datetime.fromtimestamp(store.now(), UTC) + wait
    outcome = Outcome(lease=lease, outcome="deferred", reason=reason, not_before=until)
    store.commit(outcome, announcement(store))
    store.database.commit()


def pending(folder, clock=None, *, only_due=False):
    """How many URLs another run would ask at once."""
    store = Store.open(Place(output=folder, **({"clock": clock} if clock else {})))
    opening = Opening(store.run, SITE, [FRONT], store.now())
    open_site(store.database, replace(opening, only_due=only_due))
    store.database.commit()
    count = len(store.frontier.lease(SITE, SITE, 10))
    store.close()
    return count


@pytest.mark.parametrize(
    ("wait", "reason", "only_due", "asked"),
    [
        (HOUR, "timeout", False, 1),
        (HOUR, "timeout", True, 0),
        (HOUR, "retry_after", False, 0),
        (-HOUR, "timeout", True, 1),
        (-HOUR, "retry_after", True, 1),
    ],
)
def test_listing_that_was_put_off(tmp_path, wait, reason, only_due, asked):
    """A listing that failed is asked in every run but one for what is due; a host's wish counts."""
    store = opened(tmp_path)
    (front,) = store.frontier.lease(SITE, SITE, 1)
    deferred(store, front, wait, reason)
    store.close()
    assert pending(tmp_path, only_due=only_due) == asked


def test_article_that_was_put_off(tmp_path):
    """An article that failed waits for its time."""
    store = opened(tmp_path)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    deferred(store, lease, HOUR)
    store.close()
    assert pending(tmp_path) == 1  # the front page


def test_clock_that_was_wrong(tmp_path):
    """What a clock a year ahead put off is asked when the clock is right again."""
    ahead = lambda: datetime.now(UTC).timestamp() + YEAR.total_seconds()  # noqa: E731 - said once
    store = opened(tmp_path, clock=ahead)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    deferred(store, lease, HOUR)
    store.close()
    assert pending(tmp_path, only_due=True) == 2
