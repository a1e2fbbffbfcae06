"""Tags with thousands of attributes: they cost the parser their square in time."""

import re
from typing import Final

_CROWDED: Final = re.compile(
    rb"<([a-zA-Z][^\s/>]{0,100})"
    rb"""(?>(?:[\s/]+(?>[^\s"'=>/]+|["'])(?:\s*=\s*(?>"[^"]*"|'[^']*'|[^\s"'>]+))?){1000,})"""
    rb"[^>]{0,100000}[\x80-\xbf]{0,3}",
)
_STEP: Final = 4096
_PROBE: Final = 512
_DENSE: Final = 30
"""Equals signs in a probe; text and markup of people have fewer."""
_LONG: Final = 400_000
"""Bytes; in a longer page sparse attributes add up, too."""
_MANY: Final = 20_000


def uncrowded(page: bytes) -> bytes:
    """Return the page with tags of a thousand attributes and more bare; scripts are left alone."""
    if not _is_suspect(page):
        return page
    return _CROWDED.sub(lambda tag: tag[0] if _raw_end(page, tag.start(), 0) else b"<" + tag[1], page)


def _is_suspect(page: bytes) -> bool:
    """Tell whether a tag may be crowded: looks at places, since a look at each letter costs too much."""
    at, length, read, signs = 0, len(page), 0, 0
    while at < length:
        found = page.count(b"=", at, at + _PROBE)
        signs += found
        is_dense = found > _DENSE
        if is_dense or page.find(b">", at, at + _STEP) < 0:
            end = page.find(b">", at)
            if is_dense or _may_be_crowded(page, at):
                end = _raw_end(page, at, read)
                if not end:
                    return True
                read = end
            at = end if end > at else length
        at += _STEP
    return length > _LONG and signs * _STEP > _MANY * _PROBE // 2 and page.count(b"=") > _MANY


def _may_be_crowded(page: bytes, at: int) -> bool:
    """Tell it of the tag around a place: most long ones hold one long value."""
    start = page.find(b"<", page.rfind(b">", 0, at) + 1, at)
    return start < 0 or _CROWDED.match(page, start) is not None


def _raw_end(page: bytes, at: int, since: int) -> int:
    """Return where the script or style ends that a place lies in; 0 for a place in none.

    No script that began before ``since`` reaches the place.
    """
    script = page.rfind(b"<script", since, at)
    style = page.rfind(b"<style", max(script, since), at)
    start, name = (style, b"</style") if style >= 0 else (script, b"</script")
    if start < 0 or page.find(name, start, at) >= 0:
        return 0
    end = page.find(name, at)
    return end if end >= 0 else len(page)
