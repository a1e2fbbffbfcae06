"""The blocks that are an article's text: standfirst, paragraphs, subheads, quotes, lists, tables."""

import re
from dataclasses import dataclass, field
from typing import Final

from harvester.pages.bodies.date_lines import is_date_line
from harvester.pages.bodies.edges import trimmed
from harvester.pages.bodies.features import Rows
from harvester.pages.bodies.furniture import is_divider
from harvester.pages.bodies.names import BIT, bits_of
from harvester.pages.bodies.refusing import Refusal
from harvester.pages.bodies.repeats import printed_once, without_pull_quotes
from harvester.pages.bodies.siblings import with_siblings
from harvester.pages.bodies.trees import packaged_trees
from harvester.pages.document import Document
from harvester.pages.flags import ASIDE, CAPTION, FIGURE, HEADING, HIDDEN
from harvester.pages.found import Headline
from harvester.pages.walk import Block

_CUT: Final = 0.2
_DOUBT: Final = -0.1
_SURE: Final = 1.5
"""Log odds from which a block is text, may be among text, and surely is text."""
_ABOVE: Final = 0.1
"""Share of the prose from which a headline below it is not believed."""
_INTRODUCTION: Final = 30
"""Characters of the shortest introduction that is told by the head's words alone."""
_UNREAD: Final = HIDDEN | CAPTION | FIGURE
_HEADLINE: Final = 200
"""Characters of the longest headline."""
_TITLE: Final = 20
"""Characters of the shortest line that is the headline where no heading is."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """The blocks of text of a page, in reading order."""

    blocks: tuple[Block, ...] = ()
    main: int = -1
    """Index of the box with the most prose directly in it."""
    teased: dict[int, int] = field(default_factory=dict)
    """For the first blocks: whether the head of the page says the same, as in ``Anchors.teased``."""


def find_text(document: Document, headline: Headline, taken: frozenset[int]) -> Text:
    """Return the blocks of text of a page, none of them ``taken`` by another field."""
    if not document.walk.blocks:
        return Text()
    rows = Rows(document, place_of(document, headline))
    score = packaged_trees("trees").score
    start, is_refused = _start(rows), Refusal(rows)
    candidates = [
        each
        for each in rows.candidates()
        if each.index >= start
        and not _is_headline(rows, each)
        and each.index not in taken
        and not is_refused(each)
    ]
    scores = [-1.0 if is_divider(each.text) else score(rows.row(each)) for each in candidates]
    scored = [each for n, each in enumerate(candidates) if scores[n] > _CUT or _is_among(each, n, scores)]
    chosen = trimmed(rows, with_siblings(rows, candidates, scored), taken)
    chosen = printed_once(rows, chosen)
    blocks = (*_introductions(rows, candidates, chosen), *without_pull_quotes(chosen))
    teased = {block.index: rows.anchors.teased(block.text) for block in blocks[:_OPENING]}
    return Text(blocks, rows.regions.best.index, teased)


_OPENING: Final = 5
"""Blocks among which a standfirst is looked for."""


def _is_among(block: Block, n: int, scores: list[float]) -> bool:
    """Tell whether a doubtful block stands between two that surely are text, or is a heading above one."""
    if block.flags & ASIDE:
        return False
    before, behind = scores[n - 1] if n else 0.0, scores[n + 1] if n + 1 < len(scores) else 0.0
    return (
        scores[n] > _DOUBT
        and behind > _SURE
        and (before > _SURE or (block.flags & HEADING > 0 and block.tag != "h1"))
    )


def _is_headline(rows: Rows, block: Block) -> bool:
    """Tell whether a block is the headline, with a line or two below it; more is the text itself."""
    return block.index == rows.measures.headline and len(block.text) <= _HEADLINE


def _introductions(rows: Rows, candidates: list[Block], chosen: list[Block]) -> list[Block]:
    """Return what stands between headline and text, called so or said by the head of the page, too."""
    headline, first = rows.measures.headline, chosen[0].index if chosen else 0
    said = {block.text for block in chosen}
    return [
        block
        for block in candidates
        if headline < block.index < first
        and rows.measures.sizes[block.index] >= _INTRODUCTION
        and not block.flags & _UNREAD
        and not is_date_line(block)
        and block.text not in said
        and (_is_lead(block) or rows.anchors.teased(block.text))
    ][:1]


def _is_lead(block: Block) -> bool:
    """Tell whether a block, or the box that holds it alone, is called an introduction."""
    parent = block.box.parent
    is_alone = parent is not None and parent.stop - parent.start == 1
    names = f"{block.box.name} {parent.name}" if parent is not None and is_alone else block.box.name
    is_grouped = parent is not None and parent.tag == "hgroup"
    return is_grouped or bool(bits_of(names) & BIT["lead"])


def _start(rows: Rows) -> int:
    """Return the index of the block from which on there is text: what stands above the headline is none."""
    measures = rows.measures
    is_below = measures.headline >= 0 and measures.prose_in(0, measures.headline) < _ABOVE
    return measures.headline if is_below else 0


def place_of(document: Document, headline: Headline) -> int:
    """Return the index of the block that is the headline, -1 where none looks like it."""
    if headline.block is not None:
        return headline.block.index
    title = (document.meta("og:title") or document.title or "").lower()
    words = set(_WORD.findall(title))
    best, most, line = -1, 0.0, -1
    for block in document.walk.blocks:
        if block.flags & HEADING:
            score = _likeness(block, words)
            best, most = (block.index, score) if score > most else (best, most)
        elif line < 0 and len(first := block.text.partition("\n")[0]) >= _TITLE and first.lower() in title:
            line = block.index
    return best if best >= 0 else line


def _likeness(block: Block, words: set[str]) -> float:
    """Return how much a heading looks like the page's title."""
    own = set(_WORD.findall(block.text.lower()))
    shared = len(own & words)
    score = shared / len(own) * min(1.0, shared / 3) if own else 0.0
    return score + (0.5 if block.tag == "h1" else 0.0) - (0.4 if block.flags & HIDDEN else 0.0)
