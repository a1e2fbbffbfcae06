"""Rails: blocks of teasers beside, below or among the copy."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from harvester.pages.document import Document
from harvester.pages.found import Body, FoundRail, Headline
from harvester.pages.railing.addresses import host_of_href, is_serial, key_of
from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.railing.extent import blocks_of
from harvester.pages.railing.flat import flat_parts, own_links
from harvester.pages.railing.groups import Group, groups_of
from harvester.pages.railing.headings import Heading
from harvester.pages.railing.judging import Place, is_advertisement, is_rail
from harvester.pages.railing.offers import offers_of
from harvester.pages.railing.parts import parts_of
from harvester.pages.teasers import read_teaser
from harvester.pages.walk import Element
from harvester.parts import Rail, RailKind, Teaser
from harvester.urls import absolute

_LEVELS: Final = 4
"""Elements around a link among which a carousel marks what it shows to nobody."""
_TWO: Final = 2
_RANKED = re.compile(r"#?(\d{1,2})[.):]?\s+(\S.*)", re.DOTALL)


def find_rails(document: Document, headline: Headline) -> tuple[FoundRail, ...]:
    """Return the rails of a page in reading order."""
    at = headline.block.index if headline.block else None
    offers = [
        offer
        for offer in offers_of(document.walk, key_of(document.url))
        if not offer.first == at == offer.last
    ]
    if not offers:
        return ()
    cells = Cells(document.walk, offers)
    place = Place(host_of_href(document.url) or "", is_serial(document.url), at)
    groups = [group for group in groups_of(cells) if is_rail(cells, group, place)]
    found: list[FoundRail] = []
    for group in groups:
        teasers = _unranked(tuple(_teasers(document, cells, group)))
        if teasers:
            rail = Rail(group.heading.text, _kind(group), len(found), teasers)
            found.append(FoundRail(rail, blocks_of(cells, group)))
    return tuple(found)


def placed(found: Sequence[FoundRail], body: Body) -> tuple[Rail, ...]:
    """Return rails with the kind that their place gives: links alone among the copy are ``inline``.

    A rail of whole teasers, with summaries or labels, is what its heading says wherever it stands.
    """
    copy = [block.index for block in body.blocks]
    return tuple(
        replace(each.rail, kind="inline")
        if each.rail.kind == "related" and _is_bare(each.rail) and _is_among(copy, min(each.blocks))
        else each.rail
        for each in found
    )


def _is_bare(rail: Rail) -> bool:
    """Tell whether a rail is titles alone."""
    return not any(teaser.summary or teaser.labels for teaser in rail.teasers)


def _is_among(copy: Sequence[int], at: int) -> bool:
    """Tell whether copy stands before a block, and more than a last line after it."""
    before = bisect(copy, at)
    return before > 0 and len(copy) - before > 1


def _teasers(document: Document, cells: Cells, group: Group) -> Iterator[Teaser]:
    """Yield the teasers of a group, each address once, without what is paid for."""
    seen = {absolute(document.url, document.url)} if group.heading.said == "latest" else set()
    flat = flat_parts(cells, group.cells)
    kept = set(map(id, _uncloned(group.cells)))
    for at, cell in enumerate(group.cells):
        url = absolute(document.base_url, cell.offer.anchors[0].element.get("href") or "")
        if id(cell) not in kept or url is None or url in seen or is_advertisement(cells, cell):
            continue
        seen.add(url)
        teaser = _read(cells, cell, flat[at] if flat else None, url, document.base_url)
        if teaser.title:
            yield _unprefixed(teaser, group.heading)


def _read(cells: Cells, cell: Cell, flat: Element | None, url: str, base: str) -> Teaser:
    """Return the teaser of a cell; ``flat`` holds what is said of one that has no element of its own."""
    if flat is not None:
        return read_teaser((flat,), own_links(flat, cell), url, base)
    links = [anchor.element for anchor in cell.offer.anchors]
    parts, head = parts_of(cells, cell), cell.offer.head
    return read_teaser(parts, links, url, base, unread=cell.unread, head=head)


def _uncloned(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return cells without the copies that a carousel shows to nobody, where there are any."""
    if len({cell.offer.key for cell in cells}) == len(cells):
        return cells
    shown = [cell for cell in cells if not _is_clone(cell)]
    return shown if {cell.offer.key for cell in shown} == {cell.offer.key for cell in cells} else cells


def _is_clone(cell: Cell) -> bool:
    link = cell.offer.anchors[0].element
    return any(each.get("aria-hidden") == "true" for each in (link, *islice(link.iterancestors(), _LEVELS)))


def _unranked(teasers: tuple[Teaser, ...]) -> tuple[Teaser, ...]:
    """Return teasers without the ranks that all their titles begin with, counting up."""
    ranked = [_RANKED.match(teaser.title or "") for teaser in teasers]
    ranks = [int(match[1]) for match in ranked if match]
    if len(ranks) < max(len(teasers), _TWO) or ranks != list(range(ranks[0], ranks[0] + len(ranks))):
        return teasers
    return tuple(
        replace(teaser, title=match[2], rank=int(match[1]))
        for teaser, match in zip(teasers, ranked, strict=True)
        if match
    )


def _unprefixed(teaser: Teaser, heading: Heading) -> Teaser:
    """Return a teaser without the invitation that its link begins with."""
    title = teaser.title or ""
    if heading.said == "inline" and heading.text and title.startswith(heading.text):
        return replace(teaser, title=title[len(heading.text) :].strip())
    return teaser


def _kind(group: Group) -> RailKind:
    """Return what the heading says; what says nothing is related."""
    said = group.heading.said
    if said is None or said == "none":
        return "related"
    return "related" if said == "inline" and len(group.cells) > 1 else said
