"""What a name looks like: a person, initials, an institution, a date, running text."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.tidy import has_cjk, key

_PARTICLES: Final = frozenset(
    "von van de der den del della di da dos das do du la le el al bin ibn ter ten zu zur af av d' l' y e i mc mac st. san ben bar "
    "and und et och og ja dal degli dei lo las los".split()
)
_INITIALS: Final = re.compile(r"[a-zäöüß]{2,4}(?:[-,+][a-zäöüß]{2,4})?\d?$")
_DOMAIN: Final = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+(?:[a-z]{2,10}|рф|укр|бел)(?:/[\w.-]*)?$", re.IGNORECASE
)
_HANDLE: Final = re.compile(r"@\w[\w.]*$")
_LICENCE: Final = re.compile(
    r"\(?\b(?:cc[ -]?0|cc[ -]by(?:[ -](?:sa|nd|nc))*(?:[ -]?\d\.\d)?(?:[ -](?:de|at|ch|igo|intl|deed\.?\w*))?|creative commons[\w .-]*"
    r"|public domain|gemeinfrei|gfdl|lizenz|licen[cs]e|rights[ -]managed|royalty[ -]free|oc|ogl[\w .]*)\b\)?",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"[\d\s.,:/()#-]+$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def is_initials(text: str) -> bool:
    """Return whether ``text`` is an editor's shorthand: two to four small letters, "gem" in "dpa/gem"."""
    return bool(_INITIALS.match(text))


def is_domain(text: str) -> bool:
    """Return whether ``text`` is a host name: "hessenschau.de"."""
    return bool(_DOMAIN.match(text))


def is_handle(text: str) -> bool:
    """Return whether ``text`` is an account of a platform: "@adalovelace"."""
    return bool(_HANDLE.match(text))


def without_licence(text: str) -> str:
    """Return ``text`` without the name of a licence: "CC BY-SA 4.0"."""
    return _LICENCE.sub(" ", text).strip(" ,;|/-–—()") if _LICENCE.search(text) else text


def is_place(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a place that the lexicon knows."""
    return key(text) in lexicon.places


def is_date(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a date, a day or a bare number."""
    if _DIGITS.match(text):
        return True
    words = [key(w) for w in text.split()]
    timely = [w in lexicon.sets["month"] or w in lexicon.sets["day"] for w in words]
    others = [
        w for w, is_time in zip(words, timely, strict=True) if not is_time and not any(c.isdigit() for c in w)
    ]
    return any(timely) and (len(words) > 1 or words[0] in lexicon.sets["day"]) and not others


def has_institution(text: str, lexicon: Lexicon) -> bool:
    """Return whether a word of ``text`` is one of an institution: "museum", "ministry", "пресс-служба"."""
    folded = f" {key(text)} "
    if has_cjk(text):
        return any(folded.rstrip().endswith(word) for word in lexicon.sets["institution"] if has_cjk(word))
    return any(_stands_in(word, folded) for word in lexicon.sets["institution"])


_STEM: Final = 5
"""Words of this length are stems: "пресс-служб" stands for all its cases, "zeitung" for "Tageszeitung"."""


def _stands_in(word: str, folded: str) -> bool:
    if len(word) >= _STEM:
        return word in folded
    return f" {word} " in folded or (f" {word}" in folded and not word.isascii())


def is_person(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` has the shape of a person's name: two to five capitalised words, no institution."""
    if has_cjk(text):
        return len(text.replace(" ", "")) <= 5 and not has_institution(text, lexicon)  # noqa: PLR2004
    words = text.split()
    if not 2 <= len(words) <= 6 or any(c.isdigit() for c in text) or has_institution(text, lexicon):  # noqa: PLR2004
        return False
    return (
        all(_is_name_word(w) for w in words)
        and _is_name_word(words[-1])
        and not words[-1].casefold() in _PARTICLES
    )


def _is_name_word(word: str) -> bool:
    letters = word.strip(".,'’\"“”-()")
    return bool(letters) and (
        not letters[0].islower()
        or word.casefold().strip(".") in _PARTICLES
        or letters[:2] in ("d'", "d’", "al")
    )


def is_running_text(text: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a sentence or a headline rather than names."""
    words = _WORD.findall(text)
    if len(words) < 4 and not has_cjk(text):  # noqa: PLR2004
        return False
    if has_cjk(text):
        return len(text) > 24 and not any(sign in text for sign in "/／、 ")  # noqa: PLR2004
    telling = lexicon.words("sentence", language) | lexicon.words("sentence", "en")
    hits = sum(1 for w in words if w.islower() and key(w) in telling)
    small = [w for w in words if w[0].islower() and w.casefold() not in _PARTICLES]
    return (
        hits >= 2
        or (hits and len(words) >= 5)
        or (len(small) > 0.6 * len(words) and len(words) > 6)
        or len(words) > 14
    )  # noqa: PLR2004
