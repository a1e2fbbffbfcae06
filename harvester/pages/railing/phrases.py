"""Phrases: what the elements of a teaser say, each for itself, as a reader sees them."""

import re
from dataclasses import dataclass, field
from typing import Final

from harvester.pages.flags import is_unseen
from harvester.pages.spaces import folded
from harvester.pages.tags import KINDS, MEDIUM, SKIPPED, UNSCRIPTED
from harvester.pages.walk import Element

_EMPHASIS: Final = frozenset(
    ("b", "strong", "em", "i", "mark", "u", "abbr", "q", "sub", "sup", "nobr", "bdi", "cite", "s")
)
_ROOTS: Final = frozenset(("a", "h1", "h2", "h3", "h4", "h5", "h6"))
_KICKER = re.compile(
    r"kicker|eyebrow|topline|over-?line|toptitle|pre-?title|super-?title|dachzeile|spitzmarke|label|category|flag"
    r"|badge|rubri[kc]|section|vignette|surtitre|antetitulo|roofline|topic|prefix|(?<![a-z])tag(?![a-z])",
)


@dataclass(slots=True, eq=False)
class Phrase:
    """The text that an element has of its own, without that of the elements in it."""

    text: str
    element: Element
    link: Element | None
    """The link around it."""

    @property
    def name(self) -> str:
        """Class of the element, lower case."""
        return (self.element.get("class") or "").lower()

    @property
    def is_kicker(self) -> bool:
        """True where the class says that it is a label."""
        return _KICKER.search(self.name) is not None


@dataclass(slots=True, eq=False)
class Root:
    """A heading or a link: what holds a title."""

    element: Element
    link: Element | None
    start: int
    stop: int = 0
    """Its phrases are those from ``start`` to ``stop``."""


@dataclass(slots=True)
class Spoken:
    """All that the elements of a teaser hold, in reading order."""

    phrases: list[Phrase] = field(default_factory=list)
    roots: list[Root] = field(default_factory=list)
    clocks: list[Element] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)

    def said(self, root: Root) -> str:
        """Return the text of a heading or link."""
        return " ".join(phrase.text for phrase in self.phrases[root.start : root.stop])


def spoken_by(parts: tuple[Element, ...]) -> Spoken:
    """Return what some elements say and show."""
    found = Spoken()
    for part in parts:
        _read(part, found, None if part.tag == "a" else next(part.iterancestors("a"), None))
    return found


def seen_text(element: Element) -> str:
    """Return an element's text as seen, on one line."""
    pieces: list[str] = []
    _collect(element, pieces)
    return folded("".join(pieces))


def _read(element: Element, found: Spoken, link: Element | None) -> None:
    """Add what an element says; runs once for every element of every teaser."""
    tag = element.tag
    root = None
    if tag in _ROOTS:
        link = element if tag == "a" else link
        root = Root(element, link, len(found.phrases))
        found.roots.append(root)
    elif tag == "time":
        found.clocks.append(element)
    own, inner = _divided(element, found) if len(element) else (element.text or "", ())
    text = folded(own)
    if text:
        found.phrases.append(Phrase(text, element, link))
    for child in inner:
        _read(child, found, link)
    if root is not None:
        root.stop = len(found.phrases)


def _divided(element: Element, found: Spoken) -> tuple[str, list[Element]]:
    """Return the text that an element has of its own and the elements in it that speak for themselves."""
    pieces = [element.text or ""]
    inner: list[tuple[int, Element]] = []
    for child in element:
        kind = KINDS[child.tag]
        if kind == MEDIUM:
            found.pictures.append(child)
        elif child.tag == "picture":
            found.pictures.extend(child.iter("img"))
        elif kind not in (SKIPPED, UNSCRIPTED) and not is_unseen(child):
            inner.append((len(pieces), child))
            pieces.append(" ")
        if child.tail:
            pieces.append(child.tail)
    own = "".join(pieces)
    children = [child for _, child in inner]
    if own.isspace() or not own or not any(child.tag in _EMPHASIS for child in children):
        return own, children
    return _with_emphasis(pieces, inner)


def _with_emphasis(pieces: list[str], inner: list[tuple[int, Element]]) -> tuple[str, list[Element]]:
    """Return a text with the words set off in it, and the other elements."""
    rest = []
    for at, child in inner:
        if child.tag in _EMPHASIS and not _KICKER.search((child.get("class") or "").lower()):
            words: list[str] = []
            _collect(child, words)
            pieces[at] = "".join(words)
        else:
            rest.append(child)
    return "".join(pieces), rest


def _collect(element: Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if KINDS[child.tag] not in (SKIPPED, UNSCRIPTED, MEDIUM) and not is_unseen(child):
            _collect(child, pieces)
        pieces.append(child.tail or "")
