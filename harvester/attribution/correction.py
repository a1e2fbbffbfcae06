"""Correction notes: "An earlier version of this article ..."."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.tidy import key, tidy
from harvester.parts import Correction

_DATE: Final = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?\d{4}"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})"
)
_LONG: Final = 1500
"""Characters of the longest note."""
_OPENING: Final = 200
"""Characters in which a note without head says that it is one."""


def is_correction(text: str, lexicon: Lexicon | None = None) -> bool:
    """Return whether ``text`` is a note that the article was corrected."""
    return parse_correction(text, lexicon) is not None


def parse_correction(text: str, lexicon: Lexicon | None = None) -> Correction | None:
    """Return the note with the date printed in it, or ``None`` when ``text`` is none."""
    words = lexicon or packaged_lexicon()
    if not words.corrections.may_be_in(text[:_OPENING]):
        return None
    line = tidy(text)
    if not 0 < len(line) <= _LONG or not _is_note(line, words):
        return None
    date = _DATE.search(line)
    return Correction(date.group() if date else None, line)


def _is_note(line: str, lexicon: Lexicon) -> bool:
    if lexicon.patterns["correction"].match(line):
        return True
    opening = key(line[:_OPENING])
    if next(lexicon.stems["correction_sentence"].words(opening), None):
        return True
    note = lexicon.patterns["note"].match(line)
    return note is not None and lexicon.stems["correction_word"].inside(key(line))
