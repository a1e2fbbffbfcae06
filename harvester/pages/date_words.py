"""The words of printed dates: months in sixty forms, halves of the day, zones, spans of time."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_HALVES: Final = ((0, "am"), (12, "pm"))
_DAYS: Final = ("today", "yesterday")


@dataclass(frozen=True, slots=True)
class DateWords:
    """What is known of the words of dates, each folded."""

    months: Mapping[str, Mapping[str, int]]
    """For each word the month it means, by language."""
    solar: Mapping[str, int]
    """The months of Iran's calendar, 1 to 12."""
    halves: Mapping[str, int]
    """Hours that a word beside a clock adds: 0 or 12."""
    zones: Mapping[str, float]
    """Hours from UTC, by name in capitals."""
    places: Mapping[str, str]
    """IANA names, by name in capitals."""
    units: Mapping[str, int]
    """Minutes in a span."""
    one: frozenset[str]
    ago: tuple[frozenset[str], frozenset[str]]
    """Words before and after a span that lies back."""
    days: Mapping[str, int]
    """How many days back "today", "yesterday" are."""


def folded_word(word: str) -> str:
    """Return a word in lower case without accents and full stops, as the lists are compared."""
    word = word.casefold().replace(".", "")
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def date_words() -> DateWords:
    """Return the words, read once."""
    data = tomllib.loads((files("harvester.pages") / "words" / "dates.toml").read_text("utf-8"))
    minutes = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
    return DateWords(
        months=_months(data["months"]),
        solar={word: number for number, row in enumerate(data["solar"]["months"], 1) for word in row.split()},
        halves={folded_word(w): hours for hours, key in _HALVES for w in data["halves"][key]},
        zones={name.upper(): float(hours) for name, hours in data["zones"].items()},
        places=data["places"],
        units={folded_word(word): minutes[unit] for unit, words in data["units"].items() for word in words},
        one=frozenset(map(folded_word, data["one"]["words"])),
        ago=(_set(data["ago"]["before"]), _set(data["ago"]["after"])),
        days={
            folded_word(w): back for back, key in enumerate(("today", "yesterday")) for w in data["days"][key]
        },
    )


def month_of(word: str, language: str | None) -> int | None:
    """Return the month that a word means, 1 to 12: in this language, else in most that have the word."""
    meanings = date_words().months.get(folded_word(word))
    if not meanings:
        return None
    known = meanings.get((language or "")[:2])
    if known:
        return known
    months = list(meanings.values())
    return max(months, key=months.count)


def _months(table: Mapping[str, list[str]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, rows in table.items():
        for month, forms in enumerate(rows, 1):
            for form in forms.split():
                found.setdefault(folded_word(form.replace("-", " ")), {})[language] = month
    return found


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(map(folded_word, words))
