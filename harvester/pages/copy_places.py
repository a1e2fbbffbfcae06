"""Where lines of attribution stand: the blocks above, among and below the copy that may be one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
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
_PROSE: Final = 100
"""Characters from which a text is prose, and a box with it in it a fact box."""
_MOST: Final = 0.6
"""Share of the prose from which one box holds the text."""
_LINES: Final = 2
"""Blocks of prose in one box: line breaks part them."""
_FRAMES: Final = frozenset(("iframe", "amp-iframe", "embed", "object", "frame"))
"""What shows charts; the lines of pictures are taken before."""
_NEAR_FRAME: Final = 2
"""Blocks from a chart to its source."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A block outside of the copy, and how far from it."""

    block: Block
    place: Place
    distance: int
    """1 for the neighbour of the first or last block of copy; those that other fields took do not count."""
    is_over_headline: bool = False


class Surroundings:
    """The blocks around a body, and the boxes that its blocks stand in."""

    def __init__(self, walk: Walk, body: Body, taken: frozenset[int]) -> None:
        """Look at a page; the body has at least one block."""
        self.walk = walk
        self.blocks = body.blocks
        self.own = frozenset(block.index for block in body.blocks)
        self.first, self.last = min(self.own), max(self.own)
        self.taken = taken
        self.unread = _UNREAD & ~_shared(body.blocks)

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
            if not self._may_be_read(index):
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
        around = foot.parent
        return around is not None and around.tag != "body" and _is_inside(self.main, around)

    @cached_property
    def main(self) -> Box:
        """The box that holds most of the prose."""
        return self._main[0]

    @cached_property
    def _main(self) -> tuple[Box, bool]:
        """The box that holds most of the prose, and whether it holds most of all."""
        prose = [b for b in self.blocks if len(b.text) >= _PROSE] or list(self.blocks)
        index, times = Counter(b.box.index for b in prose).most_common(1)[0]
        if times < max(_LINES, _MOST * len(prose)):
            index, times = Counter((b.box.parent or b.box).index for b in prose).most_common(1)[0]
        return self.walk.boxes[index], times >= _MOST * len(prose)

    def is_own(self, block: Block, *, is_last: bool) -> bool:
        """Tell whether a line is the article's, and not a chart's or a fact box's.

        ``is_last`` is false where the text goes on below: there only what stands among the text is its own.
        """
        if self._is_below_frame(block):
            return False
        among = self.is_beside_copy(block)
        if not is_last and self._main[1] and block.index in self.own and not among:
            return False
        return not self._is_of_box(block)

    def is_beside_copy(self, block: Block) -> bool:
        """Tell whether a block stands in the box that holds most of the prose, and in no box below it."""
        return self.main in (block.box, block.box.parent)

    def _is_below_frame(self, block: Block) -> bool:
        """Tell whether a chart stands right above, in a box without copy."""
        frames = [m for m in self._frames if block.index - _NEAR_FRAME <= m[0] <= block.index]
        return any(not _is_inside(self.main, _shared_box(box, block.box)) for _, box in frames)

    @cached_property
    def _frames(self) -> list[tuple[int, Box]]:
        return [(medium.at, medium.box) for medium in self.walk.media if medium.tag in _FRAMES]

    def _is_of_box(self, block: Block) -> bool:
        """Tell whether a line is the last one of a fact box: of a box with a text of its own."""
        around = [box for box in (block.box, *block.box.ancestors()) if not _is_inside(self.main, box)]
        aside = next((box for box in reversed(around) if box.flags & ASIDE & ~self.main.flags), None)
        if aside is not None and any(_is_prose(b) for b in self.walk.inside(aside) if b is not block):
            return True
        box = next((box for box in around if box.stop - box.start > 1), None)
        below = block.index > self.first and self._main[1]
        return box is not None and below and self._is_fact_box(box, block)

    def _is_fact_box(self, box: Box, block: Block) -> bool:
        """Tell whether a box opens with a heading, goes on with text or a chart, and ends with the line."""
        blocks = self.walk.inside(box)
        head = blocks[0].flags & HEADING or blocks[0].bold_chars == len(blocks[0].text)
        texts = [b for b in blocks[1:] if b is not block and b.index not in self.taken]
        shows = any(box.index <= medium.box.index < box.end for medium in self.walk.media)
        return bool(head) and blocks[-1] is block and (shows or any(map(_is_prose, texts)))


def is_link_list(block: Block) -> bool:
    """Tell whether a block is a link in a list: a tag, a section."""
    return bool(block.flags & LIST) and block.link_chars * 2 > len(block.text)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _PROSE


def _shared(blocks: tuple[Block, ...]) -> int:
    """Return the flags that all blocks have: some sites put everything into a form."""
    flags = -1
    for block in blocks:
        flags &= block.flags
    return flags


def _is_inside(box: Box, around: Box) -> bool:
    return around.index <= box.index < around.end


def _shared_box(one: Box, two: Box) -> Box:
    """Return the innermost box around two others."""
    box = one
    while not _is_inside(two, box) and box.parent:
        box = box.parent
    return box
