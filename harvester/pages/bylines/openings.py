"""The words that open a byline: "By", "Von", "Escrito por", "作者：" and their like."""

import re
from typing import Final

from harvester.pages.word_lists import word_lists

_ALL: Final = sorted((word.casefold() for word in word_lists("byline")["openings"]), key=len, reverse=True)
_MARKS: Final = ":：/／・＝"
_SPACED: Final = frozenset(_ALL)
_GLUED: Final = tuple(word for word in _ALL if word[-1] in _MARKS or word[0] > "\u2e80")
_CAPITAL: Final = re.compile(r"(?:By|by|BY|Von|von|Par|par|Por|por)(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_CAPITALS: Final = frozenset("BbVvPp")
_ARTICLES: Final = ("a", "an", "ein", "eine", "un", "une", "una", "um", "uma", "een", "en", "et", "ett")
_FIRST: Final = frozenset((*(word.partition(" ")[0] for word in _ALL), *_ARTICLES))
_GENRE: Final = re.compile(
    rf"(?:{'|'.join(_ARTICLES)})\s[^\W\d_]{{4,20}}\s(?:by|von|par|de|por|di|door|av|af)\s(?=(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
"""A kind of article that opens a byline: "An essay by", "Una entrevista de"."""
_BARE: Final = frozenset(word.rstrip(" :") for word in _ALL) - {"de", "di", "da", "af", "av", "aus"}
_LONGEST: Final = max(map(len, _ALL)) + 2
_MOST_WORDS: Final = 4
_AMBIGUOUS: Final = frozenset(
    (
        "de",
        "di",
        "da",
        "af",
        "av",
        "aus",
        "text",
        "tekst",
        "from",
        "от",
        "eftir",
        "του",
        "της",
        "par",
        "vom",
        "texte",
        "teksti",
        "na",
    )
)
"""Openings that are more often the first word of a sentence."""
_INSIDE: Final = frozenset(("by", "von", "par", "por", "door", "vom", "από", "oleh", "av", "af", "di"))
"""Those that are also looked for behind a date or a section."""
_DASHES: Final = "-–— "
"""Signs in front of a byline at the foot: "-- By"."""
_CLOSINGS: Final = tuple(word_lists("byline")["closings"])
_CJK: Final = "\u2e80"
"""From here on lie scripts that write an opening to the name."""
_MAIL: Final = re.compile(r"\S+@\S+")
_AROUND: Final = " =|/·,()[]【】（）"
_LONGEST_CLOSED: Final = 60
_ENDS: Final = (".", "!", "?", "…", "。", "।", "؟")
_QUOTES: Final = " \"'”’»“)"
_SENTENCE: Final = 6
"""Spaces of the shortest sentence."""
_SEPARATORS: Final = "|·•∙–—-/,;:»"


def opening_length(text: str) -> int:
    """Return how many characters at the beginning of a text open a byline; 0 for none."""
    bare = text.lstrip(_DASHES)
    length = _opening_length(bare)
    return length and length + len(text) - len(bare)


def _opening_length(text: str) -> int:
    if not text:
        return 0
    words = text.split(" ", _MOST_WORDS)
    if words[0].casefold() in _FIRST:
        for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
            opening = " ".join(words[:count])
            if opening.casefold() in _SPACED:
                return len(opening) + 1
        genre = _GENRE.match(text)
        if genre:
            return genre.end()
    glued = _CAPITAL.match(text) if text[0] in _CAPITALS else None
    if glued:
        return glued.end()
    folded = text[:20].casefold()
    if not folded.startswith(_GLUED):
        return 0
    return next(len(word) for word in _GLUED if folded.startswith(word))


def is_bare_opening(text: str) -> bool:
    """Tell whether a line is nothing but the words that open a byline; the names stand in the next."""
    return len(text) <= _LONGEST and text.casefold().rstrip(" :") in _BARE


def is_signed(text: str) -> bool:
    """Tell whether a short line opens or ends with a post that is surely an author's, in Asia."""
    if text.isascii() or len(text) > _LONGEST_CLOSED:
        return False
    line = text.lstrip(_AROUND)
    opening = _glued(line) if line[:1] > _CJK else 0
    return _is_closed(text) or (opening > 0 and (line[opening - 1] in _MARKS or line[opening] == " "))


def _is_closed(text: str) -> bool:
    """Tell whether a line ends with the post of who signs, as in Korea and Japan: "홍길동 기자"."""
    line = _MAIL.sub("", text).strip(_AROUND)
    post = next((word for word in _CLOSINGS if line.endswith(word)), "")
    return bool(post) and len(line) > len(post) + 1 and not any(map(str.isdigit, line))


def is_clear_opening(text: str) -> bool:
    """Tell whether a line opens as a byline does and a sentence does not."""
    length = opening_length(text)
    word = text[:length].strip().casefold()
    return length > 0 and (word not in _AMBIGUOUS or text[length : length + 1].isupper())


def _glued(word: str) -> int:
    """Return how many characters of a word open a byline, where a name is written to them."""
    found = next((each for each in _GLUED if word.startswith(each)), "")
    return len(found) if len(word) > len(found) else 0


def inner_opening(text: str) -> int:
    """Return where the names behind an opening inside a line begin: "3 March | by Ada"; 0 for none."""
    at = 0
    for word in text.split(" "):
        after = at + len(word) + 1
        if at and word.casefold() in _INSIDE and text[after : after + 1].isalpha():
            return after
        if at and word[:1] > _CJK and (opening := _glued(word)):
            return at + opening
        at = after
    return 0


def is_told(text: str) -> bool:
    """Tell whether a text is a sentence in which somebody is named: it has its end, and many words."""
    is_sentence = text.rstrip(_QUOTES)[-1:] in _ENDS and text.count(" ") >= _SENTENCE
    return is_sentence and not (is_clear_opening(text) or is_bare_opening(text))
