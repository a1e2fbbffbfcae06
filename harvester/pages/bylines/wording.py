"""Bylines in other words: a comma for what joins names, nothing for those who are no authors."""

import re
from typing import Final

from harvester.pages.bylines.openings import opening_length
from harvester.pages.titles import letters
from harvester.pages.word_lists import word_lists

_WORDS: Final = word_lists("byline")


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


OTHERS: Final = rf"(?:{_any(_WORDS['others'])})(?:(?<=[:：＝・])|(?!\w))"
OTHER: Final = re.compile(rf"(?:^|[\s|·•∙/,—–(-]){OTHERS}", re.IGNORECASE)
"""Announces a photographer, a translator: whoever stands behind it is no author."""
_TALK: Final = re.compile(rf"\s(?:{_any(_WORDS['talks'])})\s", re.IGNORECASE)
_PICTURED: Final = re.compile(
    r"(?:[,&/]|\s(?:and|und|et|y|e|en|og|och|ja|i|a))?\s*[^\s,()&/][^,()&/]{1,40}"
    rf"\((?:{_any(_WORDS['not_labels'])})\)",
    re.IGNORECASE,
)
"""A name with "(photos)" behind it, and what joins it to those before."""
_HANGUL: Final = re.compile(r"(?<=[가-힣])·(?=[가-힣])")
_FROM: Final = re.compile(r"^[가-힣]{2,6}=(?=[가-힣])")
""""Seoul=" in front of a Korean name."""
_HEBREW: Final = re.compile(r"(?<=[א-ת]\s)([א-ת'\"]{2,})\sו(?=[א-ת]{2,}\s[א-ת])")
"""A second word of a name, and "and" written together with the next."""


def reworded(text: str) -> str:
    """Return a byline without those who are no authors, its names parted by commas."""
    if "(" in text:
        text = _PICTURED.sub("", text)
    other = OTHER.search(text)
    if other and _names_somebody(text[: other.start()]):
        text = text[: other.start()]
    if not text.isascii():
        text = _HEBREW.sub(r"\1, ", _HANGUL.sub(", ", _FROM.sub("", text)))
    return _TALK.sub(", ", text)


def _names_somebody(text: str) -> bool:
    """Tell whether more than the words that open a byline stand in a text."""
    return len(letters(text[opening_length(text) :])) > 1
