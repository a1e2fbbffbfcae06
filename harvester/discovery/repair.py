"""XML that is none, made some: tags closed in order, attributes quoted, stray marks escaped."""

import re
from typing import Final

_TOKEN = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)(?P<attributes>[^<>]*?)(?P<empty>/?)>"
    r"|<(?P<stray>)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))"""
)
_DEEPEST: Final = 100
"""No feed nests deeper; what does is left out, its text stays."""


_ITEMS: Final = frozenset(("item", "entry", "url", "sitemap"))


def repaired(text: str) -> str:
    """Return well-formed XML with the elements of the text, or nearly so.

    An end tag closes what is open inside its element, and is dropped where its element is not open; an item
    never lies inside an item. Namespaces are lost: prefixes stay in the names.
    """
    open_names: list[str] = []
    pieces: list[str] = []
    at = 0
    for token in _TOKEN.finditer(text):
        pieces += (text[at : token.start()].replace(">", "&gt;"), _written(token, open_names))
        at = token.end()
    return "".join((*pieces, text[at:].replace(">", "&gt;"), _closed(open_names, 0)))


def _written(token: re.Match[str], open_names: list[str]) -> str:
    if token["stray"] is not None:
        return "&lt;"
    if token["name"] is None:
        return token[0] if token[0].endswith("]]>") else f"{token[0]}]]>"
    return _end(token["name"], open_names) if token["end"] else _start(token, open_names)


def _start(token: re.Match[str], open_names: list[str]) -> str:
    name = token["name"]
    before = _end(name, open_names) if name.lower() in _ITEMS else ""
    if len(open_names) >= _DEEPEST:
        return before
    if not token["empty"]:
        open_names.append(name)
    return f"{before}<{name}{_attributes(token['attributes'])}{token['empty']}>"


def _end(name: str, open_names: list[str]) -> str:
    """Return the end tags of the innermost open element of the name and of all inside it."""
    known = [index for index, other in enumerate(open_names) if other.lower() == name.lower()]
    return _closed(open_names, known[-1]) if known else ""


def _closed(open_names: list[str], at: int) -> str:
    tags = "".join(f"</{name}>" for name in reversed(open_names[at:]))
    del open_names[at:]
    return tags


def _attributes(text: str) -> str:
    """Return the attributes in quotes, the first of each name, without declarations of namespaces."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        if not name.startswith("xmlns"):
            found.setdefault(name, (double or single or bare).replace('"', "&quot;"))
    return "".join(f' {name}="{value}"' for name, value in found.items())
