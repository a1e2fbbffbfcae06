"""Links to the front page: what they say is the site's name, and no headline."""

import re
from typing import Final

from harvester.pages.document import Document
from harvester.pages.titles import letters
from harvester.pages.walk import Block

_HOME: Final = re.compile(
    r"\.?/?(?:index\.\w+)?|(?:\S{0,80}/web/\d+\w*/)?(?:https?:)?//[^/?#]+/?(?:index\.\w+)?"
)
"""Addresses of front pages, in archives too."""
_MOST: Final = 40
"""First headings that are asked."""


def leads_home(block: Block) -> bool:
    """Tell whether the link in a block leads to the front page."""
    href = block.links[0].href if block.links else ""
    return _HOME.fullmatch(href) is not None


def home_names(document: Document) -> frozenset[str]:
    """Return the texts of first headings that lead to the front page, as ``letters``: names of the site."""
    walk = document.walk
    firsts = [walk.blocks[box.start] for box in walk.boxes if box.tag == "h1" and box.stop == box.start + 1]
    names = (letters(block.text) for block in firsts[:_MOST] if block.links and leads_home(block))
    return frozenset(filter(None, names))
