"""Dates of feeds, sitemaps and teasers: a moment in UTC, or nothing."""

from datetime import UTC, datetime
from typing import Final

from harvester.pages.moments import parse_moment

_LONGEST: Final = 100


def read_date(raw: str | None) -> datetime | None:
    """Return the time in UTC; ``None`` where none can be told: no date, no such day, a time without zone.

    A day alone is its midnight in UTC: sitemaps may give no more.
    """
    if not raw:
        return None
    text = " ".join(raw[:_LONGEST].split())
    try:
        # The form of most feeds and sitemaps, which come by the ten thousand.
        value = datetime.fromisoformat(text)
        if value.tzinfo:
            return value.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    moment = parse_moment(text)
    is_told = moment is not None and (moment.precision == "day" or moment.zone == "explicit")
    return moment.value if moment is not None and is_told else None
