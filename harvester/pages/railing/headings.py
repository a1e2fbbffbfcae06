"""The heading of a block of teasers: it may be none to the markup, and stand levels away from its list."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import FORM, HEADING
from harvester.pages.railing.wording import Said, is_advertised, is_invitation, is_no_label, said_by
from harvester.pages.walk import Block, Walk

_FARTHEST: Final = 6
"""Blocks between a heading and its list: tabs, advertisements, a date."""
_LONGEST: Final = 90
_LEFT: Final = " ()[]|·•»›>-–"
_ARROWS: Final = " →➔➝›»❯▸►>"
_ASIDE: Final = 40
"""Characters of a block that may stand between a heading and its list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is printed over a rail."""

    text: str | None = None
    said: Said | None = None
    """What its words say."""
    start: int = -1
    """Index of its first block; the rail begins there."""
    is_marked: bool = False
    """True for a heading of the markup."""


NONE: Final = Heading()


def is_marked(block: Block) -> bool:
    """Tell whether the markup makes a block a heading: by its tag or all bold."""
    return bool(block.flags & HEADING) or block.bold_chars >= len(block.text)


def parts_rails(block: Block) -> bool:
    """Tell whether a block between two teasers begins another rail."""
    if block.link_chars and len(block.text) > _ASIDE:
        return False
    if block.flags & HEADING and len(block.text) <= _LONGEST:
        return True
    return len(block.text) <= _ASIDE and said_by(block.text) is not None and not block.links


def heading_before(walk: Walk, start: int, floor: int) -> Heading:
    """Return the heading of what begins with block ``start``; it stands after block ``floor``."""
    for at in range(start - 1, max(floor, start - _FARTHEST) - 1, -1):
        found = _heading(walk, at, start)
        if found is not None:
            return NONE if found.said == "none" and _heads_another(walk, at, start) else found
        if not _may_stand_between(walk.blocks[at]):
            break
    return NONE


def _heads_another(walk: Walk, at: int, start: int) -> bool:
    """Tell whether a heading has a box with what it heads, and that ends before block ``start``."""
    box = walk.blocks[at].box.parent
    return box is not None and at + 1 < box.stop <= start


def _may_stand_between(block: Block) -> bool:
    return len(block.text) <= _ASIDE or bool(block.flags & FORM)


def tabs_before(walk: Walk, start: int, floor: int) -> list[Heading]:
    """Return the names on the tabs that stand before block ``start``, one for each list that follows."""
    at = start
    while at > floor and _is_tab(walk.blocks[at - 1]):
        at -= 1
    names = [walk.blocks[index] for index in range(at, start)]
    said = [Heading(block.text, said_by(block.text), block.index) for block in names]
    return said if len(said) > 1 and any(each.said not in (None, "none") for each in said) else []


def _is_tab(block: Block) -> bool:
    """Tell whether a block is a button, or a link within the page, with a name on it."""
    if len(block.text) > _ASIDE:
        return False
    if block.tag == "button" or "tab" in (block.box.element.get("role"), block.box.element.get("data-role")):
        return True
    return any(link.href[:1] == "#" for link in block.links)


def _heading(walk: Walk, at: int, start: int) -> Heading | None:
    """Return the heading that a block is, ``None`` where it is none."""
    block = walk.blocks[at]
    if at in walk.labels or not _may_be_heading(block) or _is_control(block, walk.blocks[start]):
        return None
    first = _first_of_split(walk, at)
    text = " ".join([*(each.text for each in walk.blocks[first:at]), _alone(block)]).rstrip(_ARROWS)
    said = said_by(text) or ("inline" if is_invitation(text) else None)
    if said is not None or is_marked(block):
        return Heading(text, said, first, is_marked(block))
    if start - at == 1 and _is_over(walk, at, start):
        return Heading(text, None, first)
    return None


def _alone(block: Block) -> str:
    """Return the text of a heading without the links beside it: to more, to the author's other texts."""
    if len(block.links) > 1 and block.link_chars >= len(block.text) - len(block.links):
        return next((link.text for link in block.links if link.text), block.text)
    text = block.text
    for link in block.links:
        if is_no_label(link.text):
            text = text.replace(link.text, "").strip(_LEFT)
    return text or block.text


def _is_control(block: Block, first: Block) -> bool:
    """Tell whether a block is a button, or of a form that does not hold the list; some hold the page."""
    is_apart = block.flags & FORM and not first.flags & FORM
    return block.tag == "button" or (bool(is_apart) and not block.flags & HEADING)


def _may_be_heading(block: Block) -> bool:
    """Tell whether a block is short, has words, and is no teaser itself."""
    text = block.text
    if len(text) > _LONGEST or (block.link_chars and len(text) > _ASIDE):
        return False
    if "_" in text or text[0] == "©" or (is_advertised(text) and not is_marked(block)):
        return False
    if is_no_label(text) and said_by(text) is None:
        return False
    return sum(map(str.isalpha, text)) > 1


def _first_of_split(walk: Walk, at: int) -> int:
    """Return the first block of a heading that its markup splits over two elements."""
    block = walk.blocks[at]
    before = walk.blocks[at - 1] if at else None
    if before is None or not block.flags & HEADING or before.tag != block.tag or before.links or block.links:
        return at
    holder = block.box.parent
    together = holder is not None and holder is before.box.parent and holder.stop - holder.start == 2  # noqa: PLR2004 - both
    is_short = len(before.text) + len(block.text) <= _ASIDE
    return at - 1 if (together or _goes_on(before, block)) and is_short else at


def _goes_on(before: Block, block: Block) -> bool:
    """Tell whether a heading begins in the middle of a line, in the box of the one before it."""
    return block.text[0].islower() and before.box.parent is block.box.parent


def _is_over(walk: Walk, at: int, start: int) -> bool:
    """Tell whether a block is the first of a box that holds what begins after it."""
    box = walk.blocks[at].box
    if box.stop > start:
        return False
    holder = box.parent
    while holder is not None and holder.stop <= start:
        if holder.start < at:
            return False
        holder = holder.parent
    return holder is not None and holder.start == at
