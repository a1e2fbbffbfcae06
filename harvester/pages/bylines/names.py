"""Names of authors: which are persons, which are houses, which are nobody."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from harvester.attribution import parse_byline
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.names import is_person
from harvester.pages.bylines.openings import opening_length
from harvester.pages.titles import letters
from harvester.pages.word_lists import word_lists
from harvester.parts import Party

_WORDS: Final = word_lists("byline")
_NOBODY: Final = frozenset(letters(word) for word in _WORDS["nobody"])
_NOISE: Final = re.compile(
    r"https?://\S+|\S+@\S+|\([^()]{0,40}\)|\[[^\[\]=]{1,20}=[^\[\]=]{1,20}\]|(?<!\w)@\w+|<[^<>]*>"
)
_DEGREE: Final = re.compile(
    r",\s*(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?Sc|B\.?A|R\.?D|MBA|MPH|JD|Esq|LL\.?M|Dr)\b\.?.*$"
)
_SEVERAL: Final = re.compile(
    r"[,;/|&、，]|\s(?:and|und|et|y|e|en|og|och|ja|i|a|и|та|ve|dan|và|con|mit|with|avec|for)\s", re.IGNORECASE
)
_TURNED: Final = re.compile(r"([^\s,]+(?:[ -][^\s,]+)?), ([^\s,]+(?: [^\s,]+){0,2})")
_LABEL: Final = re.compile(r"([^\s:：][^:：]{1,30}?)\s?[:：]\s*(?=\S)")
_NOT_LABELS: Final = frozenset(_WORDS["not_labels"])
_FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{4})\.$")
_LONGEST: Final = 120
_SEVERAL_NAMES: Final = 2
_FIRST_NAME: Final = 4
"""Letters of the longest first name that is an agency's in capitals: Ana, Mia, Jan."""
_WORDS_OF_A_NAME: Final = 6
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BUTTONS: Final = frozenset(_WORDS["buttons"])
_GIVEN: Final = frozenset(_WORDS["given"])
_REPORTS: Final = tuple(_WORDS["reports"])
_STAFF: Final = tuple(_WORDS["staff"])
_HOUSES: Final = tuple(_WORDS["houses"])


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named: persons by name, and houses."""

    persons: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()


def tidied(text: str) -> str:
    """Return a name without "By", addresses, accounts and what stands in brackets."""
    text = " ".join(_NOISE.sub(" ", text).split())
    label = _LABEL.match(text)
    if label:
        return "" if _is_foreign(label[1]) else tidied(text[label.end() :])
    bare = _DEGREE.sub("", text[opening_length(text) :]).strip(" ,;:|·•・-–—/…+\"'〔〕【】［］[]")
    return _FULL_STOP.sub("", bare)


def _is_foreign(label: str) -> bool:
    """Tell whether a label announces someone else than the author: a photographer, an editor."""
    return not _NOT_LABELS.isdisjoint(label.casefold().split())


def read_name(text: str, site: frozenset[str], kind: str | None = None) -> Names:
    """Return who one entry of a page's data or one link names; the site, staff and accounts are nobody."""
    name = tidied(text)[:_LONGEST]
    if kind == "Person" and _is_said_person(name) and (letters(name) not in site or looks_like_person(name)):
        # A site may have the name of the one who writes it.
        return Names((name,))
    if not is_somebody(name, site):
        return Names()
    found = _read(name)
    if found.persons and kind and kind.endswith("Organization"):
        return Names((), found.parties or (Party(name, "origcont"),))
    return found


@lru_cache(maxsize=4096)
def _is_said_person(name: str) -> bool:
    """Tell whether a name that the data calls a person's may be one: no whole word of it is a house's."""
    lexicon = packaged_lexicon()
    words = name.casefold().split()
    if _SEVERAL.search(name) or not 1 < len(words) <= _WORDS_OF_A_NAME or lexicon.hints_at_agency(name):
        return False
    return all(word[:1].isupper() for word in name.split()) and not any(map(_is_house, words))


def _is_house(word: str) -> bool:
    sets = packaged_lexicon().sets
    return word in sets["institution"] or word in sets["staff"] or word.endswith(_HOUSES)


def is_nobody(name: str) -> bool:
    """Tell whether a name is one of those who publish without a name: "Staff", "admin"."""
    return letters(name) in _NOBODY or name.casefold().partition(" ")[0] in _BUTTONS


def is_somebody(name: str, site: frozenset[str]) -> bool:
    """Tell whether a name is neither the site's, nor the staff's, nor an address."""
    key = letters(name)
    if name.casefold().partition(" ")[0] in _BUTTONS or name.casefold().endswith(_STAFF):
        return False
    return bool(key) and key not in _NOBODY and key not in site and "://" not in name and not key.isdigit()


@lru_cache(maxsize=4096)
def _read(name: str) -> Names:
    """Return who is named; bylines of a site name the same few again and again."""
    lexicon = packaged_lexicon()
    if looks_like_person(name):
        return Names((name,))
    found = parse_byline(name)
    persons = tuple(author.name for author in found.authors if letters(author.name) not in _NOBODY)
    persons = without_offices(persons)
    parties = tuple(party for party in found.parties if letters(party.name) not in _NOBODY)
    is_open = not persons and not parties and name.count(" ") < _WORDS_OF_A_NAME
    if is_open and name.casefold() not in lexicon.sets["month"] and not name[0].isdigit():
        return Names((name,))
    return Names(persons, parties)


def without_staff(text: str) -> str:
    """Return names without the word for their posts behind: "Ada Byron and Bo Lind, Staff Writers"."""
    names, comma, post = text.rpartition(",")
    is_post = comma and (letters(post) in _NOBODY or post.casefold().endswith(_STAFF))
    return names if is_post else text


def without_offices(persons: tuple[str, ...]) -> tuple[str, ...]:
    """Return several names without those that say what somebody does, or where: "Editor", "北京报道"."""
    if len(persons) < _SEVERAL_NAMES:
        return persons
    is_office = packaged_lexicon().stems["office"].inside
    return tuple(name for name in persons if not is_office(name.casefold()) and not name.endswith(_REPORTS))


@lru_cache(maxsize=4096)
def looks_like_person(name: str) -> bool:
    """Tell whether a text has the shape of one person's name, and of nothing else that is known."""
    lexicon = packaged_lexicon()
    if _SEVERAL.search(name) or not is_person(name, lexicon):
        return False
    if not name.isascii() and _CJK.search(name):
        return False
    first, *others = name.casefold().split()
    months, days = lexicon.sets["month"], lexicon.sets["day"]
    if (first in months or first in days) and first not in _GIVEN:
        return False
    if not (months.isdisjoint(others) and days.isdisjoint(others)):
        return False
    return not any(_is_agencys(word, lexicon) for word in name.split())


def _is_agencys(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word may be an agency's; "Ana" is no ANA, "Our" is nobody's name."""
    if not lexicon.hints_at_agency(word):
        return False
    is_name = word.istitle() and len(word) <= _FIRST_NAME
    return not is_name or word.casefold() in _general(lexicon)


@lru_cache(maxsize=4)
def _general(lexicon: Lexicon) -> frozenset[str]:
    """Return the first words of what stands for agencies and staff without a name."""
    words = lexicon.sets["generic"] | lexicon.sets["staff"]
    return frozenset(each.partition(" ")[0] for each in words)


def turned(name: str) -> str:
    """Return "Ada Byron" for "Byron, Ada", as catalogues write it."""
    match = _TURNED.fullmatch(name)
    return f"{match[2]} {match[1]}" if match else name
