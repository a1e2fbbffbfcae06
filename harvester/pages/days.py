"""The day in a text: "2025-06-05", "5 June 2025", "June 5th, 2025", "5.6.2025", "2025年6月5日"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from harvester.pages.calendars import days_of_others
from harvester.pages.date_words import month_of

_MARKS: Final = "\u0300-\u036f\u064b-\u0652\u0900-\u0963\u09be-\u09cd\u0e31-\u0e3a\u0e47-\u0e4e'’"
"""Vowel signs and accents: letters of a word that Python's patterns take for none."""
_WORD: Final = rf"(?:(?:كانون|تشرين)\s[^\W\d_]{{1,20}}|[^\W\d_](?:[^\W\d_]|[{_MARKS}]){{1,20}})"
_YEAR: Final = r"\d{4}"
_SHORT_YEAR: Final = r"['’]?\d\d(?![\d:.]|\s?(?:h|uhr|[ap]\.?m\b)|\s?,\s?\d{4})"
_JOINT: Final = r"\s*(?:de\s+l['’]?|del?\s+|d['’]|of\s+|din\s+)?"
_YMD: Final = re.compile(
    r"(?<![\d.])(?P<year>\d{4})\s?(?:(?P<cut>[-/.])\s?|年\s?|년\s?)(?P<month>\d{1,2})\s?(?:(?P=cut)\s?|月\s?|월\s?)(?P<day>\d{1,2})(?!\d)"
)
_DMY: Final = re.compile(
    rf"(?<![\d/])(?<!\d:)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.|,|-)?{_JOINT}[-/]?(?P<month>{_WORD})\.?,?{_JOINT}[-/]?(?P<year>{_YEAR}|{_SHORT_YEAR})",
    re.IGNORECASE,
)
_MDY: Final = re.compile(
    rf"(?P<month>{_WORD})\.?[\s-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º)?(?:\s*,\s*|\s+|-)(?:of\s+|de\s+|at\s+)?(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_MD_CLOCK_Y: Final = re.compile(
    rf"(?P<month>{_WORD})\s+(?P<day>\d{{1,2}})\s+(?=\d\d:\d\d).{{5,40}}\s(?P<year>{_YEAR})\b", re.IGNORECASE
)
_YMD_WORD: Final = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})\.?,?\s*(?:m\.\s*|г\.\s*|gada\s+)?[-/]?(?P<month>{_WORD})[\s.-]+(?P<day>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)
_YDM_WORD: Final = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})\.?\s*(?:gada\s+)(?P<day>\d{{1,2}})\.?\s+(?P<month>{_WORD})", re.IGNORECASE
)
_NUMERIC: Final = re.compile(
    r"(?<![\d./])(?<!\d:)(?P<day>\d{1,2})\s?(?P<cut>[./-])\s?(?P<month>\d{1,2})\s?(?P=cut)\s?(?P<year>\d{4}|\d{2})(?![\d:]|[.]\d)"
)
_DM: Final = re.compile(
    rf"(?<![\d/.])(?<!\d:)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?{_JOINT}(?P<month>{_WORD})(?P<year>)",
    re.IGNORECASE,
)
_MD: Final = re.compile(
    rf"(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?P<year>)", re.IGNORECASE
)
_MD_CJK: Final = re.compile(r"(?P<year>)(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_DM_NUMBERS: Final = re.compile(
    r"(?<![\d.])(?<!\d:)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?P<year>)(?!\d)"
)

_MONTH_FIRST: Final = frozenset(("en-us", "en-ph", "en-ca", "es-us", "en-pr"))
_YEAR_FIRST: Final = frozenset(("ja", "zh", "ko", "hu", "lt"))
_THAI: Final = 543
_CENTURY: Final = 2000
_THAI_CENTURY: Final = 2050
"""Two digits of a Thai year from 50 on: "68" is 2568."""
_OLDEST: Final = 1700
_LATEST: Final = 2200
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and where in the text it stands."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What helps to read a date that can be read in two ways."""

    language: str | None = None
    """BCP 47."""
    near: date | None = None
    """A day shortly after the one that is meant."""
    month_first: bool | None = None
    """As in the United States; ``None`` where it is not known."""


def find_day(text: str, habits: Habits) -> Day | None:
    """Return the first day in a text that has its year, else one whose year is told by what is near."""
    return next(_days(text, habits), None)


def _days(text: str, habits: Habits) -> Iterator[Day]:
    for other in days_of_others(text, habits.language, habits.near):
        yield Day(*other)
    for form, read in _FORMS:
        for match in form.finditer(text):
            value = read(match, habits)
            if value:
                yield Day(value, match.start(), match.end())


def _named(match: re.Match[str], habits: Habits) -> date | None:
    month = month_of(match["month"], habits.language)
    year = _year(match["year"])
    if _THAI_CENTURY <= year < _THAI_CENTURY + 50 and _is_thai(match["month"]):
        year += 500 - _THAI
    return None if month is None else _date(year, month, int(match["day"]))


def _yearless(match: re.Match[str], habits: Habits) -> date | None:
    """Return the last such day that is not after what is near."""
    if habits.near is None:
        return None
    word = match["month"]
    month = int(word) if word.isdigit() else month_of(word, habits.language)
    days = (_date(habits.near.year - back, month, int(match["day"])) for back in (0, 1)) if month else ()
    return next((day for day in days if day and (day - habits.near).days <= 1), None)


def _ordered(match: re.Match[str], _: Habits) -> date | None:
    return _date(_year(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], habits: Habits) -> date | None:
    """Return the one day that three numbers can mean here; ``None`` where they can mean two."""
    first, second, last = int(match["day"]), int(match["month"]), match["year"]
    language = (habits.language or "").lower()
    if len(last) == 2 and language[:2] in _YEAR_FIRST:  # noqa: PLR2004 - digits
        return _date(_year(match["day"]), second, int(last))
    day_first, month_first = _date(_year(last), second, first), _date(_year(last), first, second)
    if match["cut"] != "/" and language not in _MONTH_FIRST:
        return day_first or (month_first if match["cut"] == "-" else None)
    if day_first is None or month_first is None or first == second:
        return day_first or month_first
    return _chosen(day_first, month_first, habits)


def _chosen(day_first: date, month_first: date, habits: Habits) -> date | None:
    language = (habits.language or "").lower()
    if habits.month_first is not None:
        return month_first if habits.month_first else day_first
    if language in _MONTH_FIRST:
        return month_first
    if language and language != "en":
        return day_first
    if habits.near is None:
        return None
    past = [day for day in (day_first, month_first) if (day - habits.near).days <= 1]
    return past[0] if len(past) == 1 else None


def _year(digits: str) -> int:
    digits = digits.lstrip("'’")
    year = int(digits)
    if len(digits) == 2:  # noqa: PLR2004 - digits
        return year + _CENTURY
    # Thailand counts from the Buddha.
    return year - _THAI if year > _LATEST else year


def _is_thai(word: str) -> bool:
    return "\u0e00" <= word[:1] <= "\u0e7f"


def _date(year: int, month: int, day: int) -> date | None:
    if not (_OLDEST < year < _LATEST and 1 <= month <= _MONTHS):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Habits], date | None]], ...]] = (
    (_YMD, _ordered),
    (_DMY, _named),
    (_MDY, _named),
    (_MD_CLOCK_Y, _named),
    (_YMD_WORD, _named),
    (_YDM_WORD, _named),
    (_NUMERIC, _numeric),
    (_DM, _yearless),
    (_MD, _yearless),
    (_MD_CJK, _yearless),
    (_DM_NUMBERS, _yearless),
)
