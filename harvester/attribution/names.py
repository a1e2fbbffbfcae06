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
_DIGITS: Final = re.compile(r"[\d\s.,:/()#-]+(?:[ap]\.?m\.?|uhr|h|gmt|utc|est|et)?$", re.IGNORECASE)
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
    if (
        _is_acronym(words[0], text)
        or words[0].casefold() in _ARTICLES
        or (_LATIN.search(text) and _CYRILLIC.search(text))
    ):
        return False
    return (
        all(_is_name_word(w) for w in words)
        and _is_name_word(words[-1])
        and not words[-1].casefold() in _PARTICLES
    )


def _is_acronym(word: str, text: str) -> bool:
    """Return whether ``word`` opens an outlet's name: "MDR Thüringen"; in a line of capitals only without vowels."""
    capitals = word.isupper() and word.isalpha() and len(word) in (3, 4)
    return capitals and (not text.isupper() or not _VOWEL.search(word))


_VOWEL: Final = re.compile(r"[AEIOUYÄÖÜÅØÆÉÈАЕИОУЫЭЮЯЄІЇ]")
_ARTICLES: Final = frozenset("the le la les el los las il der die das het".split())
"""Words that open a paper's name and no person's: "Le Figaro", "El Faro"."""
_LATIN: Final = re.compile(r"[A-Za-z]{2}")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]{2}")


def _is_name_word(word: str) -> bool:
    letters = word.strip(".,'’\"“”-()")
    return bool(letters) and (
        not letters[0].islower()
        or word.casefold().strip(".") in _PARTICLES
        or letters[:2] in ("d'", "d’", "al")
    )


def is_running_text(text: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a sentence or a headline rather than names."""
    if has_cjk(text):
        return len(text) > _LONG_CJK and not any(sign in text for sign in "/／、 ")
    words = _WORD.findall(text)
    if len(words) < _FEW:
        return False
    telling = lexicon.words("sentence", language) | lexicon.words("sentence", "en")
    hits = sum(1 for w in words if w.islower() and key(w) in telling)
    small = sum(1 for w in words if w[0].islower() and w.casefold() not in _PARTICLES)
    most = _SMALL_INSTITUTION if has_institution(text, lexicon) else _SMALL
    return hits > 1 or (hits > 0 and len(words) > _FEW) or (small > most * len(words) and len(words) > _SOME)


_SMALL: Final = 0.6
"""Share of small words from which a line is a sentence; institutions have more of them."""
_SMALL_INSTITUTION: Final = 0.8


_LONG_CJK: Final = 24
_FEW: Final = 4
_SOME: Final = 6


def is_link(word: str) -> bool:
    """Return whether the small ``word`` may stand inside a name: "of", "für", "della"."""
    return word.casefold() in _LINKS or word.casefold() in _PARTICLES


def is_name_like(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` may be a name: capitals but for particles, or the words of an institution."""
    if has_cjk(text):
        return len(text) <= _LONG_CJK // 2 and not _KANA.search(text)
    words = _WORD.findall(text)
    small = [
        w for w in words if w[0].islower() and w.casefold() not in _PARTICLES and w.casefold() not in _LINKS
    ]
    if len(words) > _LONG_NAME or not words or _NUMBERED.match(text):
        return False
    if len(small) <= (len(words) < _FEW) or lexicon.agencies.knows(text):
        return True
    first = next((w for w in words if w.casefold() not in _ARTICLES), "")
    return has_institution(text, lexicon) and not (first.islower() and first.isascii())


_KANA: Final = re.compile(r"[\u3041-\u309f]")
_LONG_NAME: Final = 12
_NUMBERED: Final = re.compile(r"\d+\s+(?:von|of|de|di|van|av|af|z|из|od)\b|\d+\s*$")
_LINKS: Final = frozenset(
    "of the for in at on to für des der den dem im am zu pour aux au en sur et para por per ve na w we z pri pro și ja".split()
)


_OFFICES: Final = re.compile(
    r"(?:editor|reporter|writer|correspondent|columnist|contributor|redakteur|korrespondent|journalist|rédact|correspondant"
    r"|redactor|corresponsal|redattore|inviat|director|manager|fellow|analyst|professor|chief|head of)",
    re.IGNORECASE,
)


def is_house(name: str, lexicon: Lexicon) -> bool:
    """Return whether ``name`` is surely an outlet: a host name, capitals, an article in front, a paper's word."""
    if _OFFICES.search(name):
        return False
    words = name.split()
    article = len(words) > 1 and words[0] in _CAPITAL_ARTICLES and words[1][:1].isupper()
    acronym = words[0].isupper() and len(words[0]) > 1 and words[0].isalpha()
    return is_domain(name) or article or acronym or has_institution(name, lexicon)


_CAPITAL_ARTICLES: Final = frozenset("The Le La Les El Los Las Die Der Das Il De Het".split())
