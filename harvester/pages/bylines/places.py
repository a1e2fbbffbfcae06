"""Where a byline stands: the blocks near the headline, or at the foot, that look most like one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from harvester.pages.bylines.names import looks_like_person
from harvester.pages.bylines.openings import inner_opening, is_clear_opening
from harvester.pages.document import Document
from harvester.pages.flags import CAPTION, DIALOG, FIGURE, FOOTER, FORM, HEADING, HIDDEN, LIST, NAV
from harvester.pages.found import Headline
from harvester.pages.walk import Anchor, Block, Box
from harvester.pages.word_lists import name_pattern, word_lists

_WORDS: Final = word_lists("byline")
_MARK: Final = re.compile(
    rf"author(?!i[tsz])|autor(?!i[sz]|ad|un)|byline|{name_pattern(_WORDS['marks']).pattern}"
)
_NOT_MARK: Final = name_pattern(_WORDS["not_marks"])
_STEPS: Final = frozenset(_WORDS["steps"])
_STEP: Final = re.compile(r"[/?=&.,_-]+")
_ABOVE: Final = 6
"""Blocks above the headline that may hold the byline."""
_BELOW: Final = 14
_BESIDE: Final = 4
"""Blocks from the headline within which a date and a name make a byline without any other sign."""
_LONGEST: Final = 300
_LONG_LINE: Final = 120
_ENOUGH: Final = 0.7
_MOST: Final = 4
"""Places that are read, the best first."""
_SURE: Final = 2.5
_PLAIN: Final = 4.5
"""Weight of a place beside which no other is looked for."""
_WEAK: Final = frozenset(("date beside", "by inside", "link", "opening", "name alone"))
"""Signs of which one alone is believed only where the words have the shape of a person's name."""
_PARAGRAPH: Final = 150
"""Characters of a block that is copy."""
_LIST: Final = 20
"""Blocks of a byline that is a list of names."""
_NOT_HERE: Final = NAV | DIALOG | CAPTION


@dataclass(frozen=True, slots=True)
class Place:
    """A byline: its blocks."""

    blocks: tuple[Block, ...]
    weight: float
    detail: str
    """What told it: a class word, ``rel``, a known name."""
    is_guess: bool = False
    """True when nothing but its place and its shape speaks for it."""


def near_places(document: Document, headline: Headline, known: tuple[str, ...]) -> list[Place]:
    """Return the places around the headline that look like a byline, the likeliest first."""
    blocks = document.walk.blocks
    at = headline.block.index if headline.block else 0
    near = [*blocks[at : at + _BELOW], *blocks[max(0, at - _ABOVE) : at][::-1]]
    own = headline.blocks
    return _best(blocks, (block for block in near if block.index not in own or "\n" in block.text), at, known)


def far_places(document: Document, headline: Headline, known: tuple[str, ...]) -> list[Place]:
    """Return the places further down that look like a byline, the likeliest first."""
    blocks = document.walk.blocks
    at = headline.block.index if headline.block else 0
    far = (
        block for block in blocks[at + _BELOW :] if len(block.text) < _LONG_LINE and _is_marked(block, known)
    )
    return _best(blocks, islice(far, _LIST), at, known)


def _best(blocks: list[Block], found: Iterable[Block], at: int, known: tuple[str, ...]) -> list[Place]:
    places: list[Place] = []
    for block in found:
        if block.flags & _NOT_HERE or len(block.text) > _LONGEST:
            continue
        place = _weighed(block, at, known)
        if place.weight >= _ENOUGH:
            places.append(place)
        if place.weight >= _PLAIN:
            break
    likely = sorted(places, key=lambda place: -place.weight)[:_MOST]
    return [replace(place, blocks=_with_siblings(blocks, place.blocks[0], known)) for place in likely]


def _is_marked(block: Block, known: tuple[str, ...]) -> bool:
    """Tell whether a block far from the headline may be a byline."""
    if _named(block.box.name) or is_clear_opening(block.text):
        return True
    return any(name in block.text for name in known) or any(_is_rel(link) for link in block.links)


def _weighed(block: Block, at: int, known: tuple[str, ...]) -> Place:
    """Return a block with what speaks for it."""
    signs = list(_signs(block, at, known))
    weight = sum(sign[0] for sign in signs) - _distance(block, at) - _against(block)
    is_guess = all(sign in _WEAK for _, sign in signs) and sum(sign[0] for sign in signs) < _SURE
    return Place((block,), weight if signs else 0.0, max(signs)[1] if signs else "", is_guess)


def _signs(block: Block, at: int, known: tuple[str, ...]) -> Iterable[tuple[float, str]]:
    folded = block.text.casefold()
    if any(name.casefold() in folded for name in known):
        yield 3.0, "known name"
    if any(_is_rel(link) for link in block.links):
        yield 3.0, "rel=author"
    if _has_property(block.box):
        yield 3.0, "itemprop=author"
    mark = _mark(block.box)
    if mark:
        yield 2.0, mark
    if any(leads_to_author(link) for link in block.links):
        yield 1.5, "link"
    is_line = len(block.text) < _LONG_LINE
    if is_line and is_clear_opening(block.text):
        yield 1.4, "opening"
    elif is_line and inner_opening(block.text):
        yield 1.2, "by inside"
    if (
        is_line
        and not block.flags & HEADING
        and abs(block.index - at) <= _BESIDE
        and any(letter.isdigit() for letter in block.text)
    ):
        yield 1.2, "date beside"


