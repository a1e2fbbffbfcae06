"""Source lines and credits to parties: the room's main question."""

from dataclasses import dataclass

from harvester.attribution.credit import split_credit
from harvester.attribution.dateline import parse_dateline, dateline_names
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.mentions import Mention
from harvester.attribution.names import is_running_text
from harvester.attribution.phrases import read_phrases
from harvester.attribution.roles import Scope, article_parties, figure_parties
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
        return SourceLine(raw, None, article_parties(names, plural=False))
    segments = read_segments(line, lexicon)
    if segments[0].kind is None:
        parties = read_phrases(line, language, lexicon)
        if parties:
            return SourceLine(raw, None, parties)
    return _labelled(raw, segments, language, lexicon)


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
    return article_parties(names, plural=_is_plural(segment.label))


def _is_telling(names: tuple[Mention, ...]) -> bool:
    """Return whether an unlabelled line of an article names an agency or "agencies"; a byline alone does not."""
    return any(m.what in ("agency", "generic", "staff") for m in names)


def _is_plural(label: str | None) -> bool:
    return label is not None and key(label) in _PLURALS


_PLURALS = frozenset(
    "sources quellen bronnen kilder källor lähteet fonti fontes fuentes fonts surse źródła zdroje viri izvori източници források "
    "burimet πηγές источники джерела kaynaklar المصادر مصادر מקורות weitere quellen allikad šaltiniai".split()
)


def _figure(raw: str, line: str, language: str | None, lexicon: Lexicon) -> SourceLine:
    cut = split_credit(line, lexicon)
    credit = cut.credit if cut.caption and cut.credit else line
    if cut.credit is None and is_running_text(line, language, lexicon):
        return SourceLine(raw, None, ())
    segments = read_segments(unbracket(credit), lexicon)
    names = [
        m for s in segments if _is_credit(s, language, lexicon) for m in read_names(s, language, lexicon)
    ]
    label = next((s.label for s in segments if s.label), None)
    return SourceLine(raw, label, figure_parties(names))


def _is_credit(segment: Segment, language: str | None, lexicon: Lexicon) -> bool:
    if segment.kind in ("photo", "source", "graphic"):
        return True
    names = read_names(segment, language, lexicon) if segment.kind is None else ()
    joined = len(names) > 1 and any(m.joint in ("slash", "via", "dash", "comma") for m in names)
    alone = len(names) == 1 and names[0].what == "person"
    return joined or alone or any(m.owner or m.giver or m.what == "agency" for m in names)


def _once(parties: list[Party]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.name.casefold(), party)
    return tuple(kept.values())
