"""The headings of a page, and how much each looks like the headline of its article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from harvester.pages.document import Document
from harvester.pages.flags import ARTICLE, ASIDE, DIALOG, FOOTER, FORM, HEADING, HIDDEN, LIST, MAIN, NAV
from harvester.pages.front_page import leads_home
from harvester.pages.titles import Title, is_site_name, letters
from harvester.pages.walk import Block, Box
from harvester.pages.word_lists import name_pattern, word_lists

_WORDS: Final = word_lists("headline")
_SITE: Final = name_pattern(_WORDS["site"])
_TRAIL: Final = name_pattern(_WORDS["trail"])
_HEADLINE: Final = name_pattern(_WORDS["headline"])
_SUBTITLE: Final = name_pattern(_WORDS["subtitle"])
_TOKEN: Final = re.compile(r"\w+")
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_LEVELS: Final = {"h1": 1.0, "h2": 0.5, "h3": 0.3}
_MOST: Final = 200
"""Headings that are weighed."""
_MOST_FIRST: Final = 40
_INSIDE: Final = 10
"""Blocks of a heading that are read."""
_NOT_HERE: Final = NAV | FOOTER | ASIDE | FORM | DIALOG
_LINES: Final = 4
"""Lines of a block that may be headline, kicker and byline, parted by single line breaks."""
_LONGEST: Final = 500
_NEXT: Final = 3
_WORDS_ENOUGH: Final = 3
"""Words of an ``h1`` that is the headline when nothing else says so; three letters without spaces are one."""
_SECOND: Final = 0.2
"""Weight that a heading loses whose words are another title's than the most trusted."""
_FAINT: Final = 0.2
"""Below this likeness an only ``h1`` shares a small word with the title, and may be a section's."""
_ALIKE: Final = 0.3
"""From here on a heading and a title say the same in other words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the box of an ``h1``, or another block that prints a title of the head."""

    box: Box
    blocks: tuple[Block, ...]
    text: str
    likeness: float
    """1 for the words of a title of the head, 0 for nothing in common."""
    weight: float


def find_heading(document: Document, titles: tuple[Title, ...], names: frozenset[str]) -> Heading | None:
    """Return the heading that is the headline; ``None`` when none looks like it."""
    scale = _Scale(titles, names)
    walk = document.walk
    first = [
        scale.weighed(box, tuple(walk.blocks[box.start : box.stop][:_INSIDE]))
        for box in [box for box in walk.boxes if box.tag == "h1" and box.stop > box.start][:_MOST_FIRST]
    ]
    plausible = [heading for heading in first if _is_plausible(heading)]
    if len(plausible) == 1 and plausible[0].likeness >= _FAINT:
        return plausible[0]
    if any(heading.likeness >= _ALIKE for heading in plausible):
        return max(plausible, key=lambda heading: heading.weight)
    others = (scale.weighed(*each) for each in _headings(document, titles))
    every = [*first, *(_raised(heading, first) for heading in others)]
    best = max(every, key=lambda heading: heading.weight, default=None)
    if len(plausible) == 1 and best and best.likeness < 1:
        return plausible[0]
    return best if best and (best in plausible or best.likeness >= _ALIKE) else None


def _raised(heading: Heading, first: list[Heading]) -> Heading:
    """Return a heading; an ``h2`` right behind an ``h1`` for search engines stands in its place."""
    at = heading.blocks[0].index
    is_next = any(0 < at - other.blocks[-1].index <= _NEXT and other.likeness >= _ALIKE for other in first)
    is_title = heading.box.tag == "h2" and heading.likeness > 0
    return replace(heading, weight=heading.weight + 1.5) if is_next and is_title else heading


def _is_plausible(heading: Heading) -> bool:
    """Tell whether an ``h1`` may be the headline, whatever else the page shows."""
    if heading.weight < 1 or heading.blocks[0].flags & (_NOT_HERE | HIDDEN):
        return False
    size = len(_UNSPACED.findall(heading.text)) / 3 or heading.text.count(" ") + 1
    return heading.likeness >= _ALIKE or size >= _WORDS_ENOUGH


