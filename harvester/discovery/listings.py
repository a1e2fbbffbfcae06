"""A listing page in; its articles in reading order, its next page and further listings out."""

from dataclasses import dataclass
from typing import Final

from harvester.discovery.anchors import Anchor, anchors_of, parsed
from harvester.discovery.dates import read_date
from harvester.discovery.paging import next_page
from harvester.discovery.scope import Scope, listing_trap_of, trap_of
from harvester.discovery.seeds import Unreadable
from harvester.discovery.teasers import Box, boxes
from harvester.evidence import Link
from harvester.pages.decoding import decode
from harvester.pages.teasers import read_teaser
from harvester.urls import identity_key
from harvester.urls.shapes import shape_of

_SHORT_NAME: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A listing page, read."""

    links: tuple[Link, ...] = ()
    """Its articles in reading order, with their teasers."""
    next_url: str | None = None
    """Where older articles are."""
    sections: tuple[str, ...] = ()
    """Listing pages that its navigation leads to, in its order."""
    unread: int = 0
    """Links of the site that are neither: authors, films, pages about the site, traps."""


def read_listing(page: bytes | str, url: str, scope: Scope, content_type: str | None = None) -> Listing:
    """Return what a listing page lists, as far as it belongs to the site.

    Raises ``Unreadable`` for an ``empty`` answer and for what is ``not_html``.
    """
    text = decode(page, content_type).text
    if not text.strip():
        raise Unreadable("empty")
    root = parsed(text) if "<" in text else None
    if root is None:
        raise Unreadable("not_html")
    anchors = {key: anchor for key, anchor in anchors_of(root, url).items() if scope.owns(anchor.url)}
    kinds = {key: scope.kind(anchor.url, anchor.standing) for key, anchor in anchors.items()}
    own = {
        key
        for key, anchor in anchors.items()
        if key != identity_key(url) and not trap_of(anchor.url, scope.limits)
    }
    articles = {key: anchors[key] for key in anchors if key in own and kinds[key] == "article"}
    sections = _sections([anchors[key] for key in anchors if key in own and kinds[key] == "section"], scope)
    following = next_page(root, url, anchors)
    return Listing(
        links=tuple(_link(box, url) for box in boxes(articles)),
        next_url=following if following and not listing_trap_of(following, scope.limits) else None,
        sections=sections,
        unread=len(anchors) - len(articles) - len(sections),
    )


def _sections(anchors: list[Anchor], scope: Scope) -> tuple[str, ...]:
    """Return the listing pages of the menus; of a page without menus those with short names."""
    sound = [
        anchor
        for anchor in anchors
        if shape_of(anchor.url).depth and not listing_trap_of(anchor.url, scope.limits)
    ]
    in_menus = [anchor.url for anchor in sound if anchor.in_navigation]
    return tuple(in_menus or [anchor.url for anchor in sound if 0 < len(anchor.text) <= _SHORT_NAME])


def _link(box: Box, url: str) -> Link:
    teaser = read_teaser(box.parts, box.anchor.elements, box.anchor.url, url)
    return Link(
        url=box.anchor.url,
        found_in="listing",
        teaser=teaser,
        published=read_date(teaser.date_raw),
        published_raw=teaser.date_raw,
    )
