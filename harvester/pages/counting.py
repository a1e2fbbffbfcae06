"""Words of a text."""

import re
from typing import Final

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
)
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: scripts that put no spaces between words."""
_SHARE: Final = 0.2
_BYTES: Final = 1.4
"""Bytes a letter in UTF-8 that a text with so many of them has: each takes three. Counting bytes is cheap."""


def count_words(text: str) -> int | None:
    """Return the number of words; ``None`` for a script without spaces between words."""
    is_wide = not text.isascii() and len(text.encode("utf-8", "surrogatepass")) > _BYTES * len(text)
    if is_wide and len(_UNSPACED.findall(text)) > _SHARE * len(text):
        return None
    return len(text.split())
