"""From the blocks of a byline to what it prints and whom it names."""

import re
from itertools import islice, pairwise
from typing import Final

from harvester.attribution import parse_byline
from harvester.attribution.lexicon import packaged_lexicon
from harvester.attribution.tidy import key
from harvester.pages.bylines.known import Known
from harvester.pages.bylines.names import Names, is_somebody, looks_like_person, read_name, tidied
from harvester.pages.bylines.openings import inner_opening, opening_length
from harvester.pages.bylines.places import Place, leads_to_author
from harvester.pages.flags import FORM
from harvester.pages.pieces import pieces
from harvester.pages.titles import letters
from harvester.pages.walk import Block
from harvester.pages.word_lists import word_lists

_STAMPS: Final = "|".join(sorted(map(re.escape, word_lists("byline")["stamps"]), key=len, reverse=True))
_SHORTEST_MONTH: Final = 3
_MONTHS: Final = "|".join(
    sorted(
        (re.escape(word) for word in packaged_lexicon().sets["month"] if len(word) >= _SHORTEST_MONTH),
        key=len,
        reverse=True,
    )
)
_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr|h|(?-i:[A-Z]{2,4}))\b)*"
_WHEN: Final = re.compile(
    rf"\d{{1,4}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s?(?:de\s)?(?:{_MONTHS})\b\.?,?(?:\s?(?:de\s)?\d{{4}})?"
    rf"|\b(?:{_MONTHS})\b\.?\s?\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s\d{{4}})?|\d{{4}}\s?年\d{{1,2}}月\d{{1,2}}日|{_CLOCK}",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    rf"(?:^|[\s|·•∙/,—–(-])(?:{_STAMPS})\b.*$|[|•·∙/,–—-]?\s*\d.*$|\s[|•∙]\s.*$", re.IGNORECASE | re.DOTALL
)
_PARTS: Final = re.compile(r"\s*[|·•∙\n\x00]\s*|\s+[/–—-]\s+|(?<=\s),\s|,?\s*\x00[,\s]*")
_ENDS: Final = " \n\t|·•∙/,;:–—-("
_LONGEST: Final = 250
_MOST: Final = 10
"""Persons of a byline without words between them."""
_SHORT: Final = 60
_FEW: Final = 4
"""Letters that are no name beside a known one: "by", "und"."""
_LONGEST_PEN_NAME: Final = 25
_MARKED: Final = 1.5
"""Weight of a place that class words or attributes mark."""


def byline_text(place: Place, headline: str | None) -> str:
    """Return the words of a byline, a space between the elements that hold them, without the headline."""
    own = letters(headline or "")
    return " ".join(_text(block, own) for block in place.blocks)[:_LONGEST]


def _text(block: Block, headline: str) -> str:
    if "\n" in block.text and letters(block.text).startswith(headline):
        return " ".join(line for line in block.text.split("\n") if letters(line) != headline)
    return " ".join(_pieces(block))


def _pieces(block: Block) -> list[str]:
    """Return what the elements of a block say, or its text where it shares its box with others."""
    if block.box.stop - block.box.start == 1:
        found = [text for text, _ in pieces(block.box.element, "")]
        if letters("".join(found)) == letters(block.text):
            return found
    return [block.text.replace("\n", " ")]


def role_beside(place: Place, name: str) -> str | None:
    """Return the office that stands in an element of its own behind a name: "Europe correspondent"."""
    found = [piece for block in place.blocks for piece in _pieces(block)]
    for before, piece in pairwise(found):
        if before.endswith(name) and len(piece) <= _SHORT and _is_office(piece):
            return piece.strip(_ENDS)
    return None


def _is_office(text: str) -> bool:
    return packaged_lexicon().stems["office"].inside(key(text)) and not _WHEN.search(text)


def printed(text: str, names: tuple[str, ...]) -> str:
    """Return the part of a byline that names somebody: without dates and reading time."""
    folded = text.casefold()
    spans = [(at, at + len(name)) for name in names if (at := folded.find(name.casefold())) >= 0]
    if not spans:
        return _TAIL.sub("", text).strip(_ENDS)
    start, stop = min(spans)[0], max(end for _, end in spans)
    after = _TAIL.sub("", _WHEN.split(text[stop:], maxsplit=1)[0])
    return f"{_before(text[:start])}{text[start:stop]}{after}".strip(_ENDS)


