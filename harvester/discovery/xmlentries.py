"""One ``item`` of RSS or ``entry`` of Atom, with the modules that news sites use."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from harvester.discovery.entries import Entry
from harvester.discovery.xmlreading import Element, local_name

_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_FOREIGN: Final = {"mrss": "media", "itunes": "itunes", "googleplay": "googleplay", "sitemap-image": "image"}
"""Vocabularies whose "title" and "image" are not the item's own; told by a part of their address."""


def entry_of(item: Element) -> Entry:
    """Return what an item says, verbatim."""
    parts = children(item)
    return Entry(
        addresses=tuple(_addresses(item, parts)),
        title=_first(parts, "title", "headline"),
        summaries=tuple(
            _texts(parts, "description", "summary", "abstract", "subtitle", "encoded", "content", "body")
        ),
        labels=tuple(_labels(parts)),
        published_raw=_first(parts, "pubdate", "published", "date", "issued", "created", "publicationdate"),
        modified_raw=_first(parts, "updated", "modified", "lastbuilddate"),
        images=tuple(_images(item, parts)),
        base=next((node.get(_BASE) for node in (item, *item.iterancestors()) if node.get(_BASE)), None),
    )


def children(element: Element) -> Mapping[str, list[Element]]:
    """Return an element's children by name; those of other vocabularies are ``media:title``."""
    found: dict[str, list[Element]] = {}
    for child in element:
        found.setdefault(_name(child), []).append(child)
    return found


def _name(element: Element) -> str:
    tag = element.tag if isinstance(element.tag, str) else ""
    for sign, prefix in _FOREIGN.items():
        if (tag[0:1] == "{" and sign in tag.partition("}")[0]) or tag.startswith(f"{prefix}:"):
            return f"{prefix}:{local_name(element)}"
    return local_name(element)


def _texts(parts: Mapping[str, list[Element]], *names: str) -> Iterator[str]:
    for name in names:
        for element in parts.get(name, ()):
            text = _text(element)
            if text:
                yield text


def _text(element: Element) -> str:
    """Return an element's text; of markup that was not escaped, the markup."""
    if not len(element):
        return (element.text or "").strip()
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return ((element.text or "") + "".join(inner)).strip()


def _first(parts: Mapping[str, list[Element]], *names: str) -> str | None:
    return next(_texts(parts, *names), None)


def _addresses(item: Element, parts: Mapping[str, list[Element]]) -> Iterator[str]:
    yield from _texts(parts, "origlink")
    links = parts.get("link", ())
    yield from _hrefs(links, ("alternate", None, ""))
    yield from _texts(parts, "link", "url")
    for guid in parts.get("guid", ()):
        if (guid.get("isPermaLink") or "").lower() != "false":
            yield from _addresses_only([_text(guid)])
    yield from _addresses_only(_texts(parts, "guid", "id"))
    yield from filter(None, (item.get(_ABOUT), item.get("rdf:about")))


def _hrefs(links: Iterable[Element], relations: tuple[str | None, ...]) -> Iterator[str]:
    """Yield what Atom's links point to, pages before other types."""
    fit = [link for link in links if link.get("href") and link.get("rel") in relations]
    for link in sorted(fit, key=lambda link: "html" not in (link.get("type") or "html")):
        yield str(link.get("href"))


def _addresses_only(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text.startswith(("http://", "https://")))


def _labels(parts: Mapping[str, list[Element]]) -> Iterator[str]:
    for category in (*parts.get("category", ()), *parts.get("subject", ())):
        text = category.get("label") or category.get("term") or _text(category)
        if text:
            yield text


def _images(item: Element, parts: Mapping[str, list[Element]]) -> Iterator[str]:
    media = [element for element in item.iter() if _name(element) in ("media:content", "media:thumbnail")]
    pictures = [
        each for each in (*media, *parts.get("enclosure", ()), *parts.get("link", ())) if _is_picture(each)
    ]
    for picture in sorted(pictures, key=_width, reverse=True):
        yield picture.get("url") or picture.get("href") or ""
    for image in (*parts.get("image", ()), *parts.get("itunes:image", ())):
        yield image.get("href") or image.get("url") or _first(children(image), "url") or _text(image)


def _is_picture(element: Element) -> bool:
    if local_name(element) == "thumbnail":
        return True
    kind = element.get("type") or element.get("medium") or ""
    is_attached = local_name(element) != "link" or element.get("rel") == "enclosure"
    return is_attached and kind.startswith("image")


def _width(element: Element) -> int:
    digits = element.get("width") or ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0  # noqa: PLR2004 - no picture is wider
