"""How teasers without a heading are set: as a list of articles, and not as copy with links in it."""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import Final

from harvester.pages.flags import ASIDE, HEADING, LIST
from harvester.pages.railing.addresses import is_serial
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.dating import is_date
from harvester.pages.railing.groups import Group

_PRICE: Final = 40
_PRICED: Final = re.compile(
    r"[€$£¥₹₽₺₴₩]\s?\d|\d\s?(?:[€$£¥₹₽₺₴₩]|(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF)\b|zł|Kč|kr\b|Ft\b|руб|грн|лв)"
)
_SLUG: Final = 4
"""Hyphens of an address that may hold a headline."""
_COPY: Final = 200
"""Characters of the shortest copy."""
_SUMMARY: Final = 250
"""Characters beside the titles, on average: what says more may be copy."""


def is_set(cells: Cells, group: Group) -> bool:
    """Tell whether teasers without a heading are set as such: as headings, a list aside, or one line."""
    if all(cell.box is None for cell in group.cells) and group.start == group.stop - 1:
        return True
    flags = [cells.walk.blocks[cell.offer.first].flags for cell in group.cells]
    return all(each & HEADING for each in flags) or all(each & LIST and each & ASIDE for each in flags)


def is_shown(cells: Cells, group: Group, headline: int | None) -> bool:
    """Tell whether teasers without a heading are cells of one make, with pictures or dates, beside copy.

    Copy may be made of such cells too: a roundup is no rail, it has little else before it.
    """
    if not _are_of_one_make(group) or not _are_addressed(group):
        return False
    first = group.start if headline is not None and headline < group.start else cells.count
    copy = cells.plain_between(headline or 0, first)
    own = cells.plain_between(group.start, group.stop)
    if own > _SUMMARY * len(group.cells):
        return False
    if first != group.start:
        copy -= own
    return copy >= max(_COPY, own) and all(_is_marked(cells, cell) for cell in group.cells)


def are_priced(cells: Cells, group: Group) -> bool:
    """Tell whether at least half of the cells name a price: they are for sale."""
    priced = sum(_is_priced(cells, cell) for cell in group.cells)
    return 2 * priced >= len(group.cells)


def _is_priced(cells: Cells, cell: Cell) -> bool:
    blocks = cells.blocks(cell.start, cell.stop)
    texts = (block.text.replace(cell.offer.title, "").strip() for block in blocks)
    return any(len(text) <= _PRICE and _PRICED.search(text) for text in texts)


def _are_of_one_make(group: Group) -> bool:
    """Tell whether all cells are boxes of one kind in one box."""
    boxes = [cell.box for cell in group.cells if cell.box is not None]
    makes = {(box.tag, box.parent.index if box.parent else 0) for box in boxes}
    return len(boxes) == len(group.cells) and len(makes) == 1


def _are_addressed(group: Group) -> bool:
    """Tell whether all addresses have a day, a number or the words of a headline in them."""
    hrefs = (cell.offer.anchors[0].href for cell in group.cells)
    return all(is_serial(href) or href.count("-") >= _SLUG for href in hrefs)


def _is_marked(cells: Cells, cell: Cell) -> bool:
    """Tell whether a cell shows a picture or a date."""
    media = cells.walk.media
    at = bisect_left(media, cell.start, key=attrgetter("at"))
    if at < len(media) and media[at].at <= cell.stop and _holds(cell, media[at].box.index):
        return True
    clocks = cells.walk.clocks
    if any(cell.start <= clock.at < cell.stop for clock in clocks):
        return True
    return any(_is_dated(cell, block.text) for block in cells.blocks(cell.start, cell.stop))


def _holds(cell: Cell, index: int) -> bool:
    return cell.box is not None and cell.box.index <= index < cell.box.end


def _is_dated(cell: Cell, text: str) -> bool:
    """Tell whether a text beside the title is a date."""
    return is_date(text.replace(cell.offer.title, "").strip())
