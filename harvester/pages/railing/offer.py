"""Offers: what links of a page may announce an article."""

from dataclasses import dataclass, field

from harvester.pages.railing.addresses import host_of_href
from harvester.pages.walk import Anchor, Block, Element


@dataclass(slots=True, eq=False)
class Offer:
    """What links of a page to one address, one after the other, have in common."""

    key: str
    block: Block
    """The first one that they stand in."""
    start: int
    """Index of the first block of the link: before the title it may hold labels."""
    last: int
    """Index of the last one."""
    anchors: list[Anchor]
    is_alone: bool = True
    """False when another offer stands in the same block."""
    is_loose: bool = False
    """True where running text follows in its block: a summary, or the rest of a sentence."""
    head: Element | None = None
    """What prints the title, where the links do not."""
    title: str = field(init=False)
    """The longest of their texts."""

    def __post_init__(self) -> None:
        """Take the text of the first link."""
        self.title = self.anchors[0].text

    def join(self, block: Block, anchor: Anchor) -> None:
        """Add another link to the same address."""
        self.last = block.index
        self.anchors.append(anchor)
        if len(anchor.text) > len(self.title):
            self.title = anchor.text

    def holds(self, anchor: Anchor) -> bool:
        """Tell whether a link, or a part of one, is one of its own."""
        return any(anchor.element is own.element for own in self.anchors)

    @property
    def first(self) -> int:
        """Index of the first block."""
        return self.block.index

    @property
    def is_one_link(self) -> bool:
        """True where one element holds all that is said."""
        return all(anchor.element is self.anchors[0].element for anchor in self.anchors)

    @property
    def host(self) -> str | None:
        """The host of the address as printed; ``None`` for a relative one."""
        return host_of_href(self.anchors[0].href)
