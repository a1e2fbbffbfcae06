"""The encodings of the web: by their labels, and by the letters of text that does not say."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_SAMPLE: Final = 6_000
"""Bytes that are no ASCII, looked at where a page does not say what it is in."""
_SURE: Final = 0.6
"""Share of letters as common as those of running text."""
_KIN: Final = 0.15
"""What the page's own language adds to the encodings made for it."""
HIGH: Final = bytes(range(0x80, 0x100))
"""The bytes that are no ASCII."""
_RUN: Final = re.compile(rb"[\x80-\xff]{3,}")
_LOOKED: Final = 200_000
_FAR: Final = 2_000_000
_TOP: Final = 10
_TOP_WEIGHT: Final = 0.3
"""What a language's ten most frequent letters weigh more: they tell alphabets from each other."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoding of the WHATWG Encoding Standard."""

    name: str
    codec: str
    """Python's name of it."""
    common: str = ""
    """Letters that text in it is made of, most frequent first; empty for what is never guessed."""
    languages: frozenset[str] = frozenset()
    latin: bool = False
    """True for encodings of languages that are mostly written in ASCII's letters."""


@cache
def _table() -> tuple[tuple[Encoding, ...], dict[str, Encoding]]:
    """Return all encodings, and each by its labels."""
    data = tomllib.loads((files("harvester.pages") / "words" / "encodings.toml").read_text("utf-8"))
    rows = data["encoding"]
    known = tuple(
        Encoding(
            row["name"],
            row["codec"],
            row.get("common", ""),
            frozenset(row.get("languages", ())),
            row.get("latin", False),
        )
        for row in rows
    )
    return known, {label: each for each, row in zip(known, rows, strict=True) for label in row["labels"]}


def encoding_of(label: str) -> Encoding | None:
    """Return the encoding that a label means; ``None`` for what is none, or is banned as utf-7 is."""
    return _table()[1].get(label.strip().lower())


def guessed_encoding(page: bytes, language: str | None) -> Encoding:
    """Return the encoding whose letters the page's bytes are most like; windows-1252 where none are.

    Languages differ in their letters and encodings in where they put them: read in a wrong one,
    text is made of capitals inside words, signs and rare letters.
    """
    sample = _sample(page)
    western = _table()[1]["windows-1252"]
    likely = [encoding for encoding in _guessable() if encoding.latin != stands_in_runs(sample)]
    best = max(likely, key=lambda encoding: _likeness(encoding, sample, language))
    return best if _likeness(best, sample, language) >= _SURE else western


def stands_in_runs(page: bytes) -> bool:
    """Tell whether most letters that are no ASCII stand side by side, as in no language of Latin letters."""
    looked = page[:_LOOKED]
    runs = sum(map(len, _RUN.findall(looked)))
    return runs * 2 > len(looked) - len(looked.translate(None, HIGH))


@cache
def _guessable() -> tuple[Encoding, ...]:
    return tuple(encoding for encoding in _table()[0] if encoding.common)


def _sample(page: bytes) -> bytes:
    """Return the stretches of the page that are not ASCII, whole: two bytes may be one letter."""
    kept: list[bytes] = []
    size = 0
    for word in page[:_FAR].split():
        if not word.isascii():
            kept.append(word[:_SAMPLE])
            size += len(word)
            if size > _SAMPLE:
                break
    return b" ".join(kept)


def _likeness(encoding: Encoding, sample: bytes, language: str | None) -> float:
    text = sample.decode(encoding.codec, "replace")
    high = [letter for letter in text if letter > "\x7f"]
    if not high:
        return 0.0
    common, top = frozenset(encoding.common), frozenset("" if encoding.latin else encoding.common[:_TOP])
    weight = sum(letter in common for letter in high) + _TOP_WEIGHT * sum(letter in top for letter in high)
    return weight / len(high) + (_KIN if language in encoding.languages else 0.0)
