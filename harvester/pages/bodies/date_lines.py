"""Lines around a text that tell when it was published or changed, and how long it takes to read."""

import re
from typing import Final

from harvester.pages.date_words import date_words, folded_word
from harvester.pages.dating.marks import marks
from harvester.pages.flags import HEADING
from harvester.pages.walk import Block

_LONGEST: Final = 70
_WORDS: Final = 5
"""Spaces behind the label of a date, of its line at most."""
_DIGITS: Final = 4
"""Digits of a line that is a date, at least."""
_SHARE: Final = 0.12
"""Share of digits of such a line, at least."""
_SHARE_OF_SENTENCE: Final = 0.2
"""The same for a line that ends like a sentence: 1:35 a.m."""
_LONGEST_SPAN: Final = 30
_SPAN: Final = re.compile(r"\W*\d{1,3}[\s‐-]*([^\W\d_]+\.?)(?:\s[^\W\d_]+){0,3}\W*")
_STOPS: Final = ".!?。！？"


def is_date_line(block: Block) -> bool:
    """Tell whether a short line is full of digits and no sentence, announces a date or a reading time."""
    text = block.text
    if announces_date(block) or _is_span(text):
        return True
    digits = sum(map(str.isdigit, text))
    is_short = len(text) <= _LONGEST and not block.flags & HEADING and "\n" not in text
    share = digits / len(text)
    return (
        is_short
        and digits >= _DIGITS
        and (share >= _SHARE_OF_SENTENCE or (share >= _SHARE and text[-1] not in _STOPS))
    )


def _is_span(text: str) -> bool:
    """Tell whether a line is a number of minutes and hardly a word more: "3 min read"."""
    span = _SPAN.fullmatch(text) if len(text) <= _LONGEST_SPAN else None
    return span is not None and folded_word(span[1]) in date_words().units


def announces_date(block: Block) -> bool:
    """Tell whether a short line says when the page was published or changed: "Updated 3 hours ago"."""
    text = block.text
    if len(text) > _LONGEST or text[-1] in _STOPS or not any(map(str.isdigit, text)):
        return False
    label = marks().labelled.match(text)
    return label is not None and not label["other"] and text.count(" ", label.end()) <= _WORDS
