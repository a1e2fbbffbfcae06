"""The lengths of a page: how much text each block is, how much of it is prose, and where it adds up."""

import re
from collections import Counter
from itertools import accumulate
from typing import Final

from harvester.pages.bodies.furniture import purpose_of
from harvester.pages.bodies.names import BIT, FOREIGN, bits_of
from harvester.pages.flags import ASIDE, CAPTION, DIALOG, FOOTER, FORM, HEADING, HIDDEN, NAV
from harvester.pages.walk import Block, Box, Walk

_WIDE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]"
)
_WIDE_BYTES: Final = bytes((0xE0, 0xE1, *range(0xE3, 0xEE), 0xEF))
"""First bytes of these letters in UTF-8."""
_ENDS: Final = re.compile(r"[.!?…。！？:;؟।॥]['\"”“»«’‘)\]」』]*(?:\s*[\[(][^\])]{0,12}[\])])?$")
_LAST: Final = frozenset(".!?…。！？:;؟।॥'\"”“»«’‘)]」』")
"""The last letters of such an end."""
LINKED: Final = 0.5
"""Share of link text from which a block is a link."""
_LONG: Final = 80
_SHORT: Final = 40
"""Characters from which a text is prose by its length, and by its length and its full stop."""
_MOST: Final = 3000
"""Characters that one block counts at most: a flood of text in one place is no whole article."""
_SHARES: Final = {(True, True): 1.0, (True, False): 0.5, (False, True): 0.6, (False, False): 0.0}
"""What a long and a short text counts, with and without a full stop."""
_LINE: Final = 300
"""Characters of the longest line of furniture that is looked up."""
_UNREAD: Final = NAV | DIALOG | CAPTION
_DIM: Final = FOOTER | ASIDE
_NO_TEXT: Final = NAV | FOOTER | CAPTION | FORM | HIDDEN | DIALOG
_RAILS: Final = frozenset((1, 2, 4))
"""Purposes of headings that speak for the boxes below them: more to read, newsletters, comments."""
_APART: Final = BIT["comment"] | BIT["modal"]


class Measures:
    """Figures of all blocks of a page, by index, and their sums."""

    def __init__(self, walk: Walk, headline: int) -> None:
        """Measure a page whose headline is the block of this index, -1 for none."""
        self.walk = walk
        self.headline = headline
        blocks = walk.blocks
        self.sizes = sizes = _sizes([block.text for block in blocks])
        """Characters; those of scripts without spaces count twice."""
        self.links = links = [b.link_chars / (len(b.text) or 1) if b.link_chars else 0.0 for b in blocks]
        """Share of link text."""
        self.purposes = [
            purpose_of(block.text) if size < _LINE and link < LINKED else 0
            for block, size, link in zip(blocks, sizes, links, strict=True)
        ]
        """What the opening words of a line say that it is for, 0 for nothing."""
        self._around: dict[int, int] = {}
        self.times = Counter([block.text for block in blocks])
        """How often the page prints a text."""
        self.ends = [b.text[-1] in _LAST and _ENDS.search(b.text[-24:]) is not None for b in blocks]
        self.sections, self._below, self.reaches = self._headed()
        """For each block the purpose of the heading above it: 0 none, -1 a heading of the text; and the box
        that this heading speaks for."""
        self.prose = [
            self._prose(block) if size >= _SHORT and link < LINKED else 0.0
            for block, size, link in zip(blocks, sizes, links, strict=True)
        ]
        """Characters of sentences, less where they seldom are the article's."""
        self.plain = [
            self._plain(block) if block.index > headline and link < LINKED else 0.0
            for block, link in zip(blocks, links, strict=True)
        ]
        """Characters of any text below the headline that may be the article's."""
        self.prose_to = [0.0, *accumulate(self.prose)]
        """Prose before each block, and of all."""
        self.plain_to = [0.0, *accumulate(self.plain)]
        self.all_prose = self.prose_to[-1] or 1.0
        self.all_plain = self.plain_to[-1] or 1.0

    def prose_in(self, start: int, stop: int) -> float:
        """Return the share of the page's prose that a stretch of blocks holds."""
        return (self.prose_to[stop] - self.prose_to[start]) / self.all_prose

    def plain_in(self, start: int, stop: int) -> float:
        """Return the share of the page's plain text that a stretch of blocks holds."""
        return (self.plain_to[stop] - self.plain_to[start]) / self.all_plain

    def around(self, box: Box) -> int:
        """Return the bits of what this box and those around it hold, up to the one with the headline."""
        bits = self._around.get(box.index)
        if bits is None:
            bits = 0
            if box.parent is not None and not box.start <= self.headline < box.stop:
                bits = self.around(box.parent) | (bits_of(box.name) if box.name else 0)
            self._around[box.index] = bits
        return bits

    def _prose(self, block: Block) -> float:
        """Return the characters of sentences in a block that is long enough and no link."""
        i, size = block.index, self.sizes[block.index]
        if block.flags & _UNREAD:
            return 0.0
        share = _SHARES[size >= _LONG, self.ends[i]]
        return min(size, _MOST) * (1 - self.links[i]) * share * self._doubt(block) if share else 0.0

    def _doubt(self, block: Block) -> float:
        """Return by what the place of a block lessens it."""
        share, i, around = 1.0, block.index, self.around(block.box)
        if block.flags & HIDDEN:
            share = 0.05
        elif block.flags & _DIM:
            share = 0.3
        if around & _APART:
            share *= 0.05
        elif around & FOREIGN:
            share *= 0.5
        elsewhere = self.sections[i] in _RAILS and self._below[i] is not (block.box.parent or block.box)
        for is_doubtful in (self.purposes[i], self.times[block.text] > 1, i < self.headline, elsewhere):
            share *= 0.35 if is_doubtful else 1.0
        return share

    def _headed(self) -> tuple[list[int], list[Box | None], list[Box | None]]:
        """Return for each block the purpose of the heading above it, what holds it, what it speaks for."""
        size = len(self.walk.blocks)
        purposes: list[int] = [0] * size
        boxes: list[Box | None] = [None] * size
        reaches: list[Box | None] = [None] * size
        purpose, box, reach = 0, None, None
        for i, block in enumerate(self.walk.blocks):
            if reach is not None and i >= reach.stop:
                purpose, box, reach = 0, None, None
            if block.flags & HEADING:
                purpose = self.purposes[i] or purpose_of(block.text) or -1
                box, reach = block.box.parent, _reach(block)
            if reach is not None:
                purposes[i], boxes[i], reaches[i] = purpose, box, reach
        return purposes, boxes, reaches

    def _plain(self, block: Block) -> float:
        """Return the characters of a block below the headline that are no link and nobody else's."""
        i = block.index
        if block.flags & _NO_TEXT or self.purposes[i]:
            return 0.0
        return 0.0 if self.around(block.box) & FOREIGN else min(self.sizes[i], _MOST) * (1 - self.links[i])


def _sizes(texts: list[str]) -> list[int]:
    """Return the size of each text; a page without a byte that opens a wide letter has none."""
    page = "".join(texts)
    whole = b"" if page.isascii() else page.encode("utf-8", "surrogatepass")
    return list(map(_size if any(map(whole.__contains__, _WIDE_BYTES)) else len, texts))


def _size(text: str) -> int:
    """Return the characters of a text; those of scripts without spaces count twice."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _reach(heading: Block) -> Box:
    """Return the box that a heading speaks for."""
    box = heading.box.parent or heading.box
    if box.stop <= heading.index + 1 and box.parent is not None:
        return box.parent
    return box
