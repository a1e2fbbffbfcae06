"""What the head of a page says of its text, to know the visible text by."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.document import Document

_NAMES: Final = ("og:description", "description", "twitter:description")
_FROM: Final = 30
"""Characters from which a text is told by its beginning."""
_PIECE: Final = 48
_LETTERS: Final = 8
"""Letters of a teaser that tell apart at a glance; each teaser has more."""
_EQUAL: Final = 6
"""Characters by which a teaser may differ from the text it repeats."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Texts of the head, lower case, white space folded."""

    teasers: tuple[str, ...]
    openings: frozenset[str]
    """Their first letters, which hardly any other text of the page begins with."""

    def teased(self, text: str) -> int:
        """Return 2 for a text that is a teaser, 1 for one that begins like it or goes on, else 0."""
        if len(text) < _FROM or not self.teasers:
            return 0
        head = text[: 2 * _PIECE].lower()
        if head[:_LETTERS] not in self.openings:
            return 0
        starts = [
            each for each in self.teasers if each.startswith(head[:_PIECE]) or head.startswith(each[:_PIECE])
        ]
        if any(abs(len(each) - len(text)) <= _EQUAL for each in starts):
            return 2
        return 1 if starts else 0


def anchors_of(document: Document) -> Anchors:
    """Return what the head of a page says of its text."""
    article = document.structured.article
    said = [document.meta(name) or "" for name in _NAMES]
    said.append((article.description if article else None) or "")
    bare = (text.strip(" .…").lower() for text in said if len(text) >= _FROM)
    teasers = tuple(dict.fromkeys(text for text in bare if len(text) >= _LETTERS))
    return Anchors(teasers, frozenset(text[:_LETTERS] for text in teasers))
