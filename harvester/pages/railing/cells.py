"""Cells: the part of a page that announces one article and no other."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from harvester.pages.flags import HEADING, HIDDEN
from harvester.pages.railing.headings import Heading
from harvester.pages.railing.offer import Offer
from harvester.pages.railing.wording import said_by
from harvester.pages.walk import Block, Box, Walk

TOP: Final = frozenset(("body", "main"))
"""Boxes that hold all of a page."""
_LONGEST: Final = 1500
"""Characters outside of links: what is longer is no teaser."""
_LABELS: Final = 3
_LABEL: Final = 40
_MOST: Final = 25
"""Blocks."""


@dataclass(slots=True)
class Cell:
    """One offer with all that is said beside it."""

    offer: Offer
    box: Box | None
    """The widest box that has this offer and no other; ``None`` for links that share a block."""
    start: int
    stop: int
    unread: str | None = None
    """What the box says before it: the heading over a lone teaser."""
    prefix: Heading | None = None
    """The words before its link on the same line."""

    @property
    def parent(self) -> Box | None:
        """What holds the cell and its neighbours."""
        return self.box.parent if self.box is not None else None


def label_blocks(walk: Walk, offers: list[Offer]) -> frozenset[int]:
    """Return the indices of blocks before teasers that say the same before the next one, too."""
    found: set[int] = set()
    for one, other in pairwise(offers):
        count = 0
        while count < _LABELS and other.start - count - 1 > one.last and one.start > count:
            if not _are_labels(walk.blocks[one.start - count - 1], walk.blocks[other.start - count - 1]):
                break
            count += 1
        starts = (one.start, other.start)
        is_run = count and (one.start - 1 in found or _are_several(walk.blocks[one.start - 1]))
        if is_run or (count and any(_is_below_heading(walk, at - count) for at in starts)):
            found.update(at - back for at in starts for back in range(1, count + 1))
    return frozenset(found)


def _are_several(block: Block) -> bool:
    """Tell whether a short text stands in several elements: labels, and no heading."""
    texts = ((child.text or "").strip() for child in block.box.element)
    return sum(bool(text) and text in block.text for text in texts) > 1


def _is_below_heading(walk: Walk, at: int) -> bool:
    """Tell whether a heading stands right above a block."""
    return at > 0 and bool(walk.blocks[at - 1].flags & HEADING) and not walk.blocks[at - 1].links


def _are_labels(one: Block, other: Block) -> bool:
    """Tell whether two short blocks say the same, and may be the name of a rail or a label."""
    if (
        one.text != other.text
        or len(one.text) > _LABEL
        or any(link.text for link in (*one.links, *other.links))
    ):
        return False
    return not one.flags & HEADING and said_by(one.text) in {"editors", "latest", "popular"}


class Cells:
    """The cells of a page's offers."""

    def __init__(self, walk: Walk, offers: list[Offer]) -> None:
        self.walk = walk
        self.offers = offers
        walk.labels = label_blocks(walk, offers)
        self.plain = [0, *accumulate(len(block.text) - block.link_chars for block in walk.blocks)]

    @cached_property
    def is_veiled(self) -> bool:
        """True where most of the page is hidden until a script shows it."""
        chars = [len(block.text) for block in self.walk.blocks if block.flags & HIDDEN]
        return 2 * sum(chars) > sum(len(block.text) for block in self.walk.blocks)

    def all(self) -> list[Cell]:
        """Return a cell for each offer, in reading order."""
        return [self.cell(at) for at in range(len(self.offers))]

    def cell(self, at: int) -> Cell:
        """Return the cell of an offer: as wide as its neighbours allow."""
        levels = self.levels(at)
        offer = self.offers[at]
        return self.whole(offer, levels[-1]) if levels else self.bare(offer)

    def bare(self, offer: Offer) -> Cell:
        """Return what an offer's links hold."""
        return Cell(offer, None, offer.start, offer.last + 1)

    def whole(self, offer: Offer, box: Box) -> Cell:
        """Return a box that holds one offer."""
        return Cell(offer, box, box.start, self._end_of(box))

    def _end_of(self, box: Box) -> int:
        """Return the index behind a box; behind that of its descriptions where it is a term."""
        stop = box.stop
        if box.tag == "dt":
            blocks = self.walk.blocks
            while (
                stop < len(blocks) and blocks[stop].box.tag == "dd" and blocks[stop].box.parent is box.parent
            ):
                stop += 1
        return stop

    def levels(self, at: int) -> list[Box]:
        """Return the boxes that hold an offer and no other, from the innermost outwards."""
        offer = self.offers[at]
        low = self.offers[at - 1].last if at else -1
        high = self.offers[at + 1].start if at + 1 < len(self.offers) else len(self.walk.blocks)
        box: Box | None = self.walk.blocks[offer.first].box
        found: list[Box] = []
        while box is not None and self._may_hold(box, low, high):
            if box.stop > offer.last:
                found.append(box)
            box = box.parent
        return found

    def _may_hold(self, box: Box, low: int, high: int) -> bool:
        """Tell whether a box lies between the neighbours and holds no more than a teaser does."""
        return (
            low < box.start
            and box.stop <= high
            and box.stop - box.start <= _MOST
            and box.tag not in TOP
            and self.plain_between(box.start, box.stop) <= _LONGEST
        )

    @property
    def count(self) -> int:
        """How many blocks the page has."""
        return len(self.plain) - 1

    def plain_between(self, start: int, stop: int) -> int:
        """Return how many characters outside of links some blocks have."""
        return self.plain[stop] - self.plain[start]

    def blocks(self, start: int, stop: int) -> list[Block]:
        """Return some blocks."""
        return self.walk.blocks[start:stop]
