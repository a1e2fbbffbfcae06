"""How a link stands in its block: alone, at the head of a teaser, or in running text."""

from typing import Final

from harvester.pages.railing.wording import is_no_label, said_by
from harvester.pages.walk import Anchor, Block

TALK: Final = 40
"""Longer texts of links are titles, whatever their words say."""
LONGEST_SUMMARY: Final = 500
"""Characters of the longest summary."""
_ROOM: Final = 40
"""Characters beside a link that do not yet make it a link in running text: a clock, a name, a kicker."""
_BEFORE: Final = 160
"""Characters of labels and dates in the lines before a title."""
_SURE: Final = 25
_FEW: Final = 3


def is_title(text: str) -> bool:
    """Tell whether a link's text names an article, and not more of the same."""
    return len(text) > TALK or not (is_no_label(text) or said_by(text))


def leads(block: Block, anchor: Anchor) -> bool:
    """Tell whether a long link opens a block that goes on as a teaser does."""
    return (
        len(anchor.text) >= _SURE
        and block.links[0] is anchor
        and len(block.links) <= _FEW
        and len(block.text) <= LONGEST_SUMMARY
        and block.text.startswith(anchor.text)
    )


def stands_alone(block: Block, anchor: Anchor) -> bool:
    """Tell whether links fill the block, or a line of it: a link in running text announces nothing."""
    rest = len(block.text) - block.link_chars
    if rest <= max(_ROOM, block.link_chars // 2):
        return True
    return "\n" in block.text and _has_line(block, anchor.text)


def is_of_elements(block: Block, anchor: Anchor) -> bool:
    """Tell whether a box is made of elements without words beside them: a style sheet parts them."""
    box = block.box
    if box.stop - box.start > 1 or len(block.text) > LONGEST_SUMMARY or not _is_blank(box.element.text):
        return False
    children = [child for child in box.element if isinstance(child.tag, str)]
    is_held = any(child is anchor.element for child in children)
    return is_held and len(children) > 1 and all(_is_blank(child.tail) for child in children)


def _is_blank(text: str | None) -> bool:
    return text is None or text.isspace() or not text


def _has_line(block: Block, title: str) -> bool:
    """Tell whether a title fills one of the first lines of a block."""
    before = 0
    for line in block.text.split("\n"):
        if title in line and len(line) <= len(title) + _ROOM:
            return True
        before += 0 if _is_linked(line, block) else len(line)
        if before > _BEFORE:
            return False
    return False


def _is_linked(line: str, block: Block) -> bool:
    return any(link.text and link.text in line for link in block.links)
