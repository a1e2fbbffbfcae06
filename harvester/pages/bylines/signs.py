"""What speaks for a block as a byline: names, attributes, class words, links, its words and its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from harvester.pages.bodies.furniture import purpose_of
from harvester.pages.bylines.names import looks_like_person
from harvester.pages.bylines.openings import (
    inner_opening,
    is_bare_opening,
    is_clear_opening,
    is_signed,
    is_told,
)
from harvester.pages.flags import FIGURE, FOOTER, FORM, HEADING, HIDDEN
from harvester.pages.walk import Anchor, Block, Box, Element
from harvester.pages.word_lists import name_pattern, word_lists

BELOW: Final = 14
"""Blocks below the headline in which a byline is looked for first."""
BESIDE: Final = 4
"""Blocks from the headline within which a date and a name make a byline without any other sign."""
_WORDS: Final = word_lists("byline")
_MARK: Final = re.compile(
    rf"author(?!i[tsz])|autor(?!i[sz]|ad|un)|byline|{name_pattern(_WORDS['marks']).pattern}"
)
_NOT_MARK: Final = name_pattern(_WORDS["not_marks"])
_STEPS: Final = frozenset(_WORDS["steps"])
_STEP: Final = re.compile(r"[/.,_-]+")
_PAIR: Final = re.compile(r"[=&]+")
_LONG_LINE: Final = 120
_TRAIL: Final = re.compile(r"\S\s*[›»>]\s*\S")
_LABEL: Final = re.compile(r"[^\s:：][^:：]{1,30}?(?=\s?[:：])")
_NOT_LABELS: Final = frozenset(_WORDS["not_labels"])
_LICENCES: Final = "/licenses/"
"""In addresses of licences, one of which is called "by"."""
_NUMBER: Final = re.compile(r"(?<!\w)\d|\d[\s./:年]")
_MORE: Final = 1
"""The purpose of a heading over what else somebody or some house wrote."""
_PROPERTIES: Final = frozenset(("author", "creator"))
_SURE: Final = 2.5
_FARTHEST: Final = 0.7
_WEAK: Final = frozenset(("date beside", "by inside", "link", "opening", "name alone"))
"""Signs of which one alone is believed only where the words have the shape of a person's name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A byline: its blocks."""

    blocks: tuple[Block, ...]
    weight: float
    detail: str
    """What told it: a class word, ``rel``, a known name."""
    is_guess: bool = False
    """True when nothing but its place and its shape speaks for it."""


def weighed(block: Block, at: int, known: tuple[str, ...]) -> Place:
    """Return a block with what speaks for it, seen from the headline ``at`` an index.

    ``known`` are names of authors, case folded.
    """
    signs = list(_signs(block, at, known))
    weight = sum(sign[0] for sign in signs) - _distance(block, at) - _against(block)
    is_guess = all(sign in _WEAK for _, sign in signs) and sum(sign[0] for sign in signs) < _SURE
    return Place((block,), weight if signs else 0.0, max(signs)[1] if signs else "", is_guess)


def _signs(block: Block, at: int, known: tuple[str, ...]) -> Iterable[tuple[float, str]]:
    """Yield what the markup of a block says for it, then what its words do."""
    if any(is_rel(link) for link in block.links):
        yield 3.0, "rel=author"
    inside = elements_in(block)
    if _has_property(block.box, inside):
        yield 3.0, "itemprop=author"
    mark = _mark(block.box) or next((mark for mark, _ in marked_names(inside)), None)
    if mark:
        yield 2.0, mark
    if any(leads_to_author(link) for link in block.links):
        yield 1.5, "link"
    yield from _words(block, at, known)


def _words(block: Block, at: int, known: tuple[str, ...]) -> Iterable[tuple[float, str]]:
    if known:
        folded = block.text.casefold()
        if any(name in folded for name in known) and not _is_foreign(folded) and not is_told(block.text):
            yield 3.0, "known name"
    is_line = len(block.text) < _LONG_LINE
    if is_line and block.flags & HEADING and purpose_of(block.text) == _MORE:
        return
    if is_line and is_signed(block.text):
        yield _SURE, "post"
    elif is_line and (is_clear_opening(block.text) or is_bare_opening(block.text)):
        yield 1.4, "opening"
    elif is_line and not block.flags & HEADING and inner_opening(block.text):
        yield 1.2, "by inside"
    if is_line and _is_beside(block, at):
        yield 1.2, "date beside"