def lone_name(document: Document, headline: Headline) -> Place | None:
    """Return a line of nothing but a name between headline and copy, or one in bold below the copy."""
    blocks = document.walk.blocks
    at = headline.block.index + 1 if headline.block else 0
    for block in blocks[at : at + _BESIDE + 1]:
        if len(block.text) >= _PARAGRAPH:
            break
        if _is_lone(block):
            return Place((block,), 1.0, "name alone", is_guess=True)
    return next(
        (Place((block,), 1.0, "name alone", is_guess=True) for block in _last_lines(blocks, at)), None
    )


def _last_lines(blocks: list[Block], at: int) -> Iterable[Block]:
    """Yield the lone names in bold that follow a paragraph and precede none."""
    for block in blocks[at + 1 : -1]:
        if block.bold_chars >= len(block.text) and _is_lone(block):
            around = blocks[block.index - 1], blocks[block.index + 1]
            if (
                len(around[0].text) >= _PARAGRAPH > len(around[1].text)
                and around[0].box.parent is block.box.parent
            ):
                yield block


def _is_lone(block: Block) -> bool:
    words = block.text.split(" ", _BESIDE)
    if not 1 < len(words) <= _BESIDE or block.links or block.flags & (HEADING | _NOT_HERE | LIST):
        return False
    return all(word[:1].isupper() for word in words) and looks_like_person(block.text)


def _distance(block: Block, at: int) -> float:
    steps = block.index - at
    if steps > _BELOW:
        return 0.5 + 2.0 * _denied(_names(block))
    return 0.1 * abs(steps) + (0.3 if steps < 0 else 0.0)


def _against(block: Block) -> float:
    """Return what speaks against a block: its place, its length, what stands around it."""
    weight = 1.2 if _denied(_names(block)) else 0.0
    weight += 0.8 if block.flags & (FIGURE | HIDDEN | FORM) else 0.0
    weight += 0.4 if block.flags & FOOTER else 0.0
    return weight + max(0, len(block.text) - 80) / 80


def _names(block: Block) -> str:
    return f"{block.box.name} {block.box.parent.name if block.box.parent else ''}"


@lru_cache(maxsize=4096)
def _named(name: str) -> str | None:
    """Return the word of a class name that marks a byline; pages use the same few again and again."""
    found = _MARK.search(name) if name else None
    return found[0] if found else None


@lru_cache(maxsize=4096)
def _denied(names: str) -> bool:
    return _NOT_MARK.search(names) is not None


def _is_rel(link: Anchor) -> bool:
    return "author" in (link.element.get("rel") or "")


def _has_property(box: Box) -> bool:
    """Tell whether a box, one around it or an element inside is marked as the author."""
    around = [box.element, *(each.element for each in islice(box.ancestors(), 2))]
    inside = islice(box.element.iterdescendants("span", "a", "meta"), 6)
    return any(
        (element.get("itemprop") or element.get("property")) in {"author", "creator"}
        for element in (*around, *inside)
    )


def _mark(box: Box) -> str | None:
    """Return the class word that marks a box, or one around it with hardly more in it, as a byline."""
    found = _named(box.name)
    for around in () if found else islice(box.ancestors(), 3):
        if around.stop - around.start > _BESIDE:
            break
        found = _named(around.name)
        if found:
            break
    return found


def leads_to_author(link: Anchor) -> bool:
    """Tell whether a link leads to the page of an author."""
    if _is_rel(link):
        return True
    href = (link.element.get("href") or "").partition("//")[2] or link.element.get("href") or ""
    return bool(link.text) and not _STEPS.isdisjoint(_STEP.split(href.lower())[:-1])


def _with_siblings(blocks: list[Block], first: Block, known: tuple[str, ...]) -> tuple[Block, ...]:
    """Return a block with those beside it that continue its list of names."""
    found = [first]
    for step in (1, -1):
        at = first.index + step
        while 0 <= at < len(blocks) and len(found) < _LIST and _continues(blocks[at], first, known):
            found.append(blocks[at])
            at += step
    return tuple(sorted(found, key=lambda block: block.index))


def _continues(block: Block, first: Block, known: tuple[str, ...]) -> bool:
    """Tell whether a block is a further name of a list: the same markup with a name or an author's link."""
    if block.tag != first.tag or len(block.text) > _LONGEST / 3:
        return False
    mine, its = block.box, first.box
    is_beside = mine is its or (mine.name == its.name and mine.depth == its.depth)
    return is_beside and (
        any(name in block.text for name in known) or any(leads_to_author(link) for link in block.links)
    )
