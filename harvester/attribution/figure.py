"""The credit of a picture to parties."""

import re
from dataclasses import replace
from typing import Final

from harvester.attribution.credit import split_credit
from harvester.attribution.labels import opening_label
from harvester.attribution.lexicon import Lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.phrases import find_attribution, read_phrases
from harvester.attribution.roles import article_parties, as_houses, as_makers, figure_parties, listing
from harvester.attribution.segments import Segment, read_names, read_segments
from harvester.attribution.signature import is_credit
from harvester.attribution.tidy import key, unbracket
from harvester.attribution.wording import is_running_text
from harvester.parts import Party


def read_figure_line(
    line: str, language: str | None, lexicon: Lexicon
) -> tuple[str | None, tuple[Party, ...]]:
    """Return label and parties of a line that stands in a figure; a caption may precede the credit."""
    line = _with_house_apart(line, lexicon)
    given = _material(line, language, lexicon)
    if given:
        return None, given
    segments = read_segments(unbracket(_credit(line, language, lexicon)), lexicon)
    with_photo = any(s.kind == "photo" for s in segments)
    parties: list[Party] = []
    for segment in segments:
        if segment.kind == "source" and with_photo:
            names = as_houses(read_names(segment, language, lexicon))
            parties.extend(article_parties(names, listing(segment.label, lexicon)))
        elif is_credit(segment, language, lexicon):
            parties.extend(figure_parties(_drawn(segment, language, lexicon)))
    return next((s.label for s in segments if s.label), None), tuple(parties)


_HOUSE_FIRST: Final = re.compile(
    r"(?:^|[(\[]\s?)(?P<house>[^\W\da-z][\w.&'’-]*(?:\s[^\W\da-z][\w.&'’-]*){0,4})\s+"
    r"(?i:photo|photograph|image|picture|video|graphic|illustration|foto)s?\s+(?:by|von)\s+(?=[^\W\d_a-z])"
)


def _with_house_apart(line: str, lexicon: Lexicon) -> str:
    """Return "Harbour Times / A. Name" for "Harbour Times photo by A. Name"."""
    match = _HOUSE_FIRST.search(line) if " by " in line or " von " in line else None
    if match is None:
        return line
    house = match["house"]
    plain = any(lexicon.has(table, house) for table in ("drop", "staff", "generic"))
    if plain or key(f"{house} photo") in lexicon.labels:
        return line
    return f"{line[: match.end('house')]} / {line[match.end() :]}"


def _drawn(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the names of a segment; behind "Montage:" a desk is the maker, as a person would be."""
    names = read_names(segment, language, lexicon)
    if segment.label and lexicon.has("courtesy", segment.label.split()[-1]):
        return tuple(replace(name, giver=True) for name in names)
    if segment.label and key(segment.label) == "copyright":
        return tuple(replace(name, owner=True) for name in names)
    return names if segment.kind != "graphic" else as_makers(names, lexicon)


def _material(line: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties of a sentence like "Mit Material von X", which may stand under a picture too."""
    if opening_label(line, lexicon) or lexicon.patterns["courtesy"].match(line):
        return ()
    attribution = find_attribution(line, lexicon)
    if attribution is None or not attribution.sure or attribution.role != "contentSource":
        return ()
    return read_phrases(line, language, lexicon)


_SENTENCE: Final = 6
"""Words from which what stands in front of a credit is a caption."""


def _credit(line: str, language: str | None, lexicon: Lexicon) -> str:
    """Return the credit in ``line``: all of it behind a label, else what follows the caption."""
    opening = opening_label(line, lexicon)
    rest = line[opening.end :] if opening else line
    cut = split_credit(rest, lexicon)
    long = len((cut.caption or "").split()) >= _SENTENCE and (opening is None or opening.kind == "photo")
    captioned = long or is_running_text(rest, language, lexicon)
    if opening is not None and opening.kind != "skip" and not (captioned and cut.credit):
        return line
    if cut.credit is None and is_running_text(line, language, lexicon):
        return ""
    return cut.credit or line
