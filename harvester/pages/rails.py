"""Rails: blocks of teasers beside, below or among the copy."""

from collections.abc import Iterator
from dataclasses import replace

from harvester.pages.document import Document
from harvester.pages.found import FoundRail, Headline
from harvester.pages.railing.addresses import host_of_href, key_of
from harvester.pages.railing.cells import Cells
from harvester.pages.railing.extent import blocks_of
from harvester.pages.railing.groups import Group, groups_of
from harvester.pages.railing.headings import Heading
from harvester.pages.railing.judging import is_advertisement, is_rail
from harvester.pages.railing.offers import offers_of
from harvester.pages.railing.parts import parts_of
from harvester.pages.teasers import read_teaser
from harvester.parts import Rail, RailKind, Teaser
from harvester.urls import absolute


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
    host = host_of_href(document.url) or ""
    groups = [group for group in groups_of(cells) if is_rail(cells, group, host)]
    found: list[FoundRail] = []
    for group in groups:
        teasers = tuple(_teasers(document, cells, group))
        if teasers:
            rail = Rail(group.heading.text, _kind(group), len(found), teasers)
            found.append(FoundRail(rail, blocks_of(cells, group)))
    return tuple(found)


def _teasers(document: Document, cells: Cells, group: Group) -> Iterator[Teaser]:
    """Yield the teasers of a group, each address once, without what is paid for."""
    seen = {absolute(document.url, document.url)} if group.heading.said == "latest" else set()
    for cell in group.cells:
        links = [anchor.element for anchor in cell.offer.anchors]
        url = absolute(document.base_url, links[0].get("href") or "")
        if url is None or url in seen or is_advertisement(cells, cell):
            continue
        seen.add(url)
        teaser = read_teaser(parts_of(cells, cell), links, url, document.base_url, cell.unread)
        if teaser.title:
            yield _unprefixed(teaser, group.heading)


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
