"""Where a text stands on its page: the element that holds it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import lxml.html
from lxml.etree import LxmlError

from running.decoding import decoded
from scoring.texts import letters

UNSEEN = frozenset({"script", "style", "head", "template", "title"})
START = 30
"""So many letters of its start find a text that the page cuts or goes on with."""


@dataclass(frozen=True)
class Place:
    """The smallest element that holds a text, and what stands around it."""

    element: lxml.html.HtmlElement
    whole: bool
    """False when only the start of the text was found."""

    @cached_property
    def path(self):
        """The element and its ancestors."""
        return [self.element, *self.element.iterancestors()]

    @cached_property
    def tags(self):
        return frozenset(element.tag for element in self.path)

    @cached_property
    def tokens(self):
        """Classes, ids and roles of the element and five levels up, as one text."""
        names = ("class", "id", "role", "data-testid", "itemprop")
        near = (element.get(name) or "" for element in self.path[:6] for name in names)
        return " ".join(near).casefold()

    @cached_property
    def link_share(self):
        """Letters in links, of all."""
        if "a" in self.tags:
            return 1.0
        linked = sum(len(letters(a.text_content())) for a in self.element.iter("a"))
        return linked / max(len(letters(self.element.text_content())), 1)


class PageText:
    """The letters of a page, each run with the element that it is in."""

    def __init__(self, file):
        self.starts, self.elements = [], []
        runs, length = [], 0
        for element, text in _runs(file):
            squeezed = letters(text)
            if squeezed:
                runs.append(squeezed)
                self.starts.append(length)
                self.elements.append(element)
                length += len(squeezed)
        self.text = "".join(runs)

    def find(self, text):
        """The place of a text, by choice in the article or main element; ``None``: not on the page."""
        wanted = letters(text)
        for part in (wanted, wanted[:START]):
            places = self._all(part, whole=part is wanted) if part else []
            if places:
                return next((p for p in places if p.tags & {"article", "main"}), places[0])
        return None

    def _all(self, wanted, *, whole):
        found, at = [], self.text.find(wanted)
        while at >= 0 and len(found) < 8:
            first = self.elements[bisect_right(self.starts, at) - 1]
            last = self.elements[bisect_right(self.starts, at + len(wanted) - 1) - 1]
            found.append(Place(_around(first, last), whole))
            at = self.text.find(wanted, at + 1)
        return found


def _around(first, last):
    above = {first, *first.iterancestors()}
    return next(element for element in (last, *last.iterancestors()) if element in above)


def _runs(file):
    """(element, text) of all text that can be seen, in order."""
    try:
        root = lxml.html.document_fromstring(decoded(file.read_bytes()).encode(), parser=_parser())
    except (LxmlError, ValueError):
        return
    unseen = None
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "start" and unseen is None:
            unseen = element if element.tag in UNSEEN else None
            if unseen is None:
                yield element, element.text
        elif event != "start":
            unseen = None if element is unseen else unseen
            parent = element.getparent()
            if unseen is None and parent is not None:
                yield parent, element.tail


def _parser():
    return lxml.html.HTMLParser(encoding="utf-8")
