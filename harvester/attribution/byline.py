"""Bylines: "By Ada Lovelace, Political Editor, and agencies" to authors and parties."""

import re
from dataclasses import dataclass, replace
from typing import Final

from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.mentions import read_mentions
from harvester.attribution.names import has_institution, is_house, is_person
from harvester.attribution.pieces import split_pieces
from harvester.attribution.roles import article_parties
from harvester.attribution.segments import is_believable, located
from harvester.attribution.tidy import has_cjk, key, tidy
from harvester.parts import Author, Party

_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w.-]+\.\w+|https?://\S+|@\w+")
_AGE: Final = re.compile(
    r"\b\d+\s?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|std|stunden?|tagen?|heures?|horas?|ore|часов|min)\b.*$",
    re.IGNORECASE,
)
_BY: Final = frozenset(("by", "von", "par", "por"))
"""Openings that are believed whatever the page's language is said to be."""
_NAME: Final = 2
"""Words of the shortest person in front of an agency without a comma."""
_AGENCY: Final = 3
"""Words of the longest agency looked for there."""
_GLUED_MOST: Final = 8
_UPPER: Final = r"[^\W\d_a-zß-öø-ÿ]"
_SHOUT: Final = rf"{_UPPER}(?:{_UPPER}|['’-])+"
_CAPITALS: Final = re.compile(
    rf"((?<![^\W\d_]){_SHOUT}(?:\s{_UPPER}\.)*(?:\s{_SHOUT})+)\s(?={_UPPER}[a-zß-öø-ÿ]+(?!\w))"
)
"""A name in capitals in front of what somebody does: "ADA BYRON Senior editor"."""
_PLAIN: Final = 6
"""Letters from which an agency that is no acronym is no family name: Reuters, Xinhua."""
_SHORTEST: Final = 2
_LONGEST_NAME: Final = 12
"""Characters of a name in front of a post that is written to it."""
_LONG: Final = 400
"""Characters of the longest byline."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline, read."""

    authors: tuple[Author, ...]
    """Persons, with what is printed beside them."""
    parties: tuple[Party, ...]
    """Agencies and outlets of the line; no person is repeated here."""


def parse_byline(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> Byline:
    """Return authors and parties of the byline ``text``; names stay as printed, capitals included."""
    words = lexicon or packaged_lexicon()
    line = tidy(text)
    if len(line) > _LONG:
        return Byline((), ())
    bare_line = _without_post(without_by(_without_noise(line, words), language, words), words)
    parted = _CAPITALS.sub(r"\1, ", _parted(bare_line, words))
    pieces = split_pieces(parted, language, words)
    mentions = located([m for piece in pieces for m in read_mentions(piece, words)], words)
    authors, houses = _sorted(mentions, words)
    return Byline(tuple(authors), article_parties(houses))


def _without_post(line: str, lexicon: Lexicon) -> str:
    """Return a name in Chinese or Japanese without the post that is written to it: "山田太郎記者"."""
    if not has_cjk(line):
        return line
    post = next((word for word in lexicon.sets["reporter"] if line.endswith(word)), "")
    name = line.removesuffix(post).strip()
    return name if post and _SHORTEST <= len(name) <= _LONGEST_NAME else line


def _parted(line: str, lexicon: Lexicon) -> str:
    """Return ``line`` with a comma between person and agency: "Ada Byron Associated Press"."""
    words = line.split(" ")
    if len(words) > _GLUED_MOST:
        return line
    for at in range(_NAME, len(words)):
        for end in range(min(len(words), at + _AGENCY), at, -1):
            name = " ".join(words[at:end])
            is_plain = name.isupper() or len(name) >= _PLAIN
            if is_plain and lexicon.agencies.knows(name) and is_person(" ".join(words[:at]), lexicon):
                return ", ".join(filter(None, (" ".join(words[:at]), name, " ".join(words[end:]))))
    return line


def without_by(line: str, language: str | None, lexicon: Lexicon) -> str:
    """Return ``line`` without the word that opens a byline in its language: "By", "Von", "Par"."""
    opening = lexicon.patterns["by"].match(line)
    if opening and key(opening.group()) in lexicon.words("by", language) | _BY:
        return line[opening.end() :]
    return line


def _without_noise(line: str, lexicon: Lexicon) -> str:
    """Return ``line`` without addresses, accounts, and what says when it was published."""
    named = _ADDRESS.sub(" ", line)
    return _AGE.sub("", lexicon.patterns["stamp"].sub("", named)).strip(" |•·,-–—")


def _sorted(mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[list[Author], list[Mention]]:
    """Return authors, each with the office printed behind, and the houses."""
    authors: list[Author] = []
    houses: list[Mention] = []
    for mention in mentions:
        if mention.what == "person":
            authors.append(Author(mention.name))
        elif mention.what != "outlet" or is_house(mention.name, lexicon):
            houses.append(mention)
        elif authors and mention.joint in ("comma", "dash", "slash"):
            authors[-1] = _with_office(authors[-1], mention)
        elif not houses and _is_pen_name(mention, lexicon):
            authors.append(Author(mention.name))
    return authors, houses


def _with_office(author: Author, mention: Mention) -> Author:
    return author if author.role else replace(author, role=mention.name)


def _is_pen_name(mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether an outlet-like mention is a person of one name: "Regan"."""
    single = (
        " " not in mention.name and mention.name[:1].isupper() and not has_institution(mention.name, lexicon)
    )
    return single and is_believable(mention, None, lexicon)
