"""From the blocks of a byline to what it prints and whom it names."""

from functools import lru_cache
from itertools import islice
from typing import Final

from harvester.attribution import Byline, parse_byline
from harvester.attribution.lexicon import packaged_lexicon
from harvester.attribution.tidy import has_cjk
from harvester.pages.bylines.known import Known
from harvester.pages.bylines.lines import (
    ENDS,
    PARTS,
    STAMP,
    TAIL,
    WHEN,
    beside_office,
    is_day,
    is_office,
    pieces_of,
)
from harvester.pages.bylines.names import (
    Names,
    is_somebody,
    looks_like_person,
    read_name,
    tidied,
    without_offices,
    without_staff,
)
from harvester.pages.bylines.openings import inner_opening, opening_length
from harvester.pages.bylines.signs import Place, elements_in, is_rel, leads_to_author, marked_names
from harvester.pages.bylines.wording import OTHER
from harvester.pages.flags import FORM
from harvester.pages.titles import letters
from harvester.pages.walk import Anchor

_LONGEST: Final = 250
_MOST: Final = 10
"""Persons of a byline without words between them."""
_SHORT: Final = 60
_FEW: Final = 4
"""Letters that are no name beside a known one: "by", "und"."""
_LONGEST_PEN_NAME: Final = 25
_MARKED: Final = 1.5
"""Weight of a place that class words or attributes mark."""


def names_in(
    place: Place, text: str, known: tuple[Known, ...], site: frozenset[str], language: str | None
) -> Names:
    """Return whom a byline names: those whom the data knows, those whom it links, else as its words say."""
    folded = text.casefold()
    persons = {each.name.casefold(): each.name for each in known if each.name.casefold() in folded}
    persons |= {key: name for key, name in _linked(place, site, persons).items() if key in folded}
    speech = _Speech(site, language, place)
    if not persons:
        return speech.names(text)
    spoken = speech.names(text) if _says_more(text, folded, persons) else Names()
    if spoken.persons and (opening_length(text) or _is_short(persons)):
        alone = _alone(place)
        for name in spoken.persons:
            _extend(persons, name, alone)
    order = sorted(persons.values(), key=lambda name: folded.find(name.casefold()))
    return Names(tuple(order), spoken.parties)


def _alone(place: Place) -> set[str]:
    """Return what has an element of its own in a byline, case folded."""
    links = [link.text for block in place.blocks for link in block.links]
    return {piece.casefold() for block in place.blocks for piece in (*pieces_of(block), *links)}


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


def _extend(persons: dict[str, str], name: str, alone: set[str]) -> None:
    """Add a name; one that is longer than a known one takes its place: "Ada Byron" for "Ada".

    Not where the known one is ``alone`` in an element: what stands behind is no part of the name.
    """
    if not looks_like_person(name):
        return
    folded = name.casefold()
    shorter = [key for key in persons.keys() - alone if " " not in key and folded.startswith(f"{key} ")]
    if not shorter and any(folded in key or key in folded for key in persons):
        return
    for short in shorter:
        del persons[short]
    persons[folded] = name


def _linked(place: Place, site: frozenset[str], persons: dict[str, str]) -> dict[str, str]:
    """Return the names that are links to authors' pages, else those in elements marked as an author's."""
    links = (link for block in place.blocks for link in block.links if leads_to_author(link))
    texts = ((STAMP.sub("", WHEN.sub(" ", link.text)), _is_sure(link)) for link in links)
    linked = [name for text, is_sure in texts for name in _names(text, site, is_sure=is_sure)]
    marked = (
        () if linked else (text for block in place.blocks for _, text in marked_names(elements_in(block)))
    )
    names = linked or [name for text in marked for name in _names(text, site, is_sure=False)]
    return {
        name.casefold(): name
        for name in names
        if (not place.is_guess or looks_like_person(name))
        and not any(name.casefold() in each or each in name.casefold() for each in persons)
    }


def _is_sure(link: Anchor) -> bool:
    """Tell whether a link is surely the author's, and not a reader's or a section's."""
    return is_rel(link) or "/author/" in (link.element.get("href") or "")


def _names(text: str, site: frozenset[str], *, is_sure: bool) -> tuple[str, ...]:
    """Return the persons that a link names; one that is surely the author's may be a pen name: "marc"."""
    persons = read_name(text, site).persons
    bare = tidied(text)
    is_pen = not persons and is_sure and " " not in bare and len(bare) <= _LONGEST_PEN_NAME
    return (bare,) if is_pen and is_somebody(bare, site) else persons


@lru_cache(maxsize=2048)
def _parsed(line: str, language: str | None) -> Byline:
    """Parse a byline; a site's pages print the same few again and again."""
    return parse_byline(line, language)


class _Speech:
    """Reads the words of a byline; of a guess only what has the shape of a person's name."""

    def __init__(self, site: frozenset[str], language: str | None, place: Place) -> None:
        self.site = site
        self.language = language
        self.place = place
        self.is_opened = False

    def names(self, text: str) -> Names:
        """Return whom the first part of a line that names anybody names."""
        pieces = [piece for block in self.place.blocks for piece in pieces_of(block)]
        has_office = len(pieces) > 1 and any(is_office(piece) for piece in pieces)
        found = Names() if has_office else self._parts(text)
        if found.persons or found.parties:
            return found
        said = (tidied(piece) for piece in pieces if not is_office(piece))
        persons = (name for name in said if looks_like_person(name) and is_somebody(name, self.site))
        alone = Names(tuple(islice(dict.fromkeys(persons), _MOST)))
        return self._parts(text) if has_office and not alone.persons else alone

    def _parts(self, text: str) -> Names:
        self.is_opened = opening_length(text) > 0 or inner_opening(text) > 0
        at = 0 if opening_length(text) or OTHER.match(text) else inner_opening(text)
        for part in PARTS.split(WHEN.sub("\x00", text[at:])):
            bare = without_staff(tidied(TAIL.sub("", part).strip(ENDS)))
            found = self._read(bare) if is_somebody(bare, self.site) else Names()
            if found.persons or found.parties:
                return found
        return Names()

    def _read(self, bare: str) -> Names:
        if self.place.is_guess and has_cjk(bare) and not opening_length(bare):
            return Names()
        line = _parsed(bare, self.language)
        persons = tuple(
            name for author in line.authors if is_somebody(name := tidied(author.name), self.site)
        )
        persons = without_offices(persons)
        if not persons and not line.parties:
            persons = beside_office(bare)
        if self.place.is_guess:
            persons = tuple(name for name in persons if looks_like_person(name))
            if persons and not self.is_opened and not bare.startswith(persons[0]):
                return Names()
            return Names(persons, line.parties if packaged_lexicon().hints_at_agency(bare) else ())
        if not persons and not line.parties and (looks_like_person(bare) or self._is_pen_name(bare)):
            return Names((bare,))
        return Names(persons, line.parties)

    def _is_pen_name(self, bare: str) -> bool:
        """Tell whether a byline that is marked as one is a short name of any shape: "fri.juli"."""
        block = self.place.blocks[0]
        is_name = bare[:1].isupper() or "." in bare or has_cjk(bare)
        is_here = self.place.weight >= _MARKED and not block.flags & FORM
        if not is_name or not is_here or is_day(bare):
            return False
        return len(bare) <= _LONGEST_PEN_NAME and bare.count(" ") <= 1
