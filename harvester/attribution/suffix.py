"""Agency suffixes: "(AP)", "(dpa/gem)" at the end of a paragraph."""

import re
from typing import Final, NamedTuple

from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.segments import Segment, read_names
from harvester.attribution.tidy import unbracket

_TAIL: Final = 90
_SUFFIX: Final = re.compile(
    r"\s?(?P<bracket>[(\[（［【][^()\[\]（）［］【】]{2,60}[)\]）］】])\.?\s*$"
    r"|(?<=[.!?”\"»])\s*(?P<slash>/[\w-]{2,20}/?)\s*$"
    r"|(?<=[.!?”\"»])\s*(?P<dash>[-–—]\s?[\w/ -]{2,24})\s*$"
)


class AgencySuffix(NamedTuple):
    """A paragraph without the agency at its end."""

    text: str
    suffix: str | None
    """As printed, with its brackets; ``None`` when there is none."""


def split_agency_suffix(paragraph_text: str, lexicon: Lexicon | None = None) -> AgencySuffix:
    """Return ``paragraph_text`` without the agency suffix, and the suffix."""
    words = lexicon or packaged_lexicon()
    start = max(0, len(paragraph_text) - _TAIL)
    match = _SUFFIX.search(paragraph_text[start:])
    if not match or not _is_suffix(match.group().strip(" -–—/."), words):
        return AgencySuffix(paragraph_text, None)
    return AgencySuffix(paragraph_text[: start + match.start()].rstrip(), match.group().strip())


def _is_suffix(text: str, lexicon: Lexicon) -> bool:
    names = read_names(Segment(None, None, unbracket(text)), None, lexicon)
    agencies = [m for m in names if m.what in ("agency", "generic")]
    return bool(agencies) and all(m.what in ("agency", "initials", "generic") for m in names)
