"""The pieces of a line: what stands in an element or on a line of its own inside one block."""

from collections.abc import Iterator
from typing import Final

from harvester.pages.flags import is_unseen
from harvester.pages.spaces import folded
from harvester.pages.tags import BREAK, KINDS, SKIPPED
from harvester.pages.walk import Element

_SIMPLE: Final = frozenset("b i em strong u q sup sub mark abbr font wbr cite small s bdi bdo".split())  # noqa: SIM905
_DEEPEST: Final = 20


def pieces(element: Element, name: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of an element, parted where an inner element or a line begins, with class names."""
    open_run: list[str] = [element.text or ""]
    for child in element:
        kind = KINDS[child.tag]
        if kind == BREAK or (kind != SKIPPED and child.tag not in _SIMPLE):
            yield from _piece(open_run, name)
            open_run = []
            if not is_unseen(child):
                yield from _inside(child)
        elif kind != SKIPPED:
            open_run.append("" if is_unseen(child) else _text(child))
        open_run.append(child.tail or "")
    yield from _piece(open_run, name)


def _inside(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the pieces of an element inside a heading."""
    name = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if len(element) and (not (element.text or "").strip() or next(element.iter("br"), None) is not None):
        yield from pieces(element, name)
    else:
        yield from _piece([_text(element)], name)


def _piece(run: list[str], name: str) -> Iterator[tuple[str, str]]:
    text = folded("".join(run))
    if text:
        yield text, name


def _text(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())
