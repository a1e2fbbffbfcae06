"""What stands above the first paragraph of a text and below its last, and is none of it."""

from typing import Final

from harvester.pages.bodies.date_lines import announces_date, is_date_line
from harvester.pages.bodies.features import Rows
from harvester.pages.flags import HEADING
from harvester.pages.walk import Block

_PARAGRAPH: Final = 80
"""Characters of the shortest text that surely is a paragraph."""
_TOP: Final = 2
"""Blocks at the top, among which a date may stand below an introduction."""
_ITEMS: Final = frozenset(("dt", "dd"))
_FACT: Final = 30
_REST: Final = 40
_GOING_ON: Final = ".!?。！？:：-–—"
"""Ends of sentences, and of words that something follows: a list, a report from a place."""
_STOPS: Final = ".!?。！？"
_REQUESTS: Final = frozenset((2, 3, 5))
"""Purposes of lines: to subscribe, to share, to buy."""
_REQUEST: Final = 120
"""Characters of the longest request at the end."""


def trimmed(rows: Rows, chosen: list[Block], taken: frozenset[int]) -> list[Block]:
    """Return the blocks without dates, labels and requests at their ends, and headings of nothing."""
    sizes, purposes = rows.measures.sizes, rows.measures.purposes
    long = [n for n, block in enumerate(chosen) if sizes[block.index] >= _PARAGRAPH] or [0]
    first = max(long[0], min(_TOP, len(chosen)))
    last = max(long[-1], first - 1)
    above = [
        each
        for n, each in enumerate(chosen[:first])
        if not (is_date_line(each) or (n < long[0] and _is_fact(each)) or _is_rest(each, taken))
    ]
    below = [
        each
        for each in chosen[last + 1 :]
        if not (announces_date(each) or _is_request(each, purposes[each.index]))
    ]
    return _with_end([*above, *chosen[first : last + 1], *below])


def _with_end(chosen: list[Block]) -> list[Block]:
    """Return the blocks without the headings behind the last text: what they head is none."""
    end = len(chosen)
    while end and chosen[end - 1].flags & HEADING and chosen[end - 1].text[-1] not in _STOPS:
        end -= 1
    return chosen[:end] or chosen


def _is_request(block: Block, purpose: int) -> bool:
    """Tell whether a short line opens like one that asks to subscribe, share or buy; thanks are none."""
    is_line = len(block.text) <= _REQUEST and not block.flags & HEADING
    return purpose in _REQUESTS and is_line and (block.text[-1] != "!" or bool(block.links))


def _is_rest(block: Block, taken: frozenset[int]) -> bool:
    """Tell whether a few words follow what another field took: the post of who signed, a place."""
    if block.index - 1 not in taken or block.flags & HEADING:
        return False
    return len(block.text) <= _REST and block.text[-1] not in _GOING_ON and "\n" not in block.text


def _is_fact(block: Block) -> bool:
    """Tell whether a block is an item of a few words: in front of a text these hold facts of the page."""
    return block.tag in _ITEMS and len(block.text) <= _FACT and block.text[-1] not in _STOPS
