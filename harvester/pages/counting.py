"""Words of a text."""

import re
from typing import Final

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
)
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: scripts that put no spaces between words."""
_SHARE: Final = 0.2


def count_words(text: str) -> int | None:
    """Return the number of words; ``None`` for a script without spaces between words."""
    if not text.isascii() and len(_UNSPACED.findall(text)) > _SHARE * len(text):
        return None
    return len(text.split())
