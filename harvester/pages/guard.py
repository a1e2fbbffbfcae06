"""What makes a page harmless for the parser, and the parser itself."""

import re
from dataclasses import dataclass
from typing import Final

import orjson
from lxml import etree

from harvester.evidence import NotAnArticle
from harvester.limits import LIMITS
from harvester.pages.crowds import uncrowded
from harvester.pages.endings import gathered, reads_to_end, without_early_ends
from harvester.pages.nesting import flattened
from harvester.pages.walk import Element

_MOST_TAGS: Final = 600_000
"""Tags; a page with more takes longer than the time that a page may take."""
_FEW: Final = 1_500_000
"""Bytes that do not hold so many tags."""
_DEEPEST: Final = 256
_MARKUP: Final = re.compile(rb"<[a-zA-Z!?/]")
_START: Final = re.compile(r"(?:\s|<\?[^>]*>|<![^>]*>)*+<(?:[\w.-]+:)?([a-zA-Z]+)")
_OTHER_ROOTS: Final = frozenset(
    ("rss", "feed", "rdf", "urlset", "sitemapindex", "svg", "opensearchdescription", "error")
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS: Final = bytes((*range(0x09), 0x0B, *range(0x0E, 0x20)))
_HEAD: Final = 1000
_MANY: Final = 20
"""Control characters among the first thousand; text that is text has fewer."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a page."""

    root: Element
    """The ``html`` element."""
    is_cut: bool = False
    """True where the page is nested deeper than trees go, and its deepest elements are not in the tree."""


def tamed(page: bytes) -> bytes:
    """Return a page in UTF-8 as the parser can read it in bounded time.

    Raises ``NotAnArticle``: "empty", "not_html", "too_large" or "too_complex".
    """
    if len(page) > LIMITS.page_bytes and len(page.decode("utf-8")) > LIMITS.page_bytes:
        raise NotAnArticle("too_large", f"over {LIMITS.page_bytes} characters")
    _refuse_other_kinds(page)
    if len(page) > _FEW and page.count(b"<") > _MOST_TAGS:
        raise NotAnArticle("too_complex", f"over {_MOST_TAGS} tags")
    return _without_controls(uncrowded(page))


def parsed(page: bytes) -> Parsed:
    """Return the tree of a tamed page, cut where it is too deep.

    Raises ``NotAnArticle``: "not_html" for a page without elements, "too_complex" for one too deep even then.
    """
    parser = _parser(huge_tree=False)
    root = _root(page, parser)
    if not _gave_up(parser):
        return Parsed(gathered(root if reads_to_end(root, page) else _reread(root, page)))
    flat = flattened(page.decode("utf-8")).encode("utf-8")
    root = _root(without_early_ends(flat), _parser(huge_tree=True))
    if _is_too_deep(root):
        raise NotAnArticle("too_complex", f"nested deeper than {_DEEPEST} elements")
    return Parsed(gathered(root), is_cut=True)


def _reread(root: Element, page: bytes) -> Element:
    """Return the tree of all of a page that ends too soon; ``root`` where it does not."""
    whole = without_early_ends(page)
    return root if whole is page else _root(whole, _parser(huge_tree=True))


def _without_controls(page: bytes) -> bytes:
    """Return the page without control characters."""
    is_sound = not any(map(page.__contains__, _CONTROLS))
    return page if is_sound else page.translate(None, _CONTROLS)


def _refuse_other_kinds(page: bytes) -> None:
    if _MARKUP.search(page) is None:
        raise NotAnArticle("not_html" if page.decode("utf-8").strip() else "empty")
    head = page[: _HEAD * 4].decode("utf-8", "ignore")[:_HEAD]
    if len(_CONTROL.findall(head)) > _MANY:
        raise NotAnArticle("not_html")
    start = _START.match(head)
    if start and start[1].lower() in _OTHER_ROOTS:
        raise NotAnArticle("not_html", start[1].lower())
    if head.lstrip()[:1] in ("{", "[") and _is_json(page):
        raise NotAnArticle("not_html", "json")


def _is_json(page: bytes) -> bool:
    try:
        orjson.loads(page)
    except orjson.JSONDecodeError:
        return False
    return True


def _parser(*, huge_tree: bool) -> etree.HTMLParser[Element]:
    """Return a parser; the limits of the ordinary one keep trees from growing deeper than can be walked."""
    return etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=huge_tree,
        collect_ids=False,  # a table that nobody asks
    )


def _root(page: bytes, parser: etree.HTMLParser[Element]) -> Element:
    try:
        root = etree.fromstring(page, parser)
    except etree.LxmlSyntaxError as error:
        raise NotAnArticle("not_html") from error
    if root is None:
        raise NotAnArticle("not_html")
    return root


def _gave_up(parser: etree.HTMLParser[Element]) -> bool:
    """Tell whether the parser met one of its limits and read no further."""
    last = parser.error_log.last_error
    return last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _is_too_deep(root: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False
