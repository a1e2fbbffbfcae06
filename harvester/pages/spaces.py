"""White space as a reader sees it."""

import re
from typing import Final

BREAK: Final = "\ue0b7"
"""Stands for ``<br>`` while a run is read; line feeds of the markup are spaces."""
_INVISIBLE: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]")
_PARAGRAPHS: Final = re.compile(rf"{BREAK}\s*(?:{BREAK}\s*)+")


def folded(text: str) -> str:
    """Return a text with its white space folded and without characters that nobody sees."""
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text  # nothing to fold: the space is the only white space that is printable
    text = " ".join(text.split())
    return text if text.isprintable() else _INVISIBLE.sub("", text)


def stretches(run: str, *, is_preformatted: bool = False) -> list[str]:
    """Return the texts of a run: one, or several where two and more ``<br>`` part them."""
    if is_preformatted:
        text = run.replace(BREAK, "\n").strip("\n")
        return [text] if text.strip() else []
    if BREAK not in run:
        text = folded(run)
        return [text] if text else []
    found = (_lines(part) for part in _PARAGRAPHS.split(run))
    return [text for text in found if text]


def _lines(part: str) -> str:
    """Return a text with one line feed for each ``<br>`` between words."""
    return "\n".join(line for line in map(folded, part.split(BREAK)) if line)
