"""What a reader sees of a page, block by block, with the boxes that hold it.

Every field asks the same few lists instead of walking the tree again: a page has some hundred blocks
and a thousand elements, and a question put to a list costs a hundredth of one put to the tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives its element class no other name


@dataclass(slots=True, eq=False)
class Anchor:
    """A link inside a block, or the part of a link that lies in this block."""

    element: Element
    text: str
    """As a reader sees it; empty for a link around a picture."""
    href: str
    """As printed; empty where there is none."""
    rel: str
    """As printed: words; read with the address while the element is at hand, since every field asks."""


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element: what it holds is ``walk.blocks[start:stop]``."""

    element: Element
    tag: str
    parent: "Box | None"
    index: int
    """In ``walk.boxes``, in document order; the boxes inside are ``walk.boxes[index + 1:end]``."""
    depth: int
    flags: int
    """Bits of ``flags``: its own and those of the boxes around it."""
    name: str
    """``class`` and ``id``, lower case, as written."""
    start: int
    stop: int = 0
    end: int = 0

    def ancestors(self) -> Iterator["Box"]:
        """Yield the boxes around this one, from the nearest outwards."""
        box = self.parent
        while box is not None:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Block:
    """A run of text as a reader sees it: a paragraph, a heading, a stretch between two ``<br><br>``."""

    text: str
    """White space folded; a single ``<br>`` is a line feed."""
    box: Box
    """The innermost block-level element around it; its tag is the block's."""
    index: int
    flags: int
    links: tuple[Anchor, ...] = ()
    link_chars: int = 0
    bold_chars: int = 0
    """Characters in ``b``, ``strong`` and the like."""

    tag = property(attrgetter("box.tag"), doc="The tag of the innermost block-level element.")


@dataclass(slots=True, eq=False)
class Medium:
    """A picture, a video, a frame: something to look at."""

    element: Element
    tag: str
    at: int
    """Index of the block that follows."""
    box: Box
    flags: int
    link: Element | None
    """The link around it."""


@dataclass(slots=True, eq=False)
class Clock:
    """A ``<time>`` element."""

    element: Element
    at: int
    """Index of the block that holds it."""
    box: Box
    flags: int


@dataclass(slots=True, eq=False)
class Walk:
    """All blocks, boxes, media and clocks of a page, each in document order."""

    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    mute: list[tuple[Anchor, Box]] = field(default_factory=list)
    """Links without words, each with the box around it: pictures, and what is laid over a card."""
    labels: frozenset[int] = frozenset()
    """Indices of blocks that are labels of teasers, once rails were looked for: no headings."""
    menus: list[Box] = field(default_factory=list)
    """Navigation and the page's own footer: boxes that were not read, a third of most pages."""

    def inside(self, box: Box) -> list[Block]:
        """Return the blocks that a box holds."""
        return self.blocks[box.start : box.stop]
