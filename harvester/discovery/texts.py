"""Text of feeds and sitemaps as a reader sees it."""

import re
from html import unescape
from typing import Final

from lxml import etree

_TAG = re.compile(r"<[a-zA-Z/!]")
_LONGEST: Final = 100_000
_SUMMARY: Final = 1000
"""Characters; a feed that holds whole articles is cut to their beginning."""
_UNSEEN: Final = frozenset(("script", "style", "noscript", "iframe", "template"))
_INLINE: Final = frozenset(
    ("a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u")
)
_PARSER: Final = etree.HTMLParser(
    recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
)


def plain_text(markup: str | None) -> str | None:
    """Return the text of a piece of HTML on one line, entities read; ``None`` when nothing is left."""
    if not markup:
        return None
    text = markup[:_LONGEST]
    text = _without_tags(text) if _TAG.search(text) else text
    return " ".join(unescape(text).split()) or None


def summary_text(markup: str | None) -> str | None:
    """Return the plain text, cut after a word where it is longer than a summary."""
    text = plain_text(markup)
    if text is None or len(text) <= _SUMMARY:
        return text
    return text[:_SUMMARY].rpartition(" ")[0] + " …"


def first_image(markup: str | None) -> str | None:
    """Return the address of the first picture of a piece of HTML, as written."""
    root = _parsed(markup) if markup and "<img" in markup[:_LONGEST] else None
    sources = () if root is None else (image.get("src") for image in root.iter("img"))
    return next((source for source in sources if source and not source.startswith("data:")), None)


def _parsed(markup: str) -> etree._Element | None:
    return etree.fromstring(markup[:_LONGEST].encode("utf-8", "replace"), _PARSER)


def _without_tags(markup: str) -> str:
    """Return the text with a space where a block begins or ends."""
    root = _parsed(markup)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        if element.tag not in _INLINE:
            pieces.append(" ")
        if event == "end":
            pieces.append(element.tail or "")
        elif element.tag not in _UNSEEN:
            pieces.append(element.text or "")
    return "".join(pieces)
