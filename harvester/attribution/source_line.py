"""Source lines and credits to parties: the room's main question."""

import re
from dataclasses import dataclass
from typing import Final

from harvester.attribution.byline import without_by
from harvester.attribution.credit import split_credit
from harvester.attribution.dateline import parse_dateline, dateline_names
from harvester.attribution.labels import opening_label, opens_with_label
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.mentions import Mention
from harvester.attribution.trimming import opens_with_photo
from harvester.attribution.names import is_domain, is_house, is_running_text
from harvester.attribution.phrases import find_attribution, read_phrases
from harvester.attribution.roles import Listing, Scope, article_parties, as_houses, figure_parties
from harvester.attribution.segments import Segment, read_names, read_segments
from harvester.attribution.tidy import key, tidy, unbracket
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

    ``scope`` says where the line stands: "Quelle: dpa" is a source at the foot of an article and a photo credit in
    a figure. ``language`` (BCP 47) decides what single letters between two names mean.
    """
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(raw))
    if not line or is_notice(line, words):
        return SourceLine(raw, None, ())
    if scope == "figure":
        return _figure(raw, line, language, words)
    return _article(raw, line, language, words)


def is_notice(line: str, lexicon: Lexicon) -> bool:
    """Return whether ``line`` reserves rights, links to a licence or leads through the site, and names nobody."""
    folded = key(line)
    if not any(word in folded for word in lexicon.sets["notice"]):
        return False
    return not any(lexicon.agencies.knows(word.strip(".,;:()/")) for word in line.split())


def _article(raw: str, line: str, language: str | None, lexicon: Lexicon) -> SourceLine:
    dateline = parse_dateline(line, lexicon)
    if dateline is not None:
        names = read_names(Segment(None, None, dateline_names(dateline)), language, lexicon)
        return SourceLine(raw, None, article_parties(names))
    segments = read_segments(line, lexicon)
    if segments[0].kind in (None, "text"):
        parties = read_phrases(line, language, lexicon)
        if parties:
            return SourceLine(raw, None, parties)
        return _unlabelled(raw, segments, language, lexicon)
    return _labelled(raw, segments, language, lexicon)


def _unlabelled(
    raw: str, segments: tuple[Segment, ...], language: str | None, lexicon: Lexicon
) -> SourceLine:
    """Read a line without source label: agencies, or a byline that names a house."""
    text = segments[0].text
    line = without_by(text, language, lexicon)
    names = read_names(Segment(None, None, line), language, lexicon)
    people = any(m.what == "person" for m in names)
    if line != text and people and any(is_house(m.name, lexicon) for m in names if m.what == "outlet"):
        return SourceLine(raw, None, article_parties(names))
    return _labelled(raw, (Segment(None, None, line), *segments[1:]), language, lexicon)


def _labelled(raw: str, segments: tuple[Segment, ...], language: str | None, lexicon: Lexicon) -> SourceLine:
    label = next((s.label for s in segments if s.label), None)
    parties: list[Party] = []
    for segment in segments:
        parties.extend(_segment_parties(segment, language, lexicon))
    return SourceLine(raw, label, _once(parties))


def _segment_parties(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    names = read_names(segment, language, lexicon)
    if segment.kind in ("photo", "graphic"):
        return figure_parties(names)
    if segment.kind is None and not _is_telling(names):
        return ()
    return article_parties(as_houses(names) if segment.kind == "source" else names, _listing(segment.label))


def _is_telling(names: tuple[Mention, ...]) -> bool:
    """Return whether an unlabelled line of an article names an agency or "agencies"; a byline alone does not."""
    return any(m.what in ("agency", "generic", "staff") for m in names)


def _listing(label: str | None) -> Listing:
    return "several" if label is not None and key(label) in _PLURALS else "one"


_PLURALS: Final = frozenset(
    "sources quellen bronnen kilder källor lähteet fonti fontes fuentes fonts surse źródła zdroje viri izvori "
    "източници források burimet πηγέσ источники джерела kaynaklar المصادر مصادر מקורות allikad šaltiniai avoti".split()
)


def _figure(raw: str, line: str, language: str | None, lexicon: Lexicon) -> SourceLine:
    if opening_label(line, lexicon) is None:
        attributed = find_attribution(line, lexicon)
        given = (
            read_phrases(line, language, lexicon)
            if attributed and attributed.sure and attributed.role == "contentSource"
            else ()
        )
        if given:
            return SourceLine(raw, None, given)
    credit = _credit(line, language, lexicon)
    segments = read_segments(unbracket(credit), lexicon)
    with_photo = any(s.kind == "photo" for s in segments)
    parties: list[Party] = []
    for segment in segments:
        if segment.kind == "source" and with_photo:
            parties.extend(_segment_parties(segment, language, lexicon))
        elif _is_credit(segment, language, lexicon):
            parties.extend(figure_parties(read_names(segment, language, lexicon)))
    label = next((s.label for s in segments if s.label), None)
    return SourceLine(raw, label, _once(parties))


def _credit(line: str, language: str | None, lexicon: Lexicon) -> str:
    """Return the credit in ``line``: all of it behind a label, else what follows the caption."""
    opening = opening_label(line, lexicon)
    captioned = opening is not None and is_running_text(line[opening.end :], language, lexicon)
    if opening is not None and opening.kind != "skip" and not captioned:
        return line
    cut = split_credit(line[opening.end :] if opening else line, lexicon)
    if cut.credit is None and is_running_text(line, language, lexicon):
        return ""
    return cut.credit or line


def _is_credit(segment: Segment, language: str | None, lexicon: Lexicon) -> bool:
    if segment.kind in ("photo", "source", "graphic"):
        return True
    names = read_names(segment, language, lexicon) if segment.kind is None else ()
    if any(m.what == "agency" or m.giver for m in names):
        return True
    if _COPYRIGHT_YEAR.search(segment.text):
        return False
    return _is_signed(names, segment.text, lexicon)


_COPYRIGHT_YEAR: Final = re.compile(r"(?:©|\(c\)|copyright\b).*\b(?:19|20)\d\d\b", re.IGNORECASE)
"""With a year it is the site's own notice, not a picture's."""


def _is_signed(names: tuple[Mention, ...], text: str, lexicon: Lexicon) -> bool:
    """Return whether names without an agency are a credit: behind "©", a person, or a person and a house."""
    if any(m.owner for m in names):
        return True
    people = any(m.what == "person" or is_domain(m.name) for m in names)
    if opens_with_label(text, lexicon):
        return opens_with_photo(text, lexicon) and (people or any(is_house(m.name, lexicon) for m in names))
    return people and (len(names) == 1 or any(m.joint in ("slash", "via", "dash", "comma") for m in names))


def _once(parties: list[Party]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.name.casefold(), party)
    return tuple(kept.values())
