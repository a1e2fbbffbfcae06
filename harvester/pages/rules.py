"""What a site file may say in a line: where the copy stands, what is no part of it, what a selector gives."""

from collections.abc import Iterable
from functools import cached_property

from harvester.pages.document import Document
from harvester.pages.spaces import folded
from harvester.pages.walk import Element


class Rules:
    """Rules in CSS over one document; without any, nothing changes."""

    copy_in: str | None = None
    """CSS of the elements that hold the body; nothing outside of them is copy."""
    unwanted: tuple[str, ...] = ()
    """CSS of elements that are no part of the article."""

    def __init__(self, document: Document) -> None:
        """Keep the page that is asked."""
        self.document = document

    def texts(self, css: str) -> list[str]:
        """Return the texts of what a CSS selector finds, white space folded, empty ones left out."""
        found = (
            folded(" ".join(each.xpath(".//text()").getall())) for each in self.document.selector.css(css)
        )
        return [text for text in found if text]

    def text(self, css: str) -> str | None:
        """Return the first of ``texts``."""
        return next(iter(self.texts(css)), None)

    @cached_property
    def unwanted_blocks(self) -> frozenset[int]:
        """The blocks inside what is unwanted."""
        return self._blocks_in(self.unwanted)

    @cached_property
    def blocks_outside_copy(self) -> frozenset[int]:
        """The blocks that cannot be copy."""
        inside = self._blocks_in((self.copy_in,)) if self.copy_in else frozenset()
        return frozenset(range(len(self.document.walk.blocks))) - inside if inside else inside

    def _blocks_in(self, selectors: Iterable[str]) -> frozenset[int]:
        """Return the blocks inside the elements that some CSS selectors find."""
        roots: set[Element] = {each.root for css in selectors for each in self.document.selector.css(css)}
        if not roots:
            return frozenset()
        boxes = [box for box in self.document.walk.boxes if box.element in roots]
        return frozenset(index for box in boxes for index in range(box.start, box.stop))

    @classmethod
    def overridden(cls, generic: type) -> tuple[str, ...]:
        """Return the names of the fields that a site's page finds by itself."""
        names = (name for page in cls.__mro__ if not issubclass(generic, page) for name in vars(page))
        return tuple(
            dict.fromkeys(name for name in names if hasattr(generic, name) and not name.startswith("_"))
        )
