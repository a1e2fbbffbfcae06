"""A line of names to its pieces, each with the separator in front of it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import has_institution, is_person, is_press_office
from harvester.attribution.patterns import alternatives
from harvester.attribution.tidy import has_cjk, unbracket

Joint = Literal["", "slash", "comma", "and", "via", "with", "dash"]
"""What stands in front of a piece; empty for the first."""

_OPEN: Final = "([（［【"
_CLOSE: Final = ")]）］】"
_OF: Final = re.compile(
    r"\b(?:of|for|für|de|des|del|du|da|di|voor|for|för|ds|spraw|pro|pentru|за|по)\b", re.IGNORECASE
)
_ONE_WORD: Final = re.compile(r"[^\s,/|;()]+(?=\s*(?:$|[,/|;()]))")


@dataclass(frozen=True, slots=True)
class Piece:
    """One name of a list, with the words around it."""

    text: str
    joint: Joint


def split_pieces(text: str, language: str | None, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the pieces of ``text``, cut at slashes, commas, dashes and connectives outside brackets."""
    pieces: list[Piece] = []
    start, joint = 0, _FIRST
    for match in _separator(lexicon, (language or "")[:2], cjk=has_cjk(text)).finditer(text):
        if _inside_bracket(text, match.start()) or _belongs(text, start, match, lexicon):
            continue
        pieces.append(Piece(text[start : match.start()].strip(), joint))
        start, joint = match.end(), _joint(match.group(), lexicon)
    pieces.append(Piece(text[start:].strip(), joint))
    joined = _services_joined([p for p in pieces if p.text], lexicon)
    parts = (part for piece in joined for part in _unbracketed(piece, text, language, lexicon))
    return tuple(part for piece in parts for part in _agencies_apart(piece, lexicon))


