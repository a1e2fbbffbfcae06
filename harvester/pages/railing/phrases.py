"""Phrases: what the elements of a teaser say, each for itself, as a reader sees them."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import is_unseen
from harvester.pages.tags import KINDS, MEDIUM, SKIPPED, UNSCRIPTED
from harvester.pages.walk import Element

_EMPHASIS: Final = frozenset(
    ("b", "strong", "em", "i", "mark", "u", "abbr", "q", "sub", "sup", "nobr", "bdi", "cite", "s")
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KICKER = re.compile(
    r"kicker|eyebrow|topline|over-?line|toptitle|pre-?title|super-?title|dachzeile|spitzmarke|label|category|flag"
    r"|badge|rubri[kc]|section|vignette|surtitre|antetitulo|roofline|topic|(?<![a-z])tag(?![a-z])",
)


@dataclass(slots=True)
class Phrase:
    """The text that an element has of its own, without that of the elements in it."""

    element: Element
    link: Element | None
    """The link around it."""
    is_heading: bool
    """True for headings and what is in them."""
    text: str = ""
    end: int = 0
    """The phrases in its element are those between it and this index."""

    @property
    def name(self) -> str:
        """Class of the element, lower case."""
        return (self.element.get("class") or "").lower()

    @property
    def is_kicker(self) -> bool:
        """True where the class says that it is a label."""
        return _KICKER.search(self.name) is not None


@dataclass(slots=True)
class Spoken:
    """All that the elements of a teaser hold."""

    phrases: list[Phrase]
    """Every element's, in document order, also empty ones."""
    pictures: list[Element]


def spoken_by(parts: tuple[Element, ...]) -> Spoken:
    """Return what some elements say and show, in reading order."""
    found = Spoken([], [])
    for part in parts:
        link = None if part.tag == "a" else next(part.iterancestors("a"), None)
        _read(part, found, Phrase(part, link, is_heading=False))
    return found


def seen_text(element: Element) -> str:
    """Return an element's text as seen, on one line."""
    pieces: list[str] = []
    _collect(element, pieces)
    return " ".join("".join(pieces).split())


def _read(element: Element, found: Spoken, phrase: Phrase) -> None:
    """Add what an element says; runs once for every element of every teaser."""
    if element.tag == "a":
        phrase.link = element
    elif element.tag in _HEADINGS:
        phrase.is_heading = True
    phrases = found.phrases
    phrases.append(phrase)
    own = [element.text or ""]
    has_text = _has_text(element)
    for child in element:
        kind = KINDS[child.tag]
        if has_text and child.tag in _EMPHASIS and not _is_kicker(child):
            _collect(child, own)
        elif kind == MEDIUM:
            found.pictures.append(child)
        elif kind not in (SKIPPED, UNSCRIPTED) and not is_unseen(child):
            own.append(" ")
            _read(child, found, Phrase(child, phrase.link, phrase.is_heading))
        if child.tail:
            own.append(child.tail)
    phrase.text = " ".join("".join(own).split())
    phrase.end = len(phrases)


def _is_kicker(element: Element) -> bool:
    name = element.get("class")
    return name is not None and _KICKER.search(name.lower()) is not None


def _has_text(element: Element) -> bool:
    """Tell whether an element has words outside of the elements in it."""
    if element.text and not element.text.isspace():
        return True
    return any(child.tail and not child.tail.isspace() for child in element)


def _collect(element: Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if KINDS[child.tag] not in (SKIPPED, UNSCRIPTED, MEDIUM) and not is_unseen(child):
            _collect(child, pieces)
        pieces.append(child.tail or "")
