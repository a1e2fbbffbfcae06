"""Markup nested deeper than the parser goes, made flat where it is deepest."""

import re
from collections import Counter
from typing import Final

_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1\s*>|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]{0,100})[^>]*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_VOID: Final = "area base br col embed hr img input link meta param source track wbr"
_CLOSED_BY_NEXT: Final = "html head body p li dt dd tr td th thead tbody tfoot option optgroup colgroup"
_UNCOUNTED: Final = frozenset(f"{_VOID} {_CLOSED_BY_NEXT}".split())
"""They add no depth of their own, or it is counted with what they stand in."""
_LEVELS: Final = {"table": 4, "ul": 2, "ol": 2, "dl": 2}
"""Levels to the next element of its kind: a table in a table stands in a cell, a row and a body."""
_DEEPEST: Final = 180


def flattened(text: str) -> str:
    """Return the page without the tags that lie too deep; their text stays, in the last element above."""
    return _TAG.sub(_Nest().kept, text)


class _Nest:
    """The elements that are open at a place of the page."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []
        """Names, and the levels each adds; 0 for one whose tags are dropped."""
        self.names: Counter[str] = Counter()
        self.depth = 0

    def kept(self, tag: re.Match[str]) -> str:
        """Return what to write for a tag."""
        name = (tag["name"] or "").lower()
        if not name or name in _UNCOUNTED or tag[0].endswith("/>"):
            return tag[0]
        is_kept = self._ends(name) if tag["end"] else self._begins(name)
        return tag[0] if is_kept else " "

    def _begins(self, name: str) -> bool:
        levels = _LEVELS.get(name, 1)
        levels = levels if self.depth + levels <= _DEEPEST else 0
        self.open.append((name, levels))
        self.names[name] += 1
        self.depth += levels
        return levels > 0

    def _ends(self, name: str) -> bool:
        """End an element with all that is open inside; what never began does not end."""
        levels = 0
        while self.names[name]:
            last, levels = self.open.pop()
            self.names[last] -= 1
            self.depth -= levels
            if last == name:
                break
        return levels > 0
