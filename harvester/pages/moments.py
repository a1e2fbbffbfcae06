"""Dates and times as pages write them: for machines, for readers, and wrongly."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from html import unescape
from typing import Final

from harvester.pages.clocks import Clock, find_clock, zone_named, zone_of
from harvester.pages.days import Habits, find_day
from harvester.pages.spans import days_back
from harvester.parts import Precision, Zone

_LONGEST: Final = 200
_OLDEST: Final = 1700
_PLAIN_DAY: Final = 10
_NO_SECONDS: Final = 16
_BASIC: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:[T\s_-]?(\d\d):?(\d\d)(?::?(\d\d))?)?(?!\d)"
)
_DIGIT: Final = re.compile(r"\d")
_ZEROS: Final = (
    0x660,
    0x6F0,
    0x966,
    0x9E6,
    0xA66,
    0xAE6,
    0xBE6,
    0xC66,
    0xCE6,
    0xD66,
    0xE50,
    0x1040,
    0x17E0,
    0xFF10,
)
_DIGITS: Final = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
"""The digits of Arabic, Persian, the scripts of India, Thai, Burmese, Khmer, and wide ones."""
_THAI_STOP: Final = re.compile(r"(?<=[\u0e00-\u0e7f])\.")
"""Full stops of Thai abbreviations: they stand inside of the names of months."""
_EPOCH: Final = re.compile(r"(\d{9,10})(?:\.\d{1,9})?|(\d{12,13})")
_GLUED: Final = re.compile(r"T?([A-Z]{3,4})?(\d{1,2}:\d\d(?::\d\d)?)(?=\Z|\s)", re.IGNORECASE)
"""A zone where a T should stand: its letter in a pattern of PHP."""
_LOST_PLUS: Final = re.compile(r"(?<=\d\d:\d\d:\d\d) (?=\d\d:\d\d$)")
_EARLIEST: Final = 631_152_000
"""1990: smaller numbers are no times."""
_MONTH_FIRST: Final = ("America/", "US/", "Pacific/Honolulu", "Asia/Manila")
_DAY_FIRST: Final = (
    "America/Sao",
    "America/Arg",
    "America/Bue",
    "America/Mex",
    "America/Bog",
    "America/Lima",
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, as exactly as it is written."""

    value: datetime
    """In UTC; a day alone is its midnight in UTC, a time of an unknown zone is taken as UTC."""
    precision: Precision
    zone: Zone
    """Whether the text says its zone, the site's own was taken, or none is known."""


def parse_moment(
    raw: str, *, zone: str | None = None, language: str | None = None, near: datetime | None = None
) -> Moment | None:
    """Return the moment that a text gives; ``None`` where it gives none, or could mean two.

    Args:
        raw: ISO 8601 in any spelling, RFC 822, seconds of Unix time, or a printed date with words around.
        zone: IANA name of the zone of times that have none.
        language: BCP 47; tells the words of months, and whether days come before months.
        near: a moment shortly after the one that is meant: for "2 hours ago" and dates without a year.
    """
    moment = _iso(raw, zone)
    return moment or _printed(raw[:_LONGEST], zone, language, near)


def _iso(raw: str, zone: str | None) -> Moment | None:
    """Read the form that nine of ten machines write, fast."""
    if raw[4:5] != "-" or raw[7:8] != "-":
        return None
    try:
        value = datetime.fromisoformat(raw)
    except ValueError:
        return None
    if value.year < _OLDEST:
        return None
    if len(raw) <= _PLAIN_DAY:
        return _day(value.date())
    return _moment(value, None if value.tzinfo else zone, "minute" if len(raw) <= _NO_SECONDS else "second")


def _printed(raw: str, zone: str | None, language: str | None, near: datetime | None) -> Moment | None:
    text = " ".join(unescape(raw).split())
    if not text.isascii():
        text = _THAI_STOP.sub("", text.translate(_DIGITS))
    moment = _epoch(text) or _basic(text, zone)
    if moment:
        return moment
    text = _LOST_PLUS.sub("+", text)
    if _DIGIT.search(text) is None:
        return _relative(text, zone, near)
    habits = Habits(language, near.date() if near else None, _is_month_first(zone))
    day = find_day(text, habits)
    if day is None:
        return _relative(text, zone, near)
    # The clock stands behind the day, or before it: "14:30, 5 May".
    clock = find_clock(_unglued(text[day.end :])) or find_clock(text[: day.start])
    return _at(day.value, clock or find_clock(text[day.start : day.end]), zone)


def _unglued(rest: str) -> str:
    """Return what stands behind a day with the clock first: "T10:30", "CEST10:30"."""
    glued = _GLUED.match(rest)
    if glued is None:
        return rest[1:] if rest[:1] in ("T", "t") else rest
    return f"{glued[2]} {glued[1] or ''}{rest[glued.end() :]}"


def _epoch(text: str) -> Moment | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    seconds = int(match[1]) if match[1] else int(match[2]) // 1000
    return Moment(datetime.fromtimestamp(seconds, UTC), "second", "explicit") if seconds > _EARLIEST else None


def _basic(text: str, zone: str | None) -> Moment | None:
    """Read "20250605", "20250605103000", "20250605T103000Z"."""
    match = _BASIC.match(text)
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    if match[4] is None:
        return _day(day)
    clock = find_clock(f"{match[4]}:{match[5]}:{match[6] or '00'}{text[match.end() :]}")
    return _at(day, clock, zone)


def _relative(text: str, zone: str | None, near: datetime | None) -> Moment | None:
    """Read "2 hours ago" and "yesterday, 14:30", seen from a moment that is known."""
    if near is None:
        return None
    back = days_back(text)
    if back is None:
        return None
    if isinstance(back, timedelta):
        value = (near - back).astimezone(UTC).replace(microsecond=0)
        return Moment(value, "minute", "explicit") if back < timedelta(hours=1) else _day(value.date())
    here = near.astimezone(zone_named(zone or "") or UTC).date() - timedelta(days=back)
    return _at(here, find_clock(text), zone)


def _at(day: date, clock: Clock | None, zone: str | None) -> Moment | None:
    if clock is None:
        return _day(day)
    start = datetime.combine(day, time())
    said = zone_of(clock.zone, start, zone) if clock.zone else None
    value = start + timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second or 0)
    precision: Precision = "minute" if clock.second is None else "second"
    return _moment(value.replace(tzinfo=said), zone, precision)


def _moment(value: datetime, site: str | None, precision: Precision) -> Moment | None:
    """Place a time: in the zone it says, in the site's, or in UTC and unknown."""
    zone: Zone = "explicit"
    if value.tzinfo is None:
        if value.time() == time():
            # A machine's midnight without a zone is a day alone.
            return _day(value.date())
        own: tzinfo | None = zone_named(site) if site else None
        zone = "site" if own else "unknown"
        value = value.replace(tzinfo=own or UTC)
    try:
        return Moment(value.astimezone(UTC).replace(microsecond=0), precision, zone)
    except OverflowError:
        return None


def _day(day: date) -> Moment:
    return Moment(datetime.combine(day, time(), UTC), "day", "unknown")


@lru_cache(maxsize=64)
def _is_month_first(zone: str | None) -> bool | None:
    """Tell the habit of a zone's country; ``None`` without a zone."""
    if zone is None:
        return None
    return zone.startswith(_MONTH_FIRST) and not zone.startswith(_DAY_FIRST)
