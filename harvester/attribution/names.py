"""What a name looks like: a person, initials, an outlet, a place, a date."""

import re
from functools import lru_cache
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.tidy import has_cjk, is_small, key

_INITIALS: Final = re.compile(
    r"[a-zäöüß]{2,4}(?:[-,+][a-zäöüß]{2,4})?\d?$|(?:[A-ZÀ-Þ]\.-?){1,3}[A-ZÀ-Þ]?\.?$"
)
_MAIL: Final = re.compile(r"\S+@\S+\.\w+$")
_CODE: Final = re.compile(r"\S*?(?:\d[^\s\d]*){6}\S*$")
_DOMAIN: Final = re.compile(r"(?:[\w-]+\.){1,5}(?:[a-z]{2,10}|рф|укр|бел)$", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[\d\s.,:/()#-]+(?:[ap]\.?m\.?|uhr|h|gmt|utc|est|et)?$", re.IGNORECASE)
_VOWEL: Final = re.compile(r"[AEIOUYÄÖÜÅØÆÉÈАЕИОУЫЭЮЯЄІЇ]")
_LATIN: Final = re.compile(r"[A-Za-z]{2}")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]{2}")
_PERSON_WORDS: Final = range(2, 7)
_PERSON_CJK: Final = 5
"""Letters of the longest person's name in Chinese, Japanese or Korean."""
_ACRONYM: Final = (3, 4)
_PLURAL: Final = 5
"""Letters of the longest word whose plural may be a family name: Banks, Clubbs."""
_FAMILIES: Final = ("man", "mann", "ler", "ner", "burg")
"""Ends of family names that begin as institutions do: Spiegelman, Kreisler."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_initials(text: str) -> bool:
    """Return whether ``text`` is an editor's shorthand: two to four small letters, "gem" in "dpa/gem"."""
    return bool(_INITIALS.match(text))


def is_code(text: str) -> bool:
    """Return whether ``text`` is a number of an archive ("dpa:240503-99-123456") or a mail address."""
    return bool(_CODE.match(text) or _MAIL.match(text))


def is_domain(text: str) -> bool:
    """Return whether ``text`` is a host name: "hessenschau.de"."""
    return bool(_DOMAIN.match(text))


def is_place(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a place that the lexicon knows."""
    return lexicon.has("places", text)


def is_date(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is a date, a time, a day or a bare number."""
    if _DIGITS.match(text):
        return True
    words = [key(w) for w in text.split()]
    if len(words) == 1:
        return words[0] in lexicon.sets["day"]
    spoken = [w for w in words if not any(c.isdigit() for c in w)]
    return bool(spoken) and all(w in lexicon.sets["month"] or w in lexicon.sets["day"] for w in spoken)


@lru_cache(maxsize=2048)
def has_institution(text: str, lexicon: Lexicon) -> bool:
    """Return whether a word of ``text`` is one of an institution: "museum", "ministry", "пресс-служба"."""
    folded = key(text)
    if lexicon.stems["press_office"].inside(folded):
        return True
    if has_cjk(text):
        return folded.endswith(_cjk_institutions(lexicon))
    words = _WORD.findall(folded)
    known = lexicon.sets["institution"]
    if not known.isdisjoint((*words, *folded.split())):
        return True
    if any(word[:-1] in known for word in words if len(word) > _PLURAL and word[-1] == "s"):
        return True
    return lexicon.stems["institution"].inside(" ".join(w for w in words if not w.endswith(_FAMILIES)))


@lru_cache(maxsize=4)
def _cjk_institutions(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for institutions that stand at the end of a name without a space."""
    return tuple(filter(has_cjk, lexicon.sets["institution"]))


def is_press_office(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` names an office that speaks for another: "Varnia press service"."""
    return lexicon.stems["press_office"].inside(key(text))


@lru_cache(maxsize=2048)
def is_person(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` has the shape of a person's name: capitalised words, no institution."""
    if has_cjk(text):
        return len(text.replace(" ", "")) <= _PERSON_CJK and not has_institution(text, lexicon)
    words = text.split()
    if len(words) not in _PERSON_WORDS or any(c.isdigit() for c in text) or has_institution(text, lexicon):
        return False
    if _is_acronym(words[0], text) or (words[0].istitle() and _opens_paper(words[0], lexicon)):
        return False
    if (_LATIN.search(text) and _CYRILLIC.search(text)) or _ends_otherwise(words, lexicon):
        return False
    if sum(_counts(w, at, lexicon) for at, w in enumerate(words)) < _PERSON_WORDS.start:
        return False
    return all(_is_name_word(w, lexicon) for w in words)


def _ends_otherwise(words: list[str], lexicon: Lexicon) -> bool:
    """Return whether the last of ``words`` is a particle, or what somebody does: "Ada Byron Writer"."""
    last = key(words[-1])
    is_office = len(words) > _PERSON_WORDS.start and last in lexicon.sets["office"]
    return is_office or last in lexicon.sets["particle"]


def _counts(word: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether ``word`` is a name by itself: no particle, or one that is a first name too: "Ben"."""
    folded = key(word)
    return folded not in lexicon.sets["particle"] or (at == 0 and folded in lexicon.sets["given"])


def _opens_paper(word: str, lexicon: Lexicon) -> bool:
    """Return whether ``word`` is an article of a paper's name and not of a family's: "Le", not "De"."""
    return key(word) in lexicon.sets["article"] and key(word) != "de"


def _is_name_word(word: str, lexicon: Lexicon) -> bool:
    letters = word.strip(".,'’\"“”-()")
    if not letters[:1].isalpha():
        return False
    return not is_small(letters) or key(word) in lexicon.sets["particle"] or letters[:2] in ("d'", "d’", "al")


def _is_acronym(word: str, text: str) -> bool:
    """Return whether ``word`` opens an outlet's name: "MDR Thüringen"; among capitals one without vowels."""
    capitals = word.isupper() and word.isalpha() and len(word) in _ACRONYM
    is_all = text.replace("Mc", "MC").isupper()
    return capitals and (not is_all or not _VOWEL.search(word))


def is_house(name: str, lexicon: Lexicon) -> bool:
    """Return whether ``name`` is surely an outlet: a host name, capitals, an article, a paper's word."""
    if lexicon.stems["office"].inside(key(name)):
        return False
    words = name.split()
    article = (
        len(words) > 1 and words[0].istitle() and lexicon.has("article", words[0]) and words[1][0].isupper()
    )
    acronym = words[0].isupper() and len(words[0]) > 1 and words[0].isalpha()
    return is_domain(name) or article or acronym or has_institution(name, lexicon)
