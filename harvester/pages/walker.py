"""The one walk over the tree of a page: from its elements to ``Walk``."""

from typing import Any, Final

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
from harvester.pages.naming import name_boxes
from harvester.pages.railing.wording import said_by
from harvester.pages.run import Run
from harvester.pages.spaces import BREAK
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
from harvester.pages.walk import Box, Clock, Element, Medium, Walk

_DEEPEST: Final = 400
"""Levels that the walk goes down; the parser itself stops before."""
_INITIAL: Final = 3
"""Characters of a large initial, or of a number in front of a paragraph."""
_MENUS: Final = NAV | FOOTER
_CONTENT: Final = ARTICLE | MAIN


def walked(body: Element) -> Walk:
    """Return what the body of a page shows, in document order."""
    walker = _Walker()
    walker.open(body, "body", None, 0)
    name_boxes(walker.walk)
    return walker.walk


class _Walker:
    """The state of one walk."""

    def __init__(self) -> None:
        self.walk = Walk()
        self.blocks, self.boxes = self.walk.blocks, self.walk.boxes
        self.run = Run(self.walk)
        # The same lists, near at hand: they are asked at every tag.
        self.texts, self.anchors = self.run.texts, self.run.anchors

    def open(self, element: Element, tag: str, parent: Box | None, flags: int) -> None:
        """Walk through a block-level element."""
        boxes, blocks = self.boxes, self.blocks
        name, marks = marks_of(element, tag)
        if tag == "nav" and _is_rail(element):
            marks &= ~NAV
        if marks & FORM and tag == "form" and not _is_menu(element):
            # Some systems put the whole page into one form.
            marks &= ~FORM
        depth = parent.depth + 1 if parent is not None else 0
        box = Box(element, tag, parent, len(boxes), depth, flags | marks, name, len(blocks))
        boxes.append(box)
        if marks & _MENUS and not flags & _CONTENT and _is_menu(element):
            self.walk.menus.append(box)
        elif depth < _DEEPEST:
            self.read(element, box, flags | marks)
            if self.texts or self.anchors:
                self.run.flush(box, flags | marks)
        box.stop = len(blocks)
        box.end = len(boxes)

    def read(self, element: Element, box: Box, flags: int) -> None:  # noqa: C901, PLR0912 - see below
        """Read what is inside an element. One loop with a branch a kind: it runs once for every element."""
        texts, anchors = self.texts, self.anchors
        text = element.text
        if text and (texts or not text.isspace()):
            texts.append(text)
        for child in element[:]:  # the list of all costs half of what asking for each does
            tag: Any = child.tag
            kind = KINDS[tag]
            if kind == BLOCK:
                if texts or anchors:
                    self.run.flush(box, flags)
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
                texts.append(BREAK)
            elif kind == BOLD:
                self.read_bold(child, box, flags)
            elif kind == MEDIUM:
                self.see(child, tag, box, flags)
                if tag in UNCLOSED:
                    self.read(child, box, flags)
            elif kind == CLOCK:
                self.walk.clocks.append(Clock(child, len(self.blocks), box, flags))
                self.read(child, box, flags)
            elif kind == UNSCRIPTED:
                self.read_unscripted(child, box, flags)
            elif kind == CUSTOM:
                self.read_custom(child, tag, box, flags)
            text = child.tail
            if text and (texts or not text.isspace()):
                texts.append(text)

    def read_apart(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Read an element as a box of its own."""
        if self.texts or self.anchors:
            self.run.flush(box, flags)
        self.open(element, tag, box, flags)

    def read_custom(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Read an element that the site made up: in a paragraph a word of it, elsewhere a box."""
        if box.tag in LINES:
            self.read(element, box, flags)
        else:
            self.read_apart(element, tag, box, flags)

    def read_drop(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Read an inline element that is a block by its style; a letter or a number is its line's first."""
        text = element.text or ""
        if not self.texts and box.tag in LINES and len(text) <= _INITIAL and _is_initial(text):
            self.texts.append(f"{text} " if text[0].isdigit() else text)
        else:
            self.read_apart(element, tag, box, flags)

    def read_link(self, element: Element, box: Box, flags: int) -> None:
        """Read a link; one inside another belongs to the outer one."""
        run = self.run
        if run.link is not None or look_of(element) == UNSEEN:
            self.read(element, box, flags)
            return
        run.begin_link(element)
        self.read(element, box, flags)
        run.end_link()

    def read_bold(self, element: Element, box: Box, flags: int) -> None:
        """Read text that is set bold."""
        run = self.run
        if run.is_bold:
            self.read(element, box, flags)
            return
        run.begin_bold()
        self.read(element, box, flags)
        run.end_bold()

    def see(self, element: Element, tag: str, box: Box, flags: int) -> None:
        """Note something to look at; what is inside is for browsers that cannot show it."""
        at = len(self.blocks) + self.run.has_words
        self.walk.media.append(Medium(element, tag, at, box, flags, self.run.link))

    def read_unscripted(self, element: Element, box: Box, flags: int) -> None:
        """Note the pictures for browsers without scripts: with lazy loading they are the real ones."""
        for child in element.iter("img"):
            self.see(child, "img", box, flags | HIDDEN)


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
