"""Text that a page shows by script alone: it stands in the page as data."""

import html
import json
import re
from collections.abc import Iterator
from itertools import starmap
from typing import Final

from harvester.pages.document import Document
from harvester.pages.spaces import folded

_TAG: Final = re.compile(r"<[^<>]{1,2000}>")
_BREAK: Final = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|section|article)\b[^<>]{0,2000}>|\n+", re.IGNORECASE
)
_KINDS: Final = frozenset(("application/json", "", "text/javascript", "application/javascript"))
_GIVEN: Final = re.compile(
    r"\s*(?:(?:var|let|const)\s+)?[\w$.]{1,80}(?:\[[^\]]{1,80}\])?\s*=\s*(?:JSON\.parse\(\s*)?(?=[\[{\"])"
)
"""The opening of a script that gives a name to data."""
_DECODER: Final = json.JSONDecoder()
_LONGEST: Final = 4_000_000
"""Characters of the longest script that is read."""
_VALUES: Final = 200_000
"""Values of a script that are looked at, at most."""
_SENTENCE: Final = 60
"""Characters of the shortest text that counts as a paragraph."""
_WHOLE: Final = 300
"""Characters of the shortest text that may be a whole one."""
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
    """Yield what the scripts hold as data, JSON-LD apart: all of a script, or what it gives a name to."""
    for script in document.root.iter("script"):
        kind, text = (script.get("type") or "").lower(), script.text or ""
        if not _SENTENCE < len(text) < _LONGEST or kind not in _KINDS:
            continue
        start = _GIVEN.match(text) if kind != "application/json" else None
        if kind == "application/json" or start:
            yield from _decoded(text[start.end() :] if start else text.strip())


def _decoded(text: str) -> Iterator[object]:
    """Yield the value that a text begins with, read twice where it is JSON within a string."""
    try:
        value, _ = _DECODER.raw_decode(text)
        yield json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return


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
    """Yield the arrays below keys that hold the parts of a text; a text as a whole is an array of one."""
    waiting: list[tuple[object, int]] = [(state, 0)]
    for _ in range(_VALUES):
        if not waiting:
            return
        value, depth = waiting.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            yield from filter(None, starmap(_parts_below, value.items()))
            waiting.extend((each, depth + 1) for each in value.values() if isinstance(each, dict | list))
        elif isinstance(value, list):
            waiting.extend((each, depth + 1) for each in value if isinstance(each, dict | list))


def _parts_below(key: str, value: object) -> list[object]:
    """Return what a key holds when it is parts of a text."""
    if isinstance(value, list):
        return value if key in _ARRAYS else []
    return [value] if isinstance(value, str) and len(value) > _WHOLE and key.lower() in _TEXTS else []


def _text_of(part: object) -> str:
    """Return the words of a part: a string, or what an object holds below a key for words."""
    if isinstance(part, str):
        return part
    if not isinstance(part, dict):
        return ""
    return next(
        (value for key, value in part.items() if key.lower() in _TEXTS and isinstance(value, str)), ""
    )
