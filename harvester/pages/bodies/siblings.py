"""Sentences among the paragraphs of the text, set as these are: they are text, whatever the trees say."""

from collections import defaultdict
from typing import Final, TypeAlias

from harvester.pages.bodies.features import Rows
from harvester.pages.bodies.furniture import is_divider
from harvester.pages.flags import HEADING
from harvester.pages.walk import Block

_PARAGRAPHS: Final = frozenset(("p", "div", "td", "section", "article"))
"""Tags that paragraphs are set in; items and cells of a table are judged by what they hold."""
_FEW: Final = 2
"""Chosen paragraphs that make a text."""
_SENTENCE: Final = 60
"""Characters of the shortest paragraph that needs no full stop."""
_LINKED: Final = 0.3
"""Share of link text from which a paragraph at the end is a link."""
_LINK: Final = 0.8
"""And from which a paragraph is a link anywhere."""

_Look: TypeAlias = tuple[str, str, int]


def with_siblings(rows: Rows, candidates: list[Block], chosen: list[Block]) -> list[Block]:
    """Return the chosen blocks, and the paragraphs left out that stand between them, before or after them."""
    chosen_at: defaultdict[_Look, list[int]] = defaultdict(list)
    wrapped_at: defaultdict[_Look, list[int]] = defaultdict(list)
    for block in chosen:
        chosen_at[_look(rows, block)].append(block.index)
        wrapped_at[_wrap(rows, block)].append(block.index)
    taken = {block.index for block in chosen}
    return [
        block
        for block in candidates
        if block.index in taken
        or _is_one_of(rows, block, chosen_at.get(_look(rows, block), []))
        or _is_subhead(rows, block, wrapped_at.get(_wrap(rows, block), []))
    ]


def _look(rows: Rows, block: Block) -> _Look:
    """Return what the paragraphs of one text share: tag, name and the box around them."""
    box = block.box
    return box.tag, box.name, rows.regions.holders[block.index].index


def _wrap(rows: Rows, block: Block) -> _Look:
    """Return tag and name of the box that a block stands alone in, and the box around that one."""
    holder = rows.regions.holders[block.index]
    outer = holder.parent
    is_alone = holder.stop - holder.start == 1 and holder is not block.box and outer is not None
    return (holder.tag, holder.name, outer.index) if is_alone and outer is not None else ("", "", -1)


def _is_subhead(rows: Rows, block: Block, like: list[int]) -> bool:
    """Tell whether a line is wrapped as the paragraphs at these indices are, and stands between them."""
    if len(like) <= _FEW or not _wrap(rows, block)[1] or not like[0] < block.index < like[-1]:
        return False
    measures, i = rows.measures, block.index
    is_line = measures.purposes[i] == 0 and measures.times[block.text] == 1
    return is_line and measures.links[i] < _LINKED and block.tag in _PARAGRAPHS


def _is_one_of(rows: Rows, block: Block, like: list[int]) -> bool:
    """Tell whether a block is a paragraph as those at these indices are."""
    if len(like) < _FEW or block.tag not in _PARAGRAPHS or block.flags & HEADING:
        return False
    measures, i = rows.measures, block.index
    if is_divider(block.text):
        return like[0] < i < like[-1]
    if measures.purposes[i] or measures.times[block.text] > 1:
        return False
    is_sentence = measures.ends[i] or len(block.text) >= _SENTENCE
    if like[0] < i < like[-1]:
        return is_sentence if measures.links[i] < _LINKED else measures.links[i] < _LINK
    return measures.ends[i] and measures.links[i] < _LINKED and measures.sections[i] <= 0
