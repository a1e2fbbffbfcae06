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
from harvester.attribution.names import has_institution, is_domain, is_house
from harvester.attribution.phrases import first_sentence, read_phrases
from harvester.attribution.roles import Scope, article_parties, as_houses, figure_parties, listing
from harvester.attribution.segments import Segment, read_names, read_segments
from harvester.attribution.tidy import has_cjk, is_small, key, tidy, unbracket
from harvester.attribution.wording import is_notice, without_notice
from harvester.parts import Party


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
    whole = tidy(raw)
    line = whole if has_cjk(whole) and parse_dateline(whole, words) else unbracket(whole)
    if not line or (is_notice(line, words) and not (scope == "figure" and _OWNED.match(line))):
        return SourceLine(raw, None, ())
    line = without_notice(line, words)
    reader = read_figure_line if scope == "figure" else _read_article_line
    label, parties = reader(line, language, words)
    return SourceLine(raw, label, tuple(p for p in _once(parties) if not _is_joined(p.name, raw)))


def _is_joined(name: str, raw: str) -> bool:
    """Return whether a name was put together across a bracket: it is printed nowhere."""
    if not _BRACKET.search(raw):
        return False
    line, squeezed = "".join(raw.split()), "".join(name.split())
    return squeezed not in line and squeezed in _BRACKET.sub("", line)


_BRACKET: Final = re.compile(r"[(（][^()（）]*[)）]")
_OWNED: Final = re.compile(r"©\s?(?:\d{4}\s)?[^\W\d_a-z][^\W\d_]+\s[^\W\d_a-z][^\W\d_]+\.\s")
"""A photographer's own notice: "© 2025 Ada Quill. All rights reserved."."""


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.name.casefold(), party)
    return tuple(kept.values())


def _reported(line: str, lexicon: Lexicon) -> list[Mention]:
    """Return house and reporter: "【环球时报记者 李明】" in front of a text, "항만일보 이지은 기자"."""
    opening = _REPORTED.match(line)
    whole = has_cjk(line) and not any(sign in line for sign in ":：")
    makers = read_cjk(opening[1] if opening else line, lexicon) if opening or whole else None
    sure = makers and (opening or (len(makers) > 1 and makers[-1][1] == "person"))
    return [Mention(name, what) for name, what, _ in makers] if makers and sure else []


_REPORTED: Final = re.compile(r"[【（(\[]([^】）)\]]{2,20}[记記]者[^】）)\]]{2,12})[】）)\]]")
"""Who reported, in a bracket in front of the text: "【环球时报记者 李明】"."""


def _read_article_line(
    line: str, language: str | None, lexicon: Lexicon
) -> tuple[str | None, tuple[Party, ...]]:
    dateline = parse_dateline(line, lexicon)
    if dateline is not None:
        names = read_names(Segment(None, None, dateline_names(dateline)), language, lexicon)
        return None, article_parties(names)
    reported = _reported(line, lexicon)
    if reported:
        return None, article_parties(reported)
    segments = read_segments(lexicon.patterns["inline"].sub(r"; \1: ", line), lexicon)
    if segments[0].kind in (None, "text") and not any(s.kind in ("photo", "source") for s in segments):
        told = read_signed(line, language, lexicon)
        told = told or _byline_parties(segments[0].text, language, lexicon)
        if told:
            return None, told
    return _read_segments(segments, line, language, lexicon)


def _read_segments(
    segments: tuple[Segment, ...], line: str, language: str | None, lexicon: Lexicon
) -> tuple[str | None, tuple[Party, ...]]:
    """Return label and parties of a line whose parts stand under labels."""
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
    names = read_names(segment, language, lexicon)
    if _is_edited(segment, lexicon):
        editors = article_parties([m for m in names if m.what in ("person", "initials", "outlet")])
        return tuple(replace(p, role="contentEditor") for p in editors)
    return tuple(p for p in article_parties(names) if p.role == "author")


def _is_edited(segment: Segment, lexicon: Lexicon) -> bool:
    """Return whether the segment's label announces an editor."""
    return segment.label is not None and lexicon.has("editor", segment.label)


def _segment_parties(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    names = read_names(segment, language, lexicon)
    if segment.label and key(segment.label) == "copyright":
        return article_parties([replace(name, owner=True) for name in names])
    if segment.kind in ("photo", "graphic"):
        return figure_parties(names)
    if segment.kind == "source":
        return article_parties(as_houses(names), listing(segment.label, lexicon))
    small = any(m.what == "outlet" and is_small(m.name) and not is_domain(m.name) for m in names)
    return article_parties(names) if _is_telling(names) and not small else ()


def _byline_parties(text: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties of "By A. Name, The Daily" or "Par Le Figaro et AFP"; none of persons alone."""
    line = without_by(text, language, lexicon)
    names = read_names(Segment(None, None, line), language, lexicon)
    if line == text and not _is_signed_house(names, lexicon):
        return ()
    if [m.what for m in names] == ["agency", "outlet"] and _is_behind(names[1], lexicon):
        names = (replace(names[0], location=names[1].name),)
    people = any(m.what == "person" for m in names)
    house = any(m.what == "outlet" and is_house(m.name, lexicon) for m in names)
    return article_parties(names) if _is_telling(names) or (people and house) else ()


def read_signed(line: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties of a sign-off, and who stands in front of it: "By A in Tolin; editing by B"."""
    told = read_phrases(line, language, lexicon)
    first = first_sentence(line) if told else line
    before = _signed_before(first, language, lexicon) if first != line else ()
    return (*before, *told)


def _signed_before(first: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return persons behind "By", or agencies, that no words of a sentence name."""
    if read_phrases(first, language, lexicon):
        return ()
    bare = without_by(first, language, lexicon)
    names = read_names(Segment(None, None, bare.strip(" ,;")), language, lexicon)
    return article_parties(names) if _is_telling(names) or bare != first else ()


def _is_behind(mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether one word behind an agency's comma is where it reports from: "Par AFP, Tolin"."""
    single = mention.name.istitle() and " " not in mention.name
    return single and mention.joint == "comma" and not is_house(mention.name, lexicon)


def _is_signed_house(names: tuple[Mention, ...], lexicon: Lexicon) -> bool:
    """Return whether a line without "By" is a person and a paper: "Ada Quill, The Tolin Times"."""
    if [m.what for m in names] != ["person", "outlet"] or names[1].joint not in ("comma", "slash"):
        return False
    first, _, last = names[1].name.partition(" ")
    return lexicon.has("article", first) and first.istitle() and has_institution(last, lexicon)


def _is_telling(names: tuple[Mention, ...]) -> bool:
    """Return whether an unlabelled line of an article names an agency, "agencies" or "staff"."""
    return any(m.what in ("agency", "generic", "staff") for m in names)
