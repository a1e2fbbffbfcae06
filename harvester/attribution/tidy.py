"""Text as it stands on a page to text that can be read: one line, bounded, without invisible marks."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

LONGEST: Final = 2000
"""Characters read of a line; what is longer is running text and no source line."""

_INVISIBLE: Final = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e")
)
_PRIVATE: Final = re.compile(r"[\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
"""Icon fonts and control characters."""
_QUOTES: Final = "\"'“”„‟«»‹›‘’‚`´″「」『』《》〈〉"
_EDGES: Final = " &.,;:|/\\–—-*•·=_~、，。；：＝" + _QUOTES
_PAIRS: Final = {"»": "«", "”": "“", "“": "„", "’": "‘", "」": "「", "』": "『", "》": "《"}
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s.])(?:\w|Inc|Ltd|Co|Corp|Jr|Sr|St|e\.V|U\.S|U\.K|D\.C|Dr|Zvg|gov)\.$"
)


@lru_cache(maxsize=1024)
def tidy(text: str) -> str:
    """Return at most ``LONGEST`` characters of ``text``, white space squeezed, composed (NFC)."""
    clipped = _PRIVATE.sub(" ", text[:LONGEST].translate(_INVISIBLE))
    return unicodedata.normalize("NFC", " ".join(clipped.split()))


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return the form in which words are looked up: folded case, no punctuation around, straight quotes."""
    return " ".join(text.replace("’", "'").casefold().replace("i̇", "i").split()).strip(
        _EDGES + "()[]{}（）［］【】"
    )


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return ``text`` without punctuation and quotes around it; the dot of an initial or "Inc." stays."""
    inner = text.strip().lstrip(_EDGES + "©")
    stripped = inner.rstrip(_EDGES)
    behind = inner[len(stripped) : len(stripped) + 1]
    if behind == "." and _ABBREVIATED.search(stripped + "."):
        return stripped + "."
    opening = _PAIRS.get(behind)
    return stripped + behind if opening and opening in stripped and behind not in stripped else stripped


_BRACKETS: Final = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】", "〔": "〕", "{": "}"}


@lru_cache(maxsize=4096)
def unbracket(text: str) -> str:
    """Return what stands between brackets when they enclose all of ``text``, else ``text``."""
    inner = text.strip()
    closing = _BRACKETS.get(inner[:1])
    while closing and inner.rstrip(".").endswith(closing) and _encloses(inner.rstrip("."), closing):
        inner = inner.rstrip(".")[1:-1].strip()
        closing = _BRACKETS.get(inner[:1])
    return inner


def _encloses(text: str, closing: str) -> bool:
    """Return whether the first bracket of ``text`` is closed by its last character."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == text[0]) - (sign == closing)
        if depth == 0:
            return place == len(text) - 1
    return False


_CJK: Final = re.compile("[\u3040-\u9fff\uac00-\ud7af]")


def has_cjk(text: str) -> bool:
    """Return whether ``text`` holds Chinese, Japanese or Korean letters."""
    return not text.isascii() and _CJK.search(text) is not None


def is_small(word: str) -> bool:
    """Return whether ``word`` begins with a small letter; Georgian has no others in names."""
    return word[0].islower() and not "\u10d0" <= word[0] <= "\u10ff"
