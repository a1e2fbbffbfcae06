"""Copy: the body without its lines of attribution, and what these say."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from harvester.attribution import parse_source_line
from harvester.pages.copy_around import find_around
from harvester.pages.copy_body import Printed, read_printed
from harvester.pages.copy_labels import is_label
from harvester.pages.copy_lines import Kind, Note
from harvester.pages.copy_places import Surroundings
from harvester.pages.document import Document
from harvester.pages.found import Body, Copy
from harvester.parts import Correction, Party, Provenance

_TELLING: Final[tuple[Kind, ...]] = ("labelled", "phrase", "bare", "suffix")
"""Which line is the source line, the best first; who reported and edited is none."""
_ORDER: Final[tuple[Kind, ...]] = ("labelled", "phrase", "bare")
"""Lines whose parties stand in front of the dateline's; suffix and sign-off follow."""


def find_copy(
    document: Document, body: Body, language: str | None, taken: frozenset[int] = frozenset()
) -> Copy:
    """Return the paragraphs that go out, and the attribution and corrections taken out of them.

    ``taken`` are the blocks of other fields: rails, figures, headline, byline.
    """
    body = _without_lone_label(body)
    around = Surroundings(document.walk, body, taken) if body.blocks else None
    printed = read_printed(body.paragraphs, language, partial(_is_own, around))
    found = (*printed.found, *(find_around(around, language) if around else ()))
    notes = [*_named(each for each in found if isinstance(each, Note))]
    notes += [printed.suffix] if printed.suffix else []
    corrections = tuple(dict.fromkeys(each for each in found if isinstance(each, Correction)))
    line = _source_line(notes)
    return Copy(
        paragraphs=printed.paragraphs,
        dateline=printed.dateline,
        source_line=line.text if line else None,
        sources=tuple(_sources(notes, printed, language)),
        corrections=corrections,
        provenance=tuple(_provenance(line, printed, corrections)),
    )


def _without_lone_label(body: Body) -> Body:
    """Return a body that does not end with a label alone, or with a label and its list."""
    end = len(body.blocks)
    while end and body.paragraphs[end - 1].kind == "li":
        end -= 1
    if end < _LEAST or not is_label(body.paragraphs[end - 1].text):
        return body
    return replace(body, blocks=body.blocks[: end - 1], paragraphs=body.paragraphs[: end - 1])


_LEAST: Final = 2
"""Paragraphs of a body that may lose its last one."""


def _is_own(around: Surroundings | None, paragraph: int, is_last: bool) -> bool:  # noqa: FBT001 - for partial
    """Tell whether a line of the body is the article's; without markup there is no doubt."""
    return around is None or around.is_own(around.blocks[paragraph], is_last=is_last)


def _named(notes: Iterable[Note]) -> Iterator[Note]:
    """Yield the notes; agencies in general only where none is named: "SID" beside "Nachrichtenagentur"."""
    kept = list(notes)
    named = any(note.kind == "bare" and _names_agency(note) for note in kept)
    yield from (note for note in kept if note.kind != "bare" or not named or _names_agency(note))


def _names_agency(note: Note) -> bool:
    return any(party.uri for party in note.parties)


def _source_line(notes: Iterable[Note]) -> Note | None:
    """Return the line that says most plainly where the text comes from, the first of its kind."""
    telling = [note for note in notes if note.kind in _TELLING]
    return min(telling, key=lambda note: (_TELLING.index(note.kind), not note.parties), default=None)


def _sources(notes: list[Note], printed: Printed, language: str | None) -> Iterator[Party]:
    """Yield who gave the text, each once: of source line, dateline, suffix, sign-off."""
    parties = [party for kind in _ORDER for note in notes if note.kind == kind for party in note.parties]
    if printed.dateline:
        parties += parse_source_line(printed.dateline.raw, "article", language).parties
    parties += [party for note in notes if note.kind == "suffix" for party in note.parties]
    parties += [party for note in notes if note.kind == "signed" for party in note.parties]
    seen: set[str] = set()
    for party in parties:
        names = {party.name.casefold(), party.uri or party.name.casefold()}
        if seen.isdisjoint(names):
            yield party
        seen |= names


def _provenance(
    line: Note | None, printed: Printed, corrections: tuple[Correction, ...]
) -> Iterator[Provenance]:
    """Yield where the fields come from; a source line's label is told."""
    if line:
        yield Provenance("source_line", "text", line.label)
    if printed.dateline:
        yield Provenance("dateline", "text")
    if corrections:
        yield Provenance("corrections", "text")
