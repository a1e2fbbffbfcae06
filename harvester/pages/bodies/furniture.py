"""Lines that stand among copy and are none: told by how they begin, or by what they ask for."""

from collections import defaultdict
from typing import Final

from harvester.pages.word_lists import word_lists

_LISTS: Final = word_lists("furniture")
_REACH: Final = 60
"""Characters in which a phrase ends."""
_KEY: Final = 4
"""Letters by which phrases are found; shorter ones are looked up whole."""
_SHORTER: Final = tuple(range(_KEY - 1, 0, -1))
_LEAD_IN: Final = " \"'“”„«»‘’–—-•·>→▸►|[(*#…:\u200e\u200f"
SCRIPTS: Final = "\u0e00"
"""From here on lie scripts whose words do not end with a space, or are looked up as they are."""
_COUNT: Final = "0123456789 .,)"
COMMENT: Final = 4
"""The purpose of a line that opens the readers' part; "12 comments" does, too."""


class _Phrases:
    """Phrases by their first letters, longest first; each with the number of its purpose."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        self.purposes = {phrase: n for n, words in enumerate(lists.values(), 1) for phrase in words}
        starts: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(self.purposes, key=len, reverse=True):
            if len(phrase) >= _KEY:
                starts[phrase[:_KEY]].append(phrase)
        self.starts = {start: tuple(phrases) for start, phrases in starts.items()}

    def opening(self, text: str) -> str | None:
        """Return the longest phrase that a text begins with."""
        for phrase in self.starts.get(text[:_KEY], ()):
            if text.startswith(phrase) and _ends(text, phrase):
                return phrase
        for size in _SHORTER:
            phrase = text[:size]
            if phrase in self.purposes and _ends(text, phrase):
                return phrase
        return None


def _ends(text: str, phrase: str) -> bool:
    """Tell whether a word ends where a phrase does."""
    after = text[len(phrase) : len(phrase) + 1]
    return not after.isalnum() or phrase[-1] >= SCRIPTS


_PHRASES: Final = _Phrases(_LISTS)


def purpose_of(text: str) -> int:
    """Return the number of the purpose that a line's opening words tell, 0 for none.

    1 more, 2 letter, 3 share, 4 comment, 5 ads, 6 picture, 7 rights, 8 facts: ``furniture.toml``.
    """
    opening = text[:_REACH].lower().lstrip(_LEAD_IN)
    phrase = _PHRASES.opening(opening)
    if phrase is None and opening[:1].isdigit():
        phrase = _PHRASES.opening(opening.lstrip(_COUNT))
        return COMMENT if phrase and _PHRASES.purposes[phrase] == COMMENT else 0
    return _PHRASES.purposes[phrase] if phrase else 0


def is_label(text: str, spare: int = 3) -> bool:
    """Tell whether a line is such a phrase and nothing more, up to some characters."""
    opening = text[:_REACH].lower().lstrip(_LEAD_IN)
    phrase = _PHRASES.opening(opening)
    return bool(phrase) and len(text) <= len(phrase or "") + spare


def is_divider(text: str) -> bool:
    """Tell whether a line is what wire services print between the parts of a text: "___"."""
    return len(text) >= _DIVIDER and not text.strip("_")


_DIVIDER: Final = 3


def lead_in(text: str, spare: int = 6) -> str:
    """Return the opening of a line that such a phrase makes, up to some characters more, else nothing."""
    opening = text[:_REACH].lower()
    bare = opening.lstrip(_LEAD_IN)
    phrase = _PHRASES.opening(bare)
    return text[: len(opening) - len(bare) + len(phrase) + spare] if phrase else ""
