"""Groups that are rails, told from menus, lists of sources, jobs and whatever else is a list of links."""

from statistics import median
from typing import Final

from harvester.pages.flags import ARTICLE, ASIDE, HEADER, HEADING, HIDDEN, LIST, MAIN
from harvester.pages.railing.addresses import host_of_href
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.groups import Group
from harvester.pages.railing.wording import is_advertised, width
from harvester.pages.walk import Block
from harvester.urls import plain_host, registrable_domain

_TITLE: Final = 25
_SURE_TITLE: Final = 32
_WORDED_TITLE: Final = 20
_FEW: Final = 2
_MANY: Final = 3
_LONE_TITLE: Final = 20
_MOST_OTHERS: Final = 3
"""Links to sections, topics, authors and comments in a teaser."""
_MARK: Final = 30


def is_rail(cells: Cells, group: Group, host: str) -> bool:
    """Tell whether a group is a rail of a page of ``host``."""
    said = group.heading.said
    if said == "none" or not (_are_of_site(group, host) or _are_of_partner(group)):
        return False
    if _is_menu(cells, group):
        return False
    length = median(width(cell.offer.title) for cell in group.cells)
    flags = group.cells[0].offer.block.flags
    if flags & HIDDEN or (flags & HEADER and not flags & (ARTICLE | MAIN)):
        return said is not None and len(group.cells) > 1 and length >= _TITLE
    return _is_named_rail(group, length) if said is not None else _is_plain_rail(cells, group, length, host)


def _is_menu(cells: Cells, group: Group) -> bool:
    """Tell whether most links of a group announce nothing: sections and topics, some with long names."""
    links = sum(
        1
        for block in cells.blocks(group.start, group.stop)
        for link in block.links
        if link.text and not link.text.isdigit()
    )
    announcing = sum(1 for cell in group.cells for anchor in cell.offer.anchors if anchor.text)
    return links - announcing > _MOST_OTHERS * len(group.cells)


def _is_named_rail(group: Group, length: float) -> bool:
    """Tell whether a group is a rail whose heading says what it is."""
    if len(group.cells) == 1:
        return length >= _LONE_TITLE and not group.cells[0].offer.is_loose
    return length >= _WORDED_TITLE


def _is_plain_rail(cells: Cells, group: Group, length: float, host: str) -> bool:
    """Tell whether a group is a rail though no words say so: by its links and how it is set."""
    if not _are_of_host(group, host) or any(cell.offer.is_loose for cell in group.cells):
        return False
    if group.heading.text is not None:
        return len(group.cells) >= (_FEW if group.heading.is_marked else _MANY) and length >= _TITLE
    return len(group.cells) >= _MANY and length >= _SURE_TITLE and _is_set(cells, group)


def is_advertisement(cells: Cells, cell: Cell) -> bool:
    """Tell whether a cell says that it is paid for."""
    if any("sponsored" in (anchor.element.get("rel") or "") for anchor in cell.offer.anchors):
        return True
    return any(_is_mark(block, cell) for block in cells.blocks(cell.start, cell.stop))


def _is_mark(block: Block, cell: Cell) -> bool:
    """Tell whether a block, or what stands in it beside the title, marks an advertisement."""
    text = block.text.replace(cell.offer.title, "").strip() if block is cell.offer.block else block.text
    return len(text) <= _MARK and is_advertised(text)


def _is_set(cells: Cells, group: Group) -> bool:
    """Tell whether teasers without a heading over them are set as such: as headings, or as a list aside."""
    flags = [cells.walk.blocks[cell.offer.first].flags for cell in group.cells]
    return all(each & HEADING for each in flags) or all(each & LIST and each & ASIDE for each in flags)


def _are_of_site(group: Group, host: str) -> bool:
    """Tell whether at least half of the links stay with the publisher."""
    hrefs = (cell.offer.anchors[0].element.get("href") or "" for cell in group.cells)
    own = [is_of_site(href, host) for href in hrefs]
    return 2 * sum(own) >= len(own)


def _are_of_host(group: Group, host: str) -> bool:
    """Tell whether at least half of the links stay on the very host; other hosts sell something."""
    targets = [host_of_href(cell.offer.anchors[0].element.get("href") or "") for cell in group.cells]
    return 2 * sum(target is None or target == host for target in targets) >= len(targets)


def _are_of_partner(group: Group) -> bool:
    """Tell whether words are printed over links that all lead to one other publisher."""
    hosts = {cell.offer.host for cell in group.cells}
    return len(hosts) == 1 and len(group.cells) >= _MANY and group.heading.said is not None


def is_of_site(href: str, host: str) -> bool:
    """Tell whether an address as printed has the registrable domain of ``host``."""
    target = host_of_href(href)
    if not target or target == host:
        return True
    return registrable_domain(plain_host(target)) == registrable_domain(host)
