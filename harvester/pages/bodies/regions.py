"""Where the text of a page is: boxes that hold most of it, and markup that prose is set in."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, TypeAlias

from harvester.pages.bodies.measures import Measures
from harvester.pages.walk import Block, Box

_MOST: Final = 0.6
"""Share of the text that makes a box the core."""
_RANKS: Final = 6
_LINES: Final = frozenset(("p", "h2", "h3", "h4", "li", "blockquote"))
"""Tags that hold a text themselves; what stands in others may hold several."""

Signature: TypeAlias = tuple[str, str, str, str]


@dataclass(slots=True)
class Regions:
    """The boxes of the text, and how much prose is set like a block."""

    core: Box
    """The innermost box with most of the prose."""
    plain_core: Box
    """The same for any text that is no link."""
    best: Box
    """The box with the most prose directly in it."""
    best_share: float
    ranks: dict[int, int]
    """Index of a box to its rank by prose directly in it."""
    alike: dict[Signature, float]
    """Share of the prose by tag and name of a block and of the box around it."""
    same: dict[tuple[str, str], float]
    """Share of the prose by tag and name of a block."""
    named: dict[str, float]
    """Share of the plain text by the name of the box around it."""
    holders: list[Box]
    """For each block the box that holds the paragraphs of its text."""

    def alike_of(self, block: Block) -> float:
        """Return the share of the prose that is set like a block."""
        return self.alike.get(signature(block.box, self.holders[block.index]), 0.0)


def regions_of(measures: Measures) -> Regions:
    """Return where the text of a page is."""
    walk = measures.walk
    direct: defaultdict[int, float] = defaultdict(float)
    alike: defaultdict[Signature, float] = defaultdict(float)
    same: defaultdict[tuple[str, str], float] = defaultdict(float)
    named: defaultdict[str, float] = defaultdict(float)
    holders = [holder_of(block.box) for block in walk.blocks]
    for block, holder, prose, plain in zip(walk.blocks, holders, measures.prose, measures.plain, strict=True):
        if plain:
            named[name_near(holder)] += plain / measures.all_plain
        if prose:
            box, share = block.box, prose / measures.all_prose
            direct[holder.index] += prose
            direct[(holder.parent or holder).index] += prose * 0.5
            if box.tag not in _LINES and holder is not box:
                direct[box.index] += prose
            alike[signature(box, holder)] += share
            same[box.tag, box.name] += share
    ranked = sorted(direct, key=direct.__getitem__, reverse=True)[:_RANKS]
    core, plain_core = _cores(measures)
    best = walk.boxes[ranked[0]] if ranked else core
    best_share = measures.prose_in(best.start, best.stop)
    ranks = {index: rank for rank, index in enumerate(ranked)}
    return Regions(core, plain_core, best, best_share, ranks, alike, same, named, holders)


def signature(box: Box, holder: Box) -> Signature:
    """Return tag and name of a text's box and of the box around it: what paragraphs of one text share."""
    return box.tag, box.name, holder.tag, holder.name


def holder_of(box: Box) -> Box:
    """Return the box that holds the paragraphs of a text: the one around, or itself if it holds several."""
    is_holder = box.tag not in _LINES and box.stop - box.start > 1
    return box if is_holder or box.parent is None else box.parent


def name_near(box: Box | None) -> str:
    """Return the name of the nearest box that has one."""
    while box is not None and not box.name:
        box = box.parent
    return box.name if box is not None else ""


def _cores(measures: Measures) -> tuple[Box, Box]:
    """Return the innermost boxes that hold most of the prose and most of the plain text."""
    prose, plain = measures.prose_to, measures.plain_to
    most_prose, most_plain = prose[-1] * _MOST or 1.0, plain[-1] * _MOST or 1.0
    core = plain_core = measures.walk.boxes[0]
    for box in measures.walk.boxes:
        start, stop = box.start, box.stop
        if prose[stop] - prose[start] >= most_prose:
            core = box
        if plain[stop] - plain[start] >= most_plain:
            plain_core = box
    return core, plain_core