def _is_foreign(folded: str) -> bool:
    """Tell whether a line, case folded, announces an editor, a photographer or another who is no author."""
    label = _LABEL.match(folded)
    return label is not None and not _NOT_LABELS.isdisjoint(label[0].split())


def _is_beside(block: Block, at: int) -> bool:
    """Tell whether a line near the headline may hold a date, and a name with it."""
    is_near = abs(block.index - at) <= BESIDE and not block.flags & HEADING
    return is_near and _NUMBER.search(block.text) is not None


def _distance(block: Block, at: int) -> float:
    steps = block.index - at
    if steps >= BELOW:
        return 0.5 + 2.0 * _denied(_names(block))
    return min(0.1 * abs(steps), _FARTHEST) + (0.3 if steps < 0 else 0.0)


def _against(block: Block) -> float:
    """Return what speaks against a block: its place, its length, what stands around it."""
    weight = 1.2 if _denied(block.box.name) else 0.6 if _denied(_names(block)) else 0.0
    weight += 0.8 if block.flags & (FIGURE | HIDDEN | FORM) else 0.0
    weight += 0.4 if block.flags & FOOTER else 0.0
    weight += 2.0 if "©" in block.text else 0.0
    weight += 3.0 if len(block.links) > 1 and _TRAIL.search(block.text) else 0.0
    return weight + max(0, len(block.text) - 80) / 80


def _names(block: Block) -> str:
    return f"{block.box.name} {block.box.parent.name if block.box.parent else ''}"


@lru_cache(maxsize=4096)
def mark_of(name: str) -> str | None:
    """Return the word of a class name that marks a byline; pages use the same few again and again."""
    found = _MARK.search(name) if name else None
    return found[0] if found else None


@lru_cache(maxsize=4096)
def _denied(names: str) -> bool:
    return _NOT_MARK.search(names) is not None


def is_rel(link: Anchor) -> bool:
    """Tell whether a link says that it leads to the author."""
    return "author" in link.rel


def elements_in(block: Block) -> list[Element]:
    """Return the first small elements in a block that is a line of its own."""
    element = block.box.element
    if not len(element) or len(block.text) >= _LONG_LINE or block.box.stop - block.box.start > 1:
        return []
    return list(islice(element.iterdescendants("span", "a", "meta"), 6))


def _has_property(box: Box, inside: list[Element]) -> bool:
    """Tell whether a box, one around it or an element inside is marked as the author."""
    around = [box.element] if box.parent is None else [box.element, box.parent.element]
    return any((each.get("itemprop") or each.get("property")) in _PROPERTIES for each in (*around, *inside))


def marked_names(inside: list[Element]) -> Iterator[tuple[str, str]]:
    """Yield class word and text of each element that a class marks as a byline and that holds a name."""
    for element in inside:
        found = mark_of(element.get("class", "").lower())
        name = " ".join("".join(element.itertext()).split()) if found else ""
        if found and looks_like_person(name):
            yield found, name


def _mark(box: Box) -> str | None:
    """Return the class word that marks a box, or one around it with hardly more in it, as a byline."""
    found = mark_of(box.name)
    for around in () if found else islice(box.ancestors(), 3):
        if around.stop - around.start > BESIDE:
            break
        found = mark_of(around.name)
        if found:
            break
    return found


def leads_to_author(link: Anchor) -> bool:
    """Tell whether a link leads to the page of an author."""
    if is_rel(link):
        return True
    href = link.href.partition("//")[2] or link.href
    if _LICENCES in href:
        return False
    return bool(link.text) and not _STEPS.isdisjoint(_steps(href.lower()))


def _steps(href: str) -> list[str]:
    """Return the words of an address but the last; a parameter's name counts as a whole: "user_id"."""
    path, _, query = href.partition("?")
    words = _STEP.split(path)
    return [*words, *_PAIR.split(query)[:-1]] if query else words[:-1]
