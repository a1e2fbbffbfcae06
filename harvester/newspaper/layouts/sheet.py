"""``Sheet``: what a layout is given, and the small words of HTML that all layouts use."""

from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from harvester.newspaper.paths import picture_of
from harvester.newspaper.piece import Block, Piece
from harvester.newspaper.rails import Rail

PAPER: Final = "The Ellery Lantern"
SECTIONS: Final = {
    "news": "News",
    "world": "World",
    "business": "Business",
    "culture": "Culture",
    "region": "Region",
}
"""Path segment of each section, and its name."""

ADS: Final = (
    "Brolly &amp; Daughter: ten years dry, or your coin back.",
    "Lanner Shipyard is hiring welders. Bring a friend, bring a flat.",
    "Sail late: Ellery Ferries now until ten past eleven.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article page before it is laid out."""

    piece: Piece
    rails: tuple[Rail, ...]
    base: str
    """The site's address: ``http://127.0.0.1:4711``."""
    path: str
    """Where it is printed: the piece's own address or another one."""
    dress: int = 0
    """Number of the furniture: the advertisement changes with it and the article does not."""

    @property
    def url(self) -> str:
        """The address that the page claims for itself."""
        return self.base + self.path

    @property
    def picture(self) -> str:
        """The address of its picture."""
        return self.base + picture_of(self.piece)

    @property
    def advertisement(self) -> str:
        """Today's advertisement, as HTML."""
        return f"{ADS[self.dress % len(ADS)]} <small>no. {self.dress}</small>"


def text_html(blocks: tuple[Block, ...]) -> str:
    """The body as HTML blocks; items that follow each other share a list."""
    runs = groupby(blocks, key=lambda block: block.kind == "li")
    return "\n".join(_list(list(run)) if is_list else _blocks(list(run)) for is_list, run in runs)


def _blocks(blocks: "list[Block]") -> str:
    tags = {"quote": ("<blockquote><p>", "</p></blockquote>"), "h2": ("<h2>", "</h2>"), "p": ("<p>", "</p>")}
    return "\n".join(escape(block.text, quote=False).join(tags[block.kind]) for block in blocks)


def _list(blocks: "list[Block]") -> str:
    items = "".join(f"<li>{escape(block.text, quote=False)}</li>" for block in blocks)
    return f"<ul>{items}</ul>"


def direction(piece: Piece) -> str:
    """``rtl`` for Arabic, ``ltr`` for all else."""
    return "rtl" if piece.language == "ar" else "ltr"


def when(form: str, piece: Piece) -> str:
    """The piece's date of publication, in a form of ``strftime``."""
    return piece.published.strftime(form)


def option(form: str, value: str | None) -> str:
    """``form`` with the escaped value in place of ``%s``; empty where there is no value."""
    return form.replace("%s", escape(value)) if value else ""


def navigation() -> str:
    """Links to the section fronts, as list items."""
    return "".join(f'<li><a href="/{path}">{name}</a></li>' for path, name in SECTIONS.items())
