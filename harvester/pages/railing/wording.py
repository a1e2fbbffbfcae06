"""The words over, in and around teasers; they are data in ``words/rails.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import filterfalse
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from harvester.parts import RailKind

Said: TypeAlias = RailKind | Literal["none"]
"""The kind that a heading names; ``none`` for headings of what is no rail."""

_DATA: Final = tomllib.loads(
    files("harvester.pages").joinpath("words", "rails.toml").read_text(encoding="utf-8")
)
_KINDS: Final[tuple[Said, ...]] = ("none", "popular", "latest", "editors", "related", "section")
_SPACED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS: Final = {n: " " for n in range(128) if not chr(n).isalnum()}
"""Leaves letters and digits of a text in ASCII: its words, in a third of the time."""
_GROWN = re.compile("[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]")
_LONGEST_HEADING: Final = 90
_FEW: Final = 2
"""Words; in longer texts "navigation" is the seaman's."""

Phrases: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], Said], ...]]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in one spelling of case and apostrophe."""
    folded = text.casefold()
    if folded.isascii() and "'" not in folded:
        return tuple(folded.translate(_LETTERS).split())
    return tuple(_SPACED.findall(folded.replace("’", "'").replace("\u0307", "")))


def _phrases() -> Phrases:
    """Return the phrases of headings by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Said]]] = {}
    for kind in _KINDS:
        for phrase in _DATA["heading"][kind]:
            words = _words(phrase)
            found.setdefault(words[0], []).append((words, kind))
    return MappingProxyType(
        {first: tuple(sorted(each, key=lambda one: -len(one[0]))) for first, each in found.items()}
    )


def _wholes(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(_words, phrases))


_PHRASES: Final = _phrases()
_WHOLE: Final[Mapping[tuple[str, ...], Said]] = MappingProxyType(
    {_words(phrase): kind for kind in reversed(_KINDS) for phrase in _DATA["whole"].get(kind, ())}
)
_UNSPACED: Final = tuple((phrase, kind) for kind in _KINDS for phrase in _DATA["unspaced"].get(kind, ()))
_INVITATIONS: Final = _wholes(_DATA["inline"]["invitation"])
_INVITATIONS_UNSPACED: Final = tuple(_DATA["inline"]["unspaced"])
_COMMENTS: Final = frozenset(_DATA["other"]["comments"])
_CALLS: Final = _wholes(_DATA["inline"]["call"])
LISTED: Final = frozenset(_DATA["other"]["listed"])
"""Segments of an address before the name of a subject, a person, a day out, a letter."""
_NO_RAIL: Final = _wholes(_DATA["other"]["no_rail"])
_NO_LABEL: Final = _wholes(_DATA["other"]["no_label"])
_NO_LABEL_UNSPACED: Final = frozenset(
    phrase for phrase in _DATA["other"]["no_label"] if _GROWN.search(phrase)
)
_ADVERTISEMENT: Final = _wholes(_DATA["other"]["advertisement"])
_BYLINES: Final = _wholes(_DATA["other"]["byline"])
_LONGEST_BYLINE: Final = 30
_BYLINE_SIZES: Final = tuple({len(words) for words in _BYLINES})
_FIRST_OF_BYLINES: Final = frozenset(words[0] for words in _BYLINES)


@lru_cache(maxsize=8192)
def said_by(heading: str) -> Said | None:
    """Return the kind of rail that a heading names, ``none`` for other blocks, ``None`` for no words."""
    if len(heading) > _LONGEST_HEADING:
        return None
    if not heading.isascii() and _GROWN.search(heading):
        return next((kind for phrase, kind in _UNSPACED if phrase in heading), None)
    words = _words(heading)
    if words in _WHOLE:
        return _WHOLE[words]
    if words in _NO_RAIL or (len(words) <= _FEW and any("navigation" in word for word in words)):
        return "none"
    places = () if _PHRASES.keys().isdisjoint(words) else range(len(words))
    said = next((kind for at in places for kind in _kinds_at(words, at)), None)
    if said == "latest" and not _COMMENTS.isdisjoint(words):
        return "none"
    return None if said == "none" and len(words) > 1 and words in _NO_LABEL else said


def _kinds_at(words: tuple[str, ...], at: int) -> Iterable[Said]:
    """Return the kinds of the phrases that begin at a word."""
    return (kind for phrase, kind in _PHRASES.get(words[at], ()) if words[at : at + len(phrase)] == phrase)


@lru_cache(maxsize=4096)
def is_invitation(prefix: str) -> bool:
    """Tell whether a text before a link invites to read on: "Read more:", "Lesen Sie auch"."""
    if not prefix.isascii() and _GROWN.search(prefix):
        return any(phrase in prefix for phrase in _INVITATIONS_UNSPACED)
    return _words(prefix) in _INVITATIONS


def is_call(head: str) -> bool:
    """Tell whether the words before a colon bid to read or watch: "Read"."""
    return _words(head) in _CALLS


@lru_cache(maxsize=8192)
def is_no_label(text: str) -> bool:
    """Tell whether a short text of a teaser is a button, a counter, a byline or a word before a picture."""
    if text in _NO_LABEL_UNSPACED:
        return True
    words = _words(text)
    if words in _NO_LABEL or not any(map(str.isalpha, "".join(words))):
        return True
    if any(map(str.isdigit, words)) and tuple(filterfalse(str.isdigit, words)) in _NO_LABEL:
        return True
    may_be_byline = len(words) > 1 and words[0] in _FIRST_OF_BYLINES
    return may_be_byline and any(words[:size] in _BYLINES for size in _BYLINE_SIZES)


def is_counter(text: str) -> bool:
    """Tell whether a number stands beside a word that is no date's: "3 min read", "12 comments"."""
    words = _words(text)
    named = tuple(word for word in words if not word.isdigit())
    return len(named) < len(words) and named in _NO_LABEL


def opens_byline(text: str) -> bool:
    """Tell whether a text is what stands before an author's name: "Written by"."""
    return len(text) <= _LONGEST_BYLINE and _words(text) in _BYLINES


@lru_cache(maxsize=4096)
def is_advertised(text: str) -> bool:
    """Tell whether a text marks an advertisement."""
    return _words(text) in _ADVERTISEMENT


def width(text: str) -> int:
    """Return the characters of a text, those of wide scripts twice."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
