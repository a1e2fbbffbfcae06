"""Bylines: "By Ada Lovelace, Political Editor, and agencies" to authors and parties."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.mentions import Mention, read_mentions
from harvester.attribution.names import is_date, is_handle, is_person
from harvester.attribution.pieces import Piece, split_pieces
from harvester.attribution.roles import article_parties
from harvester.attribution.tidy import bare, key, tidy
from harvester.parts import Author, Party

_NOISE: Final = re.compile(
    r"\S+@\S+\.\w+|https?://\S+|\b(?:published|updated|posted|last updated|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|"
    r"pubblicato|aggiornato|опубликовано|обновлено)\b.*$|\b\d+\s*(?:h|hours?|min(?:ute)?s?|days?)(?:\s+ago|\s+read)?\b.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline, read."""

    authors: tuple[Author, ...]
    """Persons, with what is printed beside them."""
    parties: tuple[Party, ...]
    """Agencies and outlets of the line; no person is repeated here."""


def parse_byline(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> Byline:
    """Return authors and parties of the byline ``text``."""
    words = lexicon or packaged_lexicon()
    line = _NOISE.sub(" ", tidy(text))
    line = without_by(line, language, words)
    authors: list[Author] = []
    others: list[Mention] = []
    for piece in split_pieces(line, language, words):
        _read(piece, authors, others, words)
    return Byline(tuple(authors), article_parties(others))


def without_by(line: str, language: str | None, lexicon: Lexicon) -> str:
    """Return ``line`` without the word that opens a byline in its language: "By", "Von", "Par"."""
    opening = lexicon.openings["by"].match(line)
    if opening and key(opening.group()) in lexicon.words("by", language) | _BY:
        return line[opening.end() :]
    return line


_BY: Final = frozenset(("by", "von", "par", "por"))


def _read(piece: Piece, authors: list[Author], others: list[Mention], lexicon: Lexicon) -> None:
    """Add what ``piece`` says to ``authors`` or ``others``."""
    if is_handle(piece.text) or is_date(bare(piece.text), lexicon):
        return
    for mention in read_mentions(piece, lexicon):
        if mention.what == "person":
            authors.append(Author(mention.name))
        elif (
            mention.what == "outlet"
            and authors
            and mention.joint in ("comma", "dash", "slash")
            and authors[-1].role is None
        ):
            authors[-1] = Author(authors[-1].name, mention.name)
        elif (
            mention.what == "outlet"
            and not authors
            and not others
            and not is_person(mention.name, lexicon)
            and " " not in mention.name
        ):
            authors.append(Author(mention.name))
        else:
            others.append(mention)
