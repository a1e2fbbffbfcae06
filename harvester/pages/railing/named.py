"""Headings that are not printed over a list: the name of its box, the name on its tab, words below it."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from harvester.pages.railing.cells import TOP
from harvester.pages.railing.headings import NONE, Heading, is_marked
from harvester.pages.railing.lines import seen_text
from harvester.pages.railing.wording import is_invitation, said_by
from harvester.pages.walk import Box, Element, Walk

_LEVELS: Final = 4
_TRIMMING: Final = 3
"""Blocks of a box before and behind a list that it names: links to more, buttons."""
_NAMES: Final = ("aria-label", "data-title", "data-heading", "heading", "headline")
_LONGEST: Final = 60
_TAB: Final = 40


def name_of(walk: Walk, start: int, stop: int) -> Heading:
    """Return how the boxes around the blocks from ``start`` to ``stop`` call what they hold."""
    for box in islice(_around(walk, start, stop), _LEVELS):
        for text in _names(box.element):
            said = said_by(text) or ("inline" if is_invitation(text) else None)
            if said is not None or box.element.get("role") == "tabpanel":
                return Heading(text, said)
    return NONE


def heading_behind(walk: Walk, start: int, stop: int) -> Heading:
    """Return the heading that is the last thing in the box of a list."""
    block = walk.blocks[stop] if stop < len(walk.blocks) else None
    if block is None or block.links or len(block.text) > _LONGEST or not is_marked(block):
        return NONE
    holder = next(_around(walk, start, stop + 1), None)
    said = said_by(block.text)
    is_last = holder is not None and holder.stop == stop + 1 and holder.start == start
    return Heading(block.text, said, stop, is_marked=True) if is_last and said else NONE


def tabs_of(walk: Walk, start: int, floor: int) -> list[Heading]:
    """Return the names on the tabs of a list of tabs that stands before block ``start``."""
    for menu in reversed(walk.menus):
        if floor <= menu.start <= start and menu.element.get("role") == "tablist":
            tabs = [
                tab for tab in menu.element.iter() if isinstance(tab.tag, str) and tab.get("role") == "tab"
            ]
            names = [seen_text(tab) for tab in tabs or menu.element]
            said = [Heading(name, said_by(name)) for name in names if 0 < len(name) <= _TAB]
            return said if any(each.said not in (None, "none") for each in said) else []
    return []


def panel_of(box: Box) -> Element | None:
    """Return the element that a tab shows, of those around a box."""
    around = (box.element, *(each.element for each in box.ancestors()))
    return next((element for element in around if element.get("role") == "tabpanel"), None)


def _around(walk: Walk, start: int, stop: int) -> Iterator[Box]:
    """Yield the boxes that hold some blocks and little else, from the innermost outwards."""
    first = walk.blocks[start].box
    for box in (first, *first.ancestors()):
        if box.tag in TOP or start - box.start > _TRIMMING or box.stop - stop > _TRIMMING:
            return
        if box.stop >= stop:
            yield box


def _names(element: Element) -> Iterator[str]:
    """Yield what an element says it is called."""
    for name in _NAMES:
        text = " ".join((element.get(name) or "").split())
        if 0 < len(text) <= _LONGEST:
            yield text
    label = element.get("aria-labelledby")
    if label:
        found = element.getroottree().xpath("//*[@id=$id]", id=label.split()[0])
        yield from (seen_text(each) for each in found[:1])
