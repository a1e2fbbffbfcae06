"""Who is named by the words of a byline."""

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from harvester.attribution import Byline, parse_byline
from harvester.attribution.lexicon import packaged_lexicon
from harvester.attribution.tidy import has_cjk
from harvester.pages.bylines.lines import (
    ENDS,
    PARTS,
    TAIL,
    beside_office,
    is_day,
    is_office,
    pieces_of,
    without_times,
)
from harvester.pages.bylines.names import (
    Names,
    is_somebody,
    looks_like_person,
    tidied,
    without_offices,
    without_staff,
)
from harvester.pages.bylines.openings import inner_opening, is_bare_opening, opening_length
from harvester.pages.bylines.signs import Place
from harvester.pages.bylines.wording import OTHER
from harvester.pages.flags import FORM

MOST: Final = 10
"""Persons of a byline without words between them."""
LONGEST_PEN_NAME: Final = 25
_LINES: Final = 2
_DASHED: Final = frozenset(("el", "vi"))
"""Languages that put a dash between two authors; elsewhere a house or a place stands behind it."""
_NEXT: Final = re.compile(r"\s+(?P<sign>[/–—-])\s+(?P<name>[^|·•/\n–—,]{3,60}?)(?=\s+[|·•/–—-]|\s*$)")
_MARKED: Final = 1.5
"""Weight of a place that class words or attributes mark."""


@lru_cache(maxsize=2048)
def _parsed(line: str, language: str | None) -> Byline:
    """Parse a byline; a site's pages print the same few again and again."""
    return parse_byline(line, language)


class Speech:
    """Reads the words of a byline; of a guess only what has the shape of a person's name."""

    def __init__(self, site: frozenset[str], language: str | None, place: Place) -> None:
        self.site = site
        self.language = language
        self.place = place
        self.is_opened = False

    def names(self, text: str) -> Names:
        """Return whom the first part of a line that names anybody names."""
        first = self._first_line()
        if first.persons:
            return first
        pieces = [piece for block in self.place.blocks for piece in pieces_of(block)]
        has_office = len(pieces) > 1 and any(is_office(piece) for piece in pieces)
        found = Names() if has_office else self._parts(text)
        if found.persons or found.parties:
            return found
        said = (tidied(piece) for piece in pieces if not (is_office(piece) or is_bare_opening(piece)))
        persons = (name for name in said if looks_like_person(name) and is_somebody(name, self.site))
        alone = Names(tuple(islice(dict.fromkeys(persons), MOST)))
        return self._parts(text) if has_office and not alone.persons else alone

    def _first_line(self) -> Names:
        """Return whom the first of several lines opens with, and names or agencies below."""
        lines = [line for block in self.place.blocks for line in block.text.split("\n")]
        if len(lines) < _LINES or not opening_length(lines[0]) or lines[0][-1] in ",&":
            return Names()
        first = self._parts(lines[0])
        said = [tidied(line) for line in lines[1:] if not is_office(line)]
        more = tuple(name for name in said if looks_like_person(name) and is_somebody(name, self.site))
        parties = (
            self._parts(line).parties for line in lines[1:] if packaged_lexicon().hints_at_agency(line)
        )
        return Names(
            (*first.persons, *more), (*first.parties, *(party for found in parties for party in found))
        )

    def _parts(self, text: str) -> Names:
        self.is_opened = opening_length(text) > 0 or inner_opening(text) > 0
        at = 0 if opening_length(text) or OTHER.match(text) else inner_opening(text)
        for part in PARTS.split(without_times(text[at:], "\x00")):
            bare = without_staff(tidied(TAIL.sub("", part).strip(ENDS)))
            found = self._read(bare) if is_somebody(bare, self.site) else Names()
            if found.persons or found.parties:
                return Names((*found.persons, *self._beside(text, found)), found.parties)
        return Names()

    def _beside(self, text: str, found: Names) -> tuple[str, ...]:
        """Return the persons behind a slash, or a dash where names are parted so: "Minh Anh - Hoàng Nam"."""
        if len(found.persons) != 1 or found.parties:
            return ()
        signs = "/–—-" if (self.language or "")[:2] in _DASHED else "/"
        rest = text.partition(found.persons[0])[2]
        named: list[str] = []
        while match := _NEXT.match(rest):
            if match["sign"] not in signs or not self._is_person(match["name"]):
                break
            named.append(match["name"])
            rest = rest[match.end() :]
        return tuple(named)

    def _is_person(self, name: str) -> bool:
        return looks_like_person(name) and not is_office(name) and is_somebody(name, self.site)

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
        return len(bare) <= LONGEST_PEN_NAME and bare.count(" ") <= 1
