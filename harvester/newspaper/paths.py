"""Where a piece stands on the site, and under which other addresses."""

from typing import Final

from harvester.newspaper.piece import Piece

TWIN: Final = 1008
"""The piece that the paper runs in two sections, so that one text has two addresses."""

CAMPAIGN: Final = "utm_source=rss&utm_medium=feed&utm_campaign=lantern"


def path_of(piece: Piece) -> str:
    """The address of a piece below the site's; each layout belongs to a system with habits of its own."""
    if piece.layout == "old":
        return f"/{piece.section}/article.php?id={piece.id}"
    if piece.layout == "scrambled":
        return f"/{piece.section}/{piece.published:%Y/%m/%d}/{piece.slug}-a{piece.id}.html"
    return f"/{piece.section}/{piece.slug}"


def with_query(path: str, query: str) -> str:
    """``path`` with one more parameter."""
    return f"{path}{'&' if '?' in path else '?'}{query}"


def other_paths(piece: Piece) -> tuple[str, ...]:
    """Further addresses under which the same text is answered and which the site links: AMP, print, twin."""
    path = path_of(piece)
    if piece.layout == "old":
        return (with_query(path, "print=1"),)
    if piece.id == TWIN:
        return (f"{path}/amp", f"/world/{piece.slug}")
    return (f"{path}/amp",) if piece.layout == "modern" else ()


def picture_of(piece: Piece) -> str:
    """The address of the piece's picture; teasers show one even where the article has none."""
    return f"/pictures/{piece.id}.png"
