"""The date of a teaser: told from its labels, counters and times for reading."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from harvester.pages.moments import parse_moment
from harvester.pages.railing.wording import is_counter, is_no_label
from harvester.pages.spans import days_back

_LONGEST: Final = 45
_LONGEST_ALONE: Final = 30
_LABEL: Final = 25
_MONTH: Final = 15
"""Characters of a year with a month, or a quarter, beside it."""
_DATED = re.compile(
    r"\d{1,2}[:.h]\d{2}|\d{1,2}\s*(?:h|m|d|min|std|ago|hrs)\b"
    r"|\d{1,2}\+?\s*(?:min|hour|day|week|month|year|stund|tag|woche|monat|jahr|heure|jour|hora|d[ií]a|or[ea]|giorn|uur|dag|tim)"
    r"|\d{1,2}\.?\s*(?:de\s)?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BETWEEN = re.compile(r"\s+[/–—-]\s+|\s*[|·•]\s*")
_NEAR: Final = datetime(2001, 6, 15, tzinfo=UTC)
"""Any day: texts are asked whether they name one, and not which."""


@lru_cache(maxsize=8192)
def is_date(text: str) -> bool:
    """Tell whether a short text has a date in it: a day, a time, or how long ago."""
    if len(text) > _LONGEST or is_counter(text):
        return False
    if _DATED.search(text) or (len(text) <= _MONTH and _YEAR.search(text)):
        return True
    return _is_moment(text)


@lru_cache(maxsize=4096)
def is_date_alone(text: str) -> bool:
    """Tell whether a text is a date and nothing else, as one in a link beside a title is."""
    if len(text) > _LONGEST_ALONE or not is_date(text):
        return False
    return not any(map(str.isalpha, text)) or _is_moment(text)


def _is_moment(text: str) -> bool:
    """Tell whether a text names a moment: "today" only by itself, since some shows are called so."""
    if not any(map(str.isdigit, text)) and " " in text and not isinstance(days_back(text), timedelta):
        return False
    return parse_moment(text, near=_NEAR) is not None


def date_apart(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the date in a text of several parts, and the labels beside it: "News · 14 May 2026"."""
    parts = [part for part in _BETWEEN.split(text) if part] if len(text) <= _LONGEST else []
    dated = [part for part in parts if is_date(part)]
    if not dated or len(dated) == len(parts):
        return (text if is_date(text) else None), ()
    others = [part for part in parts if part not in dated and not is_no_label(part)]
    start, stop = text.index(dated[0]), text.rindex(dated[-1]) + len(dated[-1])
    return text[start:stop], tuple(part for part in others if len(part) <= _LABEL)
