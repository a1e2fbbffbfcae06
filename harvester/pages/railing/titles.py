"""The title of a teaser among its phrases, told from the kicker before it and the summary behind it."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.pages.railing.dating import is_date_alone
from harvester.pages.railing.lines import seen_text
from harvester.pages.railing.phrases import Phrase, Root, Spoken
from harvester.pages.railing.wording import is_no_label, width
from harvester.pages.walk import Element

_HEADLINE: Final = 25
_SHORT: Final = 20
_LABELLED: Final = 2
"""Phrases behind the first of two labels: the second one, and the title."""
_LONGEST_KICKER: Final = 60
_LONG: Final = 110
_GLUE: Final = " \t\n\u00a0:|·•–—-/"
_SUMMARY = re.compile(
    r"blurb|summary|excerpt|intro|(?<![a-z])dek(?![a-z])|desc|standfirst|snippet|abstract|subtitle|sub-title"
)
_SENTENCE_ENDS: Final = (".", "…", "...", "。")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the kicker glued to it, and the phrases that they take."""

    text: str | None = None
    kicker: str | None = None
    start: int = 0
    stop: int = 0
    """The phrases from ``start`` to ``stop`` are title, kicker, or the summary in the same link."""
    summary: str | None = None
    labels: tuple[str, ...] = ()
    """Those before the kicker, in the same link."""
    dates: tuple[str, ...] = ()
    """Those in the same link."""


def title_of(spoken: Spoken, links: frozenset[Element]) -> Title:
    """Return the title: a heading with the link, else a link as long as a headline, else any heading."""
    root = _root(spoken, links)
    if root is None:
        return Title()
    dates, pieces = _undated(_once(spoken.phrases[root.start : root.stop]))
    labels, pieces = _unlabelled(pieces)
    kicker, title, summary = _divided(root, pieces)
    behind = next(iter(spoken.phrases[root.stop : root.stop + 1]), None)
    if behind is not None and _is_cried_out(title, behind, root):
        return Title(behind.text, title, root.start, root.stop + 1)
    return Title(title.strip(_GLUE) or title, kicker, root.start, root.stop, summary, labels, dates)


def _once(pieces: list[Phrase]) -> list[Phrase]:
    """Return phrases, each text once: a title may be printed again for those who see no picture."""
    return list({piece.text: piece for piece in reversed(pieces)}.values())[::-1]


def _undated(pieces: list[Phrase]) -> tuple[tuple[str, ...], list[Phrase]]:
    """Return the dates that stand beside a title in elements of their own, and the rest."""
    dates = [piece for piece in pieces if is_date_alone(piece.text)] if len(pieces) > 1 else []
    if not dates or len(dates) == len(pieces):
        return (), pieces
    return tuple(date.text for date in dates if not date.is_duration), [
        piece for piece in pieces if piece not in dates
    ]


def _unlabelled(pieces: list[Phrase]) -> tuple[tuple[str, ...], list[Phrase]]:
    """Return the labels that stand one after the other before a title, but for the last, and the rest."""
    at = 0
    while at + _LABELLED < len(pieces) and all(map(_is_label_like, pieces[at : at + 2])):
        at += 1
    if not at or width(pieces[at + 1].text) < _HEADLINE:
        return (), pieces
    return tuple(piece.text for piece in pieces[:at]), pieces[at:]


def _is_label_like(piece: Phrase) -> bool:
    """Tell whether a phrase is a word or two in an element of their own."""
    text = piece.text
    is_short = width(text) < _SHORT and not text.endswith(_SENTENCE_ENDS)
    return is_short and not (len(piece.element) or piece.is_title or is_no_label(text))


def _is_cried_out(title: str, behind: Phrase, root: Root) -> bool:
    """Tell whether a heading is a word or two in capitals over what the same link says at length."""
    if len(title) > _HEADLINE or not title.isupper() or behind.link is None or behind.link is not root.link:
        return False
    return _HEADLINE < len(behind.text) <= _LONG


def _root(spoken: Spoken, links: frozenset[Element]) -> Root | None:
    """Return the heading or link that holds the title."""
    speaking = [root for root in spoken.roots if root.stop > root.start]
    own = [root for root in speaking if root.element in links]
    tops = [root for root in speaking if root.element.tag != "a"]
    linked = [top for top in tops if top.link in links or any(_holds(top, each) for each in own)]
    if linked:
        return _telling(spoken, linked)
    chief = _chief(spoken, own)
    if chief is not None and (not tops or len(spoken.said(chief)) >= _HEADLINE):
        return chief
    return _telling(spoken, tops) if tops else None


