"""Datelines: "PARIS, May 3 (Reuters) -" at the start of the first paragraph."""

import itertools
import re
from typing import Final

from harvester.attribution.dateline_asian import read_asian
from harvester.attribution.dateline_front import behind_reporters, is_front, place_and_date, reporters
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.names import is_person
from harvester.attribution.tidy import key, tidy
from harvester.parts import Dateline

_HEAD: Final = 200
"""Characters of a paragraph that are looked at."""
_DASH: Final = r"\s?\.?\s?(?:[-–—−―]{1,2}|_(?=\s))"
_BRACKETED: Final = re.compile(
    rf"(?P<front>[^()\[\]]{{0,90}}?)\s?[(\[](?P<agency>[^()\[\]]{{2,40}})[)\]]"
    rf"(?P<dash>{_DASH}|\.|\s?:|(?=\s[^\W\d_a-z]))(?=\s|\w|[«\"“„]|$)"
    r"(?:\s?(?P<behind>[A-ZÀ-Þ][\w .,'’]{2,40}?)\s[-–—](?=\s))?"
)
_SLASHED: Final = re.compile(
    rf"(?P<front>[^/]{{3,60}}?)\s?/(?P<agency>[^/\s][^/]{{1,40}})/(?P<dash>{_DASH}|\.)?(?=\s)"
)
_CORRESPONDENT: Final = re.compile(r"^(?:[Кк]орр|[Кк]ор|[Cc]orr)\.\s?")
_OPENED: Final = re.compile(
    r"(?P<front>[^/():]{3,50}?)\s?/\s?(?P<agency>[^/\s][^/,.;:–—-]{1,24}?)(?P<dash>\s?[-–—:]{1,2})?(?=\s\S)"
)
_PLAIN: Final = re.compile(r"(?P<front>[^()–—]{3,70}?)(?P<dash>\s[–—]{1,2}|\s--|\s-)\s")
_STOP: Final = re.compile(r"\s[–—-]\s|[.,]\s")
_INNER: Final = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")
_WORD: Final = re.compile(r"[^\W\d_]{2,6}$")
_TAG: Final = re.compile(r"[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4})?$")
_NAME: Final = re.compile(r"(?=[^\W\d_a-z])(?:[^\W\d_]{3,24}(?:[ -]|$)){1,4}$")
_SMALL: Final = 3
"""Letters up to which a small word may stand in a place's name: "am", "auf"."""


def parse_dateline(paragraph_text: str, lexicon: Lexicon | None = None) -> Dateline | None:
    """Return the dateline that opens ``paragraph_text``, or ``None``.

    ``agency`` is ``None`` without one, for the house's own initials, and for satire ("dpo").
    """
    words = lexicon or packaged_lexicon()
    text = tidy(paragraph_text[: _HEAD * 2])[:_HEAD]
    for reader in (read_asian, _bracketed, _slashed, _opened, _unbracketed, _plain):
        dateline = reader(text, words)
        if dateline:
            return dateline
    return None


def dateline_names(dateline: Dateline) -> str:
    """Return what stands for the agency in the dateline, as printed: "KNA/iz", "dpo"."""
    inner = _INNER.search(dateline.raw) if dateline.raw[:1] not in "([" or not dateline.agency else None
    agency = inner[1] if inner and "=" not in inner[1] else dateline.agency or ""
    return ", ".join(filter(None, (*reporters(dateline), agency)))


def _bracketed(text: str, lexicon: Lexicon) -> Dateline | None:
    match = _BRACKETED.match(text)
    if not match or not is_front(match["front"]):
        return None
    place, date = place_and_date(match["front"] or match["behind"] or "", lexicon)
    place = behind_reporters(place, lexicon)
    if place is not None and len(place) < _SMALL:
        return None
    agency = _agency(match["agency"], lexicon)
    if not match["dash"] and (agency is None or date is None):
        return None
    if agency is None and lexicon.agencies.find(match["agency"]) is None:
        if match["dash"].strip() in (".", ":") or place is None:
            return None
        if not _is_believable(match["agency"], place, date, lexicon):
            return None
        agency = match["agency"] if _is_unknown_agency(match["agency"], place, date, lexicon) else None
    end = match.end() if not match["front"] else match.end("dash")
    return Dateline(text[:end].strip(), place, date, agency)


