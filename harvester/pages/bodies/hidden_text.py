"""Text that a page shows by script alone: it stands in the page as data."""

import html
import json
import re
from collections.abc import Iterator
from typing import Final

from harvester.pages.document import Document
from harvester.pages.spaces import folded

_TAG: Final = re.compile(r"<[^<>]{1,2000}>")
_BREAK: Final = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|section|article)\b[^<>]{0,2000}>|\n+", re.IGNORECASE
)
_LONGEST: Final = 4_000_000
"""Characters of the longest script that is read."""
_VALUES: Final = 200_000
"""Values of a script that are looked at, at most."""
_SENTENCE: Final = 60
"""Characters of the shortest text that counts as a paragraph."""
_ARRAYS: Final = frozenset(
    ("content", "contents", "content_elements", "body", "elements", "paragraphs", "blocks", "components")
)
"""Keys below which systems keep the parts of a text."""
_TEXTS: Final = frozenset(
    ("text", "content", "html", "value", "body", "articlebody", "bodytext", "paragraph", "bodyhtml")
)
"""Keys of the words of a part."""
_DEEPEST: Final = 40


def body_as_data(document: Document) -> tuple[str, ...]:
    """Return the paragraphs of the body that JSON-LD gives, and of a script's state where it gives none."""
    article = document.structured.article
    if article is not None and article.body:
        return paragraphs_of(article.body)
    return max(map(_paragraphs_in, _states(document)), key=lambda found: sum(map(len, found)), default=())


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text with markup or line feeds, without any tag."""
    parts = (folded(html.unescape(_TAG.sub("", part))) for part in _BREAK.split(text))
    return tuple(part for part in parts if part)


def _states(document: Document) -> Iterator[object]:
    """Yield what the scripts of type JSON hold, JSON-LD apart."""
    for script in document.root.iter("script"):
        kind, text = (script.get("type") or "").lower(), script.text or ""
        if kind != "application/json" or not _SENTENCE < len(text) < _LONGEST:
            continue
        try:
            yield json.loads(text)
        except (ValueError, RecursionError):
            continue


def _paragraphs_in(state: object) -> tuple[str, ...]:
    """Return the longest run of texts below one array of a state."""
    best: tuple[str, ...] = ()
    for array in _arrays(state):
        texts = tuple(part for each in array for part in paragraphs_of(_text_of(each)))
        long = tuple(text for text in texts if len(text) >= _SENTENCE)
        if sum(map(len, long)) > sum(len(text) for text in best if len(text) >= _SENTENCE):
            best = texts
    return best


def _arrays(state: object) -> Iterator[list[object]]:
    """Yield the arrays below keys that hold the parts of a text."""
    waiting: list[tuple[object, int]] = [(state, 0)]
    for _ in range(_VALUES):
        if not waiting:
            return
        value, depth = waiting.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            yield from (found for key, found in value.items() if key in _ARRAYS and isinstance(found, list))
            waiting.extend((each, depth + 1) for each in value.values() if isinstance(each, dict | list))
        elif isinstance(value, list):
            waiting.extend((each, depth + 1) for each in value if isinstance(each, dict | list))


def _text_of(part: object) -> str:
    """Return the words of a part: a string, or what an object holds below a key for words."""
    if isinstance(part, str):
        return part
    if not isinstance(part, dict):
        return ""
    return next(
        (value for key, value in part.items() if key.lower() in _TEXTS and isinstance(value, str)), ""
    )
