"""The pictures of a page that may be its article's: no logos, portraits, trackers, teasers."""

from collections.abc import Iterable
from typing import Final

from harvester.pages.document import Document
from harvester.pages.flags import ARTICLE as IN_ARTICLE
from harvester.pages.flags import DIALOG, FIGURE, FOOTER, FORM, HEADER, MAIN, NAV
from harvester.pages.pictures.links import bare
from harvester.pages.pictures.shown import Shown, joined
from harvester.pages.pictures.sources import file_name
from harvester.pages.pictures.words import FOREIGN, is_dress, is_ornament, is_tracker, meaning
from harvester.pages.walk import Box

_MOST: Final = 600
"""Media that are looked at."""
_LEVELS: Final = 4
"""Boxes around a picture whose names are asked."""
_TINY: Final = 80
"""Pixels; a picture of the article is wider and higher."""
_LABEL: Final = 4
"""Words of an alternative text that names a thing; more describe a picture."""


def find_shown(document: Document, taken: frozenset[int]) -> list[Shown]:
    """Return what the page shows, in reading order, without logos, icons and trackers."""
    found = list(joined(document.walk.media[:_MOST]))
    kept = [each for each in found if _is_in_place(each)]
    for each in kept:
        each.base, each.page = document.base_url, document.url
        each.is_foreign = _is_foreign(each, taken)
    return [each for each in kept if each.is_foreign or not _is_ornament(each)]


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
    return is_tracker(url) or is_dress(bare(url)) or _is_drawn(shown, file_name(url))


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
    return any(meaning(box.name) & FOREIGN for box in _around(shown.box) if box.name)


def _around(box: Box) -> Iterable[Box]:
    """Yield a box and those around it, as far as they can be about one picture."""
    for _ in range(_LEVELS):
        if box.tag in {"article", "main", "body"}:
            return
        yield box
        if box.parent is None:
            return
        box = box.parent
