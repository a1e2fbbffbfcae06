"""One walk over a page: what a reader sees, block by block, with the boxes that hold it.

Every field asks the same few lists instead of walking the tree again: a page has some hundred blocks
and a thousand elements, and a question put to a list costs a hundredth of one put to the tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, TypeAlias

from lxml import etree

from harvester.pages.flags import (
    ARTICLE,
    FOOTER,
    FORM,
    HIDDEN,
    MAIN,
    NAV,
    SEEN,
    SET_APART,
    UNSEEN,
    look_of,
    marks_of,
)
from harvester.pages.railing.wording import said_by
from harvester.pages.spaces import BREAK, folded, stretches
from harvester.pages.tags import (
    BLOCK,
    BOLD,
    CLOCK,
    CUSTOM,
    INLINE,
    KINDS,
    LINES,
    LINK,
    MEDIUM,
    SKIPPED,
    UNCLOSED,
    UNSCRIPTED,
)
from harvester.pages.tags import BREAK as LINE_BREAK

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives its element class no other name

_DEEPEST: Final = 400
"""Levels that the walk goes down; the parser itself stops before."""
_INITIAL: Final = 3
"""Characters of a large initial, or of a number in front of a paragraph."""
_MENUS: Final = NAV | FOOTER
_CONTENT: Final = ARTICLE | MAIN


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
    menus: list[Box] = field(default_factory=list)
    """Navigation and the page's own footer: boxes that were not read, a third of most pages."""

    def inside(self, box: Box) -> list[Block]:
        """Return the blocks that a box holds."""
        return self.blocks[box.start : box.stop]


def walked(body: Element) -> Walk:
    """Return what the body of a page shows, in document order."""
    walker = _Walker()
    walker.open(body, "body", None, 0)
    return walker.walk


