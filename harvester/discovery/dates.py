"""Dates of feeds and sitemaps: RFC 822, ISO 8601 and their misspellings, or nothing."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_OFFSET: Final = r"(?:(?:UTC|GMT|UT)?\s*[+-](?:\d{2}:?\d{2}|\d{1,2})|[A-Z]{1,5})(?:\s*\([^()]{1,40}\))?"
_CLOCK: Final = (
    r"(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"\s*(?P<half>[ap]m)?\s*(?P<zone>{_OFFSET})?"
)
_FORMS: Final = tuple(
    re.compile(rf"{date}(?:(?:\s*[T,]\s*|\s+){_CLOCK})?", re.IGNORECASE)
    for date in (
        r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})",
        r"(?:[a-z]{2,9}\.?,?\s+)?(?P<day>\d{1,2})[\s-](?P<month>[a-z]{3,9})\.?,?[\s-](?P<year>\d{4}|\d{2})",
        r"(?:[a-z]{2,9}\.?,?\s+)?(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
    )
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HOURS: Final = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2,
    "EEST": 3, "MSK": 3, "TRT": 3, "PKT": 5, "WIB": 7, "ICT": 7, "HKT": 8, "SGT": 8, "AWST": 8, "JST": 9,
    "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "ART": -3, "BRT": -3, "AKST": -9, "HST": -10,
}  # fmt: skip
"""Names of zones as RFC 822 has them, and others that mean one offset in print."""
_LONGEST: Final = 100
_CENTURY: Final = 100
_PIVOT: Final = 70
_NOON: Final = 12
_MIDNIGHT: Final = 24
_LAST: Final = 59


def read_date(raw: str | None) -> datetime | None:
    """Return the time in UTC; ``None`` where none can be told: no date, no such day, a time without zone.

    A day alone is its midnight in UTC: sitemaps may give no more.
    """
    text = " ".join((raw or "")[:_LONGEST].split())
    try:
        # The form of most feeds and sitemaps; ten times faster than what follows.
        moment = datetime.fromisoformat(text)
        if moment.tzinfo:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    return _odd(text)


def _odd(text: str) -> datetime | None:
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        return None
    try:
        return _moment(match)
    except (ValueError, OverflowError):
        return None


def _moment(match: re.Match[str]) -> datetime | None:
    day = datetime(_year(match["year"]), _month(match["month"]), int(match["day"]), tzinfo=UTC)
    if match["hour"] is None:
        return day
    offset = _offset(match["zone"])
    return None if offset is None else day + _clock(match) - offset


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= _PIVOT else 2000)  # noqa: PLR2004 - two digits


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _clock(match: re.Match[str]) -> timedelta:
    """Return the time of day; raises ``ValueError`` where no clock shows it."""
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].lower() == "pm" else 0)
    if hour > _MIDNIGHT or minute > _LAST:
        raise ValueError(f"no time of day: {match[0]}")
    # A leap second is printed as 60.
    return timedelta(hours=hour, minutes=minute, seconds=min(second, _LAST))


def _offset(zone: str | None) -> timedelta | None:
    """Return the offset of "+02:00", "GMT+2", "CEST", "+0530 (IST)"; ``None`` where there is none."""
    words = re.sub(r"\(.*\)|\s", "", zone or "").upper()
    if words in _HOURS:
        return timedelta(hours=_HOURS[words])
    sign, digits = words.lstrip("UTCGM")[:1], re.sub(r"\D", "", words)
    if sign not in ("+", "-") or not digits:
        return None
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return size if sign == "+" else -size
