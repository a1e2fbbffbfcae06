"""Phrases: what the elements of a teaser say, each for itself, as a reader sees them."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from harvester.pages.railing.lines import is_label_name, joined, lines_of
from harvester.pages.railing.wording import width
from harvester.pages.spaces import folded
from harvester.pages.walk import Element

_WRAPPED: Final = 30
"""Characters of a line of text that goes on in the next one."""
_TITLE = re.compile(
    r"(?<!super)(?<!over)(?<!pre)(?<!sub)(?<!sub-)(?<!pre-)(?:title|titel|titre|titulo|titolo|head(?:line|ing))(?![a-z])|(?<![a-z])hed(?![a-z])"
)
_DURATION = re.compile(r"(?<![a-z])dur(?:ation)?(?![a-z])|runtime|timecode|laufzeit|dauer|length")
_ROOTS: Final = frozenset(("a", "h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True, eq=False)
class Phrase:
    """The text that an element has of its own, without that of the elements in it."""

    text: str
    element: Element
    link: Element | None
    """The link around it."""
    is_line: bool = False
    """True for one of several lines that line breaks part."""

    @property
    def name(self) -> str:
        """Class of the element, lower case."""
        return (self.element.get("class") or "").lower()

    @property
    def is_kicker(self) -> bool:
        """True where the class says that it is a label, and no other class that it is the title."""
        return _is_kicker_name(self.name)

    @property
    def is_duration(self) -> bool:
        """True where the class says that it tells how long something takes."""
        return _DURATION.search(self.name) is not None

    @property
    def is_title(self) -> bool:
        """True where the class says that it is a title, and not what stands over one."""
        return _is_title_name(self.name)


@lru_cache(maxsize=4096)
def _is_kicker_name(name: str) -> bool:
    """Tell it of a class; the teasers of a rail share a few."""
    words = name.split() if is_label_name(name) else ()
    return bool(words) and not any(_is_title_name(word) and not is_label_name(word) for word in words)


@lru_cache(maxsize=4096)
def _is_title_name(name: str) -> bool:
    return _TITLE.search(name) is not None


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
    unread: str | None = None
    """What is left to come of a text that is none of the teaser's: the heading over it."""
    head: Element | None = None
    """What prints the title, where that is neither heading nor link."""

    def say(self, phrase: Phrase) -> None:
        """Add a phrase."""
        if self.unread and phrase.text in self.unread:
            self.unread = self.unread.replace(phrase.text, "", 1).strip()
        else:
            self.phrases.append(phrase)

    def said(self, root: Root) -> str:
        """Return the text of a heading or link."""
        return " ".join(phrase.text for phrase in self.phrases[root.start : root.stop])


def spoken_by(parts: tuple[Element, ...], unread: str | None = None, head: Element | None = None) -> Spoken:
    """Return what some elements say and show, but for one text; ``head`` prints the title."""
    found = Spoken(unread=unread, head=head)
    for part in parts:
        _read(part, found, None if part.tag == "a" else next(part.iterancestors("a"), None))
    return found


def _read(element: Element, found: Spoken, link: Element | None) -> None:
    """Add what an element says; runs once for every element of every teaser."""
    tag = element.tag
    root = None
    if tag in _ROOTS or element is found.head:
        link = element if tag == "a" else link
        root = Root(element, link, len(found.phrases))
        found.roots.append(root)
    elif tag == "time":
        found.clocks.append(element)
    if len(element):
        _read_lines(element, found, link)
    elif (said := element.text) and (text := folded(said)):
        found.say(Phrase(text, element, link))
    if root is not None:
        root.stop = len(found.phrases)


def _read_lines(element: Element, found: Spoken, link: Element | None) -> None:
    """Add what an element with others in it says: one line, or several that ``<br>`` parts."""
    lines = lines_of(element, found.pictures)
    if len(lines) > 1 and (link is not None or element.tag in _ROOTS):
        lines = joined(lines)
    before: Phrase | None = None
    for line in lines:
        text, inner = line.divided()
        if text and before is not None and width(before.text) >= _WRAPPED:
            before.text = f"{before.text} {text}"
        elif text:
            before = Phrase(text, element, link, is_line=len(lines) > 1)
            found.say(before)
        if inner:
            before = None
        for child in inner:
            _read(child, found, link)