class _Walker:
    """The state of one walk: the run of text that is being read."""

    def __init__(self) -> None:
        self.walk = Walk()
        self.run: list[str] = []
        self.anchors: list[Anchor] = []
        self.link: Element | None = None
        self.href = self.rel = ""
        self.link_from = 0
        self.link_chars = 0
        self.whole = ""
        self.whole_to = 0
        self.bold_from = -1
        self.bold_chars = 0

    def open(self, element: Element, tag: str, parent: Box | None, flags: int) -> None:
        """Walk through a block-level element."""
        boxes, blocks = self.walk.boxes, self.walk.blocks
        name, marks = marks_of(element, tag)
        if tag == "nav" and _is_rail(element):
            marks &= ~NAV
        if marks & FORM and tag == "form" and not _is_menu(element):
            # Some systems put the whole page into one form.
            marks &= ~FORM
        depth = parent.depth + 1 if parent else 0
        box = Box(element, tag, parent, len(boxes), depth, flags | marks, name, len(blocks))
        boxes.append(box)
        if marks & _MENUS and depth < _DEEPEST and not flags & _CONTENT and _is_menu(element):
            self.walk.menus.append(box)
        elif depth < _DEEPEST:
            self.read(element, box, flags | marks)
            if self.run or self.anchors:
                self.flush(box, flags | marks)
        box.stop = len(blocks)
        box.end = len(boxes)

    def read(self, element: Element, box: Box, flags: int) -> None:  # noqa: C901, PLR0912 - see below
        """Read what is inside an element. One loop with a branch a kind: it runs once for every element."""
        run = self.run
        text = element.text
        if text and (run or not text.isspace()):
            run.append(text)
        for child in element:
            tag: Any = child.tag
            kind = KINDS[tag]
            if kind == BLOCK:
                if run or self.anchors:
                    self.flush(box, flags)
                self.open(child, tag, box, flags)
            elif kind == INLINE:
                look = look_of(child)
                if look == SEEN:
                    self.read(child, box, flags)
                elif look == SET_APART:
                    self.read_drop(child, tag, box, flags)
            elif kind == LINK:
                self.read_link(child, box, flags)
            elif kind == SKIPPED:
                pass
            elif kind == LINE_BREAK:
                run.append(BREAK)
            elif kind == BOLD:
                self.read_bold(child, box, flags)
            elif kind == MEDIUM:
                self.see(child, tag, box, flags)
                if tag in UNCLOSED:
                    self.read(child, box, flags)
            elif kind == CLOCK:
                self.walk.clocks.append(Clock(child, len(self.walk.blocks), box, flags))
                self.read(child, box, flags)
            elif kind == UNSCRIPTED:
                self.read_unscripted(child, box, flags)
            elif kind == CUSTOM:
                self.read_custom(child, tag, box, flags)
            text = child.tail
            if text and (run or not text.isspace()):
                run.append(text)

    def read_custom(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Read an element that the site made up: in a paragraph a word of it, elsewhere a box."""
        if box.tag in LINES:
            self.read(element, box, flags)
        else:
            self.read_apart(element, tag, box, flags)

    def read_drop(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Read an inline element that is a block by its style; a letter or a number is its line's first."""
        text = element.text or ""
        if not self.run and box.tag in LINES and len(text) <= _INITIAL and _is_initial(text):
            self.run.append(f"{text} " if text[0].isdigit() else text)
        else:
            self.read_apart(element, tag, box, flags)

    def read_apart(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Read an element as a box of its own."""
        if self.run or self.anchors:
            self.flush(box, flags)
        self.open(element, tag, box, flags)

    def read_link(self, element: Element, box: Box, flags: int) -> None:
        """Read a link; one inside another belongs to the outer one."""
        if self.link is not None or look_of(element) == UNSEEN:
            self.read(element, box, flags)
            return
        self.link, self.link_from = element, len(self.run)
        self.href, self.rel = element.get("href") or "", element.get("rel") or ""
        self.read(element, box, flags)
        self.end_link(element)
        self.link = None

    def end_link(self, link: Element) -> None:
        """Note the part of the link that the run holds."""
        run = self.run
        here = len(run)
        text = ""
        if here > self.link_from:
            text = folded("".join(run[self.link_from :]).replace(BREAK, " "))
            self.link_chars += len(text)
            if not self.link_from and BREAK not in run:
                self.whole, self.whole_to = text, here
        self.anchors.append(Anchor(link, text, self.href, self.rel))
        self.link_from = here

    def read_bold(self, element: Element, box: Box, flags: int) -> None:
        """Read text that is set bold."""
        if self.bold_from >= 0:
            self.read(element, box, flags)
            return
        self.bold_from = len(self.run)
        self.read(element, box, flags)
        self.bold_chars += len("".join(self.run[self.bold_from :]).strip())
        self.bold_from = -1

    def see(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Note something to look at; what is inside is for browsers that cannot show it."""
        at = len(self.walk.blocks)
        if self.run and "".join(self.run).replace(BREAK, "").strip():
            at += 1
        self.walk.media.append(Medium(element, tag, at, box, flags, self.link))

    def read_unscripted(self, element: Element, box: Box, flags: int) -> None:
        """Note the pictures for browsers without scripts: with lazy loading they are the real ones."""
        for child in element.iter("img"):
            self.see(child, "img", box, flags | HIDDEN)

    def flush(self, box: Box, flags: int) -> None:
        """End the run: what was read since the last block-level tag is a block, or several."""
        if self.link is not None:
            self.end_link(self.link)
        blocks, anchors = self.walk.blocks, self.anchors
        texts = self.folded_run(box)
        if len(texts) == 1:
            links = tuple(anchors)
            blocks.append(Block(texts[0], box, len(blocks), flags, links, self.link_chars, self.bold_chars))
        elif not texts:
            self.walk.mute.extend((anchor, box) for anchor in anchors)
        else:
            for text in texts:
                links = _links_in(text, anchors)
                chars = sum(len(link.text) for link in links)
                blocks.append(Block(text, box, len(blocks), flags, links, chars))
        self.run.clear()
        anchors.clear()
        self.link_from = self.link_chars = self.bold_chars = self.whole_to = 0
        self.bold_from = min(self.bold_from, 0)

    def folded_run(self, box: Box) -> list[str]:
        """Return the texts of the run; where a link is all of it, its text is folded already."""
        run, is_preformatted = self.run, box.tag == "pre"
        if self.whole_to and not is_preformatted:
            rest = len(run) - self.whole_to
            if not rest or (rest == 1 and run[-1].isspace()):
                return [self.whole] if self.whole else []
        return stretches("".join(run), is_preformatted=is_preformatted)


def _is_initial(text: str) -> bool:
    """Tell whether a text is one letter, a quotation mark before it or not, or a number."""
    return sum(map(str.isalpha, text)) == 1 or text[:1].isdigit()


def _is_menu(element: Element) -> bool:
    """Tell whether navigation, a footer or a form holds no article: one that nobody closed holds the page."""
    return next(element.iter("h1", "article", "main"), None) is None


def _is_rail(element: Element) -> bool:
    """Tell whether navigation is called "Related articles" or the like: it is no menu."""
    label = element.get("aria-label")
    return label is not None and said_by(label) not in {None, "none"}


def _links_in(text: str, anchors: list[Anchor]) -> tuple[Anchor, ...]:
    """Return the links of a run that lie in one of its stretches."""
    return tuple(anchor for anchor in anchors if anchor.text and anchor.text in text.replace("\n", " "))
