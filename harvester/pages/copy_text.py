"""The text of one block, line by line: what is copy, and what is small print."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from harvester.attribution import split_label
from harvester.pages.copy_labels import joined, needs_next
from harvester.pages.copy_lines import (
    Note,
    read_bare,
    read_correction,
    read_editor,
    read_facts,
    read_labelled,
    read_phrase,
)
from harvester.parts import Correction

Finding: TypeAlias = Note | Correction
Reader: TypeAlias = Callable[[str, str | None], Finding | None]

LABELLED: Final[tuple[Reader, ...]] = (read_labelled,)
FACTS: Final[tuple[Reader, ...]] = (read_labelled, read_facts)
SENTENCES: Final[tuple[Reader, ...]] = (read_labelled, read_correction, read_phrase, read_editor)
NAMES: Final[tuple[Reader, ...]] = (*SENTENCES, read_bare)
LINES: Final[tuple[Reader, ...]] = (read_labelled, read_bare, read_facts)
ALL: Final[tuple[Reader, ...]] = (*NAMES, read_facts)
NOTES: Final[tuple[Reader, ...]] = (read_labelled, read_correction)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text without its small print, and what was found in it."""

    rest: str
    found: tuple[Finding, ...] = ()


def read_text(text: str, language: str | None, readers: Sequence[Reader]) -> Reading:
    """Return what some readers find in the lines of a text; of two in one line the first is believed."""
    if "\n" not in text:
        found = _read(text, language, readers)
        return Reading("", (found,)) if found else Reading(text)
    rest, findings = [], []
    for line in _lines(text):
        found = _read(line, language, readers)
        if found:
            findings.append(found)
        else:
            rest.append(line)
    if any(isinstance(found, Note) for found in findings):
        rest = [line for line in rest if split_label(line).kind != "photo"]
    return Reading("\n".join(rest), tuple(findings)) if findings else Reading(text)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines, a label alone together with the line behind it."""
    lines = iter(text.split("\n"))
    for line in lines:
        behind = next(lines, None) if needs_next(line) else None
        yield joined(line, behind) if behind else line


def _read(line: str, language: str | None, readers: Sequence[Reader]) -> Finding | None:
    return next((found for reader in readers if (found := reader(line, language))), None)
