"""What a response or a failure is to the ledger, before anything of it is read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import uniform
from typing import Final

from scrapy.http import Response

from harvester.fetching.hosts import backoff
from harvester.fetching.refused import Refused
from harvester.fetching.validators import read_validators
from harvester.limits import Limits
from harvester.store.outcome import Lease, Outcome

_JITTER: Final = 0.2
_NOT_MODIFIED: Final = 304


def of_response(lease: Lease, response: Response) -> Outcome:
    """Return the outcome of a response so far: fetched, or unchanged since the last time."""
    validators = read_validators(response.headers)
    is_whole = not response.meta.get("truncated_reason")
    outcome = Outcome(
        lease=lease,
        outcome="fetched",
        reason=lease.kind,
        status=response.status,
        url=response.url,
        retrieved=datetime.now(UTC),
        etag=validators.etag if is_whole else None,
        last_modified=validators.last_modified if is_whole else None,
        digest=_digest(response) if is_whole else None,
    )
    if response.status == _NOT_MODIFIED:
        return replace(outcome, outcome="unchanged", reason="not_modified", digest=None)
    if outcome.digest is not None and outcome.digest == lease.digest:
        return replace(outcome, outcome="unchanged", reason="same_bytes")
    return outcome


def of_refusal(lease: Lease, refused: Refused, limits: Limits) -> Outcome:
    """Return the outcome of a request that brought no page; a deferred one is asked again in this run."""
    not_before = refused.not_before
    if refused.outcome == "deferred" and not_before is None and lease.tries < limits.retries:
        seconds = backoff(limits, lease.tries + 1) * uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 - no secret
        not_before = datetime.now(UTC) + timedelta(seconds=seconds)
    return Outcome(
        lease=lease,
        outcome=refused.outcome,
        reason=refused.reason,
        detail=refused.detail,
        status=refused.status,
        url=refused.url or lease.url,
        retrieved=datetime.now(UTC),
        not_before=not_before,
    )


def _digest(response: Response) -> str:
    return "sha256:" + sha256(response.body).hexdigest()


def content_type(response: Response) -> str | None:
    """Return the Content-Type header; ``None`` for none."""
    raw = response.headers.get(b"Content-Type")
    return raw.decode("latin-1").strip()[:200] or None if raw else None
