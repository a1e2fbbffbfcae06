"""Lines: what an element of a teaser holds between its line breaks."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harvester.pages.flags import is_unseen
from harvester.pages.spaces import folded
from harvester.pages.tags import BREAK, KINDS, MEDIUM, SKIPPED, UNSCRIPTED
from harvester.pages.walk import Element

_EMPHASIS: Final = frozenset(
    ("b", "strong", "em", "i", "mark", "u", "abbr", "q", "sub", "sup", "nobr", "bdi", "cite", "s")
)
_BOLD: Final = frozenset(("b", "strong"))
_UNREAD: Final = (SKIPPED, UNSCRIPTED)
_LABEL = re.compile(
    r"kicker|eyebrow|topline|over-?line|toptitle|pre-?title|super-?title|dachzeile|spitzmarke|label|category|flag"
    r"|badge|rubri[kc]|section|vignette|surtitre|antetitulo|roofline|topic|prefix|(?<![a-z])tag(?![a-z])",
)


@dataclass(slots=True)
class Line:
    """What stands between two line breaks."""

    pieces: list[str]
    """The text; what an element in it says is left out."""
    inner: list[tuple[int, Element]]
    """The elements in it, each with the index of the piece that stands for it."""

    @property
    def is_blank(self) -> bool:
        """True when no words stand beside the elements."""
        whole = "".join(self.pieces)
        return not whole or whole.isspace()

    @property
    def type(self) -> str:
        """The tag that all its words are in; empty when there is none, or there are several."""
        return str(self.inner[0][1].tag) if len(self.inner) == 1 and self.is_blank else ""

    def divided(self) -> tuple[str, list[Element]]:
        """Return the text, with the words set off in it, and the elements that speak for themselves."""
        whole = "".join(self.pieces)
        children = [child for _, child in self.inner]
        if not whole or whole.isspace():  # the element is but a box around others, as most are
            return "", children
        if not any(map(_is_emphasis, children)):
            return folded(whole), children
        rest = []
        for at, child in self.inner:
            if _is_emphasis(child) and not self._is_set_off(at, child):
                words: list[str] = []
                _collect(child, words)
                self.pieces[at] = "".join(words)
            else:
                rest.append(child)
        return folded("".join(self.pieces)), rest

    def _is_set_off(self, at: int, child: Element) -> bool:
        """Tell whether emphasis opens the line and is no part of its text: a rank, or a label before it."""
        if "".join(self.pieces[:at]).strip():
            return False
        words = "".join(child.itertext()).strip()
        after = "".join(self.pieces[at + 1 :]).strip()
        if words.rstrip(".)").isdigit():
            return bool(after)
        follower = child.getnext()
        is_parted = after[:1] == "|" or (follower is not None and is_unseen(follower))
        return child.tag in _BOLD and bool(after) and is_parted


def _is_emphasis(element: Element) -> bool:
    """Tell whether an element sets off words of the line around it, and is no label and no link."""
    if element.tag not in _EMPHASIS or is_label_name((element.get("class") or "").lower()):
        return False
    return element.tag not in _BOLD or next(element.iter("a"), None) is None


def lines_of(element: Element, pictures: list[Element]) -> list[Line]:
    """Return the lines of an element; what it shows is added to ``pictures``."""
    line = Line([element.text or ""], [])
    lines = [line]
    for child in element:
        tag = child.tag
        kind = KINDS[tag]
        if kind == BREAK:
            line = Line([], [])
            lines.append(line)
        elif kind == MEDIUM:
            pictures.append(child)
        elif tag == "picture":
            pictures.extend(child.iter("img"))
        elif kind not in _UNREAD and not is_unseen(child):
            line.inner.append((len(line.pieces), child))
            line.pieces.append(" ")
        if tail := child.tail:
            line.pieces.append(tail)
    return lines


def joined(lines: list[Line]) -> list[Line]:
    """Return the lines of a title as one, unless one is set in another type than the next: a summary."""
    if len({line.type for line in lines if line.inner or not line.is_blank}) > 1:
        return lines
    whole = Line([], [])
    for line in lines:
        at = len(whole.pieces)
        whole.inner.extend((at + place, child) for place, child in line.inner)
        whole.pieces.extend((*line.pieces, " "))
    return [whole]


@lru_cache(maxsize=4096)
def is_label_name(name: str) -> bool:
    """Tell whether a class, in lower case, says that an element is a label."""
    return bool(name) and _LABEL.search(name) is not None


def seen_text(element: Element) -> str:
    """Return an element's text as seen, on one line."""
    pieces: list[str] = []
    _collect(element, pieces)
    return folded("".join(pieces))


def _collect(element: Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        kind = KINDS[child.tag]
        if kind == BREAK:
            pieces.append(" ")
        elif kind not in _UNREAD and kind != MEDIUM and not is_unseen(child):
            _collect(child, pieces)
        pieces.append(child.tail or "")
