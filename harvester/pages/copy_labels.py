"""The labels of source lines as a page's blocks print them: alone, or in front of what they announce."""

from functools import cache
from typing import Final

from harvester.attribution.hints import Hints
from harvester.attribution.lexicon import packaged_lexicon

_ALONE: Final = 30
"""Characters of the longest label or heading whose text stands in the next element."""


@cache
def _labels() -> frozenset[str]:
    return frozenset(word for word, kind in packaged_lexicon().labels.items() if kind == "source")


@cache
def label_hints() -> Hints:
    """Return a quick look: whether a text may hold a label."""
    return Hints(_labels())


def needs_next(line: str) -> bool:
    """Tell whether a line is a label or a heading whose text is the next line: "Quelle", "Correction"."""
    if len(line) > _ALONE:
        return False
    alone = line.strip(" :：").casefold()
    return alone in _labels() or alone in packaged_lexicon().sets["correction_head"]


def joined(line: str, behind: str) -> str:
    """Return a label and the line behind it as one line."""
    return f"{line.rstrip(' :：')}: {behind}"


def is_label(words: str) -> bool:
    """Tell whether words are the label of a source."""
    return words.strip(" :：").casefold() in _labels()
