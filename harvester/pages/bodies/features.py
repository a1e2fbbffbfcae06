"""What the trees are asked about a block: one row of figures each, in the order of ``questions.FEATURES``."""

from itertools import accumulate
from typing import Final, TypeAlias

from harvester.pages.bodies.anchors import Anchors, anchors_of
from harvester.pages.bodies.beside import Beside
from harvester.pages.bodies.measures import LINKED, Measures
from harvester.pages.bodies.names import BIT, bits_of
from harvester.pages.bodies.questions import FIRST_CHILD, NAMED, OTHER_CHILD, TAGS
from harvester.pages.bodies.regions import Regions, name_near, regions_of
from harvester.pages.document import Document
from harvester.pages.flags import ASIDE, CAPTION, DIALOG, FIGURE, HIDDEN, NAV, TABLE
from harvester.pages.walk import Block, Box

_FURNITURE: Final = BIT["ask"] | BIT["comment"] | BIT["edge"] | BIT["tool"] | BIT["modal"]
_BITS: Final = (_FURNITURE, *(BIT[kind] for kind in NAMED))
_NO_KIND: Final = [0] * len(_BITS)
_NEVER: Final = NAV | DIALOG
_HALF: Final = 0.5
_SOME: Final = 0.05
"""Share of the prose from which a box with a linked text in it is looked at."""
_NEAR: Final = 30
_LAST_RANK: Final = 6
_WRAPPED: Final = 2
"""Levels of wraps round the paragraphs of a box."""
_PARENT: Final = 3000
_CHILDREN: Final = 60
"""Characters and blocks of a box that are counted."""
_LONGEST: Final = 20000.0
"""Characters of prose, and no more of them, that a page is told by."""
_CELLS: Final = frozenset(("td", "th"))
_ITEMS: Final = frozenset(("li", "dd", "dt", *_CELLS))
_WRAPS: Final = frozenset(("div", "body", "article", "section", "main"))

_OfHolder: TypeAlias = tuple[int, list[float], list[float], float]
"""What its name says, figures before and behind those of a block's own box, share of its links."""