def _before(text: str) -> str:
    """Return what stands in front of the names: "Von", "A column by"; nothing of a date before."""
    parts = _PARTS.split(_WHEN.sub("\x00", text))
    last = parts[-1] if parts[-1].strip() or len(parts) == 1 else ""
    return last.lstrip(_ENDS) if len(last) <= _SHORT else ""


def names_in(
    place: Place, text: str, known: tuple[Known, ...], site: frozenset[str], language: str | None
) -> Names:
    """Return whom a byline names: those whom the data knows, those whom it links, else as its words say."""
    folded = text.casefold()
    persons = {each.name.casefold(): each.name for each in known if each.name.casefold() in folded}
    persons |= _linked(place, site, persons)
    speech = _Speech(site, language, place)
    if not persons:
        return speech.names(text)
    spoken = speech.names(text) if _says_more(text, folded, persons) else Names()
    for name in spoken.persons if opening_length(text) or _is_short(persons) else ():
        _extend(persons, name)
    order = sorted(persons.values(), key=lambda name: folded.find(name.casefold()))
    return Names(tuple(order), spoken.parties)


def _says_more(text: str, folded: str, persons: dict[str, str]) -> bool:
    """Tell whether a byline may name others than those who are known."""
    rest = folded
    for name in persons:
        rest = rest.replace(name, "", 1)
    if len(letters(rest)) <= max(_FEW, opening_length(text)):
        return False
    return opening_length(text) > 0 or _is_short(persons) or packaged_lexicon().hints_at_agency(text)


def _is_short(persons: dict[str, str]) -> bool:
    return any(" " not in name for name in persons.values())


def _extend(persons: dict[str, str], name: str) -> None:
    """Add a name; one that is longer than a known one takes its place: "Ada Byron" for "Ada"."""
    if not looks_like_person(name):
        return
    folded = name.casefold()
    shorter = [key for key in persons if " " not in key and folded.startswith(f"{key} ")]
    if not shorter and any(folded in key or key in folded for key in persons):
        return
    for short in shorter:
        del persons[short]
    persons[folded] = name


def _linked(place: Place, site: frozenset[str], persons: dict[str, str]) -> dict[str, str]:
    """Return the names that are links to authors' pages."""
    links = (link for block in place.blocks for link in block.links if leads_to_author(link))
    names = (name for link in links for name in read_name(_WHEN.sub(" ", link.text), site).persons)
    return {
        name.casefold(): name
        for name in names
        if (not place.is_guess or looks_like_person(name))
        and not any(name.casefold() in each or each in name.casefold() for each in persons)
    }


class _Speech:
    """Reads the words of a byline; of a guess only what has the shape of a person's name."""

    def __init__(self, site: frozenset[str], language: str | None, place: Place) -> None:
        self.site = site
        self.language = language
        self.place = place

    def names(self, text: str) -> Names:
        """Return whom the first part of a line that names anybody names."""
        found = self._parts(text)
        if found.persons or found.parties:
            return found
        said = (tidied(piece) for block in self.place.blocks for piece in _pieces(block))
        persons = (name for name in said if looks_like_person(name) and is_somebody(name, self.site))
        return Names(tuple(islice(dict.fromkeys(persons), _MOST)))

    def _parts(self, text: str) -> Names:
        at = 0 if opening_length(text) else inner_opening(text)
        for part in _PARTS.split(_WHEN.sub("\x00", text[at:])):
            bare = tidied(_TAIL.sub("", part).strip(_ENDS))
            found = self._read(bare) if is_somebody(bare, self.site) else Names()
            if found.persons or found.parties:
                return found
        return Names()

    def _read(self, bare: str) -> Names:
        line = parse_byline(bare, self.language)
        persons = tuple(
            name for author in line.authors if is_somebody(name := tidied(author.name), self.site)
        )
        if self.place.is_guess:
            persons = tuple(name for name in persons if looks_like_person(name))
            return Names(persons, line.parties if packaged_lexicon().hints_at_agency(bare) else ())
        if not persons and not line.parties and (looks_like_person(bare) or self._is_pen_name(bare)):
            return Names((bare,))
        return Names(persons, line.parties)

    def _is_pen_name(self, bare: str) -> bool:
        """Tell whether a byline that is marked as one is a short name of any shape: "fri.juli"."""
        block = self.place.blocks[0]
        is_name = bare[:1].isupper() or "." in bare
        is_here = self.place.weight >= _MARKED and not block.flags & FORM
        return is_name and is_here and len(bare) <= _LONGEST_PEN_NAME and bare.count(" ") <= 1
