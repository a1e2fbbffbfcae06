"""Where the link around a picture leads: to the picture and its gallery, or away."""

import re
from functools import lru_cache
from typing import Final

from harvester.pages.pictures.sources import is_picture_file
from harvester.pages.walk import Element

_ROOT: Final = 2
"""Slashes of an address without path."""
_NUMBERS: Final = re.compile(r"\d{5,}")
"""Of an article: the page of its pictures has it in its address, too."""
_LARGER: Final = re.compile(
    r"lightbox|fancybox|galler[iy]|galerie|galeria|zoom|enlarge|photoswipe|pswp|magnific", re.IGNORECASE
)


def leads_away(link: Element, page_url: str) -> bool:
    """Tell whether a link around a picture leads to another page, not to the picture or its gallery."""
    href = (link.get("href") or "").strip()
    if not href or href.startswith(("#", "javascript:", "data:")) or is_picture_file(href):
        return False
    url = bare(href if "//" in href[:8] else f"{_origin(page_url)}{href}")
    page, numbers = _page_of(page_url)
    if page.count("/") > _ROOT and f"{url}/".startswith(f"{page}/"):
        return False
    if numbers and not numbers.isdisjoint(_NUMBERS.findall(url)):
        return False
    return not _enlarges(f"{link.get('class') or ''} {link.get('rel') or ''} {' '.join(link.keys())}")


@lru_cache(maxsize=16)
def _page_of(url: str) -> tuple[str, frozenset[str]]:
    """Return the bare address of a page and the numbers in it; all its links are told by them."""
    page = bare(url)
    return page, frozenset(_NUMBERS.findall(page))


@lru_cache(maxsize=4096)
def _enlarges(names: str) -> bool:
    """Tell whether a link's classes and attributes say that it shows the picture at large."""
    return _LARGER.search(names) is not None


def _origin(url: str) -> str:
    """Return scheme and host of an address."""
    return "/".join(url.split("/", _ROOT + 1)[: _ROOT + 1])


def bare(url: str) -> str:
    """Return an address without query and fragment."""
    return url.partition("?")[0].partition("#")[0].rstrip("/")
