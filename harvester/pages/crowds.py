"""Tags with thousands of attributes: they cost the parser their square in time."""

import re
from typing import Final

_CROWDED: Final = re.compile(
    r"<([a-zA-Z][^\s/>]{0,100})"
    r"""(?>(?:[\s/]+(?>[^\s"'=>/]+|["'])(?:\s*=\s*(?>"[^"]*"|'[^']*'|[^\s"'>]+))?){1000,})"""
    r"[^>]{0,100000}",
)
_STEP: Final = 4096
_PROBE: Final = 512
_DENSE: Final = 30
"""Equals signs in a probe; text and markup of people have fewer."""
_LONG: Final = 400_000
"""Characters; in a longer page sparse attributes add up, too."""
_MANY: Final = 20_000


def uncrowded(text: str) -> str:
    """Return the page with tags of a thousand attributes and more bare; scripts are left alone."""
    if not _is_suspect(text):
        return text
    return _CROWDED.sub(lambda tag: tag[0] if _raw_end(text, tag.start()) else f"<{tag[1]}", text)


def _is_suspect(text: str) -> bool:
    """Tell whether a tag may be crowded: looks at places, since a look at each letter costs too much."""
    at, length = 0, len(text)
    while at < length:
        is_dense = text.count("=", at, at + _PROBE) > _DENSE
        if is_dense or text.find(">", at, at + _STEP) < 0:
            end = text.find(">", at)
            if is_dense or _may_be_crowded(text, at):
                end = _raw_end(text, at)
                if not end:
                    return True
            at = end if end > at else length
        at += _STEP
    return length > _LONG and text.count("=") > _MANY


def _may_be_crowded(text: str, at: int) -> bool:
    """Tell it of the tag around a place: most long ones hold one long value."""
    start = text.find("<", text.rfind(">", 0, at) + 1, at)
    return start < 0 or _CROWDED.match(text, start) is not None


def _raw_end(text: str, at: int) -> int:
    """Return where the script or style ends that a place lies in; 0 for a place in none."""
    script = text.rfind("<script", 0, at)
    style = text.rfind("<style", max(script, 0), at)
    start, name = (style, "style") if style >= 0 else (script, "script")
    if start < 0 or text.find(f"</{name}", start, at) >= 0:
        return 0
    end = text.find(f"</{name}", at)
    return end if end >= 0 else len(text)