def _agency(text: str, lexicon: Lexicon) -> str | None:
    """Return the first known agency of "KNA/iz"; ``None`` for satire and initials."""
    for part in (text, *re.split(r"[/,]", text)):
        if lexicon.agencies.knows(part.strip()):
            return part.strip()
    return None


def _is_believable(word: str, place: str, date: str | None, lexicon: Lexicon) -> bool:
    """Return whether a bracket with unknown words opens a dateline.

    It does behind capitals, with a date, or when it is a paper's own tag in small letters.
    """
    if _TAG.match(word):
        return place[0].isupper() and len(place) > _SMALL and place.count(" ") < _SMALL
    if _WORD.match(word) and (place.isupper() or date is not None):
        return True
    return _is_unknown_agency(word, place, date, lexicon)


def _is_unknown_agency(name: str, place: str, date: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``name`` is an agency that no list knows: behind place and date, and no initials."""
    placed = place.isupper() or key(place) in lexicon.sets["places"]
    return placed and date is not None and bool(_NAME.match(name)) and not lexicon.has("drop", name)


def _slashed(text: str, lexicon: Lexicon) -> Dateline | None:
    match = _SLASHED.match(text)
    agency = _first_agency(_CORRESPONDENT.sub("", match["agency"]), lexicon) if match else None
    if match and agency and is_front(match["front"]):
        place, date = place_and_date(match["front"], lexicon)
        return Dateline(match.group().strip(), place, date, agency)
    return None


def _first_agency(text: str, lexicon: Lexicon) -> str | None:
    """Return the agency that is all of ``text``, or in front of a person's name: "ТАСС Пётр Волков"."""
    agency, _, person = text.partition(" ")
    if lexicon.agencies.knows(text):
        return text
    return agency if lexicon.agencies.knows(agency) and is_person(person, lexicon) else None


def _opened(text: str, lexicon: Lexicon) -> Dateline | None:
    """Read "BAGHDAD / INA - The": a known place in front of an agency that text follows."""
    match = _OPENED.match(text)
    if match is None or not is_front(match["front"]):
        return None
    place, date = place_and_date(match["front"], lexicon)
    if place is None or not lexicon.agencies.knows(match["agency"]) or lexicon.agencies.knows(place):
        return None
    known = key(place) in lexicon.sets["places"]
    return Dateline(match.group().strip(), place, date, match["agency"]) if known else None


def _unbracketed(text: str, lexicon: Lexicon) -> Dateline | None:
    """Read "МОСКВА, 3 мая — РИА Новости." and "Moscow. May 3. INTERFAX -"."""
    stops = list(_STOP.finditer(text))[:_PARTS]
    for before, stop in itertools.pairwise(stops):
        agency = text[before.end() : stop.start()]
        if not lexicon.agencies.knows(agency):
            continue
        place, date = place_and_date(text[: before.start()], lexicon)
        capitals = place is not None and (place.isupper() or key(place) in lexicon.sets["places"])
        return Dateline(text[: stop.end()].strip(), place, date, agency) if capitals and date else None
    return None


_PARTS: Final = 5


def _plain(text: str, lexicon: Lexicon) -> Dateline | None:
    """Read "CITY —": capitals, no shout; a known place, a region or date behind it, or a long name."""
    match = _PLAIN.match(text)
    if not match or not is_front(match["front"]):
        return None
    place, date = place_and_date(match["front"], lexicon)
    head, comma, _ = (place or "").partition(",")
    if not head.isupper() or head.count(" ") > _SMALL or lexicon.has("shout", head):
        return None
    sure = comma or date or key(head) in lexicon.sets["places"] or len(head) >= _LONG_PLACE
    return Dateline(match.group().strip(), place, date, None) if sure else None


_LONG_PLACE: Final = 6
"""Letters from which capitals in front of a dash are no acronym."""
