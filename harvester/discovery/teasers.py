"""What a listing says of an article beside its address: title, summary, labels, date, picture."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from harvester.discovery.anchors import Anchor, Element, text_of
from harvester.parts import Teaser
from harvester.urls import absolute

_UNBOXED: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "a", "p", "b", "strong", "dt"))
_NEAR: Final = 4
"""Elements after a headline that may still be its teaser's."""
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
_HEADLINE: Final = 25
_LABEL: Final = 30
_SUMMARY: Final = 40
_GLUE: Final = " \t\n\u00a0:|·•–—-/"
_KICKER = re.compile(
    r"kicker|eyebrow|topline|overline|toptitle|pretitle|dachzeile|spitzmarke|label|category|flag|badge|rubrik|section",
    re.IGNORECASE,
)
_RANK = re.compile(r"#?\d{1,2}\.?")
_DATED = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}\s*(?:h|m|d|min|std|hour|ago)\b", re.IGNORECASE)
_DATE_LENGTH: Final = 45
_IMAGE_HOLDERS: Final = ("data-src", "data-original", "data-lazy-src", "src")


@dataclass(frozen=True, slots=True)
class Box:
    """The element that holds one teaser and no other."""

    element: Element
    anchor: Anchor
    beside: tuple[Element, ...] = ()
    """Of lists without boxes: what follows the headline up to the next one."""

    @property
    def parts(self) -> tuple[Element, ...]:
        """All elements of the teaser, in reading order."""
        return (self.element, *self.beside)


def boxes(articles: dict[str, Anchor]) -> Iterator[Box]:
    """Yield for each article of a listing the widest element that has a link to it and to no other."""
    owners: dict[Element, str | None] = {}
    for key, anchor in articles.items():
        for element in anchor.elements:
            for node in (element, *element.iterancestors()):
                owners[node] = key if owners.setdefault(node, key) == key else None
    for key, anchor in articles.items():
        widest = _widest(_chief(anchor), key, owners)
        yield Box(widest, anchor, tuple(_beside(widest, owners)))


def _beside(element: Element, owners: dict[Element, str | None]) -> Iterator[Element]:
    if element.tag in _UNBOXED:
        for sibling in islice(element.itersiblings(), _NEAR):
            if sibling in owners or sibling.tag in _HEADINGS:
                return
            yield sibling


def read_teaser(box: Box, base: str) -> Teaser:
    """Return what the box says of its article."""
    title = _title(box)
    clocks = [clock for part in box.parts for clock in part.iter("time")]
    said = {title, *map(text_of, clocks)}
    texts = [text for part in box.parts for text in _texts(part) if text not in said]
    date = _date(clocks, texts)
    return Teaser(
        title=title,
        url=box.anchor.url,
        summary=next((text for text in texts if len(text) >= _SUMMARY and text != date), None),
        labels=tuple(text for text in texts if _is_label(text, title) and text != date),
        date_raw=date,
        image_url=next(filter(None, (_image(part, base) for part in box.parts)), None),
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
    """Return the headline: a heading with the link, else a link as long as a headline, else any heading."""
    headings = [heading for heading in box.element.iter(*_HEADINGS) if text_of(heading)]
    linked = [heading for heading in headings if _is_linked(heading, box.anchor)]
    chief = _chief(box.anchor)
    if not linked and len(text_of(chief)) >= _HEADLINE:
        headings = []
    if headings:
        return _without_kicker((linked or headings)[0])
    return max(_texts(chief), key=len, default=None) if len(chief) else text_of(chief) or None


def _is_linked(heading: Element, anchor: Anchor) -> bool:
    inside = any(heading in element.iterdescendants(*_HEADINGS) for element in anchor.elements)
    return inside or any(element in heading.iterdescendants("a") for element in anchor.elements)


def _without_kicker(heading: Element) -> str:
    """Return a heading's text without the label that stands before it in an element of its own."""
    node = heading
    while len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip():
        node = node[0]
    parts = [text_of(child) for child in node]
    has_own_text = (node.text or "").strip() or any((child.tail or "").strip(_GLUE) for child in node[:-1])
    named = len(node) > 0 and _KICKER.search(node[0].get("class") or "")
    if len(parts) > 1 and parts[0] and any(parts[1:]) and (named or not has_own_text):
        return " ".join(filter(None, (*parts[1:], (node[-1].tail or "").strip()))).strip(_GLUE)
    if named and parts[0] and (node[0].tail or "").strip(_GLUE):
        return text_of(node)[len(parts[0]) :].strip(_GLUE)
    return text_of(heading)


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


def _date(clocks: Iterable[Element], texts: Iterable[str]) -> str | None:
    """Return the date as a clock or a short text gives it."""
    for clock in clocks:
        raw = clock.get("datetime") or text_of(clock)
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
