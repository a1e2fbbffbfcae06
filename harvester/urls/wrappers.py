"""Addresses that hold another address: AMP caches and archives."""

import re
from typing import Final

_REST: Final = r"(?P<rest>[^/].*)"
_WRAPPERS: Final = tuple(
    re.compile(rf"(?:(?:https?:)?//)?{pattern}", re.IGNORECASE | re.DOTALL)
    for pattern in (
        # https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story
        rf"(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)/(?:c|v|i|a|wp)/(?:s/)?{_REST}",
        # https://www.google.com/amp/s/www.example.org/story, of any country
        rf"(?:www\.)?(?:google|bing)\.[a-z.]{{2,6}}/amp/(?:s/)?{_REST}",
        # https://web.archive.org/web/20240102030405id_/https://example.org/story
        rf"(?:web\.|wayback\.)?archive\.org/web/[0-9*]+(?:[a-z]{{2}}_)?/(?:https?:/{{1,2}})?{_REST}",
        # https://archive.ph/2024.01.02-030405/https://example.org/story
        rf"archive\.(?:today|ph|is|li|vn|fo|md)/(?:[0-9.-]+/)?(?:o/[^/]+/)?https?:/{{1,2}}{_REST}",
    )
)
_DEPTH: Final = 4
"""An archive may hold an AMP cache; deeper nesting is nobody's article."""
_SIGNS: Final = ("ampproject.org", "bing-amp.com", "/amp/", "archive.")


def unwrapped(url: str) -> str:
    """Return the address inside an AMP cache's or an archive's address; any other as it is."""
    for _ in range(_DEPTH):
        inner = _inner(url)
        if inner is None:
            break
        url = f"https://{inner}"
    return url


def _inner(url: str) -> str | None:
    if not any(sign in url for sign in _SIGNS):
        return None
    return next((match["rest"] for wrapper in _WRAPPERS if (match := wrapper.fullmatch(url))), None)
