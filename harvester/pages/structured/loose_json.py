"""JSON as it stands in pages: read where it is sound, repaired where that is cheap, never for long."""

import json
import re
from html import unescape
from itertools import pairwise
from typing import Final, TypeAlias

import orjson

Node: TypeAlias = dict[str, object]

LONGEST: Final = 2_000_000
"""Characters of a block; the article of a page is never so long."""
_REPAIRED: Final = 500_000
"""Characters of a broken block that are looked at."""
_VALUES: Final = 50
"""Values one after the other in one block."""

_WRAPPING: Final = re.compile(r"<!--|-->|(?://|/\*)?\s?(?:<!\[CDATA\[|\]\]>)(?:\s?\*/)?")
_COMMENT_LINE: Final = re.compile(r"^[ \t]*//[^\n]*$", re.MULTILINE)
_COMMA: Final = re.compile(r",(?=\s*+[}\]])|(?<=[\[{]),")
_NO_VALUE: Final = re.compile(r":(?=\s*+[,}])")
_ESCAPE: Final = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|)')
_LONE: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_AFTER_STRING: Final = re.compile(r"\s*(?:$|[}\]]|[:,]\s*(?:$|[\[{}\]\d-]|true|false|null))")
_TYPE: Final = re.compile(r'"@type"\s*:\s*\[?\s*"(\w{1,40})"')
_KEYS: Final = re.compile(
    r'"(headline|description|datePublished|dateModified|articleSection|inLanguage|articleBody)"\s*:\s*'
    r'"((?:[^"\\]|\\.)*+)"'
)


def read_json(text: str) -> list[object]:
    """Return the values of a block of JSON; what cannot be read or is too long gives none."""
    if len(text) > LONGEST:
        return []
    try:
        return [orjson.loads(text)]
    except orjson.JSONDecodeError:
        return _repaired(text[:_REPAIRED]) if text.strip() else []


def _repaired(text: str) -> list[object]:
    """Return the values of a broken block, from the mildest repair to the harshest."""
    text = _WRAPPING.sub("", text).strip().lstrip("\ufeff")
    if text[:9].startswith(("{&quot;", "[{&quot;", "{&#34;", "[{&#34;")):
        text = unescape(text)
    text = _LONE.sub(r"\\ufffd", text)
    for repair in (str, _mended, _requoted):
        text = repair(text)
        values = _values(text)
        if values:
            return values
    return _salvaged(text)


def _values(text: str) -> list[object]:
    """Return the values that stand one after the other at the beginning of a text."""
    found: list[object] = []
    at = 0
    try:
        while at < len(text) and text[at] in "{[" and len(found) < _VALUES:
            value, at = _DECODER.raw_decode(text, at)
            found.append(value)
            at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n;,"))
    except (ValueError, RecursionError):
        return found
    return found


def _number(digits: str) -> float | int:
    """Return a number; one that nobody can mean is zero."""
    return int(digits) if len(digits) < 20 else 0  # noqa: PLR2004 - the digits of 64 bits


_DECODER: Final = json.JSONDecoder(strict=False, parse_int=_number)
"""Lets line feeds stand in strings, as they do in pages."""


def _mended(text: str) -> str:
    """Return the text without comments, spare commas, keys without a value, escapes of other languages."""
    text = _COMMENT_LINE.sub("", text)
    text = _ESCAPE.sub(lambda match: match[0] if match[1] else "", text)
    return _COMMA.sub("", _NO_VALUE.sub(":null", text))


def _requoted(text: str) -> str:
    """Return the text with those quotes escaped that cannot end a string."""
    out: list[str] = []
    inside = False
    for before, after in pairwise(text.split('"')):
        out.append(before)
        if not inside:
            inside = True
        elif not before.endswith("\\") and _AFTER_STRING.match(after):
            inside = False
        elif not before.endswith("\\"):
            out.append("\\")
        out.append('"')
    return "".join(out) + text.rpartition('"')[2]


def _salvaged(text: str) -> list[object]:
    """Return what can be read of an article in a text that is no JSON: its plain strings, first come."""
    kind = _TYPE.search(text)
    node: Node = {"@type": kind[1]} if kind else {}
    for match in _KEYS.finditer(text) if kind else ():
        value = _values(f'["{match[2]}"]')
        node.setdefault(match[1], value[0] if value else None)
    return [node] if len(node) > 1 else []
