"""How a request ends that brings no page: one exception, a stable word for the reason."""

from datetime import datetime
from typing import Final, Literal

from scrapy.exceptions import IgnoreRequest

RefusedOutcome = Literal["skipped", "deferred", "failed"]
"""Not wanted; to be asked again, in this run or a later one; asked and not had."""

Reason = Literal[
    "address",
    "bad_redirect",
    "bad_status",
    "bad_url",
    "bomb",
    "connection",
    "corrupt",
    "crawl_delay",
    "dns",
    "empty",
    "gone",
    "internal",
    "not_found",
    "not_text",
    "protocol",
    "redirect_loop",
    "redirects",
    "retry_after",
    "robots",
    "robots_unreachable",
    "scheme",
    "scope",
    "stopped",
    "timeout",
    "tls",
    "too_large",
    "unasked_304",
    "unknown_coding",
]
"""Why; these words go to the ledger and the manifest, so none is ever renamed."""

OUTCOMES: Final[dict[Reason, RefusedOutcome]] = {
    "address": "skipped",
    "bad_url": "skipped",
    "crawl_delay": "skipped",
    "not_text": "skipped",
    "robots": "skipped",
    "scheme": "skipped",
    "scope": "skipped",
    "connection": "deferred",
    "corrupt": "deferred",
    "dns": "deferred",
    "empty": "deferred",
    "retry_after": "deferred",
    "robots_unreachable": "deferred",
    "stopped": "deferred",
    "timeout": "deferred",
}
"""The outcome of each reason; what is not named here has failed."""


class Refused(IgnoreRequest):
    """A request that brought no page, with everything that the ledger wants to know of it.

    It is an ``IgnoreRequest``: Scrapy gives it to the request's errback and logs no traceback.
    """

    def __init__(
        self,
        reason: Reason,
        detail: str = "",
        *,
        status: int | None = None,
        not_before: datetime | None = None,
    ) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail
        """What exactly, in a few words for a person: "503", "10.0.0.1". Bears no credentials."""
        self.status = status
        """Of the answer; ``None`` when none came."""
        self.not_before = not_before
        """Aware, UTC: no request for this URL sooner. ``None``: the caller's own growing delay."""
        self.outcome: RefusedOutcome = self._outcome()
        self.url: str | None = None
        """Where it ended, after redirects; ``None`` when nowhere else than where it was asked."""

    @property
    def retryable(self) -> bool:
        """Whether the same request may bring the page another time, in this run or a later one."""
        return self.outcome == "deferred"

    def _outcome(self) -> RefusedOutcome:
        """Return the reason's outcome; an answer of the 5xx kind, 408 or 425 is asked again."""
        if self.reason == "bad_status" and self.status is not None and is_passing(self.status):
            return "deferred"
        return OUTCOMES.get(self.reason, "failed")


_PASSING: Final = frozenset({408, 421, 425, 429})
_LASTING: Final = frozenset({501, 505, 510})


def is_passing(status: int) -> bool:
    """Tell whether a status speaks of the moment, not of the page: 5xx, 408, 425, 429."""
    return status in _PASSING or (500 <= status < 600 and status not in _LASTING)  # noqa: PLR2004 - 5xx
