"""Words before a link on its own line: they invite to follow it, or name what it is of."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from harvester.pages.flags import HEADING
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.headings import Heading
from harvester.pages.railing.wording import is_call, is_invitation, said_by
from harvester.pages.walk import Block

_PREFIX: Final = 40
_RANKS: Final = 5
"""Characters beside each of the links that one block holds: ranks, dots."""
_BRACKETS: Final = 2


def prefix_of(cells: Cells, cell: Cell) -> Heading | None:
    """Return the words before a link in its block that invite to follow it, or name what it is of."""
    block: Block = cells.walk.blocks[cell.offer.first]
    text = cell.offer.anchors[0].text
    if not block.text.startswith(text):
        before = _before(block, text)
        return None if before is not None and before.said != "inline" and _is_headed(cells, cell) else before
    head, colon, title = text.partition(":")
    if colon and len(title) > len(head) and is_invitation(head) and said_by(head):
        return Heading(f"{head}:", "inline", block.index)
    return None


def _is_headed(cells: Cells, cell: Cell) -> bool:
    """Tell whether a link is printed again as a heading of its own: what stands before it are labels."""
    again = cells.blocks(cell.offer.first + 1, cell.offer.last + 1)
    return any(block.flags & HEADING and any(map(cell.offer.holds, block.links)) for block in again)


def _before(block: Block, text: str) -> Heading | None:
    """Return the words before a link as a heading."""
    before, found, _ = block.text.partition(text)
    lines = [line for line in before.split("\n") if any(map(str.isalpha, line))]
    if not found or len(lines) != 1 or len(before) > _PREFIX:
        return None
    words = lines[0].strip()
    if is_invitation(words):
        return Heading(words, "inline", block.index)
    rest = len(block.text) - len(before) - block.link_chars
    said = said_by(words) if rest <= _RANKS * len(block.links) else None
    return Heading(words, said, block.index) if said not in (None, "none") else None


def drop_labels(whole: Sequence[Cell]) -> None:
    """Drop words before links that stand before the next one, too, and are no invitation: labels."""
    labels = [
        (one, other)
        for one, other in pairwise(whole)
        if one.prefix and other.prefix and one.prefix.text == other.prefix.text
        if one.prefix.said in {"editors", "latest", "popular"} and one.offer.first != other.offer.first
    ]
    for pair in labels:
        for cell in pair:
            cell.prefix = None


def call_of(cells: Cells, cell: Cell) -> Heading | None:
    """Return what a link that fills a paragraph bids before a colon: "Read: ..."."""
    block: Block = cells.walk.blocks[cell.offer.first]
    head, colon, _ = cell.offer.anchors[0].text.partition(":")
    is_filled = len(block.text) - block.link_chars <= _BRACKETS and not block.flags & HEADING
    return Heading(f"{head}:", "inline", block.index) if colon and is_filled and is_call(head) else None
