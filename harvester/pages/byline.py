"""The byline and the names in it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from harvester.pages.bylines.houses import house_beside, house_in, houses_in, houses_of
from harvester.pages.bylines.known import Known, KnownCredits, known_credits
from harvester.pages.bylines.lines import byline_text, of_authors, printed, role_beside
from harvester.pages.bylines.names import is_somebody
from harvester.pages.bylines.openings import is_bare_opening
from harvester.pages.bylines.places import far_places, lone_name, near_places
from harvester.pages.bylines.reading import names_in
from harvester.pages.bylines.signs import Place
from harvester.pages.copy_lines import opens_as_byline, tells_source
from harvester.pages.document import Document
from harvester.pages.found import Credits, Headline
from harvester.pages.subjects import section_keys
from harvester.pages.titles import letters, site_names
from harvester.parts import Author, Provenance
from harvester.urls import absolute

_CLEAR: Final = 1.8
"""Weight of a byline that is believed against the page's data."""


def find_credits(document: Document, headline: Headline) -> Credits:
    """Return who wrote the article: as its byline prints it, checked against what the page's data says."""
    site = site_names(document)
    known = known_credits(document, site)
    names = tuple(each.name.casefold() for each in known.persons)
    near = near_places(document, headline, names)
    for place in _places(document, headline, near, names):
        found = _from_byline(document, place, known, headline.text)
        if found is not None:
            return _signed(document, found)
    return _signed(document, _from_data(document, known) or _of_house(near, headline, known))


def _signed(document: Document, found: Credits) -> Credits:
    """Return credits that name nobody with the houses that the page's data call its authors."""
    article = document.structured.article
    if found.authors or article is None:
        return found
    authors = houses_of(article.authors, document.base_url)
    said = (Provenance("authors", article.method, "author"),) if authors else ()
    return replace(found, authors=authors, provenance=(*found.provenance, *said))


def _places(
    document: Document, headline: Headline, near: list[Place], names: tuple[str, ...]
) -> Iterator[Place]:
    """Yield what looks like a byline, the likeliest first; far ones are looked for when near ones fail."""
    yield from near
    yield from far_places(document, headline, names)
    alone = None if names else lone_name(document, headline)
    if alone:
        yield alone


def _from_byline(
    document: Document, place: Place, known: KnownCredits, headline: str | None
) -> Credits | None:
    """Return what a byline says; ``None`` when it names nobody, or unclearly others than the data."""
    texts = [block.text for block in place.blocks]
    is_marked = place.weight >= _CLEAR and any(map(opens_as_byline, texts))
    if any(map(tells_source, texts)) and not is_marked:
        return None
    lines = of_authors(place)
    text = byline_text(lines, headline)
    found = names_in(lines, text, known.persons, known.site, _language(document))
    is_known = any(each.name in found.persons for each in known.persons)
    is_clear = place.weight >= _CLEAR or is_bare_opening(place.blocks[0].text)
    if not (found.persons or found.parties) or (known.persons and not is_known and not is_clear):
        return None
    if place.is_guess and found.persons and section_keys(document).issuperset(map(letters, found.persons)):
        return None
    line = printed(text, (*found.persons, *(party.name for party in found.parties)))
    persons = _completed(found.persons, known.persons) or houses_in(place, text, found.parties, known.site)
    return Credits(
        line,
        tuple(_author(document, name, place, known.persons) for name in persons),
        found.parties or known.parties,
        frozenset(block.index for block in place.blocks),
        _provenance(persons, place, known),
    )


def _of_house(near: list[Place], headline: Headline, known: KnownCredits) -> Credits:
    """Return the house that signs in the place of a person: the paper itself, its desk."""
    for place in near:
        text = byline_text(place, headline.text)
        house = house_in(place, text, known.site) or house_beside(place, known.said & known.site)
        if house:
            return Credits(
                printed(text, (house,)),
                (Author(house),),
                known.parties,
                frozenset(block.index for block in place.blocks),
                (Provenance("authors", "markup", place.detail),),
            )
    return Credits(parties=known.parties)


def houses_line(document: Document, found: Credits) -> str | None:
    """Return a byline that names an agency and nobody but houses: it says where the text comes from."""
    if not any(party.uri or party.generic for party in found.parties):
        return None
    houses = {letters(party.name) for party in found.parties} | site_names(document)
    persons = (each.name for each in found.authors if is_somebody(each.name, frozenset()))
    return None if any(not _names_house(name, houses) for name in persons) else found.byline


def _names_house(name: str, houses: frozenset[str] | set[str]) -> bool:
    """Tell whether an author is a house, or houses in a row: "dpa", "Le Phare et AFP"."""
    return letters(name) in houses or any(letters(word) in houses for word in name.split())


def _language(document: Document) -> str | None:
    declared = document.root.get("lang")
    return declared[:2].lower() if declared else None


def _completed(persons: tuple[str, ...], known: tuple[Known, ...]) -> tuple[str, ...]:
    """Return all whom the data names where the byline shows some of them and nobody else."""
    names = tuple(each.name for each in known)
    return names if persons and set(persons) < set(names) else persons


def _author(document: Document, name: str, place: Place, known: tuple[Known, ...]) -> Author:
    """Return an author with role and page."""
    said = next((each for each in known if each.name.casefold() == name.casefold()), None)
    links = (link for block in place.blocks for link in block.links)
    href = next((link.href for link in links if name.casefold() in link.text.casefold()), "")
    url = absolute(document.base_url, href) if href else None
    if url is None and said and said.url:
        url = absolute(document.base_url, said.url)
    return Author(name, (said and said.role) or role_beside(place, name), url)


def _provenance(persons: tuple[str, ...], place: Place, known: KnownCredits) -> tuple[Provenance, ...]:
    said = {each.name.casefold() for each in known.persons}
    others = ", ".join(each.name for each in known.persons)
    disagrees = others if said and not said & {name.casefold() for name in persons} else None
    return (Provenance("authors", "markup", place.detail, disagrees),)


def _from_data(document: Document, known: KnownCredits) -> Credits | None:
    """Return whom the data names; the site's own name counts only where a byline prints it."""
    authors = tuple(
        Author(each.name, each.role, absolute(document.base_url, each.url) if each.url else None)
        for each in known.persons
        if letters(each.name) not in known.site
    )
    if not authors:
        return None
    first = known.persons[0]
    return Credits(
        None, authors, known.parties, frozenset(), (Provenance("authors", first.method, first.detail),)
    )
