"""What stands in brackets behind a name: its short form, the place where it sits, or another party."""

from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.names import has_institution, is_place, is_press_office

_PLACE_WORDS: Final = 3
"""Words of the longest place behind a press office."""


def locates(first: Mention, text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text``, in brackets behind a name, is a place."""
    if is_place(text, lexicon):
        return True
    if first.what != "outlet" or lexicon.agencies.knows(text) or lexicon.has("drop", text):
        return False
    words = text.split()
    if is_press_office(first.name, lexicon):
        return len(words) <= _PLACE_WORDS and all(
            word[0].isalpha() and not word[0].islower() for word in words
        )
    single = len(words) == 1 and text[:1].isupper() and not text.isupper()
    return single and has_institution(first.name, lexicon)


def abbreviates(text: str, name: str) -> bool:
    """Return whether ``text`` is the short form of ``name``: "(THW)" behind its full name."""
    capitals = iter(sign for sign in name if sign.isupper())
    return 1 < len(text) <= len(name) // 3 and text.isupper() and all(sign in capitals for sign in text)
