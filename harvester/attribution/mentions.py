"""A piece of a line to what it mentions: an agency, a person, an outlet, editors' initials, or nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from harvester.attribution.brackets import abbreviates, locates
from harvester.attribution.cjk import read_cjk
from harvester.attribution.lexicon import Lexicon
from harvester.attribution.mention import Mention, What
from harvester.attribution.names import (
    has_institution,
    is_code,
    is_date,
    is_domain,
    is_initials,
    is_person,
    is_place,
)
from harvester.attribution.pieces import Joint, Piece, split_pieces
from harvester.attribution.tidy import bare, key, unbracket
from harvester.attribution.trimming import trimmed

_BRACKET: Final = re.compile(r"\s*[(（\[［]([^()（）\[\]［］]*)[)）\]］]")
_IN: Final = re.compile(r"\s+(?:in|aus|à|en|em|from)\s+(?=[^\W\d_a-zà-ÿ])")
_OWNER: Final = re.compile(
    r"^(?:(?:©|\(c\)|copyright\b|℗|ⓒ)\s?:?\s?){1,2}(?:(?:19|20)\d\d\s?)?(?:by\s)?", re.IGNORECASE
)
_YEAR: Final = re.compile(r",?\s(?:19|20)\d\d\.?$")
_HOSTED: Final = re.compile(r"(.{2,60}?)\s(?:on|from|auf|von|bei|en|sur|su|em|op|på|na|z)\s(\S.{1,30})$")
"""A picture of a shared collection: "A. Name on Unsplash"."""
_WITH: Final = re.compile(r"(?:with|mit|avec|con|com|met|med|amb|cu)\s+(?=\S)", re.IGNORECASE)
_COUNT: Final = re.compile(r"\s*\(\d+\)")


def read_mentions(piece: Piece, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield what ``piece`` mentions: the name, then a party in brackets behind it."""
    text = _COUNT.sub("", unbracket(piece.text))
    owner = bool(_OWNER.match(text))
    text = _YEAR.sub("", _OWNER.sub("", text)) if owner else text
    text, giver = _without_courtesy(text, lexicon)
    inner = [m.strip() for m in _BRACKET.findall(text)]
    names = list(_named(_BRACKET.sub("", text).strip(), lexicon))
    inner = [x for x in inner if not (names and abbreviates(x, names[0].name))]
    place = next((x for x in inner if names and locates(names[0], x, lexicon)), None)
    behind = list(_bracketed((x for x in inner if x != place), "slash" if names else piece.joint, lexicon))
    if any(m.what == "agency" for m in behind):
        names = [m for m in names if m.what != "generic"]
    for number, mention in enumerate(names):
        joint = "slash" if number else piece.joint
        yield replace(
            mention,
            joint=joint,
            location=mention.location or place,
            owner=owner,
            giver=giver or mention.giver,
        )
    yield from behind


def _named(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names of ``text``: one, or a person and for whom the picture was made."""
    cjk = read_cjk(text, lexicon)
    if cjk is not None:
        yield from (Mention(name, what, giver=giver) for name, what, giver in cjk)
        return
    known = _mention(text, lexicon)
    if known is None or known.what in ("agency", "generic"):
        yield from () if known is None else (known,)
        return
    yield from _joined(text, lexicon) or (known,)


def _joined(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return both names of "A. Name for The Daily", "Agency writer A. Name"; else nothing."""
    for relation in ("for", "writer"):
        first, second = _sides(lexicon.patterns[relation].split(text, maxsplit=1), lexicon)
        if first is None or second is None:
            continue
        if relation == "for" and first.what == "agency":
            return (first,)
        if "person" in (first.what, second.what):
            return (replace(first, employer=relation == "writer"), second)
    return _hosted(text, lexicon)


def _hosted(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return maker and collection of "A. Name on Unsplash"."""
    match = _HOSTED.match(text)
    if match is None or not (lexicon.agencies.knows(bare(match[2])) or lexicon.has("generic", match[2])):
        return ()
    maker, host = _mention(match[1], lexicon), _mention(match[2], lexicon)
    return tuple(mention for mention in (maker, host) if mention)


def _sides(sides: list[str], lexicon: Lexicon) -> tuple[Mention | None, Mention | None]:
    if len(sides) == 1:
        return None, None
    return _mention(sides[0], lexicon), _mention(sides[1], lexicon)


def _bracketed(inner: Iterable[str], joint: Joint, lexicon: Lexicon) -> Iterator[Mention]:
    for text in inner:
        given = _WITH.match(text)
        joint = "with" if given else joint
        for piece in split_pieces(text[given.end() :] if given else text, None, lexicon):
            mention = next(_named(piece.text, lexicon), None)
            named = mention and mention.what in ("agency", "generic", "person", "outlet")
            if (
                mention
                and named
                and not is_place(piece.text, lexicon)
                and sum(map(str.isalnum, mention.name)) > 1
            ):
                yield replace(mention, joint=joint)


def _without_courtesy(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    match = lexicon.patterns["courtesy"].match(text)
    return (text[match.end() :], True) if match else (text, False)


def _mention(text: str, lexicon: Lexicon) -> Mention | None:
    """Return what ``text`` names as a whole, or ``None``: a kind of picture, a date, a licence."""
    name = trimmed(text, lexicon)
    if not name or lexicon.has("drop", name) or is_date(name, lexicon) or is_code(name):
        return None
    return _known(name, lexicon) or _placed(name, lexicon) or _shaped(name, lexicon)


_TABLES: Final[tuple[tuple[str, What], ...]] = (
    ("generic", "generic"),
    ("staff", "staff"),
    ("platform", "platform"),
)


def _known(name: str, lexicon: Lexicon) -> Mention | None:
    first, _, rest = name.partition(" ")
    if first.islower() and lexicon.has("descriptor", first) and lexicon.agencies.knows(rest):
        name = rest
    agency = lexicon.agencies.find(name)
    if agency is not None:
        inflected = key(name) in map(key, agency.inflected)
        printed = agency.nominative(name) if inflected else name
        return Mention(printed, "agency", uri=None if agency.satire else agency.uri)
    for table, what in _TABLES:
        if lexicon.has(table, name):
            return Mention(name, what)
    return Mention(name, "staff") if _is_staff(name.split(), lexicon) else None


def _is_staff(words: list[str], lexicon: Lexicon) -> bool:
    """Return whether a house's staff is named: "Harbour Times staff", "Redaktion Hafenbote"."""
    if len(words) == 1:
        return False
    heads = (" ".join(words[:count]) for count in (1, 2))
    if words[-1][0].isupper() and any(lexicon.has("staff", head) for head in heads):
        return True
    return lexicon.has("staff", words[-1]) and all(word[0].isupper() for word in words[:-1])


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
    person, place = (*_IN.split(name, maxsplit=1), "")[:2]
    if not place or has_institution(place, lexicon):
        return None
    known = _known(bare(person), lexicon)
    if known is not None:
        return replace(known, location=place)
    return Mention(person, "person", location=place) if is_person(person, lexicon) else None
