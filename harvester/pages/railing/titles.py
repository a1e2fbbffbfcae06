"""The title of a teaser among its phrases, told from the kicker before it and the summary behind it."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.pages.railing.phrases import Phrase, seen_text
from harvester.pages.railing.wording import is_no_label
from harvester.pages.walk import Element

_HEADLINE: Final = 25
_SHORT: Final = 20
_LONGEST_KICKER: Final = 60
_LONG: Final = 110
_GLUE: Final = " \t\n\u00a0:|·•–—-/"
_TITLE = re.compile(
    r"(?<!super)(?<!over)(?<!pre)(?<!sub)(?<!sub-)(?<!pre-)(?:title|titel|titre|titulo|titolo|head(?:line|ing))(?![a-z])|(?<![a-z])hed(?![a-z])"
)
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


def title_of(phrases: list[Phrase], links: frozenset[Element]) -> Title:
    """Return the title: a heading with the link, else a link as long as a headline, else any heading."""
    at = _root(phrases, links)
    if at is None:
        return Title()
    stop = phrases[at].end
    pieces = [phrase for phrase in phrases[at:stop] if phrase.text]
    kicker, title, summary = _divided(phrases[at], pieces)
    return Title(title.strip(_GLUE) or title, kicker, at, stop, summary)


def _root(phrases: list[Phrase], links: frozenset[Element]) -> int | None:
    """Return the index of the phrase whose element holds the title."""
    tops = [at for at, phrase in enumerate(phrases) if phrase.is_heading and _opens(phrases, at)]
    said = {at: _said(phrases, at) for at in tops}
    tops = [at for at in tops if said[at]]
    linked = [at for at in tops if _is_linked(phrases, at, links)]
    own = [at for at, phrase in enumerate(phrases) if phrase.element in links and _said(phrases, at)]
    chief = max(own, key=lambda at: len(_said(phrases, at)), default=None)
    if linked:
        return _telling(linked, said)
    if chief is not None and (len(_said(phrases, chief)) >= _HEADLINE or not tops):
        return chief
    return _telling(tops, said) if tops else None


def _opens(phrases: list[Phrase], at: int) -> bool:
    """Tell whether a phrase is a heading itself and not in one."""
    return phrases[at].element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")


def _said(phrases: list[Phrase], at: int) -> str:
    return " ".join(phrase.text for phrase in phrases[at : phrases[at].end] if phrase.text)


def _is_linked(phrases: list[Phrase], at: int, links: frozenset[Element]) -> bool:
    if phrases[at].link in links:
        return True
    return any(phrase.element in links for phrase in phrases[at : phrases[at].end])


def _telling(tops: list[int], said: dict[int, str]) -> int:
    """Return the first heading, or the longest where the first is a kicker."""
    first = tops[0]
    if len(said[first]) >= _SHORT or len(tops) == 1:
        return first
    return max((at for at in tops if not is_no_label(said[at])), key=lambda at: len(said[at]), default=first)


def _divided(root: Phrase, pieces: list[Phrase]) -> tuple[str | None, str, str | None]:
    """Return kicker, title and summary of what stands in one heading or link."""
    if len(pieces) == 1:
        return None, pieces[0].text, None
    named = next(
        (at for at, each in enumerate(pieces) if at and _TITLE.search(each.name) and not each.is_kicker), None
    )
    if (
        named is None
        and _TITLE.search(pieces[0].name)
        and not pieces[0].is_kicker
        and pieces[0].element is not root.element
    ):
        named = 0
    if named is not None:
        title = pieces[named]
        rest = [each.text for each in pieces[named + 1 :] if each.element.getparent() is not title.element]
        whole = seen_text(title.element)
        return (
            _kicker(pieces[:named]),
            whole,
            next((text for text in rest if len(text) > len(whole) // 2), None),
        )
    holder = pieces[0].element
    if len(holder) and (len(pieces) > 1 and _is_inside(pieces[1].element, holder)):
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
