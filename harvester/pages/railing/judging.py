"""Groups that are rails, told from menus, lists of sources, jobs and whatever else is a list of links."""

from statistics import median
from typing import Final

from harvester.pages.flags import ARTICLE, ASIDE, HEADER, HEADING, HIDDEN, LIST, MAIN
from harvester.pages.railing.addresses import host_of_href
from harvester.pages.railing.cells import Cells
from harvester.pages.railing.groups import Group
from harvester.urls import plain_host, registrable_domain

_TITLE: Final = 25
_SURE_TITLE: Final = 32
_WORDED_TITLE: Final = 16
_FEW: Final = 2
_MANY: Final = 3


def is_rail(cells: Cells, group: Group, host: str) -> bool:
    """Tell whether a group is a rail of a page of ``host``."""
    heading = group.heading
    if heading.said == "none" or not _are_of_site(group, host):
        return False
    length = median(_width(cell.offer.title) for cell in group.cells)
    flags = cells.walk.blocks[group.cells[0].offer.first].flags
    is_named = heading.said is not None
    if flags & HIDDEN or (flags & HEADER and not flags & (ARTICLE | MAIN)):
        return is_named and len(group.cells) > 1 and length >= _TITLE
    if is_named:
        return length >= (_WORDED_TITLE if len(group.cells) > 1 else _TITLE)
    if not _are_of_host(group, host):
        return False
    if heading.text is not None:
        return len(group.cells) >= (_FEW if heading.is_marked else _MANY) and length >= _TITLE
    return len(group.cells) >= _MANY and length >= _SURE_TITLE and _is_set(cells, group)


def _width(text: str) -> int:
    """Return the characters of a text, those of wide scripts twice."""
    return len(text) if text.isascii() or text[0] < "\u2e80" else 2 * len(text)


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


def is_of_site(href: str, host: str) -> bool:
    """Tell whether an address as printed has the registrable domain of ``host``."""
    target = host_of_href(href)
    if not target or target == host:
        return True
    return registrable_domain(plain_host(target)) == registrable_domain(host)
