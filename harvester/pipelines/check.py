"""Check: is it an article, has it a headline, is its record valid? What is not goes to the quarantine."""

from dataclasses import replace
from typing import Final

import orjson

from harvester.duplicates import Fetched, first_record
from harvester.jsonl import line_of
from harvester.schema import flaws
from harvester.store.outcome import Outcome

NOT_ARTICLE: Final = "not_article_"
"""Before the reason why a page is none."""
SUSPECT: Final = "soft_404_suspect"
"""The reason of an error page that is served as an article, and the warning of a record that may be one."""
_SHORT: Final = 120
"""Words: an error page has no more."""
_SHOWN: Final = 5


def check(outcome: Outcome) -> Outcome:
    """Return the outcome with the article's record, or with a line for the quarantine and the reason."""
    if outcome.reason.startswith(NOT_ARTICLE):
        return quarantined(outcome, outcome.reason)
    if outcome.article is None or outcome.retrieved is None:
        return outcome
    if not outcome.article.headline:
        return quarantined(outcome, "no_headline")
    if SUSPECT in outcome.article.warnings and (outcome.article.word_count or 0) < _SHORT:
        return quarantined(outcome, SUSPECT, "short, and without a word of the title that led here")
    record = first_record(outcome.article, Fetched(outcome.lease.url, outcome.retrieved))
    line = line_of(record)
    found = flaws(orjson.loads(line))
    if found:
        return quarantined(outcome, "invalid", "; ".join(map(str, found[:_SHOWN])))
    return replace(outcome, record=record, line=line)


def quarantined(outcome: Outcome, reason: str, detail: str = "") -> Outcome:
    """Return the outcome of a page that makes no record, with its line for the quarantine."""
    line = {
        "url": outcome.url or outcome.lease.url,
        "requested_url": outcome.lease.url,
        "retrieved": outcome.retrieved and outcome.retrieved.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "reason": reason,
        "detail": detail or outcome.detail,
        "record": _shown(outcome),
    }
    return replace(
        outcome,
        outcome="skipped",
        reason=reason,
        detail=detail or outcome.detail,
        record=None,
        line=None,
        quarantined=orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE),
    )


def _shown(outcome: Outcome) -> object:
    """Return what was read, as JSON has it; ``None`` for nothing."""
    if outcome.article is None or outcome.retrieved is None:
        return None
    record = first_record(outcome.article, Fetched(outcome.lease.url, outcome.retrieved))
    return orjson.loads(line_of(record))