class Rows:
    """The rows of a page's blocks."""

    def __init__(self, document: Document, headline: int) -> None:
        """Measure a page whose headline is the block of this index, -1 for none."""
        self.measures = Measures(document.walk, headline)
        self.regions: Regions = regions_of(self.measures)
        self.anchors: Anchors = anchors_of(document)
        self.blocks = document.walk.blocks
        self._holders: dict[int, _OfHolder] = {}
        self._all_prose = min(self.measures.all_prose, _LONGEST)
        self._beside = Beside(self.measures)
        self._core_chain = _chain(self.regions.core)
        self._last = self._last_of_best()
        self._linked = [0, *accumulate([share > LINKED for share in self.measures.links])]

    def _last_of_best(self) -> int:
        """Return the index of the last prose in or right below the box with the most of it."""
        chain, prose = _chain(self.regions.best), self.measures.prose
        for i in range(len(prose) - 1, -1, -1):
            if prose[i] > 0 and _climb(self.blocks[i].box, chain) <= _WRAPPED:
                return i
        return len(prose)

    def candidates(self) -> list[Block]:
        """Return the blocks that may be text: no navigation, no links but those among prose."""
        links = self.measures.links
        return [
            block
            for block in self.blocks
            if not block.flags & _NEVER and (links[block.index] < LINKED or self._is_among_prose(block))
        ]

    def _is_among_prose(self, block: Block) -> bool:
        """Tell whether the box around a linked text holds prose."""
        parent = block.box.parent or block.box
        return self.measures.prose_in(parent.start, parent.stop) > _SOME

    def row(self, block: Block) -> list[float]:
        """Return the figures of a block, in the order of ``FEATURES``."""
        return [*self._own(block), *self._of_box(block), *self._of_place(block), *self._beside.figures(block)]

    def _own(self, block: Block) -> list[float]:
        """Return what a block says by itself."""
        m, i = self.measures, block.index
        return [
            min(m.sizes[i], 600),
            m.links[i],
            m.ends[i],
            TAGS.get(block.tag, 0.0),
            m.purposes[i],
            m.purposes[i - 1] if i else 0,
            m.sections[i],
            self.anchors.teased(block.text),
            bool(self.anchors.teasers),
            _first_child(block.box),
        ]

    def _of_box(self, block: Block) -> list[float]:
        """Return what the boxes around a block say: flags, names and figures of up to three."""
        box, m, regions = block.box, self.measures, self.regions
        holder = regions.holders[block.index]
        over, front, back, linked = self._holder(holder)
        flags = box.flags & ~regions.core.flags
        return [
            bool(flags & TABLE),
            bool(flags & ASIDE),
            bool(flags & (FIGURE | CAPTION)) + 2 * bool(flags & HIDDEN),
            *self._kinds(bits_of(box.name), over if holder is not box else 0, m.around(box)),
            *front,
            m.prose_in(box.start, box.stop),
            *back,
            box.depth - regions.best.depth,
            _climb(box, self._core_chain),
            linked,
            regions.alike_of(block),
            regions.same.get((box.tag, box.name), 0.0),
        ]

    def _kinds(self, own: int, over: int, around: int) -> list[int]:
        """Return what boxes are called: 3 where the own one is called so, 2 the holder, 1 any around."""
        every = own | over | around
        if not every:
            return _NO_KIND
        return [(3 if own & bit else 2 if over & bit else 1) if every & bit else 0 for bit in _BITS]

    def _holder(self, holder: Box) -> _OfHolder:
        """Return what a holder and the box around it say; the paragraphs of a text share one."""
        found = self._holders.get(holder.index)
        if found is None:
            found = self._holders[holder.index] = self._measure_holder(holder)
        return found

    def _measure_holder(self, holder: Box) -> _OfHolder:
        m, regions, start, stop = self.measures, self.regions, holder.start, holder.stop
        grand = holder.parent or holder
        prose = m.prose_in(start, stop)
        size = min(_PARENT, sum(m.sizes[start : min(stop, start + _CHILDREN)]))
        front = [regions.named.get(name_near(holder), 0.0), prose, m.prose_in(grand.start, grand.stop)]
        back = [
            prose / (regions.best_share or 1.0),
            prose * m.all_prose / (size or 1),
            m.plain_in(start, stop),
            regions.ranks.get(grand.index, _LAST_RANK),
        ]
        over = bits_of(holder.name) if prose < _HALF else 0
        return over, front, back, (self._linked[stop] - self._linked[start]) / (stop - start or 1)

    def _of_place(self, block: Block) -> list[float]:
        """Return where a block stands among the others, and what the next one is."""
        m, regions, i = self.measures, self.regions, block.index
        is_last = i + 1 == len(self.blocks)
        return [
            regions.core.start <= i < regions.core.stop,
            regions.plain_core.start <= i < regions.plain_core.stop,
            m.prose_to[i] / m.all_prose,
            (m.prose_to[-1] - m.prose_to[i + 1]) / m.all_prose,
            m.plain_to[i] / m.all_plain,
            (m.plain_to[-1] - m.plain_to[i + 1]) / m.all_plain,
            self._all_prose,
            max(-_NEAR, min(_NEAR, self._last - i)),
            max(-20, min(40, i - m.headline)) if m.headline >= 0 else -21,
            self._intro(block),
            -1.0 if is_last else m.links[i + 1],
            -1 if is_last else min(300, m.sizes[i + 1]),
            -1.0 if is_last else min(300.0, m.prose[i + 1]),
        ]

    def _intro(self, block: Block) -> float:
        """Return the rank of the box that holds the line above a list or table."""
        parent = block.box.parent or block.box
        if block.tag not in _ITEMS or parent.tag in _WRAPS:
            return -1
        if block.tag in _CELLS:
            while parent.tag != "table" and parent.parent is not None:
                parent = parent.parent
        if not parent.start:
            return -1
        above = self.blocks[parent.start - 1]
        return self.regions.ranks.get((above.box.parent or above.box).index, _LAST_RANK)


def _first_child(box: Box) -> float:
    """Return what a paragraph opens with, when it opens with an element."""
    element = box.element
    if not len(element) or (element.text and not element.text.isspace()):
        return 0.0
    return FIRST_CHILD.get(str(element[0].tag), OTHER_CHILD)


def _chain(box: Box) -> frozenset[int]:
    """Return the indices of a box and of those around it."""
    return frozenset((box.index, *(each.index for each in box.ancestors())))


def _climb(box: Box | None, chain: frozenset[int]) -> int:
    """Return how many levels a box lies below the nearest one of a chain."""
    levels = 0
    while box is not None and box.index not in chain:
        box, levels = box.parent, levels + 1
    return levels
