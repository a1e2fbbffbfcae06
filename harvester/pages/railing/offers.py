"""Offers: the links of a page that may announce an article, in reading order."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import ARTICLE, DIALOG, FOOTER, HEADING, MAIN, NAV
from harvester.pages.railing.addresses import key_of, may_be_article
from harvester.pages.railing.wording import is_no_label, said_by
from harvester.pages.walk import Anchor, Block, Walk

_SHORTEST: Final = 12
_SHORTEST_WIDE: Final = 6
_ROOM: Final = 40
"""Characters beside a link that do not yet make it a link in running text: a clock, a name, a kicker."""
_SURE: Final = 25
_TITLE: Final = 20
_FEW: Final = 3
_TALK: Final = 40
"""Longer texts of links are titles, whatever their words say."""


@dataclass(slots=True)
class Offer:
    """What links of a page to one address, one after the other, have in common."""

    key: str
    first: int
    last: int
    """Indices of their first and last block."""
    anchors: list[Anchor]
    is_alone: bool = True
    """False when another offer stands in the same block."""

    def join(self, block: Block, anchor: Anchor) -> None:
        """Add another link to the same address."""
        self.last = block.index
        self.anchors.append(anchor)

    @property
    def title(self) -> str:
        """The longest of their texts."""
        return max((anchor.text for anchor in self.anchors), key=len)


def offers_of(walk: Walk, page: str) -> list[Offer]:
    """Return the offers of a page; ``page`` is its own key."""
    found: list[Offer] = []
    for block in walk.blocks:
        if block.links and _may_offer(block):
            for anchor in block.links:
                _add(found, block, anchor)
    return [offer for offer in found if _is_announced(walk, offer, page)]


def _may_offer(block: Block) -> bool:
    """Tell whether a block's links may announce: not in menus and forms, nor at the foot of the page."""
    flags = block.flags
    if flags & (NAV | DIALOG):
        return False
    return not (flags & FOOTER) or bool(flags & (ARTICLE | MAIN))


def _add(found: list[Offer], block: Block, anchor: Anchor) -> None:
    """Join a link to the offer before it, or begin a new one."""
    href = anchor.element.get("href")
    if not href:
        return
    key = key_of(href)
    last = found[-1] if found else None
    if last is not None and last.key == key:
        last.join(block, anchor)
    elif _is_title(anchor.text) and _stands_alone(block, anchor) and may_be_article(href):
        _begin(found, Offer(key, block.index, block.index, [anchor]))


def _begin(found: list[Offer], offer: Offer) -> None:
    last = found[-1] if found else None
    if last is not None and last.last == offer.first:
        last.is_alone = offer.is_alone = False
    elif last is not None and last.title == offer.title:
        last.last = offer.last
        last.anchors += offer.anchors
        return
    found.append(offer)


def _is_announced(walk: Walk, offer: Offer, page: str) -> bool:
    """Tell whether an offer's title is one: short ones only where they are set as headings."""
    title = offer.title
    if len(title) < _SURE and title.isascii():
        words = title.count(" ") + 1
        is_set = walk.blocks[offer.first].flags & HEADING
        if not is_set and (words < _FEW or (words == _FEW and len(title) < _TITLE)):
            return False
    return not (page.endswith(offer.key) and any("#" in (a.element.get("href") or "") for a in offer.anchors))


def _is_title(text: str) -> bool:
    """Tell whether a link's text is long enough for a title and does not lead to more of the same."""
    if len(text) < _SHORTEST and (text.isascii() or len(text) < _SHORTEST_WIDE):
        return False
    return len(text) > _TALK or not (is_no_label(text) or said_by(text))


def _stands_alone(block: Block, anchor: Anchor) -> bool:
    """Tell whether links fill the block, or a line of it: a link in running text announces nothing."""
    rest = len(block.text) - block.link_chars
    if rest <= max(_ROOM, block.link_chars // 2):
        return True
    return "\n" in block.text and any(
        anchor.text in line and len(line) <= len(anchor.text) + _ROOM for line in block.text.split("\n")
    )
