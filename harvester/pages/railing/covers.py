"""Cards whose title is no link: the link is laid over the card without words, or says "Read more" below."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from harvester.pages.flags import DIALOG, FIGURE, FOOTER, HEADING, NAV
from harvester.pages.railing.addresses import key_of, may_be_article
from harvester.pages.railing.cells import TOP
from harvester.pages.railing.dating import is_date
from harvester.pages.railing.offer import Offer
from harvester.pages.railing.wording import is_invitation, is_no_label, said_by, width
from harvester.pages.walk import Anchor, Block, Box, Walk

_ELSEWHERE: Final = NAV | FOOTER | DIALOG | FIGURE
_FEW: Final = 2
"""Cards of one make: a single one may be anything."""
_LEVELS: Final = 5
_MOST: Final = 12
"""Blocks of a card."""
_SHORTEST: Final = 20
_LONGEST: Final = 160
_CALL: Final = 25
_TITLE = re.compile(r"(?<!sub)(?<!sub-)(?:title|titel|titre|titulo|titolo|head(?:line|ing))(?![a-z])")

_TELLING = re.compile(r"\d{3}|-[^-/]+-")
"""A quick look: addresses of sections have neither a number nor a slug."""
_PAGE = re.compile(r"\.\w{2,5}$")


@dataclass(frozen=True, slots=True)
class _Cover:
    """A link that says nothing."""

    key: str
    anchor: Anchor
    box: Box


def covered(walk: Walk, found: Sequence[Offer], page: str) -> list[Offer]:
    """Return the offers of cards whose title is no link, in reading order; most pages have none.

    ``page`` is the key of the page: addresses that begin so are of its own pictures and comments.
    """
    known = frozenset(offer.key for offer in found)
    own = _PAGE.sub("", page.rpartition("/")[2]) or page
    covers = {cover.key: cover for cover in _covers(walk, known) if own not in cover.key}
    if len(covers) < _FEW:
        return []
    taken = Counter(cover.box.index for cover in covers.values())
    places = sorted([*taken.elements(), *(offer.block.box.index for offer in found)])
    cards = [(cover, _card(cover.box, places)) for cover in covers.values()]
    shapes = Counter(_shape(card) for _, card in cards if card is not None)
    offers = (
        _offer(walk, cover, card)
        for cover, card in cards
        if card is not None and shapes[_shape(card)] >= _FEW
    )
    return sorted((offer for offer in offers if offer is not None), key=lambda offer: offer.first)


def _covers(walk: Walk, known: frozenset[str]) -> Iterator[_Cover]:
    """Yield the links to other addresses that say nothing, or bid to read; it runs for every short link."""
    for anchor, box in walk.mute:
        if _may_cover(anchor.href, box.flags, known):
            yield _Cover(key_of(anchor.href), anchor, box)
    for block in walk.blocks:
        for anchor in block.links:
            if (
                len(anchor.text) <= _CALL
                and _may_cover(anchor.href, block.flags, known)
                and _bids(anchor.text)
            ):
                yield _Cover(key_of(anchor.href), anchor, block.box)


@lru_cache(maxsize=4096)
def _bids(text: str) -> bool:
    """Tell whether the text of a link is none, or bids to read."""
    return is_no_label(text) or is_invitation(text)


def _may_cover(href: str, flags: int, known: frozenset[str]) -> bool:
    """Tell whether an address may be that of an article which no link names."""
    if flags & _ELSEWHERE or not _TELLING.search(href):
        return False
    return key_of(href) not in known and may_be_article(href)


def _card(box: Box, places: Sequence[int]) -> Box | None:
    """Return the widest box around a link that holds no other."""
    card = None
    for each in islice((box, *box.ancestors()), _LEVELS):
        others = bisect_left(places, each.end) - bisect_left(places, each.index)
        if others > 1 or each.tag in TOP or each.stop - each.start > _MOST:
            break
        card = each
    return card


def _shape(card: Box) -> tuple[str, int, int]:
    """Return what cards of one make have in common."""
    return card.tag, card.depth, card.parent.index if card.parent else 0


def _offer(walk: Walk, cover: _Cover, card: Box) -> Offer | None:
    """Return the offer of a card: its title with the address of the link over it."""
    title = _title(walk.inside(card), cover.anchor)
    if title is None:
        return None
    link = Anchor(cover.anchor.element, title.text, cover.anchor.href, cover.anchor.rel)
    return Offer(cover.key, title, title.index, title.index, [link], head=title.box.element)


def _title(blocks: Sequence[Block], anchor: Anchor) -> Block | None:
    """Return the block of a title: as the link names it for those who do not see, a heading, or the first."""
    named = " ".join((anchor.element.get("aria-label") or anchor.element.get("title") or "").split())
    fitting = [block for block in blocks if _may_be_title(block)]
    by_name = (block for block in fitting if block.text in named)
    long = [block for block in fitting if width(block.text) >= _SHORTEST]
    headings = (block for block in long if block.flags & HEADING)
    classed = (block for block in long if _TITLE.search(block.box.name))
    each = (by_name, headings, classed, long, fitting)
    return next((found for blocks in each for found in islice(blocks, 1)), None)


def _may_be_title(block: Block) -> bool:
    """Tell whether a block is as long as a title, and links to nothing else."""
    if any(link.text and not is_no_label(link.text) for link in block.links):
        return False
    is_long = width(block.text) >= (_SHORTEST // 2 if block.flags & HEADING else _SHORTEST)
    return (
        is_long
        and block.text[0] != "©"
        and len(block.text) <= _LONGEST
        and not (is_date(block.text) or said_by(block.text))
    )
