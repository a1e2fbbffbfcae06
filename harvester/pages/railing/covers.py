"""Cards whose title is no link: the link is laid over the card without words, or says "Read more" below."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, TypeAlias

from harvester.pages.flags import DIALOG, FIGURE, FOOTER, HEADING, NAV
from harvester.pages.railing.addresses import key_of, may_be_article
from harvester.pages.railing.cells import TOP
from harvester.pages.railing.dating import is_date
from harvester.pages.railing.offer import Offer
from harvester.pages.railing.wording import is_invitation, is_no_label, said_by, width
from harvester.pages.walk import Anchor, Block, Box, Walk

_ELSEWHERE: Final = NAV | FOOTER | DIALOG | FIGURE
_NEAR: Final = 12
"""Blocks between two links that may be of one card."""
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

Known: TypeAlias = Mapping[str, Sequence[int]]
"""Addresses with a link that names them, each with the blocks of these links."""


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
    known: dict[str, list[int]] = {}
    for offer in found:
        known.setdefault(offer.key, []).append(offer.first)
    own = _PAGE.sub("", page.rpartition("/")[2]) or page
    covers = _once(cover for cover in _covers(walk, known) if own not in cover.key)
    if len(covers) < _FEW:
        return []
    places = sorted([*(cover.box.index for cover in covers), *(offer.block.box.index for offer in found)])
    cards = [(cover, _levels(cover.box, places)) for cover in covers]
    widest = [levels[-1] for _, levels in cards if levels]
    siblings = Counter(map(_siblings, widest))
    several = [card for card in widest if siblings[_siblings(card)] >= _FEW]
    makes = {*map(_make, several)}
    made = (
        (cover, next((box for box in levels if box in several or _make(box) in makes), None))
        for cover, levels in cards
    )
    offers = (_offer(walk, cover, card) for cover, card in made if card is not None)
    return sorted((offer for offer in offers if offer is not None), key=lambda offer: offer.first)


def _once(covers: Iterable[_Cover]) -> list[_Cover]:
    """Return covers in reading order, one of those to an address that stand together."""
    kept: list[_Cover] = []
    for cover in sorted(covers, key=lambda each: each.box.index):
        around = kept[-1].box.parent or kept[-1].box if kept else None
        if around is None or kept[-1].key != cover.key or cover.box.index >= around.end:
            kept.append(cover)
    return kept


def _covers(walk: Walk, known: Known) -> Iterator[_Cover]:
    """Yield the links to other addresses that say nothing, or bid to read; it runs for every short link."""
    for anchor, box in walk.mute:
        if _may_cover(anchor.href, box, box.flags, known):
            yield _Cover(key_of(anchor.href), anchor, box)
    for block in walk.blocks:
        for anchor in block.links:
            is_short = len(anchor.text) <= _CALL
            if is_short and _may_cover(anchor.href, block.box, block.flags, known) and _bids(anchor.text):
                yield _Cover(key_of(anchor.href), anchor, block.box)


def _may_cover(href: str, box: Box, flags: int, known: Known) -> bool:
    """Tell whether an address may be that of an article which no link beside names."""
    if flags & _ELSEWHERE or not _TELLING.search(href):
        return False
    near = (box.start - _NEAR <= at <= box.stop + _NEAR for at in known.get(key_of(href), ()))
    return not any(near) and may_be_article(href)


@lru_cache(maxsize=4096)
def _bids(text: str) -> bool:
    """Tell whether the text of a link is none, or bids to read."""
    return is_no_label(text) or is_invitation(text)


def _levels(box: Box, places: Sequence[int]) -> list[Box]:
    """Return the boxes around a link that hold no other, from the innermost outwards."""
    found: list[Box] = []
    for each in islice((box, *box.ancestors()), _LEVELS):
        others = bisect_left(places, each.end) - bisect_left(places, each.index)
        if others > 1 or each.tag in TOP or each.stop - each.start > _MOST:
            break
        found.append(each)
    return found


def _siblings(card: Box) -> tuple[str, int]:
    """Return what cards of one list have in common."""
    return card.tag, card.parent.index if card.parent else 0


def _make(card: Box) -> tuple[str, int, str]:
    """Return what cards of one make have in common, wherever they stand."""
    return card.tag, card.depth, card.name.partition(" ")[0]


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
        and not is_no_label(block.text)
        and len(block.text) <= _LONGEST
        and not (is_date(block.text) or said_by(block.text))
    )
