"""Microdata and RDFa Lite as nodes, the same as those of JSON-LD."""

from itertools import islice
from typing import Final

from lxml import etree

from harvester.pages.spaces import folded
from harvester.pages.structured.loose_json import Node
from harvester.pages.structured.schema import SCHEMA
from harvester.pages.structured.texts import types_of
from harvester.pages.walk import Element

_MARKED: Final = etree.XPath("//*[@itemprop or @itemtype or @property or @typeof]")
_MOST: Final = 3_000
"""Marked elements that are looked at."""
_STRING: Final = etree.XPath("string()", smart_strings=False)
_ADDRESSED: Final = frozenset(("url", "mainEntityOfPage", "image", "license", "sameAs", "contentUrl"))
_DATES: Final = frozenset(("datePublished", "dateModified", "dateCreated", "uploadDate"))
_NAMED: Final = frozenset(("Person", "Organization", "NewsMediaOrganization"))
_KEYS: Final = {key.lower(): key for key in SCHEMA["keys"]}
_TEXT_TAGS: Final = ("p", "h2", "h3", "h4", "li", "blockquote", "pre")
_LONGEST: Final = 500_000
_LONGEST_NAME: Final = 200
_DEEPEST: Final = 100
"""Levels between a property and the element that it describes."""


def marked_nodes(root: Element) -> list[Node]:
    """Return the nodes that a page's attributes describe, without those that are values of others."""
    nodes: dict[Element, Node] = {}
    outer: list[Node] = []
    found = _MARKED(root)
    for element in found[:_MOST] if isinstance(found, list) else ():
        owner = _owner(element, nodes)
        keys = _keys_of(element)
        kinds = (element.get("itemtype") or element.get("typeof") or "").split()[:5]
        if kinds or element.get("itemscope") is not None:
            nodes[element] = {"@type": kinds}
            if owner is None or not keys:
                outer.append(nodes[element])
        for key in keys if owner is not None else ():
            _add(owner, key, nodes.get(element) or _value(element, key))
    _name_the_nameless(nodes)
    return outer


def _owner(element: Element, nodes: dict[Element, Node]) -> Node | None:
    """Return the node of the nearest element around this one that has one."""
    if not nodes:
        return None
    return next((nodes[each] for each in islice(element.iterancestors(), _DEEPEST) if each in nodes), None)


def _keys_of(element: Element) -> list[str]:
    """Return the schema.org keys that an element gives a value to; OpenGraph has names of its own."""
    named = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()[:5]
    bare = (name.removeprefix("schema:").rpartition("/")[2] for name in named)
    return [_KEYS[name] for name in bare if name in _KEYS]


def _add(node: Node | None, key: str, value: object) -> None:
    """Give a key of a node one more value."""
    if node is None or not value:
        return
    held = node.setdefault(key, [])
    if isinstance(held, list):
        held.append(value)


def _value(element: Element, key: str) -> object:
    """Return what an element says for a key: an address, the content of a ``meta``, its text."""
    if key in _ADDRESSED:
        return next(filter(None, map(element.get, ("href", "src", "content", "itemid", "data-src"))), None)
    said = element.get("content") or (element.get("datetime") if key in _DATES else None)
    if said is not None:
        return said
    return _copy(element) if key == "articleBody" else _text(element)


def _text(element: Element) -> str:
    return str(_STRING(element))[:_LONGEST]


def _copy(element: Element) -> str:
    """Return the text of the copy, a line a paragraph."""
    lines = [folded(_text(each)) for each in islice(element.iter(*_TEXT_TAGS), _MOST)]
    return "\n".join(filter(None, lines))[:_LONGEST] or _text(element)


def _name_the_nameless(nodes: dict[Element, Node]) -> None:
    """Give persons and houses their text for a name where no element is marked as it."""
    for element, node in nodes.items():
        if "name" not in node and _NAMED.intersection(types_of(node)):
            node["name"] = _text(element)[:_LONGEST_NAME]
