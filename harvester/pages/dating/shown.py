"""Dates that the page shows its readers."""

import re
from collections.abc import Iterator
from typing import Final

from harvester.pages.dating.claims import Claim, Of, Setting
from harvester.pages.dating.elements import clocks, stamps
from harvester.pages.dating.marks import marks
from harvester.pages.dating.nearness import ELSEWHERE, Shown, distance
from harvester.pages.document import Document
from harvester.pages.walk import Block, Box

_LONGEST: Final = 160
_DATED: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|\d[./]\s?\d{1,2}[./]|[月월]|\d\s?[^\W\d_]{2,10}\s['’]?\d\d")
_DIGIT: Final = re.compile(r"\d")
_TO_LAST: Final = re.compile(
    r"^(.*\d(?:[日일時时분分年]|\s?(?:[ap]\.?m\b\.?|uhr\b|h\b|[A-Z]{1,5}\b|\([A-Z][^()]{1,20}\)))*+).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Up to the last digit, and what belongs to a clock behind it."""
_OPENING: Final = re.compile(
    r"(?:[^\W\d_][^\d,.]{1,30}(?:,\s*(?:den\s+)?|\s(?:vom|of|du|del|van|de|от|z dnia)\s))?\(?"
    r"(?P<date>\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s\d{4}|[^\W\d_]{3,10}\.?\s\d{1,2},\s\d{4})"
    r"(?:\)?\s?[.:|–—-]|\)|[^\W\d_])"
)
_BEHIND: Final = re.compile(
    r"(\d[^()（）]{5,30}?)\s*(更新|公開|配信|掲載|修正|発信|수정|입력|등록)(?=\s*(?:[)）]|$))"
)
"""A date with its label behind, as in Japan: "2025年6月5日 10時30分 更新"."""
_MAY_BE_BEHIND: Final = re.compile("[更公配掲修発수입등]")
_BEFORE: Final = 12
_AFTER: Final = 40
_NEAR: Final = 15
_FARTHEST: Final = 1000
"""Blocks; of a longer page the rest is comments and other articles."""
_FEW: Final = 10
"""Words; a longer line is a sentence that happens to name a day."""
_MARKED: Final = 3.0
_NAMED: Final = 2.5
_PLAIN: Final = 1.5


def shown_claims(document: Document, headline: int | None, setting: Setting) -> list[Shown]:
    """Return the dates around the headline, the likeliest first of each kind."""
    found = [
        *clocks(document, headline, setting),
        *stamps(document, headline, setting),
        *_texts(document, headline, setting),
    ]
    return sorted(found, key=lambda shown: shown.cost)


def _texts(document: Document, headline: int | None, setting: Setting) -> Iterator[Shown]:
    """Yield dates of the blocks around the headline; where there are none, those marked elsewhere."""
    blocks = document.walk.blocks
    start, stop = _window(headline, len(blocks))
    near = _without_clocks(document, blocks[start:stop])
    found = [shown for block in near for shown in _of_block(block, headline, setting)]
    changed = any(shown.claim.of == "modified" and shown.cost <= 0 for shown in found)
    yield from (_near_ones(found) if changed else found)
    if not changed and not any(shown.claim.of == "published" for shown in found):
        for block in (*blocks[:start], *blocks[stop:_FARTHEST]):
            yield from _of_block(block, headline, setting)
        for block in blocks[start:stop]:
            yield from _of_opening(block, headline, setting)


def _near_ones(found: list[Shown]) -> Iterator[Shown]:
    """Yield what is labelled or near: beside the day of the last change others far off are of teasers."""
    for shown in found:
        if shown.claim.of == "modified" or shown.claim.detail == "label" or shown.cost <= _NEAR:
            yield shown


def _without_clocks(document: Document, blocks: list[Block]) -> list[Block]:
    """Return blocks without those that say "4 hours ago" of a moment that their markup tells exactly."""
    exact = {clock.at for clock in document.walk.clocks if clock.element.get("datetime")}
    return [block for block in blocks if block.index not in exact or _DATED.search(block.text)]


def _of_opening(block: Block, headline: int | None, setting: Setting) -> Iterator[Shown]:
    """Yield the date that opens a text: "Windhaven, 5 June 2025 - The ferry", "05.06.2025Ferry returns"."""
    opening = None if block.flags & ELSEWHERE else _OPENING.match(block.text)
    moment = setting.read(opening["date"]) if opening else None
    if opening and moment:
        cost = distance(block.index, block.flags, headline)
        yield Shown(Claim("published", opening["date"], moment, "text", "opening", _PLAIN), cost, block.index)


def _window(headline: int | None, count: int) -> tuple[int, int]:
    if headline is None:
        return 0, min(count, _FARTHEST)
    return max(headline - _BEFORE, 0), min(headline + _AFTER, count)


def _of_block(block: Block, headline: int | None, setting: Setting) -> Iterator[Shown]:
    text = block.text
    if len(text) > _LONGEST or block.flags & ELSEWHERE or not _DIGIT.search(text):
        return
    # A day without its year counts where it is known when the page was fetched.
    if setting.near is None and not _DATED.search(text):
        return
    steps = distance(block.index, block.flags, headline)
    is_named = marks().named.search(_names_around(block.box)) is not None
    lines = text.split("\n")
    if block.index == headline:
        # A date inside the headline is of what it tells; one on a line of its own is the article's.
        lines.remove(max(lines, key=len))
    for line in lines:
        for of, is_labelled, part in _labelled(line):
            is_short = steps <= _NEAR and len(part.split()) <= _FEW
            moment = setting.read(part) if is_labelled or is_named or is_short else None
            if moment:
                cost = steps + len(part.split()) - (10 if is_labelled else 8 if is_named else 0)
                weight = _MARKED if is_labelled else _NAMED if is_named else _PLAIN
                detail = "label" if is_labelled else "text"
                yield Shown(
                    Claim(of, _trimmed(part, setting), moment, "text", detail, weight), cost, block.index
                )


def _trimmed(text: str, setting: Setting) -> str:
    """Return a line without the words around its date: "5 June 2025" of "By Ada Pier, 5 June 2025"."""
    start, digit = setting.start_of_day(text), _DIGIT.search(text)
    if start is None or digit is None:
        return text
    return _TO_LAST.sub(r"\1", text[min(start, digit.start()) :]).strip()


def _labelled(text: str) -> Iterator[tuple[Of, bool, str]]:
    """Yield the parts of a line, each with the date that its label announces."""
    if not text.isascii() and _MAY_BE_BEHIND.search(text):
        text = _BEHIND.sub(r"\2：\1", text)
    labels = list(marks().labelled.finditer(text))
    if not labels:
        yield "published", False, text
        return
    if labels[0].start() > 0:
        yield "published", False, text[: labels[0].start()]
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = text[label.end() : following.start() if following else len(text)]
        if not label["other"]:
            yield ("modified" if label["modified"] else "published"), True, part.strip(" :|·-–—,")


def _names_around(box: Box) -> str:
    return f"{box.name} {box.parent.name if box.parent else ''}"
