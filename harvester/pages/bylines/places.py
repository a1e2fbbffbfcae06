"""Where a byline stands: the blocks near the headline, or at the foot, that look most like one."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from harvester.pages.bodies.furniture import purpose_of
from harvester.pages.bylines.lines import is_office
from harvester.pages.bylines.names import looks_like_person
from harvester.pages.bylines.openings import is_bare_opening, is_clear_opening
from harvester.pages.bylines.signs import BELOW, BESIDE, Place, is_rel, leads_to_author, mark_of, weighed
from harvester.pages.document import Document
from harvester.pages.flags import CAPTION, DIALOG, HEADING, LIST, NAV
from harvester.pages.found import Headline
from harvester.pages.walk import Block

_ABOVE: Final = 6
"""Blocks above the headline that may hold the byline."""
_LONGEST: Final = 300
_LONG_LINE: Final = 120
_LONG_NAME: Final = 60
_LONG_POST: Final = 30
"""Characters of an office behind a lone name; a longer one is that of somebody whom the text is about."""
_ENOUGH: Final = 0.7
_MOST: Final = 3
"""Places that are read, the best first."""
_PLAIN: Final = 4.5
"""Weight of a place beside which no other is looked for."""
_PARAGRAPH: Final = 150
"""Characters of a block that is copy."""
_LIST: Final = 20
"""Blocks of a byline that is a list of names."""
_COLONS: Final = ":："
_FURNITURE: Final = frozenset((1, 2, 3, 4, 5))
"""Purposes of lines that name nobody: more to read, letters, sharing, comments, advertising."""
_NOT_HERE: Final = NAV | DIALOG | CAPTION


def near_places(document: Document, headline: Headline, known: tuple[str, ...]) -> list[Place]:
    """Return the places around the headline that look like a byline, the likeliest first."""
    blocks = document.walk.blocks
    at = headline.block.index if headline.block else 0
    near = [*blocks[at : at + BELOW], *blocks[max(0, at - _ABOVE) : at][::-1]]
    own = headline.blocks
    return _best(blocks, (block for block in near if block.index not in own or "\n" in block.text), at, known)


def far_places(document: Document, headline: Headline, known: tuple[str, ...]) -> list[Place]:
    """Return the places further down that look like a byline, the likeliest first."""
    blocks = document.walk.blocks
    at = headline.block.index if headline.block else 0
    short = (block for block in blocks[at + BELOW :] if len(block.text) < _LONG_LINE)
    far = (block for block in short if _is_marked(block, known) and _ends_copy(blocks, block))
    return _best(blocks, islice(far, _LIST), at, known)


def _holds(block: Block, known: tuple[str, ...]) -> bool:
    """Tell whether a block holds one of some names, case folded."""
    folded = block.text.casefold() if known else ""
    return any(name in folded for name in known)


def _ends_copy(blocks: list[Block], block: Block) -> bool:
    """Tell whether a line stands below paragraphs, or calls itself a byline."""
    above = blocks[max(0, block.index - 3) : block.index]
    return mark_of(block.box.name) is not None or sum(len(each.text) for each in above) >= _PARAGRAPH


def _best(blocks: list[Block], found: Iterable[Block], at: int, known: tuple[str, ...]) -> list[Place]:
    places: list[Place] = []
    for block in found:
        if block.flags & _NOT_HERE or len(block.text) > _LONGEST:
            continue
        place = weighed(block, at, known)
        if place.weight >= _ENOUGH:
            places.append(place)
        if place.weight >= _PLAIN:
            break
    likely = sorted(places, key=lambda place: -place.weight)[:_MOST]
    return [replace(place, blocks=_with_siblings(blocks, place.blocks[0], known)) for place in likely]


def _is_marked(block: Block, known: tuple[str, ...]) -> bool:
    """Tell whether a block far from the headline may be a byline."""
    if mark_of(block.box.name):
        # A word that leads elsewhere is a genre or a button, whatever its box is called.
        return " " in block.text or not block.links or any(map(leads_to_author, block.links))
    if not block.flags & (HEADING | LIST) and (is_clear_opening(block.text) or is_bare_opening(block.text)):
        return True
    return _holds(block, known) or any(is_rel(link) for link in block.links)


def lone_name(document: Document, headline: Headline) -> Place | None:
    """Return a line of nothing but a name between headline and copy, or one in bold below the copy."""
    blocks = document.walk.blocks
    at = headline.block.index + 1 if headline.block else 0
    for block in blocks[at : at + BESIDE + 1]:
        if len(block.text) >= _PARAGRAPH:
            break
        if _is_lone(block):
            return Place((block,), 1.0, "name alone", is_guess=True)
    last = next(iter(_last_lines(blocks, at)), None)
    return Place((last,), 1.0, "name alone", is_guess=True) if last else None


def _last_lines(blocks: list[Block], at: int) -> Iterable[Block]:
    """Yield the lone names in bold that follow a paragraph and precede none."""
    for block in blocks[at + 1 : -1]:
        if block.bold_chars >= len(block.text) and _is_lone(block):
            before, behind = blocks[block.index - 1], blocks[block.index + 1]
            is_last = len(before.text) >= _PARAGRAPH > len(behind.text)
            if is_last and before.box.parent is block.box.parent:
                yield block


def _is_lone(block: Block) -> bool:
    """Tell whether a line is one name, or some with strokes between them: "Ada Byron/Bo Lind"."""
    if len(block.text) > _LONG_NAME or block.links or block.flags & (HEADING | _NOT_HERE | LIST):
        return False
    if block.text[-1] in _COLONS or purpose_of(block.text) in _FURNITURE:
        return False
    text, comma, post = block.text.partition(",")
    if not comma or len(post) > _LONG_POST or "," in post or not is_office(post):
        text = block.text
    names = [name.strip() for name in text.split("/")]
    return all(1 < len(name.split(" ")) <= BESIDE and _is_full(name) for name in names)


def _is_full(name: str) -> bool:
    return all(word[:1].isupper() for word in name.split(" ")) and looks_like_person(name)


def _with_siblings(blocks: list[Block], first: Block, known: tuple[str, ...]) -> tuple[Block, ...]:
    """Return a block with those beside it that continue its list of names."""
    found = [first]
    behind = blocks[first.index + 1] if first.index + 1 < len(blocks) else None
    if behind and len(behind.text) <= _LONG_NAME and is_bare_opening(first.text):
        return first, behind
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
    return is_beside and (_holds(block, known) or any(leads_to_author(link) for link in block.links))
