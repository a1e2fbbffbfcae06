"""The words of a byline: as printed, in pieces, without dates and what else stands beside the names."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from harvester.attribution.lexicon import packaged_lexicon
from harvester.attribution.tidy import key
from harvester.pages.bylines.names import looks_like_person
from harvester.pages.bylines.signs import Place
from harvester.pages.bylines.wording import OTHER, OTHERS, reworded
from harvester.pages.pieces import pieces
from harvester.pages.titles import letters
from harvester.pages.walk import Block
from harvester.pages.word_lists import word_lists

_WORDS: Final = word_lists("byline")
_STAMPS: Final = "|".join(sorted(map(re.escape, _WORDS["stamps"]), key=len, reverse=True))
_SHORTEST_MONTH: Final = 3
_MONTHS: Final = "|".join(
    sorted(
        (re.escape(word) for word in packaged_lexicon().sets["month"] if len(word) >= _SHORTEST_MONTH),
        key=len,
        reverse=True,
    )
)
_SHORTEST_DAY: Final = 5
_DAY: Final = frozenset(word for word in packaged_lexicon().sets["day"] if len(word) >= _SHORTEST_DAY)
_DAYS: Final = "|".join(map(re.escape, _DAY))
_CLOCK: Final = (
    r"(?:\b(?:um|at|kl|klo|à|às|alle|a las|ore|ora|ob|godz|hod|saat|pukul|jam|о|в|у)\.?\s)?"
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?"
    r"(?:\s?(?:[ap]\.m\.|(?:[ap]m|uhr|h|(?-i:[A-Z]{2,4}))\b))*"
)
_WHEN: Final = re.compile(
    rf"\d{{1,4}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s?(?:de\s)?(?:{_MONTHS})\b\.?,?(?:\s?(?:de\s)?\d{{4}})?"
    rf"|(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))(?:{_MONTHS})\b\.?\s?\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s\d{{4}})?|\d{{4}}\s?年\d{{1,2}}月\d{{1,2}}日|{_CLOCK}|\b(?:{_DAYS})\b",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w+")
_TAIL: Final = rf"(?:^|[\s|·•∙/,—–(-])(?:(?:{_STAMPS})\b|{OTHERS}).*$"
TAIL: Final = re.compile(rf"{_TAIL}|[|•·∙/,–—-]?\s*\d.*$|\s[|•∙]\s.*$", re.IGNORECASE | re.DOTALL)
STAMP: Final = re.compile(_TAIL, re.IGNORECASE | re.DOTALL)
PARTS: Final = re.compile(r"\s*[|·•∙\n\x00]\s*|\s+[/–—-]\s+|(?<=\s),\s|,?\s*\x00[,\s]*")
ENDS: Final = " \n\t|·•∙/,;:–—-("
_ACCOUNT: Final = re.compile(r"\s*(?:\S+@\S+\.\w+|@\w+)")
_LONGEST: Final = 250
_SHORT: Final = 60
_FEW: Final = 4
"""Words in front of a name among which its office is looked for, one less those of a name with its post."""
_POSTS: Final = tuple(_WORDS["posts"])


def without_times(text: str, mark: str) -> str:
    """Return a text with a mark in the place of each date, clock and day; most names stand without."""
    may_hold = _DIGIT.search(text) is not None or not _FIRST_OF_DAYS.isdisjoint(_WORD.findall(_folded(text)))
    return _WHEN.sub(mark, text) if may_hold else text


def _folded(text: str) -> str:
    """Return a text in small letters, with one kind of i."""
    return text.casefold().replace("\u0307", "").replace("ı", "i")


_FIRST_OF_DAYS: Final = frozenset(_WORD.findall(_folded(day))[0] for day in _DAY)


def of_authors(place: Place) -> Place:
    """Return a byline without the blocks that name others: translators, photographers."""
    if len(place.blocks) == 1:
        return place
    own = tuple(block for block in place.blocks if not OTHER.match(" ".join(pieces_of(block))))
    return replace(place, blocks=own) if 0 < len(own) < len(place.blocks) else place


def byline_text(place: Place, headline: str | None) -> str:
    """Return the words of a byline, a space between the elements that hold them, without the headline.

    What names others behind the authors is cut off; "in conversation with" is an "and".
    """
    own = letters(headline or "")
    text = " ".join(_text(block, own) for block in place.blocks)[:_LONGEST]
    return reworded(text)


def _text(block: Block, headline: str) -> str:
    if "\n" in block.text and letters(block.text).startswith(headline):
        return " ".join(line for line in block.text.split("\n") if letters(line) != headline)
    return " ".join(pieces_of(block))


def pieces_of(block: Block) -> list[str]:
    """Return what the elements of a block say, or its text where it shares its box with others."""
    if block.box.stop - block.box.start == 1:
        found = [text for text, _ in pieces(block.box.element, "")]
        if letters("".join(found)) == letters(block.text):
            return found
    return block.text.split("\n")


def role_beside(place: Place, name: str) -> str | None:
    """Return the office that stands in an element of its own behind a name: "Europe correspondent"."""
    found = [piece for block in place.blocks for piece in pieces_of(block)]
    for before, piece in pairwise(found):
        if before.endswith(name) and len(piece) <= _SHORT and is_office(piece):
            return piece.strip(ENDS)
    return None


def is_office(text: str) -> bool:
    """Tell whether a piece of a byline says what somebody does: "Political Editor"."""
    is_post = packaged_lexicon().stems["office"].inside(key(text)) or text.casefold().endswith(_POSTS)
    return is_post and not _WHEN.search(text)


def beside_office(text: str) -> tuple[str, ...]:
    """Return the person whose office stands before or behind: "our editor Ada Byron", "Ada Byron Editor"."""
    words = text.partition(",")[0].split(" ")
    fronts = range(1, min(len(words), _FEW)) if words[0][:1].islower() else ()
    start = next((at for at in fronts if is_office(words[at - 1])), 0)
    has_post = not start and len(words) >= _FEW - 1 and is_office(words[-1])
    name = " ".join(words[start : -1 if has_post else None])
    return (name,) if (start or has_post) and looks_like_person(name) else ()


def is_day(text: str) -> bool:
    """Tell whether a piece of a byline is the name of a day or a month."""
    sets = packaged_lexicon().sets
    return key(text) in sets["day"] or key(text) in sets["month"]


def printed(text: str, names: tuple[str, ...]) -> str:
    """Return the part of a byline that names somebody: without dates and reading time."""
    text = _ACCOUNT.sub("", text)
    folded = text.casefold()
    spans = [(at, at + len(name)) for name in names if (at := folded.find(name.casefold())) >= 0]
    if not spans:
        return TAIL.sub("", text).strip(ENDS)
    start, stop = min(spans)[0], max(end for _, end in spans)
    after = TAIL.sub("", _WHEN.split(text[stop:], maxsplit=1)[0])
    return f"{_before(text[:start])}{text[start:stop]}{after}".strip(ENDS)


def _before(text: str) -> str:
    """Return what stands in front of the names: "Von", "A column by"; nothing of a date before."""
    parts = PARTS.split(without_times(text, "\x00"))
    last = parts[-1] if parts[-1].strip() or len(parts) == 1 else ""
    return last.lstrip(ENDS) if len(last) <= _SHORT else ""
