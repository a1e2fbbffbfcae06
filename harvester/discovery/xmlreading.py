"""Broken XML, read: element by element, whatever is before, between and after the elements.

Feeds and sitemaps come cut, with bare ampersands, entities of HTML, doctypes that would expand to
gigabytes or read local files. Here no entity is ever expanded by the parser and no DTD is seen by it.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5
from io import BytesIO
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from lxml import etree

from harvester.discovery.repair import repaired

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements
T = TypeVar("T")
if TYPE_CHECKING:
    _Events = etree.iterparse[tuple[str, Element]]

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf|urlset|sitemapindex|html)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"<[A-Za-z_]")
_MARK = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&([A-Za-z][A-Za-z0-9]*;|#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};)?", re.DOTALL
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ITEM_START = re.compile(r"<(?:[\w.-]+:)?(?:item|entry|url|sitemap)\b", re.IGNORECASE)
_ITEM_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)
_ROOT_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf|urlset|sitemapindex)\s*>", re.IGNORECASE)
_OWN: Final = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_REPAIRED: Final = 20_000_000
"""Characters; of a longer document that is no XML the rest is not read."""
_LAST: Final = 0x10FFFF


def local_name(element: Element) -> str:
    """Return an element's name without namespace or prefix, lower case; "" for what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def whole_part(text: str) -> tuple[str, bool]:
    """Return the text up to the end of its last whole item, and whether the document came to its end.

    Of a cut document the last, half item is not read: half an address is a wrong address.
    """
    end = max((match.end() for match in _ITEM_END.finditer(text)), default=0)
    if _ROOT_END.search(text, end):
        return text, True
    half = _ITEM_START.search(text, end)
    return text[: half.start() if half else len(text)], False


def read_each(
    text: str, names: Collection[str], read: Callable[[Element], T]
) -> tuple[list[T], Element | None]:
    """Return what ``read`` makes of each element of one of the names, and the root with all that is left.

    An element is read when it is complete and emptied then, so that large documents stay small.
    """
    cleaned = _cleaned(text)
    # Names in capitals or with a prefix that nobody declared are found by the second reading alone.
    first = _read(_events(cleaned, tags=[f"{{*}}{name}" for name in names]), names, read)
    if first.sound and first.values:
        return first.values, first.root
    second = _read(_events(repaired(cleaned[:_REPAIRED])), names, read)
    best = second if len(second.values) >= len(first.values) else first
    return best.values, best.root if best.root is not None else first.root


@dataclass(frozen=True, slots=True)
class _Reading(Generic[T]):
    values: list[T]
    root: Element | None
    sound: bool
    """False where the parser met XML that is none."""


def _read(events: "_Events", names: Collection[str], read: Callable[[Element], T]) -> _Reading[T]:
    values: list[T] = []
    root: Element | None = None
    try:
        for _, element in events:
            root = element
            if local_name(element) in names:
                values.append(read(element))
                element.clear(keep_tail=False)
    except etree.XMLSyntaxError:
        return _Reading(values, _root_of(root), sound=False)
    return _Reading(values, _root_of(root), sound=_is_sound(events))


def _root_of(element: Element | None) -> Element | None:
    return None if element is None else element.getroottree().getroot()


def _is_sound(events: "_Events") -> bool:
    """A prefix that nobody declared is no fault: the names are read without their prefixes."""
    return all(fault.domain_name == "NAMESPACE" for fault in events.error_log)


def _events(text: str, tags: list[str] | None = None) -> "_Events":
    """Return the parser at work: strict with tags, since recovering can take a document's square in time."""
    return etree.iterparse(
        BytesIO(text.encode("utf-8", "replace")),
        events=("end",),
        tag=tags,
        recover=tags is None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )


def _cleaned(text: str) -> str:
    """Return the text from its root on: without declaration and doctype, and without entities."""
    start = _ROOT.search(text) or _ELEMENT.search(text)
    text = text[start.start() :] if start else ""
    return _ILLEGAL.sub("", _MARK.sub(_plain, text))


def _plain(match: re.Match[str]) -> str:
    """Spell an entity as its letter: those of XML stay, those of HTML are known, others vanish."""
    if match[0][0] == "<" or match[1] in _OWN:
        return match[0]
    if match[1] is None:
        return "&amp;"
    if match[1][0] != "#":
        return html5.get(match[1], "").replace("&", "&amp;").replace("<", "&lt;")
    code = int(match[1][2:-1], 16) if match[1][1] in "xX" else int(match[1][1:-1])
    is_letter = code <= _LAST and not _ILLEGAL.match(chr(code)) and code
    return match[0] if is_letter else ""
