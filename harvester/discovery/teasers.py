"""The part of a listing that announces one article; ``pages.teasers`` reads what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from harvester.discovery.anchors import Anchor, Element, text_of

_UNBOXED: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "a", "p", "b", "strong", "dt"))
_NEAR: Final = 4
"""Elements after a headline that may still be its teaser's."""
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_TOP: Final = frozenset(("html", "body", "main"))
_LONGEST: Final = 2500
"""Characters of text: what is longer is no teaser's box."""


@dataclass(frozen=True, slots=True)
class Box:
    """The element that holds one teaser and no other."""

    element: Element
    anchor: Anchor
    beside: tuple[Element, ...] = ()
    """Of lists without boxes: what follows the headline up to the next one."""

    @property
    def parts(self) -> tuple[Element, ...]:
        """All elements of the teaser, in reading order."""
        return (self.element, *self.beside)


def boxes(articles: dict[str, Anchor]) -> Iterator[Box]:
    """Yield for each article of a listing the widest element that has a link to it and to no other."""
    owners: dict[Element, str | None] = {}
    for key, anchor in articles.items():
        for element in anchor.elements:
            for node in (element, *element.iterancestors()):
                owners[node] = key if owners.setdefault(node, key) == key else None
    for key, anchor in articles.items():
        widest = _widest(_chief(anchor), key, owners)
        yield Box(widest, anchor, tuple(_beside(widest, owners)))


def _beside(element: Element, owners: dict[Element, str | None]) -> Iterator[Element]:
    if element.tag in _UNBOXED:
        for sibling in islice(element.itersiblings(), _NEAR):
            if sibling in owners or sibling.tag in _HEADINGS:
                return
            yield sibling


def _chief(anchor: Anchor) -> Element:
    """Return the link that holds the headline: the one with the longest text."""
    return max(anchor.elements, key=lambda element: len(text_of(element)))


def _widest(element: Element, key: str, owners: dict[Element, str | None]) -> Element:
    widest = element
    for node in element.iterancestors():
        if owners.get(node) != key or node.tag in _TOP or len(text_of(node)) > _LONGEST:
            break
        widest = node
    return widest
