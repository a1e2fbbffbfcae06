"""A picture or film as the page shows it, with all the elements that stand for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from harvester.pages.pictures.links import leads_away
from harvester.pages.pictures.sources import Source, largest, linked
from harvester.pages.walk import Box, Element, Medium

_PICTURES: Final = frozenset(("img", "amp-img", "image", "amp-anim"))
_FILMS: Final = frozenset(("video", "amp-video", "iframe", "amp-iframe", "amp-youtube", "embed", "object"))
_FRAMES: Final = frozenset(("iframe", "amp-iframe", "embed", "object"))
_SMALL: Final = 150
"""Pixels of a portrait beside a name."""
_WIDEST: Final = 10_000
"""Pixels, for a file whose address does not say."""
_SOURCES: Final = 30
"""Of a picture: the parser nests one in the other."""
_NUMBER: Final = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*")


@dataclass(eq=False)
class Shown:
    """A picture or film on the page, with all the elements that stand for it."""

    medium: Medium
    elements: list[Element] = field(default_factory=list)
    """The element itself, its ``source`` siblings, its twin for browsers without scripts."""
    base: str = ""
    """What relative addresses refer to."""
    is_foreign: bool = False
    """True for a teaser's, an author's, an advertisement's: its caption is not the article's either."""
    page: str = ""
    """The address of the page."""

    @cached_property
    def source(self) -> Source | None:
        """The largest real address; ``None`` for frames, and where there are placeholders alone."""
        return None if self.medium.tag in _FRAMES else largest(self.elements, self.base)

    @property
    def file(self) -> Source | None:
        """The picture that the link around it leads to, unless it is known to be smaller; else the source."""
        own, link = self.source, self.medium.link
        larger = linked(link.get("href") or "", self.base) if link is not None else None
        if larger is None:
            return own
        return own if own and (own.width or 0) > (larger.width or _WIDEST) else larger

    @cached_property
    def leads_away(self) -> bool:
        """Whether it stands in a link to another page."""
        return self.medium.link is not None and leads_away(self.medium.link, self.page)

    @property
    def at(self) -> int:
        """Index of the block that follows."""
        return self.medium.at

    @property
    def box(self) -> Box:
        """The box around it."""
        return self.medium.box

    @property
    def is_film(self) -> bool:
        """Whether it moves."""
        return self.medium.tag in _FILMS

    @property
    def is_small(self) -> bool:
        """Whether markup or address say that it is as small as a portrait beside a name."""
        said = [self.pixels("width"), self.pixels("height"), self.source.width if self.source else None]
        return max((size for size in said if size), default=_SMALL + 1) <= _SMALL

    @property
    def is_alone_worth(self) -> bool:
        """Whether a caption beside it may be its own, though no markup says so."""
        return not (self.is_foreign or self.is_film or self.leads_away)

    def said(self, *names: str) -> str | None:
        """Return the first attribute of these names that says anything, white space folded."""
        for element in self.elements:
            for name in names:
                value = element.get(name)
                if value and (value := " ".join(value.split())):
                    return value
        return None

    def pixels(self, name: str) -> int | None:
        """Return width or height as the markup says it."""
        said = self.said(name)
        found = _NUMBER.fullmatch(said) if said else None
        return int(found[1]) or None if found else None


def joined(media: Sequence[Medium]) -> Iterator[Shown]:
    """Yield one value a picture: the form for browsers without scripts belongs to the one beside it."""
    last: Shown | None = None
    for medium in media:
        if medium.tag not in _PICTURES and medium.tag not in _FILMS:
            continue
        if last is not None and _is_twin(last.medium, medium):
            last.elements.append(medium.element)
            continue
        if last is not None:
            yield last
        last = Shown(medium, _elements_of(medium.element))
    if last is not None:
        yield last


def _is_twin(one: Medium, other: Medium) -> bool:
    """Tell whether two neighbours are one picture: one of them is for browsers without scripts."""
    same = one.at == other.at and one.box is other.box
    return same and _is_unscripted(one.element) != _is_unscripted(other.element)


def _is_unscripted(element: Element) -> bool:
    return any(around.tag == "noscript" for around in islice(element.iterancestors(), 4))


def _elements_of(element: Element) -> list[Element]:
    """Return an element and the ``source`` elements that offer its picture in other sizes."""
    for around in islice(element.iterancestors(), _SOURCES):
        if around.tag == "picture":
            return [element, *around.iter("source")]
        if around.tag != "source":
            break
    return [element]
