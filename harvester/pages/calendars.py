"""Days that are counted by other calendars: Iran's solar years, the eras of Japan, the Republic's years."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from harvester.pages.date_words import date_words

_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911}
"""The year before an era's first."""
_ERA: Final = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<year>\d{{1,3}}|元)\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"
)
_SOLAR_NUMBERS: Final = re.compile(
    r"(?<!\d)(?P<year>1[34]\d\d)\s?(?P<cut>[/.-])\s?(?P<month>\d{1,2})\s?(?P=cut)\s?(?P<day>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<day2>\d{1,2})\s?(?P<cut2>[/.-])\s?(?P<month2>\d{1,2})\s?(?P=cut2)\s?(?P<year2>1[34]\d\d)(?!\d)"
)
_SOLAR_WORDS: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?P<month>{'|'.join(date_words().solar)})\s*(?:ماه\s*)?(?P<year>1[34]\d\d)?(?!\d)"
)
_HALF: Final = 6
"""Months of 31 days, those of spring and summer."""
_YEARS_APART: Final = 621

Found = tuple[date, int, int]
"""A day, and where it stands."""


def days_of_others(text: str, language: str | None, near: date | None) -> Iterator[Found]:
    """Yield the days of a text that are counted by another calendar."""
    if "年" in text:
        yield from _eras(text)
    if ("13" in text or "14" in text) and (language or "")[:2] != "ar":
        # In Arabic such years are the moon's.
        yield from _numbers(text)
    if not text.isascii():
        yield from _words(text, near)


def _eras(text: str) -> Iterator[Found]:
    for match in _ERA.finditer(text):
        count = 1 if match["year"] == "元" else int(match["year"])
        try:
            day = date(_ERAS[match["era"]] + count, int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        yield day, match.start(), match.end()


def _numbers(text: str) -> Iterator[Found]:
    for match in _SOLAR_NUMBERS.finditer(text):
        parts = (match[key] or match[f"{key}2"] for key in ("year", "month", "day"))
        day = solar_day(*map(int, parts))
        if day:
            yield day, match.start(), match.end()


def _words(text: str, near: date | None) -> Iterator[Found]:
    for match in _SOLAR_WORDS.finditer(text):
        month, number = date_words().solar[match["month"]], int(match["day"])
        years = [int(match["year"])] if match["year"] else _years_before(near)
        days = (solar_day(year, month, number) for year in years)
        day = next((day for day in days if day and (match["year"] or near is None or day <= near)), None)
        if day:
            yield day, match.start(), match.end()


def _years_before(near: date | None) -> list[int]:
    """Return the solar years that may be meant by a day without one."""
    return [near.year - _YEARS_APART - back for back in (0, 1)] if near else []


def solar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of Iran's calendar in ours; ``None`` for one that there is not."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= _HALF else 30)):  # noqa: PLR2004 - months, days
        return None
    before = (month - 1) * 31 if month <= _HALF else (month - 1) * 30 + _HALF
    cycles, rest = divmod(year + 1595, 33)
    days = 365 * (year + 1595) + cycles * 8 + (rest + 3) // 4 + before + day
    return date.fromordinal(days - _EPOCH)


_EPOCH: Final = 356_033
