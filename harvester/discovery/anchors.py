"""The links of a page, each once, as they stand on it."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html

from harvester.discovery.linkkinds import Place, Standing
from harvester.pages.crowds import uncrowded
from harvester.urls import absolute, host_of, identity_key, registrable_domain

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SEEN_TEXT: Final = etree.XPath(
    "descendant-or-self::text()"
    "[not(parent::script or parent::style or parent::noscript or parent::template)]",
)
_ROLES: Final = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "contentinfo": "footer",
}
_NAMED = re.compile(
    r"(?:^|[-_\s])(?:(?P<navigation>nav|navbar|navi|navigation|menu|mainmenu|submenu|breadcrumbs?|topbar)"
    r"|(?P<footer>footer|colophon|imprint|legal))(?=$|[-_\s])",
    re.IGNORECASE,
)
_TOP: Final = frozenset(("html", "body", "main", "article"))
_MOST: Final = 5000
"""Addresses of one page; a page with more is no listing for readers."""
_TEMPLATE = re.compile(r"\{\{|%7[Bb]%7[Bb]|\$\{|<%")


@dataclass(slots=True)
class Anchor:
    """All links of a page to one address."""

    url: str
    elements: list[Element] = field(default_factory=list)
    text: str = ""
    """The longest of their texts."""
    place: Place = "footer"
    """The best of their places."""
    heading: bool = False
    in_navigation: bool = False
    """True where one of them stands in a menu."""

    @property
    def standing(self) -> Standing:
        """How the address stands on the page."""
        return Standing(self.text, self.place, self.heading)


def parsed(page: str) -> Element | None:
    """Return the page's tree, ``None`` for a page without elements."""
    parser = html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return html.document_fromstring(uncrowded(page.encode("utf-8", "replace")), parser=parser)
    except etree.ParserError:
        return None


def base_of(root: Element, url: str) -> str:
    """Return what relative links start from: ``<base>`` where it stays on the site, else the page."""
    for element in root.iter("base"):
        claimed = absolute(url, element.get("href") or "")
        if claimed and registrable_domain(host_of(claimed)) == registrable_domain(host_of(url)):
            return claimed
    return url


def anchors_of(root: Element, url: str) -> dict[str, Anchor]:
    """Return the page's links by identity key, in the order in which they are first met."""
    base = base_of(root, url)
    places: dict[Element, Place | None] = {}
    found: dict[str, Anchor] = {}
    for element in root.iter("a", "area"):
        target = _target(element, base)
        key = identity_key(target) if target else ""
        if target and (key in found or len(found) < _MOST):
            _add(found.setdefault(key, Anchor(target)), element, places)
    return found


def text_of(element: Element) -> str:
    """Return an element's text as seen, on one line."""
    return " ".join(" ".join(_SEEN_TEXT(element)).split())


def _target(element: Element, base: str) -> str | None:
    href = element.get("href")
    if not href or href[0] == "#" or _TEMPLATE.search(href):
        return None
    return absolute(base, href)


def _add(anchor: Anchor, element: Element, places: dict[Element, Place | None]) -> None:
    anchor.elements.append(element)
    text = text_of(element)
    if len(text) > len(anchor.text):
        anchor.text = text
    place = _place(element, places)
    anchor.in_navigation = anchor.in_navigation or place == "navigation"
    anchor.place = min(anchor.place, place, key=_ORDER.index)
    anchor.heading = anchor.heading or _is_heading(element)


_ORDER: Final[tuple[Place, ...]] = ("body", "navigation", "footer")


def _is_heading(element: Element) -> bool:
    inside = any(child.tag in _HEADINGS for child in element.iterdescendants())
    return inside or any(parent.tag in _HEADINGS for parent in element.iterancestors())


def _place(element: Element, places: dict[Element, Place | None]) -> Place:
    """Return where an element stands: as the nearest element says that says anything."""
    node: Element | None = element
    while node is not None:
        if node not in places:
            places[node] = _own_place(node)
        said = places[node]
        if said:
            return said
        node = node.getparent()
    return "body"


def _own_place(element: Element) -> Place | None:
    """Return what an element says of itself; an article inside a footer's markup is still an article."""
    tag = element.tag
    if tag in _TOP:
        return "body"
    if tag == "nav":
        return "navigation"
    role = _ROLES.get((element.get("role") or "").lower())
    if role or tag == "footer":
        return "navigation" if role == "navigation" else "footer"
    named = _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    return None if named is None else ("navigation" if named["navigation"] else "footer")
