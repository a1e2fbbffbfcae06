"""From the blocks of a byline to what it prints and whom it names."""

from typing import Final

from harvester.attribution.lexicon import packaged_lexicon
from harvester.pages.bylines.known import Known
from harvester.pages.bylines.lines import (
    STAMP,
    pieces_of,
    without_times,
)
from harvester.pages.bylines.names import (
    Names,
    is_somebody,
    looks_like_person,
    read_name,
    tidied,
)
from harvester.pages.bylines.openings import opening_length
from harvester.pages.bylines.signs import Place, elements_in, is_rel, leads_to_author, marked_names
from harvester.pages.bylines.speech import LONGEST_PEN_NAME, Speech
from harvester.pages.titles import letters
from harvester.pages.walk import Anchor

_LONGEST: Final = 250
_SHORT: Final = 60
_FEW: Final = 4
"""Letters that are no name beside a known one: "by", "und"."""


def names_in(
    place: Place, text: str, known: tuple[Known, ...], site: frozenset[str], language: str | None
) -> Names:
    """Return whom a byline names: those whom the data knows, those whom it links, else as its words say."""
    folded = text.casefold()
    persons = {each.name.casefold(): each.name for each in known if each.name.casefold() in folded}
    persons |= {key: name for key, name in _linked(place, site, persons).items() if key in folded}
    speech = Speech(site, language, place)
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
    texts = ((STAMP.sub("", without_times(link.text, " ")), _is_sure(link)) for link in links)
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
    is_pen = not persons and is_sure and " " not in bare and len(bare) <= LONGEST_PEN_NAME
    return (bare,) if is_pen and is_somebody(bare, site) else persons
