"""Names against running text: whether words may be a name, or are a sentence, a headline, a notice."""

import re
from functools import lru_cache
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import has_institution, is_domain, is_press_office
from harvester.attribution.tidy import has_cjk, is_small, key

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_LONG_CJK: Final = 24
"""Letters from which Chinese, Japanese or Korean without separators is a sentence."""
_FEW: Final = 4
_SOME: Final = 6
_LONG_NAME: Final = 12
"""Words of the longest name."""
_SMALL: Final = 0.6
"""Share of small words from which a line is a sentence ..."""
_SMALL_INSTITUTION: Final = 0.8
"""... and where an institution is named, which has more of them."""
_KANA: Final = re.compile(r"[\u3041-\u309f]")
_NUMBERED: Final = re.compile(r"\d+\s+(?:von|of|de|di|van|av|af|z|из|od)\b|\d+\s*$")
_NOTICE_END: Final = re.compile(r"(?<=[^\W\d_]{2}[.!])\s+|(?<=\d[.!])\s+|\s+(?=©|\([cC]\)\s)|\s+[|–—-]\s+")
_TOKEN: Final = re.compile(r"[\s/|,;()]+")
_QUOTED: Final = '"“”„«»「」『』'


@lru_cache(maxsize=1024)
def is_running_text(text: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a sentence or a headline rather than names."""
    if has_cjk(text):
        return len(text) > _LONG_CJK and not any(sign in text for sign in "/／、 ")
    words = _WORD.findall(text)
    if len(words) < _FEW:
        return False
    telling = (lexicon.words("sentence", language), lexicon.words("sentence", "en"))
    hits = sum(1 for w in words if w.islower() and any(key(w) in table for table in telling))
    small = sum(1 for w in words if is_small(w) and key(w) not in lexicon.sets["particle"])
    most = _SMALL_INSTITUTION if has_institution(text, lexicon) else _SMALL
    return hits > 1 or (hits > 0 and len(words) > _FEW) or (small > most * len(words) and len(words) > _SOME)


def is_link(word: str, lexicon: Lexicon) -> bool:
    """Return whether the small ``word`` may stand inside a name: "of", "für", "della"."""
    folded = key(word)
    return folded in lexicon.sets["link"] or folded in lexicon.sets["particle"]


def is_name_like(text: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``text`` may be a name: capitals but for particles, or the words of an institution."""
    if has_cjk(text):
        longest = _LONG_CJK if has_institution(text, lexicon) else _LONG_CJK // 2
        return len(text) <= longest and not _KANA.search(text)
    words = _WORD.findall(text)
    if is_domain(text):
        return True
    numbered = _NUMBERED.match(text) or (text[0].isdigit() and " " in text and len(words) >= _FEW)
    small = [w for w in words if is_small(w) and not is_link(w, lexicon)]
    if not words or len(words) > _LONG_NAME or numbered or is_press_office(text, lexicon):
        return not numbered and len(small) <= len(words) <= _LONG_NAME
    if not small:
        return len(words) == 1 or not all(is_link(w, lexicon) for w in words)
    return lexicon.agencies.knows(text) or _may_have_small_words(words, small, language, lexicon)


def _may_have_small_words(words: list[str], small: list[str], language: str | None, lexicon: Lexicon) -> bool:
    """Return whether a name of ``words`` may have the small ones: an institution's, or one word of few."""
    if words[1:2] == small[:1] and lexicon.has("article", words[0]):
        return False
    institution = has_institution(" ".join(words), lexicon)
    if all(is_link(w, lexicon) or w in small for w in words):
        return len(words) == 1 or has_institution(
            words[0] if words[0].isascii() else " ".join(words), lexicon
        )
    if small == words[:1] and len(small[0]) <= _SHORT and institution:
        return True
    if (language or "")[:2] in _CAPITALS:
        return institution and (language or "").startswith("en")
    first = next((w for w in words if not lexicon.has("article", w)), "")
    return (len(words) < _FEW and len(small) == 1) or (
        institution and not (first.islower() and first.isascii())
    )


_SHORT: Final = 4
"""Letters of the longest small short form that opens a house's name: "dtv Verlag"."""
_CAPITALS: Final = ("de", "en", "nl")
"""Languages in which the words of a name have capitals, but for those between them."""


def is_headline(text: str) -> bool:
    """Return whether ``text`` stands in quotation marks and is longer than a name: a quoted headline."""
    return text[:1] in _QUOTED and text[-1:] in _QUOTED and text.count(" ") >= _FEW - 1


def is_notice(line: str, lexicon: Lexicon) -> bool:
    """Return whether ``line`` reserves rights or leads through the site, and names no agency."""
    return lexicon.stems["notice"].inside(key(line)) and not _names_agency(line, lexicon)


def _names_agency(line: str, lexicon: Lexicon) -> bool:
    """Return whether some words of ``line`` in a row are an agency's name."""
    words = [word.strip(".,;:()/©") for word in _TOKEN.split(line) if word]
    longest = range(1, lexicon.agencies.longest + 1)
    return any(
        lexicon.agencies.knows(" ".join(words[start : start + count]))
        for start in range(len(words))
        for count in longest
    )


def without_notice(line: str, lexicon: Lexicon) -> str:
    """Return ``line`` without the sentences that reserve rights beside a name: "© AFP. All rights ..."."""
    if not lexicon.stems["notice"].inside(key(line)):
        return line
    parts = [part for part in _NOTICE_END.split(line) if not lexicon.stems["notice"].inside(key(part))]
    return " ".join(parts) or line
