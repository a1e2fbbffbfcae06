"""HTML that would hold up the parser, made harmless."""

import re
from typing import Final

_STRETCH: Final = re.compile(r"<[a-zA-Z][^<]{20000}")
_MANY: Final = 20_000
_CROWDED: Final = re.compile(
    r"<([a-zA-Z][^\s/>]{0,100})"
    r"""(?>(?:[\s/]+(?>[^\s"'=>/]+|["'])(?:\s*=\s*(?>"[^"]*"|'[^']*'|[^\s"'>]+))?){1000,})"""
    r"[^>]{0,100000}",
)


def uncrowded(text: str) -> str:
    """Return the page with tags of a thousand attributes and more bare: they cost their square in time."""
    if _STRETCH.search(text) is None and text.count("=") < _MANY:
        return text
    return _CROWDED.sub(r"<\1", text)
