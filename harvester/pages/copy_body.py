"""The lines of attribution that stand among the paragraphs of the body, and the body without them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from harvester.attribution import parse_dateline, parse_source_line, split_agency_suffix
from harvester.attribution.lexicon import packaged_lexicon
from harvester.attribution.tidy import unbracket
from harvester.pages.copy_labels import joined, needs_next
from harvester.pages.copy_lines import Note, read_labelled, read_phrase
from harvester.pages.copy_text import ALL, NAMES, NOTES, Finding, Reader, Reading, read_text
from harvester.parts import Dateline, Paragraph

_PROSE: Final = 150
"""Characters from which a paragraph is text that goes on, not a line of small print."""
_BEHIND: Final = 1
"""Paragraphs of prose that may follow the small print: who the author is, what the paper is."""
_TAIL: Final = 12
"""Paragraphs looked at from the end."""
_HEAD: Final = 4
"""Paragraphs looked at from the start."""
_ENDS: Final = 4
"""Paragraphs of which one may close with an agency, from the end, or open with a dateline, from the start."""
_OPENING: Final = 120
"""Characters in which a dateline names its agency."""
_GLUED: Final = 160
"""Characters of the longest source line behind the last sentence."""
_STOP: Final = re.compile(r"(?<=[.!?…»”\"')。])\s+(?=[(\[]?[^\W\d_a-z])|(?<=[。！？])")
_NO_LINES: Final = frozenset(("h2", "h3", "table", "pre"))
"""Kinds of paragraphs that hold no line of attribution."""


IsOwn: TypeAlias = Callable[[int, bool], bool]


@dataclass(frozen=True, slots=True)
class Printed:
    """The paragraphs that go out, and what was taken out of them."""

    paragraphs: tuple[Paragraph, ...]
    found: tuple[Finding, ...] = ()
    """In reading order."""
    dateline: Dateline | None = None
    suffix: Note | None = None
    """The agency at the end of the text."""


def read_printed(paragraphs: Sequence[Paragraph], language: str | None, is_own: IsOwn) -> Printed:
    """Return the paragraphs of a body without their small print, and what this says.

    ``is_own`` tells of a paragraph's number, and whether no text follows, if its lines are the article's.
    """
    readings = _foot(paragraphs, language, is_own)
    readings |= _head(paragraphs[: min(readings, default=len(paragraphs))], language, is_own)
    kept = [
        replace(part, text=readings[n].rest) if n in readings else part for n, part in enumerate(paragraphs)
    ]
    kept = [part for part in kept if part.text]
    glued = _cut_sentence(kept, language)
    suffix = _cut_suffix(kept, language)
    found = tuple(each for n in sorted(readings) for each in readings[n].found)
    return Printed(tuple(kept), (*found, *glued), _dateline(kept), suffix)


def _foot(paragraphs: Sequence[Paragraph], language: str | None, is_own: IsOwn) -> dict[int, Reading]:
    """Return what was read from the last paragraph upwards, by paragraph, until the text begins."""
    readings: dict[int, Reading] = {}
    prose = 0
    for n in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 1 - _TAIL), -1):
        found = _read(paragraphs[n : n + 2], n, language, NOTES if prose else NAMES)
        readings |= {
            m: reading for m, reading in found.items() if not _names(reading) or is_own(m, not prose)
        }
        prose += n not in readings and len(paragraphs[n].text) >= _PROSE
        if prose > _BEHIND:
            break
    return readings


def _head(paragraphs: Sequence[Paragraph], language: str | None, is_own: IsOwn) -> dict[int, Reading]:
    """Return what was read from the first paragraph downwards, by paragraph, until the text begins."""
    readings: dict[int, Reading] = {}
    for n in range(min(_HEAD, len(paragraphs))):
        found = _read(paragraphs[n : n + 2], n, language, ALL)
        readings |= {m: reading for m, reading in found.items() if _is_sure(reading) and is_own(m, True)}  # noqa: FBT003
        if n not in readings and len(paragraphs[n].text) >= _PROSE:
            break
    return readings


def _names(reading: Reading) -> bool:
    """Tell whether a line names its source; a correction is the article's wherever it stands."""
    return any(isinstance(found, Note) for found in reading.found)


def _is_sure(reading: Reading) -> bool:
    """Tell whether all that was found names somebody: above the text a label alone is not believed."""
    return all(found.parties for found in reading.found if isinstance(found, Note))


def _read(
    pair: Sequence[Paragraph], n: int, language: str | None, readers: Sequence[Reader]
) -> dict[int, Reading]:
    """Return what a paragraph says, together with the next one where it is a label or a heading of it."""
    if not readers:
        return {}
    if len(pair) > 1 and needs_next(pair[0].text):
        reading = read_text(joined(pair[0].text, pair[1].text), language, NOTES)
        return {n: reading, n + 1: Reading("")} if reading.found and not reading.rest else {}
    if pair[0].kind in _NO_LINES:
        return {}
    reading = read_text(pair[0].text, language, readers)
    return {n: reading} if reading.found else {}


def _cut_sentence(kept: list[Paragraph], language: str | None) -> tuple[Note, ...]:
    """Cut a source line off the end of the last paragraph, behind a full stop, and return it."""
    if not kept or kept[-1].kind in _NO_LINES:
        return ()
    text = kept[-1].text
    for end in _STOP.finditer(text, max(0, len(text) - _GLUED)):
        tail = text[end.end() :]
        note = read_labelled(tail, language) or read_phrase(tail, language)
        if note and note.parties:
            kept[-1] = replace(kept[-1], text=text[: end.start()])
            return (note,)
    return ()


def _cut_suffix(kept: list[Paragraph], language: str | None) -> Note | None:
    """Cut the agency off the end of the text and return it."""
    for n in range(len(kept) - 1, max(-1, len(kept) - 1 - _ENDS), -1):
        if kept[n].kind in _NO_LINES:
            continue
        cut = split_agency_suffix(kept[n].text)
        if cut.suffix:
            kept[n] = replace(kept[n], text=cut.text)
            parties = parse_source_line(cut.suffix, "article", language).parties
            return Note("suffix", unbracket(cut.suffix), parties)
    return None


def _dateline(kept: Sequence[Paragraph]) -> Dateline | None:
    """Return the dateline that opens the text; behind the first paragraph only one with an agency."""
    texts = [part.text for part in kept[:_ENDS] if part.kind not in _NO_LINES]
    hinted = packaged_lexicon().hints_at_agency
    for n, text in enumerate(texts):
        dateline = parse_dateline(text) if not n or hinted(text[:_OPENING]) else None
        if dateline and (not n or dateline.agency):
            return dateline
    return None
