"""Retry-After, as servers send it. Pure."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_SECONDS = re.compile(r"[0-9]{1,12}(?:\.[0-9]{0,6})?")
LONGEST: Final = 366 * 86400.0


def parse_retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for, at most a year.

    ``now`` is aware. ``None`` for what is neither seconds nor a date to come: the caller's own delay.
    """
    text = value.strip()
    if _SECONDS.fullmatch(text):
        return min(float(text), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
    return min(seconds.total_seconds(), LONGEST) if seconds.total_seconds() > 0 else None
