"""Many phrases looked for in one text at once, in time linear in the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

_START: Final = re.compile(r"(?<![a-z0-9])[a-z0-9]|[^\x00-\x7f]")
_PREFIX: Final = 3
"""Letters by which phrases are indexed."""


class Finder:
    """Finds any of many folded phrases in a folded text."""

    __slots__ = ("_index", "_plain", "_short", "_shorter", "_triples")

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index ``phrases``; of two that fit the same place the longer one is found."""
        index: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(set(phrases), key=len, reverse=True):
            index[phrase[:_PREFIX]].append(phrase)
        self._index = dict(index)
        self._triples = frozenset(tuple(prefix) for prefix in index if len(prefix) == _PREFIX)
        self._shorter = tuple(prefix for prefix in index if 0 < len(prefix) < _PREFIX)
        self._plain = tuple(filter(str.isascii, self._shorter))
        self._short = sorted({len(prefix) for prefix in index if 0 < len(prefix) < _PREFIX}, reverse=True)

    def at(self, text: str, place: int = 0) -> str | None:
        """Return the longest phrase that stands at ``place``, or ``None``."""
        for phrase in self._index.get(text[place : place + _PREFIX], ()):
            if text.startswith(phrase, place):
                return phrase
        for length in self._short:
            if text[place : place + length] in self._index:
                return text[place : place + length]
        return None

    def words(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield place and phrase where a phrase starts with a word; in other scripts anywhere."""
        for start in _START.finditer(text):
            phrase = self.at(text, start.start())
            if phrase:
                yield start.start(), phrase

    def inside(self, text: str) -> bool:
        """Return whether any phrase stands anywhere in ``text``, inside of words too.

        Asked is only where three letters stand with which a phrase begins.
        """
        triples = self._triples
        places = [
            place
            for place, triple in enumerate(zip(text, text[1:], text[2:], strict=False))
            if triple in triples
        ]
        shorter = self._plain if text.isascii() else self._shorter
        return any(self.at(text, place) for place in places) or any(map(text.__contains__, shorter))
