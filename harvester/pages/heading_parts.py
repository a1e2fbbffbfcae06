"""What stands in one heading: kicker, headline, subtitle, marks; told by the head's titles, else by names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.headings import Heading
from harvester.pages.pieces import pieces
from harvester.pages.titles import Title, letters
from harvester.pages.walk import Block
from harvester.pages.word_lists import name_pattern, word_lists

_WORDS: Final = word_lists("headline")
_KICKER: Final = name_pattern(_WORDS["kicker"])
_SUBTITLE: Final = name_pattern(_WORDS["subtitle"])
_HEADLINE: Final = name_pattern(_WORDS["headline"])
_BADGE: Final = name_pattern(_WORDS["badge"])
_BADGES: Final = frozenset(word.casefold() for word in _WORDS["badge_words"])
_RUNS: Final = 12
_LONGEST_KICKER: Final = 90
_LONGEST_BADGE: Final = 20
_ENDS: Final = " \n\t|/:：–—-•·+"
_STARTS: Final = " |/:：–—-•·"
_DIVIDED: Final = frozenset("-–—|/")
_CLOSED: Final = frozenset(":.,?!")
"""Marks with which a title joins kicker and headline to a sentence."""
_GLUE: Final = re.compile(r"\s*(?:[|/:：•·+»]|[-–—]|\.\s)\s*$")
_TIME: Final = re.compile(r"\d{1,2}[.:/]\s?\d{1,2}|\d{1,2}\.? \w+ \d{4}|\w+ \d{1,2}, \d{4}|^\W*\d[\d\W]*$")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a heading."""

    headline: str
    kicker: str | None
    block: Block | None
    """The block that holds the headline."""
    blocks: tuple[Block, ...]
    """The blocks of headline, kicker and marks; a subtitle in a block of its own is not among them."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of a heading with an element or a line of its own."""

    text: str
    name: str
    block: Block


def parts_of(heading: Heading, titles: tuple[Title, ...]) -> Parts:
    """Return headline and kicker of a heading."""
    runs = list(_runs(heading))[:_RUNS]
    if len(runs) == 1:
        return _glued(heading, titles)
    keys = {title.key for title in titles}
    found = _told(runs, keys) or _whole(heading, runs, titles) or _marked(runs) or _separated(runs)
    return found or _glued(heading, titles)


def _runs(heading: Heading) -> Iterator[_Run]:
    """Yield the pieces of a heading."""
    if len(heading.blocks) == 1:
        block = heading.blocks[0]
        found = list(pieces(block.box.element, block.box.name))
    else:
        found = []
    if found and letters("".join(text for text, _ in found)) == letters(heading.text):
        yield from (_Run(text, name, heading.blocks[0]) for text, name in found)
        return
    for block in heading.blocks:
        name = block.box.name
        yield from (_Run(line, name, block) for line in block.text.split("\n"))


def _whole(heading: Heading, runs: list[_Run], titles: tuple[Title, ...]) -> Parts | None:
    """Return the heading undivided where a title of the head has the same words, joined as in a sentence."""
    key = letters(heading.text)
    same = [title.text for title in titles if title.key == key]
    joints = {_joint(text, runs[0].text) for text in same}
    is_kicker = _is_kicker(runs[0])
    is_closed = runs[0].text[-1] in _CLOSED or not joints.isdisjoint(_CLOSED)
    is_divided = not joints.isdisjoint(_DIVIDED) or (not is_closed and _is_apart(runs))
    if not same or (is_kicker and is_divided):
        return None
    printed = "".join(heading.text.split())
    told = next((text for text in same if "".join(text.split()) == printed), None)
    colon = next((text for text in same if _joint(text, runs[0].text) == ":"), None)
    is_open = runs[0].text[-1] not in ":?!."
    text = told or (colon if is_open else None) or " ".join(run.text for run in runs)
    return Parts(text, None, _block(runs), heading.blocks)


def _is_apart(runs: list[_Run]) -> bool:
    """Tell whether class names say that the first piece is a kicker, or the last the headline."""
    names = [run.name for run in runs]
    if names[0] == names[-1]:
        return False
    return _KICKER.search(names[0]) is not None or _HEADLINE.search(names[-1]) is not None


def _joint(title: str, first: str) -> str:
    """Return the character that stands in a title behind the first piece of the heading."""
    return title[len(first) :].lstrip()[:1] if letters(title).startswith(letters(first)) else ""


def _told(runs: list[_Run], keys: set[str]) -> Parts | None:
    """Return the pieces that together have the words of a title; what stands before is the kicker."""
    for start in range(len(runs)):
        for stop in range(len(runs), start, -1):
            if (start, stop) != (0, len(runs)) and letters(
                "".join(run.text for run in runs[start:stop])
            ) in keys:
                return _cut(runs, start, stop)
    return None


def _marked(runs: list[_Run]) -> Parts | None:
    """Return the pieces as their class names tell them."""
    start, stop = 0, len(runs)
    while start < stop - 1 and (_is_badge(runs[start]) or _KICKER.search(runs[start].name)):
        start += 1
    while stop > start + 1 and (_is_badge(runs[stop - 1]) or _SUBTITLE.search(runs[stop - 1].name)):
        stop -= 1
    return _cut(runs, start, stop) if (start, stop) != (0, len(runs)) else None


def _separated(runs: list[_Run]) -> Parts | None:
    """Return the pieces behind a piece that is only a separator: what stands before is the kicker."""
    at = next((at for at, run in enumerate(runs) if not letters(run.text)), 0)
    before = sum(len(run.text) for run in runs[:at])
    return _cut(runs, at + 1, len(runs)) if 0 < at < len(runs) - 1 and before <= _LONGEST_KICKER else None


def _cut(runs: list[_Run], start: int, stop: int) -> Parts:
    kickers = [run for run in runs[:start] if _is_kicker(run)]
    kicker = " ".join(run.text for run in kickers).strip(_ENDS) or None
    head = runs[start:stop]
    blocks = dict.fromkeys(run.block for run in runs[:stop])
    return Parts(" ".join(run.text for run in head).lstrip(_STARTS), kicker, _block(head), tuple(blocks))


def _block(runs: list[_Run]) -> Block:
    return max(runs, key=lambda run: len(run.text)).block


def _is_badge(run: _Run) -> bool:
    return run.text.casefold().strip(" :|·") in _BADGES or (
        len(run.text) < _LONGEST_BADGE
        and _BADGE.search(run.name) is not None
        and not _HEADLINE.search(run.name)
    )


def _is_kicker(run: _Run) -> bool:
    return not _is_badge(run) and len(run.text) <= _LONGEST_KICKER and not _TIME.search(run.text)


def _glued(heading: Heading, titles: tuple[Title, ...]) -> Parts:
    """Return the heading, cut where a separator stands before the words of a title."""
    whole = heading.text
    key = letters(whole)
    if not any(title.key == key for title in titles):
        for title in titles:
            at = len(whole) - len(title.text)
            if at > 0 and letters(whole[at:]) == title.key and _GLUE.search(whole[:at]):
                label = whole[:at].strip(_ENDS).removesuffix(".")
                kicker = None if label.casefold() in _BADGES else label or None
                return Parts(whole[at:].strip(), kicker, heading.blocks[0], heading.blocks)
    return Parts(whole, None, heading.blocks[0], heading.blocks)
