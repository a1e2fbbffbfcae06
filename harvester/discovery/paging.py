"""The next page of a listing, in whatever way it is offered."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Final
from urllib.parse import unquote

from harvester.discovery.anchors import Anchor, Element, base_of, text_of
from harvester.urls import absolute, identity_key
from harvester.urls.shapes import shape_of

_WORDS: Final = frozenset(
    tomllib.loads(files(__package__).joinpath("paging.toml").read_text("utf-8"))["words"]
)
_ARROWS: Final = " \t\n\u00a0»›>→⟩❯▶+…."
_ALONE: Final = frozenset("»›>→⟩❯▶")
"""Arrows that say it without a word."""
_CLASS = re.compile(
    r"(?:^|[-_\s])(?:next|older|load-?more|show-?more|more-posts|infinite|siguiente|suivant|weiter)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<=[/=_-])\d{1,5}(?=$|[/?&.#_-])|(?<=[/=]p)\d{1,4}(?=$|[/?&.])|(?<=page)\d{1,4}(?=$|[/?&.])"
)
_CARRIER = re.compile(
    r"(?i)[/?&](?:page|paged|seite|pagina|p|pg|sayfa|strona|sida|side|pagenum|pagen_\d)?[/=_-]?$|[-_](?:page|p)[-_]?$"
)
_SECOND: Final = 2
_HOLDERS: Final = (
    "data-next-url",
    "data-next",
    "data-url",
    "data-href",
    "data-load-more",
    "data-link",
    "hx-get",
    "data-path",
)


def next_page(root: Element, url: str, anchors: dict[str, Anchor]) -> str | None:
    """Return the address of the next page, older articles; ``None`` where the page names none.

    ``rel=next`` first, then the number after this page's own, then words and classes, then load-more buttons.
    """
    own = identity_key(url)
    candidates = (
        *_declared(root, url),
        *_numbered(url, anchors),
        *_worded(url, anchors),
        *_buttons(root, url),
    )
    return next((found for found in candidates if identity_key(found) != own), None)


def _declared(root: Element, url: str) -> Iterator[str]:
    base = base_of(root, url)
    for element in root.iter("link", "a"):
        if "next" in (element.get("rel") or "").lower().split():
            found = absolute(base, element.get("href") or "javascript:")
            if found and _is_near(found, url):
                yield found


def _numbered(url: str, anchors: dict[str, Anchor]) -> Iterator[str]:
    """Yield addresses that are this one with the next number, or with page 2 where this one has none."""
    own = identity_key(url)
    for anchor in anchors.values():
        for match in _NUMBER.finditer(anchor.url):
            if _follows(anchor, match, own):
                yield anchor.url


def _follows(anchor: Anchor, match: re.Match[str], own: str) -> bool:
    front, number, rest = anchor.url[: match.start()], int(match[0]), anchor.url[match.end() :]
    if identity_key(f"{front}{number - 1}{rest}") == own:
        return True
    is_second = number == _SECOND or (number == 1 and anchor.text.strip() == "2")
    if not is_second:
        return False
    bare = _CARRIER.sub("", front)
    is_carried = _CARRIER.search(front) is not None or _said(anchor.text) in ("2", *_WORDS)
    return (
        is_carried
        and identity_key(bare + (f"?{rest[1:]}" if "?" not in bare and rest[:1] == "&" else rest)) == own
    )


def _worded(url: str, anchors: dict[str, Anchor]) -> Iterator[str]:
    for anchor in anchors.values():
        if _is_paged(anchor.url) and _is_near(anchor.url, url) and any(map(_says_next, anchor.elements)):
            yield anchor.url


def _is_paged(url: str) -> bool:
    shape = shape_of(url)
    return shape.page_number or shape.query == "listing"


def _says_next(element: Element) -> bool:
    said = (text_of(element), element.get("aria-label") or "", element.get("title") or "")
    return any(_said(text) in _WORDS or text.strip() in _ALONE for text in said) or _is_named_next(element)


def _said(text: str) -> str:
    return text.strip(_ARROWS).lower()


def _is_named_next(element: Element) -> bool:
    return _CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _buttons(root: Element, url: str) -> Iterator[str]:
    for element in root.iter("button", "div", "a", "span"):
        for holder in _HOLDERS if _is_named_next(element) else ():
            found = absolute(url, element.get(holder) or "javascript:")
            if found and _is_near(found, url):
                yield found


def _is_near(found: str, url: str) -> bool:
    """Tell whether an address is of the same listing: under its path, or on the same level."""
    return _folder(found).startswith(_folder(url)) or _folder(url).startswith(_folder(found))


def _folder(url: str) -> str:
    path = unquote(identity_key(url)).partition("?")[0]
    return re.sub(r"/(?:(?:page|p|seite|pagina|sayfa|strona)?[-_/]?\d{1,5})$", "", path)
