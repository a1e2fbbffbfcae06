"""The pieces of a caption: markup often parts what a picture shows from whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from harvester.pages.flags import is_unseen
from harvester.pages.pictures.words import LEGEND, MAKER, MAKER_INSIDE, meaning
from harvester.pages.spaces import folded
from harvester.pages.tags import KINDS, SKIPPED, UNSCRIPTED
from harvester.pages.walk import Block, Element

_FORMATTING: Final = frozenset(
    ("a", "abbr", "b", "em", "font", "i", "q", "s", "strong", "sub", "sup", "time", "u", "wbr", "mark")
)
"""Without a class these set words off inside of a sentence."""
_DEEPEST: Final = 6
_MANY: Final = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a caption that stands in an element of its own, or between two."""

    text: str
    kind: int = 0
    """Bits of ``words``: what the names around it say."""
    is_apart: bool = False
    """True in an element of its own."""


def pieces_of(block: Block, blocks_in_box: int) -> tuple[Piece, ...]:
    """Return the pieces of a block; a block that shares its box with others is one piece."""
    kind = _kind(block)
    whole = (Piece(" ".join(block.text.split()), kind, is_apart=True),)
    if blocks_in_box != 1 or not len(block.box.element):
        return whole
    found = [piece for piece in _split(block.box.element, kind, _DEEPEST) if piece.text]
    if len(found) == 1 and found[0].kind:
        return (replace(whole[0], kind=found[0].kind),)
    return tuple(found) if 1 < len(found) <= _MANY else whole


def _kind(block: Block) -> int:
    """Return what the nearest named box says; in the box of a caption the innermost name decides."""
    box, found = block.box, 0
    for _ in range(3):
        found = _told(box.name)
        if found or box.parent is None or box.tag in {"figure", "figcaption"}:
            break
        box = box.parent
    return found & MAKER or found


def _split(element: Element, kind: int, levels: int) -> Iterator[Piece]:
    """Yield the pieces of an element: the text between its children, and each child that stands apart."""
    run = [element.text or ""]
    for child in element:
        kind_of_tag = KINDS[child.tag]
        if kind_of_tag in {SKIPPED, UNSCRIPTED} or is_unseen(child):
            run.append(child.tail or "")
            continue
        if _is_formatting(child):
            run.append(_text(child))
        else:
            yield Piece(folded("".join(run)), kind)
            run = []
            yield from _of_child(child, kind, levels)
        run.append(child.tail or "")
    yield Piece(folded("".join(run)), kind)


def _of_child(child: Element, kind: int, levels: int) -> Iterator[Piece]:
    """Yield the pieces of a child: more than one when names inside part it, or when it wraps all there is."""
    named = _named(child)
    own = named & MAKER or named or kind
    text = folded(_text(child))
    if levels and len(child) and not named & MAKER:
        inner = [piece for piece in _split(child, own, levels - 1) if piece.text]
        if len(inner) > 1 and (_wraps_all(child, text) or any(piece.kind & MAKER for piece in inner)):
            yield from inner
            return
    yield Piece(text, own, is_apart=True)


def _wraps_all(child: Element, text: str) -> bool:
    """Tell whether an element holds all the text of the one around it."""
    around = child.getparent()
    return around is not None and folded(_text(around)) == text


def _named(element: Element) -> int:
    name = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return _told(name) if name != " " else 0


def _told(name: str) -> int:
    """Return what a name inside of a caption says of its text."""
    found = meaning(name)
    return found & LEGEND | (MAKER if found & (MAKER | MAKER_INSIDE) else 0)


def _is_formatting(element: Element) -> bool:
    return element.tag in _FORMATTING and not _named(element)


def _text(element: Element) -> str:
    """Return what of an element is seen."""
    parts = [element.text or ""]
    for child in element:
        if KINDS[child.tag] not in {SKIPPED, UNSCRIPTED} and not is_unseen(child):
            parts.append(" " if child.tag == "br" else _text(child))
        parts.append(child.tail or "")
    return "".join(parts)