def _chief(spoken: Spoken, own: list[Root]) -> Root | None:
    """Return the longest link; where that sums up, the first as long as a headline before it."""
    longest = max(own, key=lambda root: len(spoken.said(root)), default=None)
    if longest is None or not _sums_up(spoken.said(longest)):
        return longest
    before = own[: own.index(longest)]
    return next((root for root in before if width(spoken.said(root)) >= _HEADLINE), longest)


def _sums_up(text: str) -> bool:
    return len(text) >= _LONG or text.endswith(_SENTENCE_ENDS)


def _holds(top: Root, link: Root) -> bool:
    """Tell whether a link stands in a heading."""
    return top.start <= link.start and link.stop <= top.stop and link.link is link.element


def _telling(spoken: Spoken, tops: list[Root]) -> Root:
    """Return the first heading, or the longest where the first is a kicker."""
    first = tops[0]
    if len(tops) == 1 or len(spoken.said(first)) >= _SHORT:
        return first
    return max(
        (top for top in tops if not is_no_label(spoken.said(top))),
        key=lambda top: len(spoken.said(top)),
        default=first,
    )


def _divided(root: Root, pieces: list[Phrase]) -> tuple[str | None, str, str | None]:
    """Return kicker, title and summary of what stands in one heading or link."""
    pieces = [each for each in pieces if any(map(str.isalpha, each.text))] or pieces
    if len(pieces) == 1:
        return None, pieces[0].text, None
    named = next((at for at, each in enumerate(pieces) if at and each.is_title and not each.is_kicker), None)
    if (
        named is None
        and pieces[0].is_title
        and not pieces[0].is_kicker
        and pieces[0].element is not root.element
    ):
        named = 0
    if named is not None:
        title = pieces[named]
        rest = [each.text for each in pieces[named + 1 :] if each.element.getparent() is not title.element]
        whole = title.text if title.is_line else seen_text(title.element)
        return (
            _kicker(pieces[:named]),
            whole,
            next((text for text in rest if len(text) > len(whole) // 2), None),
        )
    holder = pieces[0].element
    if len(holder) and not pieces[0].is_line and _is_inside(pieces[1].element, holder):
        return _of_mixed(pieces)
    return _of_rows(pieces)


def _is_inside(element: Element, holder: Element) -> bool:
    return any(parent is holder for parent in element.iterancestors())


def _kicker(pieces: list[Phrase]) -> str | None:
    said = [each.text for each in pieces if not is_no_label(each.text)]
    return said[-1] if said else None


def _of_mixed(pieces: list[Phrase]) -> tuple[str | None, str, str | None]:
    """Divide text with elements in it: the first element is a kicker when nothing stands before it."""
    own, first = pieces[0], pieces[1]
    begins = bool(own.element.text and own.element.text.strip())
    whole = seen_text(own.element)
    is_short = len(first.text) <= _LONGEST_KICKER and len(own.text) > len(first.text) // 2
    is_kicker = first.is_kicker or (is_short and not first.text.endswith(":"))
    if not begins and is_kicker and len(own.text) > 1:
        return first.text, own.text, None
    inner = [each for each in pieces[1:] if each.is_kicker or _SUMMARY.search(each.name)]
    if begins and inner:
        return None, own.text, next((each.text for each in inner if not each.is_kicker), None)
    return None, whole, None


def _of_rows(pieces: list[Phrase]) -> tuple[str | None, str, str | None]:
    """Divide texts that stand one below the other: kicker and title, or title and summary, or all three."""
    rows = [each for each in pieces if not is_no_label(each.text)] or pieces
    summaries = [each for each in rows if _SUMMARY.search(each.name)]
    rows = [each for each in rows if each not in summaries] or rows
    summary = summaries[0].text if summaries else None
    while len(rows) > 1 and rows[0].is_kicker:
        rows = rows[1:]
    kicker = _kicker(pieces[: pieces.index(rows[0])])
    if len(rows) == 1:
        return kicker, rows[0].text, summary
    first, second = rows[0].text, rows[1].text
    if kicker is None and not _is_summary_of(second, first):
        return first, second, summary or (rows[2].text if len(rows) > 2 else None)  # noqa: PLR2004 - the third
    return kicker, first, summary or second


def _is_summary_of(text: str, title: str) -> bool:
    """Tell whether a text behind another one sums it up, or is the title behind a kicker."""
    if len(title) > _LONGEST_KICKER or len(text) < len(title):
        return True
    return len(title) >= _HEADLINE and (text.endswith(_SENTENCE_ENDS) or len(text) >= _LONG)
