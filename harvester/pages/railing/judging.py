"""Groups that are rails, told from menus, lists of sources, jobs and whatever else is a list of links."""

from dataclasses import dataclass
from statistics import median
from typing import Final

from harvester.pages.flags import ARTICLE, HEADER, HIDDEN, MAIN, NAV
from harvester.pages.railing.addresses import host_of_href, is_serial
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.groups import Group
from harvester.pages.railing.headings import NONE
from harvester.pages.railing.setting import are_priced, is_set, is_shown
from harvester.pages.railing.wording import is_advertised, width
from harvester.pages.walk import Block
from harvester.urls import plain_host, registrable_domain

_TITLE: Final = 25
_SURE_TITLE: Final = 32
_WORDED_TITLE: Final = 20
_FEW: Final = 2
_MANY: Final = 3
_LONE_TITLE: Final = 20
_SHORT_TITLE: Final = 12
_SUMMARY: Final = 40
"""Characters beside a title by which short ones are seen to be titles."""
_MOST_OTHERS: Final = 3
"""Links to sections, topics, authors and comments in a teaser."""
_MARK: Final = 30
_SLUG: Final = 3
_HEADLINE: Final = 5
"""Hyphens of an address that holds a headline."""


@dataclass(frozen=True, slots=True)
class Place:
    """The page that groups stand on."""

    host: str
    is_serial: bool
    """True where its own address has a day or a number in it, as its teasers' then have."""
    headline: int | None
    """Index of the block of its headline."""


def is_rail(cells: Cells, group: Group, place: Place) -> bool:
    """Tell whether a group is a rail of a page."""
    said = group.heading.said
    if said is None and len(group.cells) < _FEW:
        return False
    if said == "none" or not (_are_of_site(group, place.host) or _are_of_partner(group)):
        return False
    if _is_menu(cells, group) or _are_comments(group):
        return False
    length = median(width(cell.offer.title) for cell in group.cells)
    if _is_aloof(cells, group.cells[0].offer.block.flags):
        return said is not None and len(group.cells) > 1 and length >= _TITLE
    if said is not None:
        return _is_named_rail(cells, group, length)
    if group.heading.start == place.headline:
        group.heading = NONE
    return _is_plain_rail(cells, group, length, place)


def _is_aloof(cells: Cells, flags: int) -> bool:
    """Tell whether a place is hidden, a menu, or the header of the page: lists are seldom rails there."""
    if flags & NAV or (flags & HEADER and not flags & (ARTICLE | MAIN)):
        return True
    return bool(flags & HIDDEN) and not cells.is_veiled


def _is_menu(cells: Cells, group: Group) -> bool:
    """Tell whether most links of a group announce nothing: sections and topics, some with long names."""
    announcing = {id(anchor.element) for cell in group.cells for anchor in cell.offer.anchors}
    lines = (
        [link for link in block.links if link.text and not link.text.isdigit()]
        for block in cells.blocks(group.start, group.stop)
        if block.links
    )
    others = [line for line in lines if not any(id(link.element) in announcing for link in line)]
    is_named = group.heading.said is not None
    return sum(1 if is_named else len(line) for line in others if line) > _MOST_OTHERS * len(group.cells)


def _are_comments(group: Group) -> bool:
    """Tell whether at least half of the links lead to what readers wrote."""
    hrefs = [cell.offer.anchors[0].href for cell in group.cells]
    return 2 * sum("#comment" in href for href in hrefs) >= len(hrefs)


def _is_named_rail(cells: Cells, group: Group, length: float) -> bool:
    """Tell whether a group is a rail whose heading says what it is."""
    if len(group.cells) == 1:
        return length >= _LONE_TITLE and not group.cells[0].offer.is_loose
    if length >= _WORDED_TITLE:
        return True
    summed_up = cells.plain_between(group.start, group.stop) >= _SUMMARY * len(group.cells)
    return length >= _SHORT_TITLE and summed_up


def _is_plain_rail(cells: Cells, group: Group, length: float, place: Place) -> bool:
    """Tell whether a group is a rail though no words say so: by its links and how it is set."""
    if not _are_of_host(group, place.host) or any(cell.offer.is_loose for cell in group.cells):
        return False
    if (place.is_serial and not _are_serial(group)) or are_priced(cells, group):
        return False
    if group.heading.text is not None:
        return len(group.cells) >= (_FEW if group.heading.is_marked else _MANY) and length >= _TITLE
    if len(group.cells) < _MANY or length < _TITLE:
        return False
    return (length >= _SURE_TITLE and is_set(cells, group)) or is_shown(cells, group, place.headline)


def _are_serial(group: Group) -> bool:
    """Tell whether at least half of the addresses have a day, a number or a whole headline in them."""
    hrefs = [cell.offer.anchors[0].href for cell in group.cells]
    return 2 * sum(is_serial(href) or href.count("-") >= _HEADLINE for href in hrefs) >= len(hrefs)


def is_advertisement(cells: Cells, cell: Cell) -> bool:
    """Tell whether a cell says that it is paid for."""
    if any("sponsored" in anchor.rel for anchor in cell.offer.anchors):
        return True
    return any(_is_mark(block, cell) for block in cells.blocks(cell.start, cell.stop))


def _is_mark(block: Block, cell: Cell) -> bool:
    """Tell whether a block, or what stands in it beside the title, marks an advertisement."""
    text = block.text.replace(cell.offer.title, "").strip() if block is cell.offer.block else block.text
    return len(text) <= _MARK and is_advertised(text)


def _are_of_site(group: Group, host: str) -> bool:
    """Tell whether at least half of the links stay with the publisher."""
    hrefs = (cell.offer.anchors[0].href for cell in group.cells)
    own = [is_of_site(href, host) for href in hrefs]
    return 2 * sum(own) >= len(own)


def _are_of_host(group: Group, host: str) -> bool:
    """Tell whether at least half of the links stay on the very host; other hosts sell something."""
    targets = [host_of_href(cell.offer.anchors[0].href) for cell in group.cells]
    return 2 * sum(target is None or target == host for target in targets) >= len(targets)


def _are_of_partner(group: Group) -> bool:
    """Tell whether words are printed over links to other publishers: all to one, or none with a query."""
    if len(group.cells) < _MANY or group.heading.said is None:
        return False
    if len({cell.offer.host for cell in group.cells}) == 1:
        return True
    hrefs = (cell.offer.anchors[0].href for cell in group.cells)
    return all("?" not in href and href.count("-") >= _SLUG for href in hrefs)


def is_of_site(href: str, host: str) -> bool:
    """Tell whether an address as printed has the registrable domain of ``host``."""
    target = host_of_href(href)
    if not target or target == host:
        return True
    return registrable_domain(plain_host(target)) == registrable_domain(host)
