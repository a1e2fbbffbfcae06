"""A piece of a line to what it mentions: an agency, a person, an outlet, editors' initials, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import (
    has_institution,
    is_date,
    is_domain,
    is_initials,
    is_person,
    is_place,
    without_licence,
)
from harvester.attribution.pieces import Joint, Piece
from harvester.attribution.tidy import bare, key, unbracket

What = Literal["agency", "person", "outlet", "initials", "generic", "staff", "platform"]

_BRACKET: Final = re.compile(r"\s*[(（\[［]([^()（）\[\]［］]*)[)）\]］]")
_IN: Final = re.compile(r"\s+(?:in|aus|à|en|em|a|i|from)\s+(?=[^\W\d_a-zà-ÿ])")
_LEADING: Final = re.compile(
    r"^(?:©|\(c\)|copyright|℗)\s*:?\s*(?:(?:19|20)\d\d\s*)?(?:by\s+)?", re.IGNORECASE
)
_COUNT: Final = re.compile(r"\s*\(\d+\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as read, before its role is known."""

    name: str
    what: What
    joint: Joint = ""
    location: str | None = None
    uri: str | None = None
    owner: bool = False
    """True behind "©"."""
    giver: bool = False
    """True behind "courtesy of"."""


def read_mentions(piece: Piece, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield what ``piece`` mentions: the name, then a party in brackets behind it."""
    text = _COUNT.sub("", unbracket(piece.text))
    owner = bool(_LEADING.match(text))
    text = _LEADING.sub("", text)
    text, giver = _without_courtesy(text, lexicon)
    inner = [m.strip() for m in _BRACKET.findall(text)]
    outside = _BRACKET.sub("", text).strip()
    first = _mention(outside, lexicon)
    if first is None:
        yield from _bracketed(inner, piece.joint, lexicon)
        return
    location = first.location or next((x for x in inner if _locates(first, x, lexicon)), None)
    yield replace(first, joint=piece.joint, location=location, owner=owner, giver=giver)
    yield from _bracketed([x for x in inner if x != location], "slash", lexicon)


def _bracketed(inner: list[str], joint: Joint, lexicon: Lexicon) -> Iterator[Mention]:
    for text in inner:
        mention = _mention(text, lexicon)
        if (
            mention
            and mention.what in ("agency", "generic", "person", "outlet")
            and not is_place(text, lexicon)
        ):
            yield replace(mention, joint=joint)


def _locates(first: Mention, text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text``, in brackets behind a name, is a place."""
    if is_place(text, lexicon):
        return True
    single = len(text.split()) == 1 and text[:1].isupper() and not text.isupper()
    return (
        single
        and first.what == "outlet"
        and has_institution(first.name, lexicon)
        and not lexicon.agencies.knows(text)
    )


def _without_courtesy(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    match = lexicon.openings["courtesy"].match(text)
    return (text[match.end() :], True) if match else (text, False)


def _mention(text: str, lexicon: Lexicon) -> Mention | None:
    """Return what ``text`` names as a whole, or ``None``: a kind of picture, a date, a licence."""
    name = _trimmed(text, lexicon)
    if not name or lexicon.has("drop", name) or is_date(name, lexicon):
        return None
    return _known(name, lexicon) or _placed(name, lexicon) or _shaped(name, lexicon)


def _known(name: str, lexicon: Lexicon) -> Mention | None:
    agency = lexicon.agencies.find(name)
    if agency is not None:
        printed = agency.name if name in agency.inflected else name
        return Mention(printed, "agency", uri=None if agency.satire else agency.uri)
    for table, what in _TABLES:
        if lexicon.has(table, name):
            return Mention(name, what)
    return None


_TABLES: Final[tuple[tuple[str, What], ...]] = (
    ("generic", "generic"),
    ("staff", "staff"),
    ("platform", "platform"),
)


def _shaped(name: str, lexicon: Lexicon) -> Mention | None:
    if is_initials(name):
        return Mention(name, "initials")
    if is_domain(name):
        return Mention(name, "outlet")
    if is_person(name, lexicon):
        return Mention(name, "person")
    return Mention(name, "outlet") if any(c.isalpha() for c in name) else None


def _placed(name: str, lexicon: Lexicon) -> Mention | None:
    """Return "Ada Lovelace in London" as a person with a location."""
    parts = _IN.split(name, maxsplit=1)
    if len(parts) == 2 and is_person(parts[0], lexicon) and not has_institution(parts[1], lexicon):  # noqa: PLR2004
        return Mention(parts[0], "person", location=parts[1])
    return None


def _trimmed(text: str, lexicon: Lexicon) -> str:
    """Return ``text`` without what stands around the name: "by", "Handout", "file photo", a licence."""
    name = bare(without_licence(text))
    for _ in range(3):
        if lexicon.agencies.find(name) or lexicon.has("generic", name):
            return name
        shorter = bare(_without_edges(name, lexicon))
        if shorter == name:
            return name
        name = shorter
    return name


def _without_edges(name: str, lexicon: Lexicon) -> str:
    for table in ("via", "by", "descriptor"):
        match = lexicon.openings[table].match(name)
        if match and match.end() < len(name) and not _is_name_start(name, match, table, lexicon):
            return name[match.end() :]
    return _without_drops(name, lexicon)


def _is_name_start(name: str, match: re.Match[str], table: str, lexicon: Lexicon) -> bool:
    """Return whether the word belongs to the name: "Le Figaro", "The Verge", "De Telegraaf", "Van Gogh"."""
    word = match.group().strip()
    if table == "descriptor" or (table == "by" and len(word) <= 3):  # noqa: PLR2004
        return not word[:1].islower()
    return False


def _without_drops(name: str, lexicon: Lexicon) -> str:
    """Return ``name`` without a leading or trailing word that is no party: "AP/File", "Handout Reuters"."""
    words = name.split()
    for count in (3, 2, 1):
        if len(words) > count and key(" ".join(words[-count:])) in lexicon.sets["drop"]:
            return " ".join(words[:-count])
        head = key(" ".join(words[:count]))
        if len(words) > count and head in lexicon.sets["drop"] and head not in _KEPT_HEADS:
            return " ".join(words[count:])
    return name


_KEPT_HEADS: Final = frozenset(
    (
        "photo",
        "foto",
        "image",
        "press",
        "public",
        "special",
        "private",
        "family",
        "author",
        "design",
        "ist",
        "a",
        "dok",
    )
)