def _agencies_apart(piece: Piece, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the agencies of "STT–Reuters" or "AP 연합뉴스": all parts are known, the whole is not."""
    for separator in _COMPOUND:
        names = separator.split(piece.text)
        if len(names) > 1 and all(map(lexicon.agencies.knows, names)):
            if lexicon.agencies.knows(piece.text):
                break
            return (Piece(names[0], piece.joint), *(Piece(name, "slash") for name in names[1:]))
    return (piece,)


_COMPOUND: Final = (
    re.compile(r"[-–—・]"),
    re.compile(r"\s(?:y|e|i|a|и|і|й|en|ja|ir|un|in|da|si|och|dan|dhe|ile|och|és)\s"),
    re.compile(r"\s"),
)
"""What parts two agencies whatever the language is said to be."""


def _unbracketed(piece: Piece, whole: str, language: str | None, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the pieces inside a piece that stands in brackets: "(AP Photo/Name) - Copyright AP Photo"."""
    inner = unbracket(piece.text)
    if inner in (piece.text, whole):
        return (piece,)
    first, *others = split_pieces(inner, language, lexicon) or (piece,)
    return (Piece(first.text, piece.joint), *others)


_FIRST: Final[Joint] = ""
_SIGNS: Final[dict[str, Joint]] = {
    **dict.fromkeys("/|／｜•·+＝=", "slash"),
    "//": "slash",
    **dict.fromkeys(",;:、，；،", "comma"),
    **dict.fromkeys(("-", "–", "—", "--"), "dash"),
}


def _joint(separator: str, lexicon: Lexicon) -> Joint:
    sign = separator.strip().casefold()
    if sign in _SIGNS:
        return _SIGNS[sign]
    word = sign.lstrip("/|,; ")
    if word in _VIA:
        return "via"
    if word.split()[:1] and (word.split()[0] in _WITH or lexicon.has("beside", word)):
        return "with"
    return "and" if word else "slash" if separator and not sign else ""


_VIA: Final = frozenset(("via", "vía", "through", "tramite", "через"))
_WITH: Final = frozenset(
    ("with", "mit", "avec", "con", "com", "met", "med", "amb", "cu", "με", "mmv", "m.m.v.", "مع", "עם", "با")
)


def _inside_bracket(text: str, place: int) -> bool:
    before = text[:place]
    return sum(map(before.count, _OPEN)) > sum(map(before.count, _CLOSE))


def _belongs(text: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Return whether the separator is a part of a name: "Name, Inc.", "Ministry of Culture and Tourism"."""
    joint = _joint(match.group(), lexicon)
    if lexicon.has("beside", match.group()) or _ATTACHED.fullmatch(match.group()):
        return not _stands_by_house(text[start : match.start()], text[match.end() :], lexicon)
    if joint in ("comma", "and") and lexicon.patterns["company"].match(text, match.end()):
        return True
    if joint != "and" or "," in match.group():
        return False
    if match.group().strip() == "&":
        return not _are_two(text[start : match.start()], text[match.end() :], lexicon)
    left, right = text[start : match.start()], _ONE_WORD.match(text, match.end())
    alone = (
        right is not None
        and not lexicon.agencies.knows(right.group())
        and not lexicon.has("generic", right.group())
    )
    return alone and bool(_OF.search(left)) and has_institution(left, lexicon)


def _stands_by_house(left: str, right: str, lexicon: Lexicon) -> bool:
    """Return whether a sign that is mostly a part of a word parts two names: a house stands beside it."""
    name = _UP_TO.split(right, maxsplit=1)[0].strip()
    if left.endswith((")", "）")) or lexicon.agencies.knows(left.strip()):
        return True
    first = name.partition(" ")[0]
    known = lexicon.agencies.knows(name) or lexicon.has("generic", name) or is_press_office(name, lexicon)
    return known or (len(first) > 1 and not has_cjk(first) and lexicon.has("institution", first))


def _are_two(left: str, right: str, lexicon: Lexicon) -> bool:
    """Return whether "&" stands between two names, and not in one: "Fauna & Flora International"."""
    name = _UP_TO.split(right, maxsplit=1)[0].strip()
    if is_person(left.strip(), lexicon) and is_person(name, lexicon):
        return True
    if all(" " in side and has_institution(side, lexicon) for side in (left.strip(), name)):
        return True
    return any(lexicon.agencies.knows(side) or lexicon.has("generic", side) for side in (left.strip(), name))


_UP_TO: Final = re.compile(
    r"[,/|;()&、，；（）،]|\s[-–—]\s|\svia\s|\s(?:and|und|et|y|e|i|и|та|ve|és|și)\s|及"
)
_ATTACHED: Final = re.compile(r"\s+[וو]|以及|[和与與及とや]|[와과]\s+")
"""Connectives written as a part of the word beside them: Arabic, Hebrew, Chinese, Japanese, Korean."""


def _services_joined(pieces: list[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Join what a slash in an agency's own name has cut: "dpa/lno"."""
    joined: list[Piece] = []
    for piece in pieces:
        whole = f"{joined[-1].text}/{piece.text}" if joined else ""
        if piece.joint == "slash" and lexicon.agencies.knows(whole):
            joined[-1] = Piece(whole, joined[-1].joint)
        else:
            joined.append(piece)
    return tuple(joined)


@lru_cache(maxsize=64)
def _compiled(words: frozenset[str]) -> re.Pattern[str]:
    spoken = rf"(?:\s*[,/|;]\s*|\s+)(?:{alternatives(words)})(?:\s+|$)"
    signs = r"\s*(?://|[/|•·｜／、，；;،])\s*|,\s+|,(?=[^\W\d])|\s+(?:-{1,2}|[–—+=＝])\s+|(?<=\w)—(?=\w)|(?<=\w)\s+(?=©)|＝|:\s"
    return re.compile(
        rf"{spoken}|^via\s+|{signs}|\s+[וو](?=[\u05d0-\u05ea\u0621-\u064a]{{3}})",
        re.IGNORECASE,
    )


_ATTACHED_CJK: Final = r"(?<=[\w)）])(?:以及|[和与與及とや])(?=\w)|(?<=[\uac00-\ud7af)])[와과]\s+(?=\w)"
_BETWEEN_CJK: Final = r"(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])|=|\s+및\s+"
"""Letters without case: said to be read as they are, which compiles in half the time."""


@lru_cache(maxsize=64)
def _compiled_cjk(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        rf"{_compiled(words).pattern}|(?-i:{_BETWEEN_CJK}|{_ATTACHED_CJK})",
        re.IGNORECASE,
    )


_PLAIN: Final = ("et", "og", "ve", "și", "şi", "та")
"""Short connectives that mean nothing else elsewhere: they count whatever the page's language is."""


@lru_cache(maxsize=256)
def _separator(lexicon: Lexicon, language: str, *, cjk: bool) -> re.Pattern[str]:
    connectives = {"&", "and", *lexicon.words("and", language), *_PLAIN}
    material = frozenset(w for w in lexicon.sets["with"] if " " in w)
    beside = lexicon.tables["beside"].get(language, frozenset())
    words = frozenset(w for w in connectives if not has_cjk(w)) | _VIA | _WITH | material | beside
    return _compiled_cjk(words) if cjk else _compiled(words)
