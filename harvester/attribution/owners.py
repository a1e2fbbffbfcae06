"""Captions with the sign of a copyright in them: "Ships in the harbour © A. Name"."""

import re
from typing import Final

from harvester.attribution.labels import opening_label, opens_with_label
from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import is_person

_INNER_OWNER: Final = re.compile(r"(?<=[^\W_])\s(?=©\s?[^\W_])")
_LONG: Final = 160
"""Characters of the longest credit."""


def behind_caption(text: str, lexicon: Lexicon) -> int | None:
    """Return where "©" opens the credit behind words that are neither label nor name: "Ships © A. Name"."""
    match = _INNER_OWNER.search(text)
    if match is None or len(text) - match.start() > _LONG or text.endswith((")", "]")):
        return None
    before = text[: match.start()].strip()
    named = (
        ("," not in before and is_person(before, lexicon))
        or before.endswith("/")
        or lexicon.agencies.knows(before)
    )
    return (
        None if named or opening_label(text, lexicon) or opens_with_label(before, lexicon) else match.start()
    )
