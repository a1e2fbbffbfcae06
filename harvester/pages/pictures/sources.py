"""Where a picture is: the largest real address among those that its markup gives."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Final, TypeAlias
from urllib.parse import unquote, urljoin

from harvester.pages.pictures.words import is_placeholder_name
from harvester.pages.walk import Element

_PICTURE_FILE: Final = re.compile(
    r"\.(?:jpe?g|png|webp|avif|gif|jfif|heic|tiff?|bmp)(?:$|[?#!:/&;@])", re.IGNORECASE
)
_ENDS_AS_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|jfif)$", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?:)?//[^\s/]|/[^\s/]|\.\.?/|[\w%.-]+/[\w%./-]+", re.IGNORECASE)
_SIZE: Final = re.compile(
    r"(?:[?&;,/](?:w|width|imwidth|wid|sw|resize|maxwidth|mw)[=_](\d{2,4})\b)|"
    r"(?:[-_/](\d{3,4})x\d{0,4}(?=[-_./?]|$))|(?:/w(?:idth)?[_/-]?(\d{2,4})(?=[-_,/.]))",
    re.IGNORECASE,
)
_SMALL: Final = (
    "thumb",
    "small",
    "placeholder",
    "low",
    "tiny",
    "blur",
    "preview",
    "lqip",
    "icon",
    "avatar",
    "share",
)
_WHOLE: Final = re.compile(r"https?://[\w.-]")
_NO_ADDRESS: Final = ("data:", "blob:", "about:", "javascript:", "#", "file:", "mailto:", "cid:")
_STYLE_URL: Final = re.compile(
    r"background(?:-image)?\s*:[^;]{0,40}?url\(\s*['\"]?([^'\")]{4,2000})", re.IGNORECASE
)
_FEW: Final = 30
_LONGEST: Final = 2_083
_LONGEST_SET: Final = 20_000
_DESCRIPTOR: Final = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)([wxh])")
_FOUND_FIRST: Final = {"srcset": 3, "data": 2, "src": 1}


@dataclass(frozen=True, slots=True)
class Source:
    """One address of a picture."""

    url: str
    """Absolute."""
    width: int | None = None
    """Pixels, where markup or address say so."""


_Offer: TypeAlias = tuple[float, int, str]
"""Width, rank among those of one width, address as printed."""


def largest(elements: Iterable[Element], base: str) -> Source | None:
    """Return the largest real source that some elements give in ``src``, ``srcset`` or ``data-*``."""
    offers = [offer for element in elements for offer in _offers(element)]
    for width, _, href in sorted(offers, key=itemgetter(0, 1), reverse=True):
        url = address(href, base)
        if url:
            return Source(url, int(width) or None)
    return None


def linked(href: str, base: str) -> Source | None:
    """Return the picture that a link leads to, ``None`` where it leads to a page."""
    name = file_name(href)
    url = address(href, base) if _ENDS_AS_PICTURE.search(name) and ":" not in name else None
    return Source(url, int(_width_in(href)) or None) if url else None


def background(element: Element, base: str) -> Source | None:
    """Return the picture that an element has as its background by its own style."""
    found = _STYLE_URL.search(element.get("style") or "")
    url = address(found[1], base) if found else None
    return Source(url) if url else None


def background_in(element: Element, base: str) -> Source | None:
    """Return the first picture that an element or one of the first few inside shows as a background."""
    inside = islice(element.iter(), _FEW)
    return next(
        (found for found in (background(each, base) for each in inside if each.get("style")) if found), None
    )


def _offers(element: Element) -> Iterator[_Offer]:
    """Yield all that an element's attributes offer."""
    for key, value in element.items():
        if "srcset" in key:
            yield from _offers_of_set(value)
        elif key in {"src", "poster"}:
            yield _width_in(value), _FOUND_FIRST["src"], value
        elif key.startswith("data-") and len(value) < _LONGEST and not any(word in key for word in _SMALL):
            href = value.strip()
            if _ADDRESS.match(href) and (_PICTURE_FILE.search(href) or "src" in key):
                yield _width_in(href), _FOUND_FIRST["data"], href


def _offers_of_set(srcset: str) -> Iterator[_Offer]:
    """Yield the candidates of a ``srcset``: addresses may hold commas, a descriptor ends a candidate."""
    href = ""
    for token in srcset[:_LONGEST_SET].split():
        described = _DESCRIPTOR.match(token) if href else None
        if described:
            yield _offer(href, described)
            href = token.partition(",")[2]
            continue
        if href:
            yield _offer(href.rstrip(","), None)
        href = token
    if href:
        yield _offer(href.rstrip(","), None)


def _offer(href: str, described: re.Match[str] | None) -> _Offer:
    if described and described[2] == "w":
        return float(described[1]), _FOUND_FIRST["srcset"], href
    times = float(described[1]) if described else 1.0
    return _width_in(href) or times / 100, _FOUND_FIRST["srcset"], href


def _width_in(href: str) -> float:
    """Return the width that an address names, 0 when it names none."""
    found = _SIZE.search(href[:_LONGEST])
    return float(next(filter(None, found.groups()), 0)) if found else 0.0


def address(href: str, base: str) -> str | None:
    """Return the absolute address of a picture; ``None`` for placeholders and what is no address."""
    href = "".join(href.split("\n")).strip().replace(" ", "%20")
    if (
        not href
        or len(href) > _LONGEST
        or href.lower().startswith(_NO_ADDRESS)
        or "{" in href
        or "%7B" in href
    ):
        return None
    url = href if _WHOLE.match(href) else _joined(base, href)
    return None if not url.startswith(("http://", "https://")) or is_placeholder(url) else url


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def is_placeholder(url: str) -> bool:
    """Tell whether an address is that of a blank picture or of a tracker."""
    return is_placeholder_name(file_name(url))


def file_name(url: str) -> str:
    """Return the last segment of an address, without its query."""
    return unquote(url.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2])


def is_picture_file(url: str) -> bool:
    """Tell whether an address is a picture's by its ending."""
    return _PICTURE_FILE.search(url) is not None
