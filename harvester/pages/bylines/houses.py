"""Houses that sign an article in the place of a person: the paper itself, its desk; never an agency."""

from typing import Final

from harvester.attribution import parse_byline
from harvester.attribution.lexicon import packaged_lexicon
from harvester.pages.bylines.lines import ENDS, PARTS, TAIL, WHEN
from harvester.pages.bylines.names import is_nobody, tidied
from harvester.pages.bylines.openings import inner_opening, opening_length
from harvester.pages.bylines.signs import Place
from harvester.pages.titles import letters
from harvester.parts import Party

_LONGEST: Final = 40
_SHORTEST: Final = 3
_WORDS: Final = 5
_DIM: Final = frozenset(("link", "signature", "credits-author", "firma"))
"""Signs that stand beside tags and offices of other people as well."""


def houses_in(place: Place, text: str, parties: tuple[Party, ...], site: frozenset[str]) -> tuple[str, ...]:
    """Return the parties of a byline without persons that sign it; agencies do not, they gave the text."""
    is_dim = place.detail in _DIM and not opening_length(text) and not inner_opening(text)
    if place.is_guess or is_dim:
        return ()
    signs = (party.name for party in parties if party.uri is None and not party.generic)
    houses = tuple(name for name in signs if _is_house(name))
    own = None if houses else house_in(place, text, site)
    return (own,) if own else houses


def house_in(place: Place, text: str, site: frozenset[str]) -> str | None:
    """Return the house that a byline names: the site itself, or its desk."""
    for part in PARTS.split(WHEN.sub("\x00", text)):
        at = 0 if opening_length(part) else inner_opening(part)
        bare = tidied(TAIL.sub("", part[at:]).strip(ENDS))
        is_signed = at > 0 or opening_length(part) > 0 or not place.is_guess
        if not is_signed or not bare:
            continue
        line = parse_byline(bare)
        named = (bare, *(author.name for author in line.authors), *(party.name for party in line.parties))
        own = next((name for name in named if letters(name) in site), None)
        house = own or (bare if not place.is_guess and _is_desk(bare, line.parties) else "")
        if _is_house(house):
            return house
    return None


def _is_desk(name: str, parties: tuple[Party, ...]) -> bool:
    """Tell whether a name has a word of newsrooms and says of which: "Harbour Post Staff"."""
    if " " not in name or packaged_lexicon().sets["staff"].isdisjoint(name.casefold().split()):
        return False
    return all(party.uri is None and not party.generic for party in parties)


def _is_house(name: str) -> bool:
    """Tell whether a name may be a house's, and not nobody's."""
    return _SHORTEST <= len(name) <= _LONGEST and name.count(" ") < _WORDS and not is_nobody(name)
