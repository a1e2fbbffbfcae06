"""Where lines of attribution stand: the blocks above, among and below the copy that may be one."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from harvester.pages.flags import ASIDE, CAPTION, DIALOG, FIGURE, FOOTER, FORM, HEADING, HIDDEN, LIST, NAV
from harvester.pages.found import Body
from harvester.pages.walk import Block, Box, Walk

Place = Literal["above", "among", "below"]

_UNREAD: Final = NAV | FORM | FIGURE | CAPTION | DIALOG | HIDDEN
_REACH: Final = 25
"""Blocks above and below the copy that are looked at."""
_OVER_HEADLINE: Final = 6
"""Blocks above the headline: some sites print date and source there."""
_EDGE: Final = 8
"""Blocks left out of the copy that are looked at, from its first and its last one inwards."""
_WORDS: Final = 1500
"""Characters that may stand between the copy and its source line: notes, a life of the author."""
_LONG: Final = 100
"""Characters from which a text in a box makes it a fact box."""
_NEAR_MEDIUM: Final = 2
"""Blocks from a picture to its credit."""
_SMALL_BOX: Final = 6
"""Blocks in the box of a picture and its credit."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A block outside of the copy, and how far from it."""

    block: Block
    place: Place
    distance: int
    """1 for the neighbour of the first or last block of copy; those that other fields took do not count."""
    is_over_headline: bool = False


class Surroundings:
    """The blocks around a body."""

    def __init__(self, walk: Walk, body: Body, taken: frozenset[int]) -> None:
        """Look at a page; the body has at least one block."""
        self.walk = walk
        self.own = frozenset(block.index for block in body.blocks)
        self.first, self.last = min(self.own), max(self.own)
        self.taken = taken
        self.unread = _UNREAD & ~_shared(body.blocks)
        self.media = [medium.at for medium in walk.media]

    def spots(self) -> Iterator[Spot]:
        """Yield the blocks that may hold a line of attribution: below the copy, above it, left out of it."""
        yield from self._going(range(self.last + 1, len(self.walk.blocks)), "below")
        yield from self._above()
        edges = [*range(self.last - _EDGE, self.last), *range(self.first + 1, self.first + _EDGE)]
        among = [n for n in dict.fromkeys(edges) if self.first < n < self.last and n not in self.own]
        yield from (Spot(self.walk.blocks[n], "among", 1) for n in among if self._may_be_read(n))

    def _above(self) -> Iterator[Spot]:
        """Yield the blocks above, up to some over the headline."""
        headline = next((n for n in range(self.first - 1, -1, -1) if self.walk.blocks[n].tag == "h1"), 0)
        yield from self._going(range(self.first - 1, headline, -1), "above")
        over = range(headline - 1, max(-1, headline - 1 - _OVER_HEADLINE), -1)
        yield from (replace(spot, is_over_headline=True) for spot in self._going(over, "above"))

    def _going(self, indices: range, place: Place) -> Iterator[Spot]:
        """Yield readable blocks one by one, until they are too many or too much text."""
        distance = chars = 0
        for index in indices:
            block = self.walk.blocks[index]
            if place == "below" and block.tag == "h1":
                return
            if index in self.taken or not self._may_be_read(index):
                continue
            distance, chars = distance + 1, chars + len(block.text)
            yield Spot(block, place, distance)
            if distance == _REACH or chars > _WORDS:
                return

    def _may_be_read(self, index: int) -> bool:
        """Tell whether a block may be a line of the article: no menu, form, caption, no site's foot."""
        flags = self.walk.blocks[index].flags
        if index in self.taken or flags & self.unread:
            return False
        return not flags & FOOTER or self._is_in_article(self.walk.blocks[index].box)

    def _is_in_article(self, box: Box) -> bool:
        """Tell whether a foot is the article's own: it stands in what holds copy, but not the whole page."""
        foot = next((b for b in (box, *box.ancestors()) if b.parent and not b.parent.flags & FOOTER), box)
        return bool(foot.parent and foot.parent.tag != "body" and self.holds_copy(foot.parent))

    def holds_copy(self, box: Box) -> bool:
        """Tell whether a box holds a block of the copy."""
        if box.start > self.last or box.stop <= self.first:
            return False
        return any(index in self.own for index in range(box.start, box.stop))

    def is_of_picture(self, block: Block) -> bool:
        """Tell whether a line is what stands below a picture: both are alone in a small box."""
        at = bisect_left(self.media, block.index - _NEAR_MEDIUM)
        near = [m for m in self.walk.media[at : at + _SMALL_BOX] if m.at <= block.index + 1]
        return any(self._are_alone(_shared_box(medium.box, block.box)) for medium in near)

    def _are_alone(self, box: Box) -> bool:
        """Tell whether a box is a small one without copy and headings."""
        blocks = self.walk.inside(box)
        small = len(blocks) <= _SMALL_BOX and not any(b.flags & HEADING for b in blocks)
        return small and not self.holds_copy(box)

    def is_of_box(self, block: Block) -> bool:
        """Tell whether a line is the last one of a fact box: of a box with a text of its own."""
        around = [b for b in (block.box, *block.box.ancestors()) if not self.holds_copy(b)]
        aside = next((b for b in reversed(around) if b.flags & ASIDE), None)
        if aside is not None and not self._is_long(block):
            return any(len(b.text) >= _LONG for b in self.walk.inside(aside) if b is not block)
        box = next((b for b in around if b.stop - b.start > 1), None)
        return box is not None and self._is_fact_box(box, block)

    def _is_long(self, block: Block) -> bool:
        return len(block.text) > _LONG

    def _is_fact_box(self, box: Box, block: Block) -> bool:
        """Tell whether a box opens with a heading, goes on with text, and ends with the line."""
        blocks = self.walk.inside(box)
        head = blocks[0].flags & HEADING or blocks[0].bold_chars == len(blocks[0].text)
        texts = [b for b in blocks[1:] if b is not block and b.index not in self.taken]
        return bool(head) and blocks[-1] is block and any(len(b.text) >= _LONG for b in texts)


def is_link_list(block: Block) -> bool:
    """Tell whether a block is a link in a list: a tag, a section."""
    return bool(block.flags & LIST) and block.link_chars * 2 > len(block.text)


def _shared(blocks: tuple[Block, ...]) -> int:
    """Return the flags that all blocks have: some sites put everything into a form."""
    flags = -1
    for block in blocks:
        flags &= block.flags
    return flags


def _shared_box(one: Box, two: Box) -> Box:
    """Return the innermost box around two others."""
    while one is not two:
        if one.depth >= two.depth and one.parent:
            one = one.parent
        elif two.parent:
            two = two.parent
        else:
            break
    return one
