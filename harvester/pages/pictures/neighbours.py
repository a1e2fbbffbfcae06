"""Captions that no markup marks: text in the same small box as a picture, credits beside it."""

from typing import Final

from harvester.attribution import split_label
from harvester.pages.flags import FIGURE, FORM, NAV
from harvester.pages.pictures.captions import Group, around
from harvester.pages.pictures.credits import credit_line, is_sentence, looks_like_names, split
from harvester.pages.pictures.pairing import Pictures
from harvester.pages.pictures.pieces import pieces_of
from harvester.pages.pictures.shown import Shown
from harvester.pages.pictures.words import LEGEND, MAKER, is_beside
from harvester.pages.walk import Block, Box, Walk

_LEVELS: Final = 5
_MOST_BLOCKS: Final = 3
_CREDIT_AND_CAPTION: Final = 2
_LONGEST: Final = 600
_ENDS: Final = frozenset(("article", "main", "body", "header", "section", "ul", "ol", "form"))
_PHOTO: Final = (
    "©",
    "(c)",
    "photo",
    "foto",
    "bild",
    "picture",
    "image",
    "ap photo",
    "courtesy",
    "ph ",
    "ph:",
)
_OPEN: Final = NAV | FORM | FIGURE


def unmarked_caption(shown: Shown, walk: Walk, pictures: Pictures, barred: frozenset[int]) -> Group | None:
    """Return the caption of a picture whose markup marks none; ``None`` in doubt."""
    framed = _framed(shown, walk, pictures, barred)
    if framed is not None and _is_legend(framed.blocks):
        return framed
    return _behind(shown, walk, barred)


def _framed(shown: Shown, walk: Walk, pictures: Pictures, barred: frozenset[int]) -> Group | None:
    """Return the few blocks in the largest box that holds no other picture."""
    found: Group | None = None
    for box in around(shown.box, _LEVELS):
        blocks = [each for each in walk.blocks[box.start : box.stop] if not is_beside(each.text)]
        if box.tag in _ENDS or len(blocks) > _MOST_BLOCKS or pictures.inside(box) != [shown]:
            break
        if sum(len(block.text) for block in blocks) > _LONGEST:
            break
        if blocks:
            found = Group(blocks, box)
    if found is None or found.start < shown.at or any(block.index in barred for block in found.blocks):
        return None
    return found


def _is_legend(blocks: list[Block]) -> bool:
    """Tell whether a few blocks below a picture are its caption: they name whose it is, and are no links."""
    if any(block.link_chars * 2 > len(block.text) or block.flags & _OPEN for block in blocks):
        return False
    last = blocks[-1]
    if credit_line(last.text) or split(last.text)[1]:
        return True
    if len(blocks) == _CREDIT_AND_CAPTION and split_label(blocks[0].text).kind == "photo":
        return True
    pieces = pieces_of(last, last.box.stop - last.box.start)
    if any(piece.kind & LEGEND or (piece.kind & MAKER and not is_sentence(piece.text)) for piece in pieces):
        return True
    texts = [piece.text for piece in pieces] if len(blocks) == 1 else [block.text for block in blocks]
    return len(texts) > 1 and looks_like_names(texts[-1]) and not looks_like_names(texts[0])


def _behind(shown: Shown, walk: Walk, barred: frozenset[int]) -> Group | None:
    """Return the block behind a picture when it says in so many words that it is about a photo."""
    if shown.at >= len(walk.blocks):
        return None
    block = walk.blocks[shown.at]
    if (
        block.index in barred
        or block.flags & _OPEN
        or len(block.text) > _LONGEST
        or not _near(shown.box, block.box)
    ):
        return None
    lines = block.text.split("\n")
    if len(lines) > 1 or not _speaks_of_photo(block.text):
        return None
    return Group([block], block.box)


def _near(one: Box, other: Box) -> bool:
    """Tell whether two boxes have a box around them in common that is not far."""
    boxes = set(map(id, around(one, 3)))
    return any(id(box) in boxes for box in around(other, 3))


def _speaks_of_photo(text: str) -> bool:
    """Tell whether a text ends with a credit that says it is one of a picture."""
    if credit_line(text):
        return True
    credit = split(text)[1]
    return credit is not None and (credit.lower().startswith(_PHOTO) or split_label(credit).kind == "photo")
