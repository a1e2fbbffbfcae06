"""Values of schema.org keys as text, numbers, truth: pages give strings, lists and objects for each."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from harvester.pages.spaces import folded
from harvester.pages.structured.loose_json import Node

_ENTITY: Final = re.compile(r"&(?:#\d|#[xX]|[a-zA-Z])")
_BLOCK_TAG: Final = re.compile(
    r"<(?:/?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|tr)\b|br\b)[^<>]{0,300}>", re.IGNORECASE
)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_NUMBER: Final = re.compile(r"\s*(\d{1,9})")
_LONGEST_LINE: Final = 5_000
_ADDRESSES: Final = ("url", "@id", "contentUrl")
_DEEPEST: Final = 4
_MANY: Final = 100
_TRUE: Final = frozenset(("true", "yes", "1"))
_FALSE: Final = frozenset(("false", "no", "0"))


def items(value: object, level: int = _DEEPEST) -> Iterator[object]:
    """Yield the values of a list, of lists in it, or the one value; nothing for ``null``."""
    if isinstance(value, list):
        for each in value[:_MANY] if level else ():
            yield from items(each, level - 1)
    elif isinstance(value, dict) and "@list" in value:
        yield from items(value["@list"], level - 1) if level else ()
    elif value is not None:
        yield value


def unmarked(text: str) -> str:
    """Return a string of the data without entities, written once or twice, and without tags."""
    for _ in range(2):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = unescape(text)
    if "<" in text:
        text = _TAG.sub("", _BLOCK_TAG.sub("\n", text))
    return text


def line_of(value: object) -> str | None:
    """Return the first text of a value on one line; ``None`` where there is none."""
    for each in (value,) if isinstance(value, str) else items(value):
        found = _string(each)
        line = folded(unmarked(found[:_LONGEST_LINE])) if found else ""
        if line:
            return line
    return None


def lines_of(value: object) -> tuple[str, ...]:
    """Return the text of each value."""
    found = (line_of(each) for each in items(value))
    return tuple(dict.fromkeys(line for line in found if line))


def copy_of(value: object) -> str | None:
    """Return the text of a value with a line feed between its paragraphs."""
    texts = [unmarked(text) for text in (_string(each) for each in items(value)) if text]
    lines = (folded(line) for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line) or None


def number_of(value: object) -> int | None:
    """Return a whole number: 1200, "1200", "1200 px", {"value": 1200}."""
    for each in items(value):
        found = _NUMBER.match(_string(each) or "")
        if found:
            return int(found[1])
    return None


def truth_of(value: object) -> bool | None:
    """Return what a value says: ``true``, "True", "http://schema.org/False"."""
    if isinstance(value, bool):
        return value
    word = (line_of(value) or "").lower().rpartition("/")[2]
    return True if word in _TRUE else False if word in _FALSE else None


def address_of(value: object) -> str | None:
    """Return the address that a value is or has, as written."""
    for each in items(value):
        found = each
        if isinstance(each, dict):
            found = next((each[key] for key in _ADDRESSES if isinstance(each.get(key), str)), None)
        if isinstance(found, str) and len(found) <= _LONGEST_LINE and len(found.split()) == 1:
            return unescape(found.strip())
    return None


def types_of(node: Node) -> tuple[str, ...]:
    """Return the types of a node, without the address of the vocabulary."""
    kinds = node.get("@type")
    if isinstance(kinds, str):
        return (_type(kinds),)
    return (
        tuple(_type(kind) for kind in kinds[:_MANY] if isinstance(kind, str))
        if isinstance(kinds, list)
        else ()
    )


def _type(name: str) -> str:
    return name.strip().rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]


def _string(value: object) -> str | None:
    """Return the string of a value, of its ``@value``, ``name`` or ``text``; one level deep."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        named = (value.get(key) for key in ("@value", "name", "text", "headline", "value"))
        value = next((each for each in named if each is not None), None)
        if isinstance(value, list):
            value = next((each for each in value if isinstance(each, str)), None)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
