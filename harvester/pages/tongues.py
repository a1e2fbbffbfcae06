"""What a text shows of its language: its script, and the words that every text has."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final

_SAMPLE: Final = 1500
_LETTERS: Final = 150
"""Letters that are looked at for the script, from all over the sample."""
_SIGNS: Final = (
    "\u0900-\u0963\u0971-\u09e3\u09f0-\u0a65\u0a70-\u0ae5\u0af0-\u0b65\u0b70-\u0be5"
    "\u0bf0-\u0c65\u0c70-\u0ce5\u0cf0-\u0d65\u0d70-\u0dff"
)
"""Letters and vowel signs of India: Python's patterns take the signs for the ends of words."""
_SIGN: Final = re.compile(f"[{_SIGNS}]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD_WITH_SIGNS: Final = re.compile(rf"(?:[^\W\d_]|[{_SIGNS}])+")
"""Takes four times as long."""
_WORDS: Final = 150
_ENOUGH: Final = 25
"""Words; fewer show nothing."""
_CLEAR: Final = 0.08
"""Share of its common words that the text of a language has at least."""
_TIMES: Final = 1.05
"""So much more of them than of any other tells a language from its next of kin."""
_BOTH: Final = frozenset(("sr", "bs", "az", "uz", "kk", "ku", "ms", "pa", "tt", "mn", "tg"))
"""Written in Latin letters and in others."""
_NAMES: Final = {"CJK": "han", "HIRAGANA": "kana", "KATAKANA": "kana", "KATAKANA-HIRAGANA": "kana"}


@dataclass(frozen=True, slots=True)
class Tongues:
    """What is known of languages."""

    codes: frozenset[str]
    names: Mapping[str, str]
    """Codes by the names and wrong codes that pages use."""
    scripts: Mapping[str, tuple[str, ...]]
    common: Mapping[str, tuple[str, ...]]
    """For each word the languages that have it often."""
    letters: Mapping[str, str]
    """The language of each letter that one alone has."""
    kin: Mapping[str, str]
    """Languages that are checked by the words of another."""
    weighed: frozenset[str]
    """The languages whose common words are known."""


@cache
def tongues() -> Tongues:
    """Return what is known, read once."""
    data = tomllib.loads((files("harvester.pages") / "words" / "languages.toml").read_text("utf-8"))
    common: dict[str, list[str]] = {}
    for language, words in data["common"].items():
        for word in dict.fromkeys(words.split()):
            common.setdefault(word, []).append(language)
    return Tongues(
        frozenset(data["codes"]["known"].split()),
        data["names"],
        {script: tuple(languages) for script, languages in data["scripts"].items()},
        {word: tuple(languages) for word, languages in common.items()},
        {letter: language for language, letters in data["letters"].items() for letter in letters},
        data["kin"],
        frozenset(data["common"]),
    )


def script_of(text: str) -> str | None:
    """Return the script of most letters of a text, "latin" or a key of the list; ``None`` for few letters."""
    sample = text[:_SAMPLE]
    letters = [letter for letter in sample[:: len(sample) // _LETTERS + 1] if letter.isalpha()]
    if len(letters) < _ENOUGH:
        return None
    counts = Counter("latin" if letter < "\u0250" else _script(letter) for letter in letters)
    # Japanese is told by its kana: most of its letters are those of Chinese.
    if counts["kana"] * 10 > len(letters):
        return "kana"
    return counts.most_common(1)[0][0]


@cache
def _script(letter: str) -> str:
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _NAMES.get(first, first.lower())


def languages_of(script: str) -> tuple[str, ...] | None:
    """Return the languages that are written in a script; ``None`` for Latin letters and unknown ones."""
    return tongues().scripts.get(script)


@cache
def unlatin_languages() -> frozenset[str]:
    """Return the languages whose news are never in Latin letters."""
    return frozenset(each for languages in tongues().scripts.values() for each in languages) - _BOTH


def shares_of(text: str) -> dict[str, float] | None:
    """Return for each language the share of its own words in a text; ``None`` for a short one."""
    sample = text[:_SAMPLE].lower()
    words = (_WORD_WITH_SIGNS if _SIGN.search(sample) else _WORD).findall(sample)[:_WORDS]
    if len(words) < _ENOUGH:
        return None
    known = tongues()
    common = filter(None, map(known.common.get, words))
    foreign = () if sample.isascii() else (word for word in words if not word.isascii())
    own = ({known.letters[letter] for letter in word if letter in known.letters} for word in foreign)
    counts = Counter(chain.from_iterable(chain(common, own)))
    return {language: count / len(words) for language, count in counts.items()}


def clear_language(shares: Mapping[str, float]) -> str | None:
    """Return the language whose words a text clearly has; ``None`` where two are alike."""
    ranked = sorted(shares.items(), key=lambda pair: -pair[1])[:2]
    if not ranked or ranked[0][1] < _CLEAR:
        return None
    is_alone = len(ranked) == 1 or ranked[0][1] >= _TIMES * ranked[1][1]
    return ranked[0][0] if is_alone else None


def is_refuted(language: str, shares: Mapping[str, float]) -> bool:
    """Tell whether a text has the common words of another language twice as often as this one's."""
    language = tongues().kin.get(language, language)
    if language not in tongues().weighed:
        return clear_language(shares) is not None
    best = max(shares.values(), default=0.0)
    return best >= 2 * _CLEAR and shares.get(language, 0.0) * 2 <= best
