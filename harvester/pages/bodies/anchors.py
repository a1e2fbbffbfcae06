"""What the head of a page says of its text, to know the visible text by."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.document import Document

_NAMES: Final = ("og:description", "description", "twitter:description")
_FROM: Final = 30
"""Characters from which a text is told by its beginning."""
_PIECE: Final = 48
_EQUAL: Final = 6
"""Characters by which a teaser may differ from the text it repeats."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Texts of the head, lower case, white space folded."""

    teasers: tuple[str, ...]

    def teased(self, text: str) -> int:
        """Return 2 for a text that is a teaser, 1 for one that begins like it or goes on, else 0."""
        if len(text) < _FROM or not self.teasers:
            return 0
        head = text[: 2 * _PIECE].lower()
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
    teasers = tuple(dict.fromkeys(text.strip(" .…").lower() for text in said if len(text) >= _FROM))
    return Anchors(teasers)
