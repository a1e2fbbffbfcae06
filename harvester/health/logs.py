"""One event a URL for whoever reads the logs: run, site, URL, what became of it and why."""

import logging
from typing import Final

from harvester.store.outcome import Outcome
from harvester.urls import redacted

_LOGGER: Final = logging.getLogger("harvester.crawl")


def log_outcome(run: str, outcome: Outcome) -> None:
    """Log an outcome; a listing that could not be had is a warning, all else is information."""
    is_listing = outcome.lease.kind != "article"
    level = logging.WARNING if is_listing and outcome.outcome == "failed" else logging.INFO
    if not _LOGGER.isEnabledFor(level):
        return
    facts = {
        "run": run,
        "site": outcome.lease.site,
        "url": redacted(outcome.url or outcome.lease.url),
        "outcome": outcome.outcome,
        "reason": outcome.reason,
        "detail": outcome.detail,
    }
    words = " ".join(filter(None, (facts["outcome"], facts["reason"], facts["url"], facts["detail"])))
    _LOGGER.log(level, words, extra={"facts": facts})
