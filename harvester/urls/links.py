"""From an ``href`` as printed to the address it means."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin

from harvester.urls.forms import fetch_form, host_in, split, trimmed

_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ROOTED = re.compile(r"/(?!/)[A-Za-z0-9_~!$'()*+,=:@%/?&-]*(?:\.[A-Za-z0-9_~!$'()*+,=:@%?&-]+)?")
"""A path from the root without dot segments: the page's origin before it is all."""
_LONGEST: Final = 8000
"""Longer is data, not an address; no server takes it."""


def absolute(base: str, href: str) -> str | None:
    """Return the address to request for a link of the page ``base``; ``None`` for what is no web page.

    Never raises: ``javascript:``, ``mailto:``, ``http://[`` and the like are ``None``. Tracking is cut.
    """
    if len(href) > _LONGEST:
        return None
    if _ROOTED.fullmatch(href):
        joined: str | None = f"{_origin(base)}{href}"
    else:
        joined = _joined(base, trimmed(href))
    if joined is None or not _ABSOLUTE.match(joined) or not host_in(joined):
        return None
    return fetch_form(joined)


@lru_cache(maxsize=256)
def _origin(base: str) -> str:
    parts = split(trimmed(base))
    return f"{parts.scheme or 'http'}://{parts.netloc}" if parts else ""


def _joined(base: str, href: str) -> str | None:
    if _ABSOLUTE.match(href):
        return href
    scheme = _SCHEME.match(href)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return None
    try:
        return urljoin(trimmed(base), href)
    except ValueError:
        return None
