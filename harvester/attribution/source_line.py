"""Source lines and credits to parties: the room's main question."""

import re
from dataclasses import dataclass, replace
from typing import Final

from harvester.attribution.byline import without_by
from harvester.attribution.cjk import read_cjk
from harvester.attribution.dateline import dateline_names, parse_dateline
from harvester.attribution.figure import read_figure_line
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.names import is_domain, is_house
from harvester.attribution.phrases import read_phrases
from harvester.attribution.roles import Scope, article_parties, as_houses, figure_parties, listing
from harvester.attribution.segments import Segment, read_names, read_segments
from harvester.attribution.tidy import key, tidy, unbracket
from harvester.attribution.wording import is_notice, without_notice
from harvester.parts import Party, Role


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source line or a credit, read."""

    raw: str
    """As given."""
    label: str | None
    """The word in front of the colon, as printed."""
    parties: tuple[Party, ...]
    """Empty when the line names nobody, or in doubt."""


def parse_source_line(
    raw: str, scope: Scope = "article", language: str | None = None, lexicon: Lexicon | None = None
) -> SourceLine:
    """Return the parties that ``raw`` names.

    ``scope`` says where the line stands: "Quelle: dpa" is a source at the foot of an article, and a credit in
    a figure. ``language`` (BCP 47) decides what single letters between two names mean.
    """
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(raw))
    if not line or is_notice(line, words):
        return SourceLine(raw, None, ())
    line = without_notice(line, words)
    reader = read_figure_line if scope == "figure" else _read_article_line
    label, parties = reader(line, language, words)
    return SourceLine(raw, label, _once(parties))


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.name.casefold(), party)
    return tuple(kept.values())


_REPORTED: Final = re.compile(r"[【（(\[]([^】）)\]]{2,20}[记記]者[^】）)\]]{2,12})[】）)\]]")
"""Who reported, in a bracket in front of the text: "【环球时报记者 李明】"."""


def _read_article_line(
    line: str, language: str | None, lexicon: Lexicon
) -> tuple[str | None, tuple[Party, ...]]:
    dateline = parse_dateline(line, lexicon)
    if dateline is not None:
        names = read_names(Segment(None, None, dateline_names(dateline)), language, lexicon)
        return None, article_parties(names)
    reported = _REPORTED.match(line)
    if reported and (makers := read_cjk(reported[1], lexicon)):
        return None, article_parties([Mention(name, what) for name, what, _ in makers])
    segments = read_segments(lexicon.patterns["inline"].sub(r"; \1: ", line), lexicon)
    if segments[0].kind in (None, "text") and not any(s.kind in ("photo", "source") for s in segments):
        told = read_phrases(line, language, lexicon)
        told = told or _byline_parties(segments[0].text, language, lexicon)
        if told:
            return None, told
    label = next((s.label for s in segments if s.label), None)
    parties = [_segment_parties(s, language, lexicon) for s in segments]
    if segments[0].kind is None and any(parties[1:]) and not line.startswith("©"):
        parties[0] = parties[0] or read_phrases(segments[0].text.rstrip(" ,;|–-"), language, lexicon)
    signed = [
        _text_parties(s, language, lexicon) if any(parties) or _is_edited(s, lexicon) else ()
        for s in segments
    ]
    return label, tuple(
        party for part in zip(parties, signed, strict=True) for found in part for party in found
    )


def _text_parties(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return who wrote or edited, when the line also names a source: "Source: X | Editor: A. Name"."""
    first, _, rest = segment.text.partition(" ")
    if segment.kind is None and lexicon.labels.get(key(first)) == "text":
        segment = Segment("text", first, rest)
    if segment.kind != "text":
        return ()
    role: Role = "contentEditor" if _is_edited(segment, lexicon) else "author"
    parties = article_parties(read_names(segment, language, lexicon))
    return tuple(replace(p, role=role) for p in parties if p.role == "author")


def _is_edited(segment: Segment, lexicon: Lexicon) -> bool:
    """Return whether the segment's label announces an editor."""
    return segment.label is not None and lexicon.has("editor", segment.label)


def _segment_parties(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    names = read_names(segment, language, lexicon)
    if segment.kind in ("photo", "graphic"):
        return figure_parties(names)
    if segment.kind == "source":
        return article_parties(as_houses(names), listing(segment.label, lexicon))
    small = any(m.what == "outlet" and m.name[0].islower() and not is_domain(m.name) for m in names)
    return article_parties(names) if _is_telling(names) and not small else ()


def _byline_parties(text: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties of "By A. Name, The Daily" or "Par Le Figaro et AFP"; none of persons alone."""
    line = without_by(text, language, lexicon)
    if line == text:
        return ()
    names = read_names(Segment(None, None, line), language, lexicon)
    people = any(m.what == "person" for m in names)
    house = any(m.what == "outlet" and is_house(m.name, lexicon) for m in names)
    return article_parties(names) if _is_telling(names) or (people and house) else ()


def _is_telling(names: tuple[Mention, ...]) -> bool:
    """Return whether an unlabelled line of an article names an agency, "agencies" or "staff"."""
    return any(m.what in ("agency", "generic", "staff") for m in names)
