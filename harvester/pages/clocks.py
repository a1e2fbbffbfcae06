"""The time of day in a text: "10:30", "14.30 Uhr", "2:30 p.m. ET", "15時30分", "10:00:00 +0200"."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from harvester.pages.date_words import date_words, folded_word

_HALF: Final = (
    r"[ap]\.?\s?m\b\.?|上午|午前|오전|早上|凌晨|下午|午後|오후|晚上|傍晚|[πμ]\.\s?μ\.?|(?<![\w])[صم](?![\w])"
)
_ZONE: Final = (
    r"(?:(?P<zulu>z)\b|(?:(?:utc|gmt|ut)\s?)?(?P<offset>[+−-]\s?\d{1,2}(?::?[0-5]\d)?)(?!\d)"
    r"|(?P<name>[^\W\d_]{2,8})(?![^\W\d_]))"
)
_CLOCK: Final = re.compile(
    rf"(?P<before>{_HALF})?\s*(?<![\d:.,/])(?P<hour>[012]?\d)"
    r"(?:\s?(?P<separator>[:.：h時时點点시])\s?(?P<minute>[0-5]\d|\d(?=分|분))(?!\d|[./]\d)"
    r"(?:[:.：](?P<second>[0-6]\d)(?!\d)(?:[.,]\d{1,9})?)?"
    rf"|\s?(?P<alone>{_HALF}|uhr\b|h\b|時|时|點|点|시))"
    r"(?:\s?[分분])?",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(rf"\s*(?P<half>{_HALF})", re.IGNORECASE)
_FILLER: Final = re.compile(r"\s*(?:uhr|hrs?|hours|h|น\.?|ч\.?|г\.)(?=[\s,(]|\Z)", re.IGNORECASE)
_ZONED: Final = re.compile(rf"[\s,]*[(\[]?\s*{_ZONE}", re.IGNORECASE)
_REGION: Final = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+(?:_[A-Z][a-z]+)*")
_NOON: Final = 12
_MIDNIGHT: Final = 24
_LAST: Final = 59
_FARTHEST: Final = 14


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    hour: int
    minute: int
    second: int | None
    zone: str | None
    """What stands behind it: "+0200", "CEST", "Europe/Berlin"."""


def find_clock(text: str) -> Clock | None:
    """Return the first time of day in a text."""
    for match in _CLOCK.finditer(text):
        clock = _clock(match, text)
        if clock:
            return clock
    return None


def _clock(match: re.Match[str], text: str) -> Clock | None:
    end = match.end()
    half = _half(match["before"]) or _half(match["alone"])
    after = _AFTER.match(text, end)
    if half is None and after:
        half, end = _half(after["half"]), after.end()
    filler = _FILLER.match(text, end)
    hour = int(match["hour"])
    if half is not None and 1 <= hour <= _NOON:
        hour = hour % _NOON + half
    if hour > _MIDNIGHT:
        return None
    second = min(int(match["second"]), _LAST) if match["second"] else None
    return Clock(hour, int(match["minute"] or 0), second, _zone(text, filler.end() if filler else end))


def _half(word: str | None) -> int | None:
    return date_words().halves.get(folded_word(re.sub(r"\s", "", word))) if word else None


def _zone(text: str, at: int) -> str | None:
    region = _REGION.search(text, at)
    if region:
        return region[0]
    match = _ZONED.match(text, at)
    if match is None:
        return None
    return "Z" if match["zulu"] else match["offset"] or match["name"]


def zone_of(name: str, day: datetime, site: str | None) -> tzinfo | None:
    """Return the zone that an offset or a name means on a day; ``None`` for what is none.

    Where the site's own zone goes by an abbreviation on that day, the site means its own.
    """
    sign = name[0]
    if sign in "+−-":
        return _offset(name)
    own = zone_named(site) if site else None
    name = name.upper()
    if own is not None and day.replace(tzinfo=own).tzname() == name:
        return own
    words = date_words()
    if name in words.zones:
        return timezone(timedelta(hours=words.zones[name])) if words.zones[name] else UTC
    return zone_named(words.places.get(name) or (name.title() if "/" in name else ""))


def _offset(text: str) -> timezone | None:
    digits = re.sub(r"\D", "", text)
    hours = int(digits[:2])
    # "+5:30" has one digit of hours.
    if ":" in text or len(digits) == 3:  # noqa: PLR2004 - an hour of one digit, minutes of two
        hours = int(re.split(r"\D", text[1:].strip())[0][:2]) if ":" in text else int(digits[:1])
        minutes = int(digits[-2:])
    else:
        minutes = int(digits[2:] or 0)
    if hours > _FARTHEST:
        return None
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(size if text[0] == "+" else -size)


@lru_cache(maxsize=256)
def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, ``None`` where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
