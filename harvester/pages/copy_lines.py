"""What a line of small print is: a source line, a sentence, an agency's name alone, a correction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from harvester.attribution import parse_correction, parse_sign_off, parse_source_line, split_label
from harvester.attribution.labels import colon_labels, opening_label
from harvester.attribution.lexicon import packaged_lexicon
from harvester.attribution.phrases import find_attribution, first_sentence
from harvester.attribution.tidy import has_cjk, unbracket
from harvester.attribution.trimming import without_date
from harvester.pages.copy_labels import is_label, label_hints
from harvester.parts import Correction, Party

Kind = Literal["labelled", "phrase", "bare", "signed", "suffix"]
"""With a label; a sentence that names its source; an agency alone; who reported and edited; "(dpa)"."""

_LONG: Final = 420
"""Characters of the longest line that is read."""
_BRIEF: Final = 6
"""Characters of the shortest sentence of attribution."""
_LABEL_REACH: Final = 60
"""Characters in which a label ends."""
_BARE: Final = 90
"""Characters of the longest line of names without label."""
_MANY: Final = 10
"""Spaces in the longest line of names without label ..."""
_FEW: Final = 3
"""... and in the longest that ends like a sentence."""
_STOPS: Final = frozenset('.?!…”“"')
_FACTS: Final = 160
"""Characters of the longest line of facts: time, source, length."""
_DOUBTFUL: Final = 70
"""Characters of the longest text behind a label that is kept although nobody is recognised in it ..."""
_FEW_WORDS: Final = 6
"""... and its words."""
_EDITOR: Final = 40
"""Characters of the longest line that names an editor in Chinese."""
_BETWEEN: Final = " \u3000,;，；、"
_COLONS: Final = frozenset(":：﹕=＝•")
_PARTS: Final = re.compile(r"\s?[|•·‧∙]\s?|\s-\s|\n")
_TIME: Final = re.compile(r"\d{4}[-/.年]|\d{1,2}[:.]\d{2}|\d{1,2}[./]\d{1,2}|\d{4}")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_PICTURE: Final = re.compile(r"^\W*©|photo|image|foto|bild|picture|video|graphic", re.IGNORECASE)
"""What says that an agency gave a picture and not the text."""
_SENTENCE: Final = re.compile(r"[?!;«»„“”\"]|\.\s|\d{3}")
_SIGNED: Final = frozenset(("author", "contentEditor", "correspondent"))
_HOUSES: Final = frozenset(("origcont", "contentSource", "distributor", "originfo", "copyrightHolder"))


@dataclass(frozen=True, slots=True)
class Note:
    """A line of small print, read."""

    kind: Kind
    text: str
    """As printed, without its label and without brackets around it."""
    parties: tuple[Party, ...] = ()
    """Empty in doubt."""
    label: str | None = None


def read_labelled(line: str, language: str | None) -> Note | None:
    """Return the source line that opens with its label: "Quelle: dpa"; its parties are empty in doubt."""
    head = line[:_LABEL_REACH]
    if len(line) > _LONG or not _has_colon(head) or not label_hints().may_be_in(head):
        return None
    labelled = split_label(line)
    if labelled.kind != "source" or not labelled.rest:
        return None
    parties = parse_source_line(line, "article", language).parties
    if not (_may_be_names(labelled.rest) if not parties else _undated(labelled.rest)):
        return None
    return Note("labelled", labelled.rest, parties, labelled.label)


def _has_colon(text: str) -> bool:
    """Tell whether a sign stands in a text that may part a label from what it announces."""
    return ":" in text or "=" in text or not (text.isascii() or _COLONS.isdisjoint(text))


def read_list(label: str, items: Sequence[str], language: str | None) -> Note | None:
    """Return the source line that a label and a list below it make: "Sources:", and one of them a line."""
    if not is_label(label) or not items or any(len(item) > _BARE for item in items):
        return None
    text = "; ".join(item.strip(" .;,") for item in items)
    parties = parse_source_line(f"{label.rstrip(' :：')}: {text}", "article", language).parties
    return Note("labelled", text, parties, label.rstrip(" :："))


def _may_be_names(text: str) -> bool:
    """Tell whether a text behind a label may be the name of somebody: short, no sentence, no quotation."""
    few = text.count(" ") < _FEW_WORDS
    return few and len(text) <= _DOUBTFUL and not _SENTENCE.search(text)


def read_phrase(line: str, language: str | None) -> Note | None:
    """Return the sentence of attribution that a line is: "With files from X", "Reporting by A"."""
    if not _BRIEF <= len(line) <= _LONG or (line.isascii() and " " not in line):
        return None
    read = parse_sign_off(line, language=language)
    if read is None or not read.parties:
        return None
    return Note("signed" if _is_signed(line, read.parties) else "phrase", unbracket(line), read.parties)


def read_editor(line: str, language: str | None) -> Note | None:  # noqa: ARG001 - all readers are called alike
    """Return who is named behind a label in a Chinese or Japanese line: "（责任编辑：李四）"."""
    if len(line) > _EDITOR or not _has_colon(line) or not has_cjk(line):
        return None
    label = opening_label(unbracket(line), packaged_lexicon())
    parties = parse_source_line(line, "article").parties if label and label.kind == "text" else ()
    return Note("signed", unbracket(line), parties) if parties else None


def _is_signed(line: str, parties: tuple[Party, ...]) -> bool:
    """Tell whether a sentence says no more than who reported, wrote and edited."""
    if not _HOUSES.isdisjoint(party.role for party in parties):
        return False
    parts = re.split(r"[;.]\s", line.strip("([ "))
    found = (find_attribution(part, packaged_lexicon()) for part in parts)
    first = next((attribution for attribution in found if attribution is not None), None)
    return first is not None and first.role in _SIGNED


def read_bare(line: str, language: str | None) -> Note | None:
    """Return the line that names agencies and no more: "AA", "SDA/sep", "The Lantern with agencies"."""
    words = line.count(" ")
    if len(line) > _BARE or words > _MANY or (words > _FEW and line[-1:] in _STOPS):
        return None
    if not packaged_lexicon().hints_at_agency(line) or _is_of_picture(line) or _labels_inside(line):
        return None
    undated = _undated(unbracket(line)) or unbracket(line)
    parties = parse_source_line(undated, "article", language).parties
    if not any(party.uri or party.generic for party in parties) or _is_signed_picture(undated, parties):
        return None
    return Note("bare", undated, parties)


def _labels_inside(line: str) -> bool:
    """Tell whether a line has a label behind something else, as lines of facts have."""
    return _has_colon(line) and any(label.start for label in colon_labels(line, packaged_lexicon()))


def _is_of_picture(line: str) -> bool:
    """Tell whether a line without label speaks of a picture, or opens with a label of any other kind."""
    colon = line.partition(":")
    unknown = bool(colon[1]) and colon[2][:1].isspace() and split_label(line).label is None
    return bool(_PICTURE.search(line)) or split_label(line).kind == "photo" or unknown


def _is_signed_picture(line: str, parties: tuple[Party, ...]) -> bool:
    """Tell whether a person and an agency stand as they do below a picture: "Ada Quill / AFP"."""
    first = parties[0]
    behind = line[len(first.name) :].lstrip()[:1]
    return first.role == "author" and " " in first.name and line.startswith(first.name) and behind in "/|["


def _undated(line: str) -> str:
    """Return a line without what says when: "AFP | 4 May 2026", "dpa, aktualisiert 12:30 Uhr"."""
    lexicon = packaged_lexicon()
    without = without_date(lexicon.patterns["stamp"].sub("", line), lexicon)
    time = _CLOCK.search(without)
    return (without[: time.start()] if time else without).strip(" |•·‧∙,-–—")


def read_facts(line: str, language: str | None) -> Note | None:
    """Return the source in a line of facts: "2026-05-04 20:29 来源：半月谈", "4 May | Source: X | 3 min"."""
    if len(line) > _FACTS or not _has_colon(line):
        return None
    for part in _PARTS.split(line):
        note = read_labelled(part, language) or _behind_time(part, language)
        if note and note.parties:
            return note
    return None


def _behind_time(part: str, language: str | None) -> Note | None:
    """Return the labelled source that follows a time."""
    if not _TIME.search(part):
        return None
    labels = colon_labels(part, packaged_lexicon())
    at = next((n for n, label in enumerate(labels) if label.kind == "source" and label.start), None)
    if at is None:
        return None
    end = labels[at + 1].start if at + 1 < len(labels) else len(part)
    return read_labelled(part[labels[at].start : end].rstrip(_BETWEEN), language)


def read_correction(line: str, language: str | None) -> Correction | None:  # noqa: ARG001 - all readers are called alike
    """Return the correction that a line is."""
    return parse_correction(line)


def tells_source(line: str) -> bool:
    """Tell whether a line says where the text comes from or who edited it, and so is nobody's byline."""
    note = read_phrase(line, None)
    return note is not None and not all(party.role == "author" for party in note.parties)


def opens_as_byline(line: str) -> bool:
    """Tell whether a line names its authors before it tells who edited: "By A in Tolin; editing by B"."""
    note = read_phrase(line, None)
    is_signed = note is not None and note.kind == "signed" and note.parties[0].role == "author"
    return is_signed and read_phrase(first_sentence(unbracket(line)), None) is None
