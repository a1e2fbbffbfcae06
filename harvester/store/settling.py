"""What an outcome does to the row of its URL. Pure."""

from dataclasses import dataclass
from typing import Any, Final

from harvester.store.announced import Announced
from harvester.store.intervals import GIVEN_UP, JITTER, LATEST, MISSING, START, later, next_interval
from harvester.store.links import seconds
from harvester.store.outcome import Outcome

_LISTINGS: Final = frozenset({"front", "feed", "sitemap", "listing"})


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is settled, and how far chance moves it."""

    run: str
    now: int
    chance: float = 0.0
    """Between -1 and 1."""


def settled(outcome: Outcome, announced: Announced, moment: Moment) -> dict[str, Any]:
    """Return the new values of the row."""
    facts: dict[str, Any] = {
        "run": moment.run,
        "outcome": outcome.outcome,
        "reason": outcome.reason,
        "detail": outcome.detail or None,
        "status": outcome.status,
        "tries": outcome.lease.tries + 1,
    }
    if outcome.outcome == "deferred":
        return facts | _deferred(outcome, moment)
    if outcome.outcome == "failed":
        return facts | _failed(outcome, moment)
    return facts | _ended(outcome, announced, moment)


def _deferred(outcome: Outcome, moment: Moment) -> dict[str, Any]:
    failures = _failures(outcome)
    not_before = seconds(outcome.not_before) or moment.now + later(failures, moment.chance * JITTER)
    not_before = min(not_before, moment.now + LATEST)
    return {"state": "deferred", "failures": failures, "not_before": not_before}


def _failures(outcome: Outcome) -> int:
    """Return in how many runs in a row the URL failed, this one included: the tries of a run count once."""
    return outcome.lease.failures + (outcome.lease.tries == 0 or outcome.lease.failures == 0)


def _failed(outcome: Outcome, moment: Moment) -> dict[str, Any]:
    """Ask again in later runs, ever more seldom; a page that is not found, once more."""
    failures = _failures(outcome)
    values: dict[str, Any] = {"failures": failures, "missing": outcome.lease.missing}
    if outcome.reason == "gone":
        return values | {"state": "ended"}
    if outcome.reason == "not_found":
        missing = outcome.lease.missing + 1
        again = missing < MISSING
        return values | {
            "missing": missing,
            "state": "deferred" if again else "ended",
            "not_before": moment.now,
        }
    not_before = moment.now + later(failures, moment.chance * JITTER)
    return values | {"state": "deferred" if failures < GIVEN_UP else "ended", "not_before": not_before}


def _ended(outcome: Outcome, announced: Announced, moment: Moment) -> dict[str, Any]:
    values: dict[str, Any] = {"state": "ended", "failures": 0, "missing": 0, "not_before": 0}
    if outcome.status is None:
        return values
    values["fetched"] = moment.now
    if outcome.outcome != "unchanged" or outcome.etag or outcome.last_modified:
        values |= {"etag": outcome.etag, "last_modified": outcome.last_modified}
    if outcome.digest:
        values["digest"] = outcome.digest
    return values | (_visited(outcome, announced, moment) if _is_listing(outcome) else _read(outcome))


def _is_listing(outcome: Outcome) -> bool:
    return outcome.lease.kind in _LISTINGS


def _visited(outcome: Outcome, announced: Announced, moment: Moment) -> dict[str, Any]:
    interval = next_interval(outcome.lease.interval, announced.articles, announced.new)
    if not outcome.lease.interval:
        interval = START
    listed = {} if outcome.outcome == "unchanged" else {"listed": moment.now}
    return listed | {
        "interval": interval,
        "next_visit": moment.now + int(interval * (1 + JITTER * moment.chance)),
        "polls": outcome.lease.polls + 1,
    }


def _read(outcome: Outcome) -> dict[str, Any]:
    values: dict[str, Any] = {"polls": outcome.lease.polls + 1 if outcome.outcome == "unchanged" else 0}
    if outcome.article_id is not None:
        values["article"] = outcome.article_id
    if outcome.article is not None and outcome.article.published:
        values["published"] = seconds(outcome.article.published)
    return values
