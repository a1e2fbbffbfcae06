"""Whose a picture is, told by words alone: names, credits, sentences; asked once a text."""

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from harvester.attribution import is_credit_line, split_credit
from harvester.pages.pictures.words import is_small

_LONGEST_NAMES: Final = 60
_MOST_NAMES: Final = 7
_PROSE: Final = 2
"""Words in small letters that make a sentence of names."""
_SURE: Final = re.compile(r"[/©|:：]|(?i:photo|foto|bild|courtesy|picture|image)")


def looks_like_names(text: str) -> bool:
    """Tell whether a text is made of names alone: "Ada Quill", "Lanner Shipyard / Northwire"."""
    if len(text) > _LONGEST_NAMES or text.endswith((".", "!", "?", ":", "…")):
        return False
    words = [word for word in re.split(r"[\s/|,&]+", text.strip("()[]© ")) if word]
    large = [word for word in words if word[:1].isupper()]
    return (
        0 < len(words) <= _MOST_NAMES
        and bool(large)
        and all(is_small(word) or not word[:1].islower() for word in words)
        and not any(char.isdigit() for char in text)
    )


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[str | None, str | None]:
    """Return ``attribution.split_credit`` of a text; texts without any sign of a credit are not asked."""
    found = split_credit(text)
    return found.caption, found.credit


@lru_cache(maxsize=4096)
def credit_line(text: str) -> bool:
    """Tell whether all of a text is a credit; a sentence with names in it is none, for want of a sign."""
    return not (is_prose(text) and not _SURE.search(text)) and is_credit_line(text)


def is_sentence(text: str) -> bool:
    """Tell whether a text is a sentence or more, whatever the name of its box."""
    return len(text) > _LONGEST_NAMES and text.endswith((".", "!", "?", "…", "”", '"')) and is_prose(text)


def is_prose(text: str) -> bool:
    """Tell whether a text has words in small letters, as sentences do."""
    words = (word for word in text.split() if word[:1].islower() and not is_small(word))
    return len(tuple(islice(words, _PROSE))) == _PROSE


def unbracketed(credit: str) -> str:
    """Return a credit without the brackets around it."""
    pairs = {"(": ")", "[": "]", "（": "）", "【": "】"}
    text = credit.strip()
    if text.endswith((")", "]")) and not any(sign in text for sign in "(["):
        return text[:-1].strip()
    if pairs.get(text[:1]) == text[-1:] and text[:1] not in text[1:]:
        return text[1:-1].strip()
    return text
