"""From the blocks of a byline to what it prints and whom it names."""

import re
from typing import Final

from harvester.attribution import parse_byline
from harvester.attribution.lexicon import packaged_lexicon
from harvester.pages.bylines.known import Known
from harvester.pages.bylines.names import Names, is_somebody, looks_like_person, read_name, tidied
from harvester.pages.bylines.openings import inner_opening, opening_length
from harvester.pages.bylines.places import Place, leads_to_author
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
_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4})\b)*"
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
_SHORT: Final = 60


def byline_text(place: Place, headline: str | None) -> str:
    """Return the words of a byline, a space between the elements that hold them, without the headline."""
    own = letters(headline or "")
    return " ".join(_text(block, own) for block in place.blocks)[:_LONGEST]


def _text(block: Block, headline: str) -> str:
    if "\n" in block.text and letters(block.text).startswith(headline):
        return " ".join(line for line in block.text.split("\n") if letters(line) != headline)
    found = (
        [text for text, _ in pieces(block.box.element, "")] if block.box.stop - block.box.start == 1 else []
    )
    joined = " ".join(found)
    return joined if letters(joined) == letters(block.text) else block.text.replace("\n", " ")


def printed(text: str, names: tuple[str, ...]) -> str:
    """Return the part of a byline that names somebody: without dates and reading time."""
    folded = text.casefold()
    spans = [(at, at + len(name)) for name in names if (at := folded.find(name.casefold())) >= 0]
    if not spans:
        return _TAIL.sub("", text).strip(_ENDS)
    start, stop = min(spans)[0], max(end for _, end in spans)
    return f"{_before(text[:start])}{text[start:stop]}{_TAIL.sub('', text[stop:])}".strip(_ENDS)


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
    if not persons or len(known) > len(persons):
        persons |= _linked(place, site, persons)
    spoken = _spoken(text, site, language, is_guess=place.is_guess or bool(persons))
    if not persons:
        return spoken
    if opening_length(text) or any(" " not in name for name in persons.values()):
        for name in spoken.persons:
            _extend(persons, name)
    order = sorted(persons.values(), key=lambda name: folded.find(name.casefold()))
    return Names(tuple(order), spoken.parties)


def _extend(persons: dict[str, str], name: str) -> None:
    """Add a name; one that is longer than a known one takes its place: "Ada Byron" for "Ada"."""
    folded = name.casefold()
    shorter = [key for key in persons if folded.startswith(f"{key} ")]
    if not shorter and any(folded in key or key in folded for key in persons):
        return
    for key in shorter:
        del persons[key]
    persons[folded] = name


def _linked(place: Place, site: frozenset[str], persons: dict[str, str]) -> dict[str, str]:
    """Return the names that are links to authors' pages."""
    links = (link for block in place.blocks for link in block.links if leads_to_author(link))
    names = (name for link in links for name in read_name(_WHEN.sub(" ", link.text), site).persons)
    return {
        name.casefold(): name
        for name in names
        if not any(name.casefold() in each or each in name.casefold() for each in persons)
    }


def _spoken(text: str, site: frozenset[str], language: str | None, *, is_guess: bool) -> Names:
    """Return whom the words of a byline name; of a guess only what has the shape of a person's name."""
    inner = inner_opening(text)
    opened = text[inner:] if inner and not opening_length(text) else text
    is_opened = opened is not text or opening_length(text) > 0
    for part in _PARTS.split(_WHEN.sub("\x00", opened)):
        bare = _TAIL.sub("", part).strip(_ENDS)
        if not bare or not is_somebody(tidied(bare), site):
            continue
        line = parse_byline(bare[opening_length(bare) :], language)
        read = tuple(name for author in line.authors if is_somebody(name := tidied(author.name), site))
        parties = line.parties
        if is_guess and not is_opened:
            read = tuple(name for name in read if looks_like_person(name))
            parties = parties if packaged_lexicon().hints_at_agency(bare) else ()
        if read or parties:
            return Names(read, parties)
        if not is_guess and looks_like_person(tidied(bare)):
            return Names((tidied(bare),))
    return Names()
