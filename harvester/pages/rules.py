"""What a site file may say in a line: where the copy stands, what is no part of it, what a selector gives."""

from functools import cached_property

from harvester.pages.document import Document
from harvester.pages.flags import is_unseen
from harvester.pages.spaces import folded
from harvester.pages.tags import BLOCK, BREAK, KINDS, SKIPPED, UNSCRIPTED
from harvester.pages.walk import Element


class Rules:
    """Rules in CSS over one document; without any, nothing changes."""

    copy_in: str | None = None
    """CSS of the elements that hold the body; nothing outside of them is copy."""
    always_copy: str | None = None
    """CSS of elements that are copy, whatever they look like: what the body lacks without it."""
    unwanted: tuple[str, ...] = ()
    """CSS of elements that are no part of the article: they are taken out before anything is read."""

    def __init__(self, document: Document) -> None:
        """Keep the page that is asked, without what is unwanted."""
        self.document = document
        for css in self.unwanted:
            for found in document.selector.css(css):
                _take_out(found.root)

    def texts(self, css: str) -> list[str]:
        """Return the texts of what a CSS selector finds as a reader sees them, on one line, none empty.

        ``time::attr(datetime)`` gives an attribute, ``h1::text`` the text directly in an element.
        """
        found = (each.root for each in self.document.selector.css(css))
        texts = (folded(each if isinstance(each, str) else _shown(each)) for each in found)
        return [text for text in texts if text]

    def text(self, css: str) -> str | None:
        """Return the first of ``texts``."""
        return next(iter(self.texts(css)), None)

    @cached_property
    def blocks_outside_copy(self) -> frozenset[int]:
        """The blocks that cannot be copy; none where ``copy_in`` finds nothing."""
        inside = self._blocks_in(self.copy_in) if self.copy_in else frozenset()
        return frozenset(range(len(self.document.walk.blocks))) - inside if inside else inside

    @cached_property
    def blocks_of_copy(self) -> frozenset[int]:
        """The blocks that are copy where no other field takes them."""
        return self._blocks_in(self.always_copy) if self.always_copy else frozenset()

    def _blocks_in(self, css: str) -> frozenset[int]:
        """Return the blocks inside the elements that a CSS selector finds."""
        roots: set[Element] = {each.root for each in self.document.selector.css(css)}
        boxes = [box for box in self.document.walk.boxes if box.element in roots]
        return frozenset(index for box in boxes for index in range(box.start, box.stop))

    @classmethod
    def overridden(cls, generic: type) -> tuple[str, ...]:
        """Return the names of the fields that a site's page finds by itself."""
        names = (name for page in cls.__mro__ if not issubclass(generic, page) for name in vars(page))
        return tuple(
            dict.fromkeys(name for name in names if hasattr(generic, name) and not name.startswith("_"))
        )


def _shown(element: Element) -> str:
    """Return the text of an element; blocks and line breaks in it stand apart."""
    parts = [element.text or ""]
    for child in element:
        kind = KINDS[child.tag]
        if kind not in {SKIPPED, UNSCRIPTED} and not is_unseen(child):
            parts.append(f" {_shown(child)} " if kind in {BLOCK, BREAK} else _shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _take_out(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "") + (tail or "") or None
    else:
        parent.text = (parent.text or "") + (tail or "") or None
