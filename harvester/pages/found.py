"""What the fields hand each other while a page is read; the ``Article`` is made of it at the end."""

from dataclasses import dataclass

from harvester.pages.walk import Block
from harvester.parts import Author, Correction, Dateline, Paragraph, Party, Provenance, Rail


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline as the page shows it, and where."""

    text: str | None = None
    """As printed, without the site's suffix and without the kicker."""
    kicker: str | None = None
    block: Block | None = None
    """The visible heading; ``None`` when only the head of the page says it."""
    blocks: frozenset[int] = frozenset()
    """Indices of all blocks that print headline or kicker, repetitions too: they are no body."""
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRail:
    """A rail, and the blocks that it takes: they are no body."""

    rail: Rail
    blocks: frozenset[int]


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote it, as the byline prints it."""

    byline: str | None = None
    authors: tuple[Author, ...] = ()
    parties: tuple[Party, ...] = ()
    """Agencies of the byline."""
    blocks: frozenset[int] = frozenset()
    """The blocks of the byline: they are no body."""
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of copy, before attribution is taken out of them."""

    blocks: tuple[Block, ...] = ()
    """In reading order. Empty when ``paragraphs`` come from the page's data alone."""
    paragraphs: tuple[Paragraph, ...] = ()
    """One for each block, the same text with its kind."""
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """The body as it goes out, and what its lines of attribution say."""

    paragraphs: tuple[Paragraph, ...] = ()
    dateline: Dateline | None = None
    source_line: str | None = None
    sources: tuple[Party, ...] = ()
    corrections: tuple[Correction, ...] = ()
    provenance: tuple[Provenance, ...] = ()
