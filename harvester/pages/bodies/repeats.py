"""Text that a page prints twice: once is enough."""

from typing import Final

from harvester.pages.bodies.features import Rows
from harvester.pages.bodies.names import BIT, bits_of
from harvester.pages.flags import QUOTE
from harvester.pages.walk import Block, Box

_PARAGRAPH: Final = 80
"""Characters of the shortest paragraph that is looked for elsewhere."""
_MARKS: Final = " \"'“”„«»‹›‘’….,:;!?"
_QUOTES: Final = 60
"""More quotes than any article sets apart: they are its text."""
_CORE: Final = 24
"""Characters of a quote that are looked for in the paragraphs."""


def printed_once(rows: Rows, chosen: list[Block]) -> list[Block]:
    """Return the blocks without paragraphs outside of the box of the text that it holds, too."""
    best, sizes = rows.regions.best, rows.measures.sizes
    inside = {
        block.text
        for block in chosen
        if sizes[block.index] >= _PARAGRAPH and rows.measures.times[block.text] > 1 and _is_in(block, best)
    }
    return [block for block in chosen if block.text not in inside or _is_in(block, best)]


def _is_in(block: Block, box: Box) -> bool:
    return box.start <= block.index < box.stop


def without_pull_quotes(chosen: list[Block]) -> list[Block]:
    """Return the blocks without pull quotes: what is set apart and stands in a paragraph, too."""
    quotes = {block.index for block in chosen if _is_quote(block)}
    if not quotes or len(quotes) > _QUOTES:
        return chosen
    prose = " ".join(block.text for block in chosen if block.index not in quotes)
    return [block for block in chosen if block.index not in quotes or _core_of(block.text) not in prose]


def _is_quote(block: Block) -> bool:
    """Tell whether a block is set apart as a quote."""
    return bool(
        block.flags & QUOTE
        or bits_of(f"{block.box.name} {(block.box.parent or block.box).name}") & BIT["quote"]
    )


def _core_of(text: str) -> str:
    """Return the middle of a quote: its ends are often trimmed or set in other quotation marks."""
    text = text.strip(_MARKS)
    size = max(_CORE, len(text) // 3)
    start = max(len(text) - size, 0) // 2
    return text[start : start + size]
