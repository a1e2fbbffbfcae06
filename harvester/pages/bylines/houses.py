"""Houses that sign an article in the place of a person: the paper itself, its desk, whom the data name."""

from itertools import pairwise
from typing import Final

from harvester.attribution import parse_byline
from harvester.attribution.lexicon import packaged_lexicon
from harvester.pages.bylines.lines import ENDS, PARTS, TAIL, pieces_of, without_times
from harvester.pages.bylines.names import is_nobody, tidied
from harvester.pages.bylines.openings import inner_opening, opening_length
from harvester.pages.bylines.signs import Place
from harvester.pages.structured import StructuredName
from harvester.pages.titles import letters
from harvester.parts import Author, Party
from harvester.urls import absolute

_LONGEST: Final = 40
_SHORTEST: Final = 3
_WORDS: Final = 5
_MOST: Final = 5
_DIM: Final = frozenset(("link", "signature", "credits-author", "firma"))
"""Signs that stand beside tags and offices of other people as well."""


def houses_in(place: Place, text: str, parties: tuple[Party, ...], site: frozenset[str]) -> tuple[str, ...]:
    """Return the parties of a byline without persons that sign it; agencies do not, they gave the text."""
    is_dim = place.detail in _DIM and not opening_length(text) and not inner_opening(text)
    if place.is_guess or is_dim:
        return ()
    signs = (party.name for party in parties if party.uri is None and not party.generic)
    houses = tuple(name for name in signs if _is_house(name) and not _is_staff(name, site))
    own = None if houses else house_in(place, text, site)
    return (own,) if own else houses


def houses_of(authors: tuple[StructuredName, ...], base: str) -> tuple[Author, ...]:
    """Return the authors of a page's data, houses and agencies too, each once, their pages absolute."""
    names = {tidied(each.name): each.url for each in reversed(authors[:_MOST])}
    pages = {name: absolute(base, url) if url else None for name, url in reversed(names.items())}
    return tuple(Author(name, None, page) for name, page in pages.items() if _is_house(name))


def house_beside(place: Place, said: frozenset[str]) -> str | None:
    """Return a piece of a line that is a name of the data, as ``letters``: what the page says twice."""
    links = (link.text for block in place.blocks for link in block.links)
    pieces = (piece.strip(ENDS) for block in place.blocks for piece in (*pieces_of(block), *links))
    return next((piece for piece in pieces if letters(piece) in said and _is_house(piece)), None)


def house_in(place: Place, text: str, site: frozenset[str]) -> str | None:
    """Return the house that a byline names: the site itself, or its desk."""
    for part in PARTS.split(without_times(text, "\x00")):
        at = 0 if opening_length(part) else inner_opening(part)
        bare = tidied(TAIL.sub("", part[at:]).strip(ENDS))
        is_signed = at > 0 or opening_length(part) > 0 or not place.is_guess
        if not is_signed or not bare:
            continue
        line = parse_byline(bare)
        named = (bare, *(author.name for author in line.authors), *(party.name for party in line.parties))
        own = next((name for name in named if letters(name) in site), None)
        house = own or (bare if not place.is_guess and _is_desk(bare, site, line.parties) else "")
        if _is_house(house):
            return house
    return None


def _is_desk(name: str, site: frozenset[str], parties: tuple[Party, ...]) -> bool:
    """Tell whether a name has a word of newsrooms and says of which: "Harbour Post Staff"."""
    words = name.casefold().split()
    pairs = (" ".join(pair) for pair in pairwise(words))
    if len(words) == 1 or packaged_lexicon().sets["staff"].isdisjoint((*words, *pairs)):
        return False
    return not _is_staff(name, site) and all(party.uri is None and not party.generic for party in parties)


def _is_staff(name: str, site: frozenset[str]) -> bool:
    """Tell whether a name is the staff of another house, or of none that is named: "our staff"."""
    *front, last = name.casefold().split()
    return is_nobody(last) and not any(
        letters(word) in own for word in front for own in site if len(word) > _SHORTEST
    )


def _is_house(name: str) -> bool:
    """Tell whether a name may be a house's, and not nobody's."""
    return _SHORTEST <= len(name) <= _LONGEST and name.count(" ") < _WORDS and not is_nobody(name)