def _headings(document: Document, titles: tuple[Title, ...]) -> Iterator[tuple[Box, tuple[Block, ...]]]:
    """Yield the headings below the first rank, and other blocks whose words are a title's."""
    blocks = document.walk.blocks
    keys = {title.key for title in titles}
    sizes = {len(title.text) for title in titles}
    low, high = (min(sizes) - 10, max(sizes) + 10) if sizes else (0, 0)
    found = stop = 0
    for block in blocks:
        if block.index < stop:
            continue
        if block.flags & HEADING:
            box = _heading_box(block.box)
            stop = box.stop
            if box.tag != "h1" and len(block.text) <= _LONGEST and found < _MOST:
                found += 1
                yield box, tuple(blocks[box.start : box.stop][:_INSIDE])
        elif not block.flags & LIST and _prints(block.text, keys, (low, high)):
            yield block.box, (block,)


def _prints(text: str, keys: set[str], sizes: tuple[int, int]) -> bool:
    """Tell whether a text, or one of its first lines, has the words of a title."""
    lines = text.split("\n", _LINES) if "\n" in text else (text,)
    return any(sizes[0] <= len(line) <= sizes[1] and letters(line) in keys for line in lines[:_LINES])


def _heading_box(box: Box) -> Box:
    """Return the outermost box around a text that is a heading."""
    while box.parent is not None and box.parent.flags & HEADING:
        box = box.parent
    return box


class _Scale:
    """Weighs headings against the titles of the head."""

    def __init__(self, titles: tuple[Title, ...], names: frozenset[str]) -> None:
        self.titles = titles
        self.names = names
        self.words = [words_of(title.text) for title in titles]

    def weighed(self, box: Box, blocks: tuple[Block, ...]) -> Heading:
        text = " ".join(block.text.replace("\n", " ") for block in blocks)[:_LONGEST]
        lines = blocks[0].text.split("\n", _LINES)[:_LINES] if len(blocks) == 1 else []
        likeness = max(self.likeness(each) for each in ((text, *lines) if len(lines) > 1 else (text,)))
        likeness += 0.15 if 0 < likeness < _ALIKE and _HEADLINE.search(box.name) else 0.0
        weight = 3 * likeness + _LEVELS.get(box.tag, 0.0) + _place(box, blocks) + 0.5 * (likeness == 1)
        if likeness == 1 and len(self.titles) > 1 and self.titles[0].key != letters(text):
            weight -= _SECOND
        if letters(text) in self.names or (likeness < _ALIKE and is_site_name(text, self.names)):
            weight -= 2
        return Heading(box, blocks, text, likeness, weight)

    def likeness(self, text: str) -> float:
        """Return how much a text has in common with the title that it is nearest to."""
        key = letters(text)
        if not key:
            return 0.0
        best = 0.0
        words: set[str] = set()
        for title, its in zip(self.titles, self.words, strict=True):
            if title.key == key:
                return 1.0
            if key in title.key or title.key in key:
                sizes = sorted((len(key), len(title.key)))
                best = max(best, 0.5 + 0.5 * sizes[0] / sizes[1] if 3 * sizes[0] > sizes[1] else 0.2)
                continue
            words = words or words_of(text)
            best = max(best, 0.9 * 2 * len(words & its) / (len(words) + len(its)) if words and its else 0)
        return best


def words_of(text: str) -> set[str]:
    """Return the words of a text, letters where the script has no spaces."""
    folded = text.casefold()
    found = set(_TOKEN.findall(folded))
    return set(_UNSPACED.findall(folded)) | found if _UNSPACED.search(folded) else found


def _place(box: Box, blocks: tuple[Block, ...]) -> float:
    """Return what the place of a heading says for it."""
    flags = blocks[0].flags
    weight = 0.3 if flags & (ARTICLE | MAIN) else 0.0
    if flags & _NOT_HERE:
        weight -= 1.0
    if flags & HIDDEN:
        weight -= 0.5
    if any(block.link_chars * 2 > len(block.text) for block in blocks):
        weight -= 1.5 if leads_home(blocks[0]) else 0.4
    if box.element.get("itemprop") == "headline":
        weight += 0.5
    names = f"{box.name} {box.parent.name if box.parent else ''}"
    weight += 0.2 if _HEADLINE.search(box.name) else 0.0
    weight -= 0.5 if _SUBTITLE.search(box.name) else 0.0
    weight -= 5.0 if _is_in_trail(box) else 0.0
    return weight - (2.5 if _SITE.search(names) else 0.0)


def _is_in_trail(box: Box) -> bool:
    """Tell whether a heading is the last of the breadcrumbs, or made for search engines."""
    around = islice(box.ancestors(), 3) if box.flags & (LIST | NAV) else ()
    return any(_TRAIL.search(each.name) for each in (box, *around))
