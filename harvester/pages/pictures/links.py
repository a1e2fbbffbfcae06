"""Where the link around a picture leads: to the picture and its gallery, or away."""

import re
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
    page = bare(page_url)
    if page.count("/") > _ROOT and f"{url}/".startswith(f"{page}/"):
        return False
    if not set(_NUMBERS.findall(page)).isdisjoint(_NUMBERS.findall(url)):
        return False
    keys = " ".join(map(str, link.attrib))
    return not _LARGER.search(f"{link.get('class') or ''} {link.get('rel') or ''} {keys}")


def _origin(url: str) -> str:
    """Return scheme and host of an address."""
    return "/".join(url.split("/", _ROOT + 1)[: _ROOT + 1])


def bare(url: str) -> str:
    """Return an address without query and fragment."""
    return url.partition("?")[0].partition("#")[0].rstrip("/")
