"""The rails beside a piece: which other pieces are announced there, under which heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from harvester.newspaper.paths import path_of, picture_of
from harvester.newspaper.piece import Piece

HEADINGS: Final = {
    "en": ("Related articles", "Popular"),
    "de": ("Mehr zum Thema", "Meistgelesen"),
    "fr": ("À lire aussi", "Les plus lus"),
    "es": ("Noticias relacionadas", "Lo más leído"),
    "tr": ("İlgili haberler", "Çok okunanlar"),
    "zh": ("相关新闻", "热门文章"),
    "ar": ("مواضيع ذات صلة", "الأكثر قراءة"),
}
"""Heading of the rail of related pieces and of the rail of popular ones, by language."""

POPULAR: Final = (1006, 3001, 4008)
"""What everybody reads this week."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A piece as a rail or a listing page announces it."""

    title: str
    path: str
    summary: str
    labels: tuple[str, ...]
    picture: str


@dataclass(frozen=True, slots=True)
class Rail:
    """A block of teasers under a heading; ``kind`` is ``related`` or ``popular``."""

    heading: str
    kind: str
    teasers: tuple[Teaser, ...]


def teaser_of(piece: Piece) -> Teaser:
    """What is said of a piece elsewhere."""
    return Teaser(piece.headline, path_of(piece), piece.summary, piece.labels, picture_of(piece))


def rails_of(piece: Piece, pieces: Sequence[Piece]) -> tuple[Rail, ...]:
    """The rails of a piece, among the pieces that the paper has: related ones, then popular ones."""
    related, popular = HEADINGS[piece.language]
    found = (
        Rail(related, "related", _teasers(piece.related or _neighbours(piece, pieces), pieces)),
        Rail(popular, "popular", _teasers(piece.popular or _most_read(piece), pieces)),
    )
    return tuple(rail for rail in found if rail.teasers)


def _teasers(ids: Sequence[int], pieces: Sequence[Piece]) -> tuple[Teaser, ...]:
    known = {piece.id: piece for piece in pieces}
    return tuple(teaser_of(known[number]) for number in ids if number in known)


def _neighbours(piece: Piece, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """The two pieces of the same section with the next numbers, in a circle: stable while others come."""
    ids = sorted(other.id for other in pieces if other.section == piece.section)
    at = ids.index(piece.id) if piece.id in ids else 0
    turned = ids[at + 1 :] + ids[:at]
    return tuple(turned[:2])


def _most_read(piece: Piece) -> tuple[int, ...]:
    return tuple(number for number in POPULAR if number != piece.id)[:2]
