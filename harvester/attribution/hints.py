"""Quick looks: whether a text may be a correction or a sentence of attribution; most are not.

A phrase can stand only where its longest word stands; one look-up of all words of a text tells.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from harvester.attribution.tidy import has_cjk

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = {n: " " for n in range(128) if not chr(n).isalpha()}
"""Leaves the letters of a text in ASCII: words are found in a third of the time."""
_COMMON: Final = frozenset(("with", "from"))
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: words without spaces between them."""


class Hints:
    """The words without which a text is none of certain phrases."""

    __slots__ = ("_anywhere", "_first")

    def __init__(self, anywhere: Iterable[str], first: Iterable[str] = ()) -> None:
        """Take phrases that may stand anywhere in a text, and those that can only open it."""
        self._anywhere = frozenset(max(_words(phrase), key=_weight, default="") for phrase in anywhere)
        self._first = frozenset(next(iter(_words(phrase)), "") for phrase in first)

    def may_be_in(self, text: str) -> bool:
        """Return false when none of the phrases is in ``text``; where words have no spaces it cannot tell."""
        words = _words(text)
        if not words:
            return False
        if words[0] in self._first or not self._anywhere.isdisjoint(words):
            return True
        return not text.isascii() and (has_cjk(text) or _UNSPACED.search(text) is not None)


def _weight(word: str) -> tuple[int, bool]:
    """Return how telling a word is: the longer the rarer, but for "with" and "from"."""
    return len(word), word not in _COMMON


@lru_cache(maxsize=1024)
def _words(text: str) -> list[str]:
    folded = text.casefold()
    return folded.translate(_LETTERS).split() if folded.isascii() else _WORD.findall(folded)
