"""Lines around a text that tell when it was published or changed."""

from typing import Final

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
_STOPS: Final = ".!?。！？"


def is_date_line(block: Block) -> bool:
    """Tell whether a short line is full of digits and no sentence, or announces a date."""
    text = block.text
    if announces_date(block):
        return True
    digits = sum(map(str.isdigit, text))
    is_short = len(text) <= _LONGEST and not block.flags & HEADING
    share = digits / len(text)
    return (
        is_short
        and digits >= _DIGITS
        and (share >= _SHARE_OF_SENTENCE or (share >= _SHARE and text[-1] not in _STOPS))
    )


def announces_date(block: Block) -> bool:
    """Tell whether a short line says when the page was published or changed: "Updated 3 hours ago"."""
    text = block.text
    if len(text) > _LONGEST or text[-1] in _STOPS or not any(map(str.isdigit, text)):
        return False
    label = marks().labelled.match(text)
    return label is not None and not label["other"] and text.count(" ", label.end()) <= _WORDS
