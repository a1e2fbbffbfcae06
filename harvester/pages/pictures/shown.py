"""The pictures that a page shows and that may be its article's: no logos, portraits, trackers, teasers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from harvester.pages.document import Document
from harvester.pages.flags import ARTICLE as IN_ARTICLE
from harvester.pages.flags import DIALOG, FIGURE, FOOTER, FORM, HEADER, MAIN, NAV
from harvester.pages.pictures.sources import Source, file_name, is_picture_file, largest
from harvester.pages.pictures.words import FOREIGN, is_dress, is_ornament, is_tracker, meaning
from harvester.pages.walk import Box, Element, Medium

_PICTURES: Final = frozenset(("img", "amp-img", "image", "amp-anim"))
_FILMS: Final = frozenset(("video", "amp-video", "iframe", "amp-iframe", "amp-youtube", "embed", "object"))
_FRAMES: Final = frozenset(("iframe", "amp-iframe", "embed", "object"))
_ROOT: Final = 2
"""Slashes of an address without path."""
_MOST: Final = 600
"""Media that are looked at."""
_LEVELS: Final = 4
"""Boxes around a picture whose names are asked."""
_SMALL: Final = 150
_TINY: Final = 80
"""Pixels; a picture of the article is wider and higher."""
_SOURCES: Final = 30
"""Of a picture: the parser nests one in the other."""
_LABEL: Final = 4
"""Words of an alternative text that names a thing; more describe a picture."""
_NUMBER: Final = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*")
_NUMBERS: Final = re.compile(r"\d{5,}")
"""Of an article: the page of its pictures has it in its address, too."""
_LARGER: Final = re.compile(
    r"lightbox|fancybox|galler[iy]|galerie|galeria|zoom|enlarge|photoswipe|pswp|magnific", re.IGNORECASE
)


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

    @cached_property
    def leads_away(self) -> bool:
        """Whether it stands in a link to another page."""
        return self.medium.link is not None and _leads_away(self.medium.link, self.page)

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
                value = " ".join((element.get(name) or "").split())
                if value:
                    return value
        return None

    def pixels(self, name: str) -> int | None:
        """Return width or height as the markup says it."""
        found = _NUMBER.fullmatch(self.said(name) or "")
        return int(found[1]) or None if found else None


def find_shown(document: Document, taken: frozenset[int]) -> list[Shown]:
    """Return what the page shows, in reading order, without logos, icons and trackers."""
    found = list(_joined(document.walk.media[:_MOST]))
    kept = [each for each in found if _is_in_place(each)]
    for each in kept:
        each.base, each.page = document.base_url, document.url
        each.is_foreign = _is_foreign(each, taken)
    return [each for each in kept if each.is_foreign or not _is_ornament(each)]


def _joined(media: Sequence[Medium]) -> Iterator[Shown]:
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


def _is_in_place(shown: Shown) -> bool:
    """Tell whether it stands where an article may: not in navigation, forms, foot or head of the site."""
    flags = shown.medium.flags
    if flags & (NAV | FORM | DIALOG) and not (flags & FIGURE or _is_in_button(shown.box)):
        return False
    inside = flags & (IN_ARTICLE | MAIN | FIGURE)
    return bool(inside) or not flags & (FOOTER | HEADER)


def _is_in_button(box: Box) -> bool:
    """Tell whether a button, which enlarges a picture, is why its box counts as a form."""
    return any(each.tag == "button" for each in _around(box))


def _is_ornament(shown: Shown) -> bool:
    """Tell whether it is a logo, an icon, a tracker."""
    sizes = [size for size in (shown.pixels("width"), shown.pixels("height")) if size]
    if sizes and min(sizes) < _TINY:
        return not shown.is_film
    if shown.is_film or shown.leads_away:
        return False
    if shown.source is None:
        return not shown.medium.flags & FIGURE
    url = shown.source.url
    return is_tracker(url) or is_dress(_bare(url)) or _is_drawn(shown, file_name(url))


def _is_drawn(shown: Shown, name: str) -> bool:
    """Tell it of a picture by its file's name and its own class."""
    if name.lower().endswith(".svg") and not shown.medium.flags & FIGURE:
        return True
    element, alt = shown.medium.element, shown.said("alt") or ""
    if len(alt.split()) <= _LABEL and is_ornament(alt):
        return True
    return is_ornament(f"{element.get('class') or ''} {element.get('id') or ''}") or is_ornament(name)


def _is_foreign(shown: Shown, taken: frozenset[int]) -> bool:
    """Tell whether it belongs to a teaser of a rail, an author or an advertisement."""
    if shown.at in taken and (shown.medium.link is not None or shown.at - 1 in taken):
        return True
    return any(meaning(box.name) & FOREIGN for box in _around(shown.box))


def _around(box: Box) -> Iterable[Box]:
    """Yield a box and those around it, as far as they can be about one picture."""
    for _ in range(_LEVELS):
        if box.tag in {"article", "main", "body"}:
            return
        yield box
        if box.parent is None:
            return
        box = box.parent


def _leads_away(link: Element, page_url: str) -> bool:
    """Tell whether a link around a picture leads to another page, not to the picture or its gallery."""
    href = (link.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:", "data:")) or is_picture_file(href):
        return False
    url = _bare(href if "//" in href[:8] else f"{_origin(page_url)}{href}")
    page = _bare(page_url)
    if page.count("/") > _ROOT and url.startswith(page):
        return False
    if not set(_NUMBERS.findall(page)).isdisjoint(_NUMBERS.findall(url)):
        return False
    keys = " ".join(map(str, link.attrib))
    return not _LARGER.search(f"{link.get('class') or ''} {link.get('rel') or ''} {keys}")


def _origin(url: str) -> str:
    """Return scheme and host of an address."""
    return "/".join(url.split("/", _ROOT + 1)[: _ROOT + 1])


def _bare(url: str) -> str:
    """Return an address without query and fragment."""
    return url.partition("?")[0].partition("#")[0].rstrip("/")
