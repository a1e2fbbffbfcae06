"""Times told from now: "2 hours ago", "vor 5 Minuten", "3日前", "yesterday"."""

import re
from datetime import timedelta
from itertools import pairwise
from typing import Final

from harvester.pages.date_words import date_words, folded_word

_NUMBER: Final = re.compile(r"\d{1,3}")
_WORDS: Final = re.compile(r"\d{1,3}|[^\W\d_]+(?:['’][^\W\d_]+)?")
_CJK: Final = re.compile(
    r"(\d{1,3})\s?(分钟|分鐘|分|時間|小时|小時|日|天|週間|周|週|분|시간|일|주)\s?(?:前|전)"
)
_FEW: Final = 12
"""Words; a longer text is prose that happens to speak of hours."""


def days_back(text: str) -> timedelta | int | None:
    """Return how far back a text says: a span, or days for "today" and "yesterday"; ``None`` for neither."""
    cjk = _CJK.search(text)
    if cjk:
        return timedelta(minutes=int(cjk[1]) * date_words().units[cjk[2]])
    words = [folded_word(word) for word in _WORDS.findall(text)]
    return None if len(words) > _FEW else _span(words) or _day(words)


def _span(words: list[str]) -> timedelta | None:
    """Return the span of "2 hours ago": a number, a unit, and a word on one side that says where it lies."""
    known = date_words()
    before, after = known.ago
    for at, word in enumerate(words[:-1]):
        count = int(word) if _NUMBER.fullmatch(word) else 1 if word in known.one else 0
        minutes = known.units.get(words[at + 1])
        if not count or not minutes:
            continue
        lies_back = after.intersection(words[at + 2 : at + 4]) or before.intersection(_phrases(words[:at]))
        if lies_back:
            return timedelta(minutes=count * minutes)
    return None


def _phrases(words: list[str]) -> set[str]:
    """Return the last word, and the last three as one: "il y a"."""
    return {*words[-1:], " ".join(words[-3:])}


def _day(words: list[str]) -> int | None:
    known = date_words().days
    pairs = (f"{one} {two}" for one, two in pairwise(words))
    return next((known[word] for word in (*words, *pairs) if word in known), None)
