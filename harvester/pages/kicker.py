"""The kicker above a headline: a short line in a box of its own."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.attribution import split_credit
from harvester.pages.bodies.furniture import purpose_of
from harvester.pages.bodies.names import BIT, bits_of
from harvester.pages.bylines.signs import mark_of
from harvester.pages.document import Document
from harvester.pages.flags import ASIDE, CAPTION, DIALOG, FOOTER, FORM, HEADING, HIDDEN, LIST, NAV
from harvester.pages.front_page import leads_home
from harvester.pages.headings import Heading
from harvester.pages.walk import Block
from harvester.pages.word_lists import name_pattern, word_lists

_WORDS: Final = word_lists("headline")
_KICKER: Final = name_pattern(_WORDS["kicker"])
_BADGE: Final = name_pattern(_WORDS["badge"])
_BADGES: Final = frozenset(word.casefold() for word in _WORDS["badge_words"])
_NOT_HERE: Final = NAV | FOOTER | ASIDE | FORM | DIALOG | HIDDEN | CAPTION | LIST
_TOOLS: Final = BIT["tool"] | BIT["edge"]
_LONGEST: Final = 90
_NEAR: Final = 3
"""Blocks above the headline that are looked at."""
_TRAIL: Final = re.compile(r"\S\s+[/›»>]\s+\S")
_TIME: Final = re.compile(
    r"\d{1,2}[.:/]\s?\d{1,2}|\d{1,2}\.? \w+ \d{4}|\w+ \d{1,2}(?:st|nd|rd|th)?, \d{4}|^\W*\d[\d\W]*$"
    r"|\b\d{1,3}[\s-]?(?:min\b|minut|мин|хв|dk\b|dakika|phút|perc\b|分|분)",
    re.IGNORECASE,
)
"""Dates, clock times, bare numbers, and how long the reading takes."""


@dataclass(frozen=True, slots=True)
class Kicker:
    """A kicker and its blocks."""

    text: str
    blocks: frozenset[int]


def kicker_above(document: Document, heading: Heading) -> Kicker | None:
    """Return the kicker above a heading."""
    first = heading.blocks[0].index
    for block in reversed(document.walk.blocks[max(0, first - _NEAR) : first]):
        if block.flags & _NOT_HERE or len(block.text) > _LONGEST:
            return None
        if _is_named(block) or _is_alone(block, heading):
            is_other = _is_mark(block.text) or len(block.links) > 1 or "\n" in block.text
            is_other = is_other or _TRAIL.search(block.text) is not None or _is_author(document, block)
            is_other = is_other or purpose_of(block.text) > 0 or _is_tool(block)
            is_other = is_other or split_credit(block.text).credit is not None
            return None if is_other else Kicker(block.text, frozenset((block.index,)))
    return None


def _is_tool(block: Block) -> bool:
    """Tell whether the boxes of a block are named for navigation or buttons."""
    parent = block.box.parent
    names = f"{block.box.name} {parent.name if parent else ''}"
    return bool(bits_of(names) & _TOOLS) and "breadcrumb" not in names


def _is_named(block: Block) -> bool:
    """Tell whether a block or the box around it calls itself a kicker."""
    box = block.box
    return _KICKER.search(box.name) is not None or (
        box.parent is not None
        and box.parent.stop - box.parent.start == 1
        and _KICKER.search(box.parent.name) is not None
    )


def _is_alone(block: Block, heading: Heading) -> bool:
    """Tell whether a block is the only line of text above the headline in the box of both."""
    box = heading.box.parent
    if box is None or box.tag == "body" or block.flags & HEADING or (block.links and not _is_link(block)):
        return False
    return box.start == block.index == heading.blocks[0].index - 1


def _is_link(block: Block) -> bool:
    """Tell whether a block is one link into the site: to the section or the topic of the article."""
    href = block.links[0].href
    is_whole = len(block.links) == 1 and block.link_chars >= len(block.text)
    return is_whole and href.strip("/.#") != "" and not leads_home(block)


def _is_author(document: Document, block: Block) -> bool:
    """Tell whether a line is marked as a byline, or names an author of the page's data."""
    if mark_of(block.box.name):
        return True
    article = document.structured.article
    return article is not None and any(each.name in block.text for each in article.authors)


def _is_mark(text: str) -> bool:
    return text.casefold().strip(" :|·") in _BADGES or _TIME.search(text) is not None
