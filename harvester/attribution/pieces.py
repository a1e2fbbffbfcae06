"""A line of names to its pieces, each with the separator in front of it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from harvester.attribution.lexicon import Lexicon, alternatives
from harvester.attribution.tidy import has_cjk

Joint = Literal["", "slash", "comma", "and", "via", "with", "dash"]
"""What stands in front of a piece; empty for the first."""

_OPEN: Final = "([（［【"
_CLOSE: Final = ")]）］】"
_COMPANY: Final = re.compile(
    r"\s*(?:Inc|LLC|Ltd|Jr|Sr|Co|Corp|GmbH|S\.?A|S\.?L|Lda|PLC|II|III|e\.V)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One name of a list, with the words around it."""

    text: str
    joint: Joint


def split_pieces(text: str, language: str | None, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the pieces of ``text``, cut at slashes, commas, dashes and connectives outside brackets."""
    pieces: list[Piece] = []
    start, joint = 0, _joint("")
    for match in _separator(lexicon, (language or "")[:2]).finditer(text):
        if _inside_bracket(text, match.start()) or _belongs(text, match):
            continue
        pieces.append(Piece(text[start : match.start()].strip(), joint))
        start, joint = match.end(), _joint(match.group())
    pieces.append(Piece(text[start:].strip(), joint))
    return _services_joined([p for p in pieces if p.text], lexicon)


def _joint(separator: str) -> Joint:
    sign = separator.strip().casefold()
    if sign in ("/", "|", "//", "／", "•", "·", "｜", "+", "＝", "="):
        return "slash"
    if sign in (",", ";", "、", "，", "；"):
        return "comma"
    if sign in ("-", "–", "—", "--", "|"):
        return "dash"
    return "" if not sign else _word_joint(sign)


_VIA: Final = frozenset(("via", "vía", "/via", "through", "tramite", "через"))
_WITH: Final = frozenset(
    ("with", "mit", "avec", "con", "com", "met", "med", "amb", "cu", "με", "mmv", "m.m.v.")
)


def _word_joint(sign: str) -> Joint:
    if sign in _VIA:
        return "via"
    return "with" if sign in _WITH else "and"


def _inside_bracket(text: str, place: int) -> bool:
    before = text[:place]
    return sum(map(before.count, _OPEN)) > sum(map(before.count, _CLOSE))


def _belongs(text: str, match: re.Match[str]) -> bool:
    """Return whether the separator is a part of a name: "Name, Inc.", "Ministry of Culture and Tourism"."""
    if match.group().strip() == ",":
        return bool(_COMPANY.match(text, match.end()))
    return False


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
def _compiled(words: frozenset[str], glued: frozenset[str]) -> re.Pattern[str]:
    cjk = f"|(?:{alternatives(glued)})(?=\\S)" if glued else ""
    return re.compile(
        r"\s*(?:/{1,2}|[|•·｜／、，；])\s*|\s*;\s*|,\s+|,(?=\w)|\s+(?:-{1,2}|[–—+=＝])\s+|＝"
        rf"|\s+(?:{alternatives(words)})(?:\s+|$)|^(?:via)\s+{cjk}",
        re.IGNORECASE,
    )


def _separator(lexicon: Lexicon, language: str) -> re.Pattern[str]:
    connectives = {"&", "and", *lexicon.words("and", language)}
    words = frozenset(w for w in connectives if not has_cjk(w)) | _VIA | _WITH
    return _compiled(words, frozenset(w for w in connectives if w == "及"))
