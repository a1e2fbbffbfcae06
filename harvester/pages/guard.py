"""What makes a page harmless for the parser."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from harvester.evidence import NotAnArticle
from harvester.pages.walk import Element

_PARSER: Final = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a page."""

    root: Element
    is_cut: bool = False


def tamed(text: str) -> str:
    """Return the text."""
    if not text.strip():
        raise NotAnArticle("empty")
    return text


def parsed(text: str) -> Parsed:
    """Return the tree."""
    root = etree.fromstring(text.encode("utf-8", "replace"), _PARSER)
    if root is None:
        raise NotAnArticle("not_html")
    return Parsed(root)
