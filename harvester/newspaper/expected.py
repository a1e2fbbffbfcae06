"""What a perfect harvester records of a piece: the newspaper's own answer, for tests to compare with."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from harvester.newspaper.layouts.sheet import Sheet
from harvester.newspaper.paths import other_paths, path_of, picture_of
from harvester.newspaper.piece import Block, Party, Photo, Piece
from harvester.newspaper.rails import Rail


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The truth about one article page."""

    id: int
    layout: str
    path: str
    """The article's own address, below the site's."""
    paths: tuple[str, ...]
    """That address and all others under which the same text is answered."""
    headline: str
    kicker: str | None
    standfirst: str | None
    byline: str | None
    authors: tuple[str, ...]
    dateline: str | None
    published: datetime | None
    """In UTC; midnight where the page prints a day only; ``None`` where it prints no date."""
    precision: str | None
    modified: datetime | None
    language: str
    paragraphs: tuple[Block, ...]
    photo: Photo | None
    """Caption and credit, without the words that label them."""
    picture: str | None
    source_line: str | None
    """Without its label."""
    sources: tuple[Party, ...]
    """The parties of the source line, in its order; empty where nobody has read the line."""
    correction: str | None
    rails: tuple[Rail, ...]


def expect(sheet: Sheet) -> Expected:
    """The truth about the page that a sheet becomes in its own layout."""
    piece = sheet.piece
    published, precision = _published(piece)
    return Expected(
        id=piece.id,
        layout=piece.layout,
        path=path_of(piece),
        paths=(path_of(piece), *other_paths(piece)),
        headline=piece.headline,
        kicker=piece.kicker if piece.layout in {"modern", "scrambled"} else None,
        standfirst=piece.standfirst if piece.layout != "portal" else None,
        byline=piece.byline if piece.layout != "portal" else None,
        authors=piece.authors,
        dateline=piece.dateline,
        published=published,
        precision=precision,
        modified=_modified(piece),
        language=piece.language,
        paragraphs=piece.text,
        photo=piece.photo,
        picture=picture_of(piece) if piece.photo else None,
        source_line=piece.source,
        sources=piece.sources,
        correction=piece.correction,
        rails=sheet.rails,
    )


def _published(piece: Piece) -> tuple[datetime | None, str | None]:
    """The date as the layout prints it, and how precisely."""
    if not piece.is_dated:
        return None, None
    if piece.layout == "old":
        return datetime.combine(piece.published.date(), time(), UTC), "day"
    return piece.published.astimezone(UTC), "second"


def _modified(piece: Piece) -> datetime | None:
    """Only JSON-LD says when a piece was changed."""
    if piece.layout != "modern":
        return None
    return (piece.modified or piece.published).astimezone(UTC)
