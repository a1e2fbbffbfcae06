"""``Piece``: one article of the newspaper as its desk wrote it, before a layout makes a page of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Party:
    """Who gave something, as a perfect reader of the line would say."""

    name: str
    role: str
    location: str | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """The picture of a piece."""

    caption: str
    credit: str
    label: str = ""
    """Printed before the caption by the portal layout: "photo:"."""
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text; ``kind`` is ``p``, ``h2``, ``quote`` or ``li``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One article: its words, its facts, and which layout prints it."""

    id: int
    slug: str
    section: str
    layout: str
    headline: str
    blocks: tuple[Block, ...]
    published: datetime
    """Aware, in the paper's own zone."""
    modified: datetime | None = None
    language: str = "en"
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    """Opens the first paragraph: "PORT ELLERY, May 3 (Northwire) —"."""
    summary: str = ""
    """What teasers say of it."""
    labels: tuple[str, ...] = ("News",)
    source: str | None = None
    source_label: str = "Source:"
    sources: tuple[Party, ...] = ()
    signoff: str | None = None
    correction: str | None = None
    photo: Photo | None = None
    related: tuple[int, ...] = ()
    popular: tuple[int, ...] = ()

    @property
    def text(self) -> tuple[Block, ...]:
        """The blocks as printed: the first one opens with the dateline."""
        if not self.dateline:
            return self.blocks
        first = self.blocks[0]
        return (Block(first.kind, f"{self.dateline} {first.text}"), *self.blocks[1:])

    @property
    def is_dated(self) -> bool:
        """False for what the portal layout prints: it shows no date anywhere."""
        return self.layout != "portal"
