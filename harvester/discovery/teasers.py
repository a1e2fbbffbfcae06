"""What a listing says of an article beside its address: title, summary, labels, date, picture."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from harvester.discovery.anchors import Anchor, Element, text_of
from harvester.parts import Teaser
from harvester.urls import absolute

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = frozenset(
    (
        "p",
        "div",
        "span",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "li",
        "time",
        "strong",
        "em",
        "b",
        "small",
        "figcaption",
        "td",
    ),
)
_OWN_TEXT: Final = etree.XPath(
    "text() | *[self::b or self::strong or self::em or self::i or self::mark or self::u]//text()",
)
"""What stands in a block itself, with the letters set off in it."""
_TOP: Final = frozenset(("html", "body", "main"))
_LONGEST: Final = 2500
"""Characters of text: what is longer is no teaser's box."""
_LABEL: Final = 30
_SUMMARY: Final = 40
_RANK = re.compile(r"#?\d{1,2}\.?")
_DATED = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}\s*(?:h|m|d|min|std|hour|ago)\b", re.IGNORECASE)
_DATE_LENGTH: Final = 45
_IMAGE_HOLDERS: Final = ("data-src", "data-original", "data-lazy-src", "src")


@dataclass(frozen=True, slots=True)
class Box:
    """The element that holds one teaser and no other."""

    element: Element
    anchor: Anchor


def boxes(articles: dict[str, Anchor]) -> Iterator[Box]:
    """Yield for each article of a listing the widest element that has a link to it and to no other."""
    owners: dict[Element, str | None] = {}
    for key, anchor in articles.items():
        for element in anchor.elements:
            for node in (element, *element.iterancestors()):
                owners[node] = key if owners.setdefault(node, key) == key else None
    for key, anchor in articles.items():
        yield Box(_widest(_chief(anchor), key, owners), anchor)


def read_teaser(box: Box, base: str) -> Teaser:
    """Return what the box says of its article."""
    title = _title(box)
    clocks = {text_of(clock) for clock in box.element.iter("time")}
    texts = [text for text in _texts(box.element) if text != title and text not in clocks]
    date = _date(box.element, texts)
    return Teaser(
        title=title,
        url=box.anchor.url,
        summary=next((text for text in texts if len(text) >= _SUMMARY and text != date), None),
        labels=tuple(text for text in texts if _is_label(text, title) and text != date),
        date_raw=date,
        image_url=_image(box.element, base),
    )


def _chief(anchor: Anchor) -> Element:
    """Return the link that holds the headline: the one with the longest text."""
    return max(anchor.elements, key=lambda element: len(text_of(element)))


def _widest(element: Element, key: str, owners: dict[Element, str | None]) -> Element:
    widest = element
    for node in element.iterancestors():
        if owners.get(node) != key or node.tag in _TOP or len(text_of(node)) > _LONGEST:
            break
        widest = node
    return widest


def _title(box: Box) -> str | None:
    headings = (text_of(heading) for heading in box.element.iter(*_HEADINGS))
    found = next(filter(None, headings), None)
    if found:
        return found
    chief = _chief(box.anchor)
    return max(_texts(chief), key=len, default=None) if len(chief) else text_of(chief) or None


def _texts(element: Element) -> list[str]:
    """Return the texts of the blocks, each once, in reading order; a block's text is not its blocks' text."""
    found = (" ".join(" ".join(_OWN_TEXT(node)).split()) for node in element.iter(*_BLOCKS))
    return list(dict.fromkeys(text for text in found if text))


def _is_label(text: str, title: str | None) -> bool:
    return (
        len(text) <= _LABEL
        and not _RANK.fullmatch(text)
        and text not in (title or "")
        and not _DATED.search(text)
    )


def _date(element: Element, texts: Iterable[str]) -> str | None:
    for node in element.iter("time"):
        raw = node.get("datetime") or text_of(node)
        if raw:
            return raw
    return next((text for text in texts if len(text) <= _DATE_LENGTH and _DATED.search(text)), None)


def _image(element: Element, base: str) -> str | None:
    for image in element.iter("img"):
        for holder in _IMAGE_HOLDERS:
            source = image.get(holder) or ""
            if source and not source.startswith("data:"):
                return absolute(base, source)
    return None
