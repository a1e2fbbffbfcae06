"""Figures of a block that its words, and the blocks before and behind it, say."""

import re
from itertools import accumulate
from typing import Final

from harvester.pages.bodies.measures import Measures
from harvester.pages.walk import Block
from harvester.pages.word_lists import word_lists

_LISTS: Final = word_lists("appeals")
_STEM: Final = 6
"""Letters by which a word that asks is known, whatever its ending."""
_ASKING: Final = frozenset(word[:_STEM] for word in _LISTS["asking"])
_PERSONS: Final = frozenset(_LISTS["persons"])
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 600
"""Characters of the longest block whose words are looked up: what a house asks is short."""
_APPEALS: Final = 6
_ASKED: Final = 20
_SIZE: Final = 300
"""The most that is counted: words in a block, lines above it, characters of the block before."""
_LINE: Final = 100
_PURPOSES: Final = range(1, 6)
"""Purposes of lines that ask or lead on: more, letters, sharing, comments, advertising."""
_NEXT: Final = 2
"""Blocks behind whose words are counted."""
_AROUND: Final = 5
"""Blocks before and behind whose links are."""
_GAP: Final = 4
"""Blocks between two of prose that part no run."""


class Beside:
    """Figures of the blocks of one page."""

    def __init__(self, measures: Measures) -> None:
        """Count once what each block is asked."""
        self.measures, self.blocks = measures, measures.walk.blocks
        asked = (
            block.index > measures.headline
            and measures.purposes[block.index] in _PURPOSES
            and len(block.text) < _LINE
            for block in self.blocks
        )
        self._asked = [0, *accumulate(asked)]
        self._runs = _runs(measures.prose)
        self._chars = [0, *accumulate(len(block.text) for block in self.blocks)]
        self._links = [0, *accumulate(block.link_chars for block in self.blocks)]
        self._said: dict[int, tuple[int, float]] = {}

    def figures(self, block: Block) -> list[float]:
        """Return words that ask, here and next, links around, lines that ask above, run and neighbours."""
        m, i, text = self.measures, block.index, block.text
        appeals, persons = self._spoken(i)
        return [
            appeals,
            persons,
            sum(self._spoken(j)[0] for j in range(i + 1, min(len(self.blocks), i + 1 + _NEXT))),
            self._linked_near(i),
            text.count(",") / len(text) * 100,
            min(_ASKED, self._asked[i]),
            self._runs[i] / m.all_prose,
            min(_SIZE, m.sizes[i - 1]) if i else -1,
            m.links[i - 1] if i else -1,
            self._siblings(i),
        ]

    def _spoken(self, i: int) -> tuple[int, float]:
        """Return how many words of a block ask something, and persons' words for a hundred letters."""
        found = self._said.get(i)
        if found is None:
            text = self.blocks[i].text
            words = _WORD.findall(text.lower()) if len(text) <= _LONGEST else ()
            persons = sum(map(_PERSONS.__contains__, words)) / len(text) * 100
            appeals = len(_ASKING.intersection([word[:_STEM] for word in words]))
            found = self._said[i] = min(_APPEALS, appeals), persons
        return found

    def _linked_near(self, i: int) -> float:
        """Return the share of link text among the blocks around."""
        start, stop = max(0, i - _AROUND), min(len(self.blocks), i + _AROUND + 1)
        return (self._links[stop] - self._links[start]) / (self._chars[stop] - self._chars[start] or 1)

    def _siblings(self, i: int) -> int:
        """Return 1 where the block before stands in the same box, 2 where the next does, 3 for both."""
        blocks, around = self.blocks, self.blocks[i].box.parent
        before = i > 0 and blocks[i - 1].box.parent is around
        return before + 2 * (i + 1 < len(blocks) and blocks[i + 1].box.parent is around)


def _runs(prose: list[float]) -> list[float]:
    """Return for each block the prose of the run that it stands in, 0 outside of all."""
    found = [0.0] * len(prose)
    start, last, total = 0, -1, 0.0
    for i, size in enumerate(prose):
        if size > 0:
            if last < 0 or i - last > _GAP:
                found[start : last + 1] = [total] * (last + 1 - start)
                start, total = i, 0.0
            last, total = i, total + size
    found[start : last + 1] = [total] * (last + 1 - start)
    return found
