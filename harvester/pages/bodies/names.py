"""What class and id say that a box holds."""

import re
from functools import lru_cache
from typing import Final

from harvester.pages.word_lists import word_lists

_WORD: Final = re.compile("[a-z]+")
_LISTS: Final = word_lists("boxes")
KINDS: Final = tuple(_LISTS)
"""What boxes can hold, in the order of their bits."""
BIT: Final = {kind: 1 << n for n, kind in enumerate(KINDS)}
_BITS: Final[dict[str, int]] = {}
for _kind, _words in _LISTS.items():
    for _word in _words:
        _BITS[_word] = _BITS.get(_word, 0) | BIT[_kind]
_STEM: Final = 9
_STEMS: Final = tuple(word for kind in ("never", "ask") for word in _LISTS[kind] if len(word) >= _STEM)
"""Words that say what a box holds also where another is written to them."""

_READERS: Final = ("comment", "usercomment", "readercomment", "kommentare", "comentarios", "commentaires")
_NOT_READERS: Final = ("commentar", "commentat")
"""The readers' part also where another word is written to it; a commentary is somebody's article."""

FOREIGN: Final = BIT["related"] | BIT["comment"] | BIT["ask"] | BIT["edge"] | BIT["figure"] | BIT["modal"]
"""Boxes whose text is seldom the article's."""


@lru_cache(maxsize=16384)
def bits_of(name: str) -> int:
    """Return the bits of what a box of this name holds; pages use the same few names again and again."""
    bits = 0
    for word in _WORD.findall(name):
        bits |= _BITS.get(word) or (_bits_of_opening(word) if len(word) > _STEM else 0)
    return bits


def _bits_of_opening(word: str) -> int:
    """Return the bits of the long word that a word opens with: "newslettermodule"."""
    if word.startswith(_READERS) and not word.startswith(_NOT_READERS):
        return _BITS["comments"]
    return next(_BITS[stem] for stem in _STEMS if word.startswith(stem)) if word.startswith(_STEMS) else 0
