"""Sign-offs: "Reporting by A; Editing by B", "With files from C", and source lines as whole blocks."""

from typing import Final

from harvester.attribution.labels import opening_label
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.phrases import is_attribution
from harvester.attribution.segments import Segment, read_names
from harvester.attribution.source_line import SourceLine, parse_source_line, read_signed
from harvester.attribution.tidy import LONGEST, tidy, unbracket

_LONG: Final = 500
"""Characters of the longest sign-off or source line."""
_SHORT: Final = 120
"""Characters of the longest line of agencies without label."""


def parse_sign_off(
    text: str, lexicon: Lexicon | None = None, language: str | None = None
) -> SourceLine | None:
    """Return the parties of a paragraph that is a sign-off as a whole, or ``None``."""
    words = lexicon or packaged_lexicon()
    if not words.phrases.hints.may_be_in(text[: _LONG * 2]):
        return None
    line = unbracket(tidy(text))
    if not line or len(line) > _LONG or not is_attribution(line, language, words):
        return None
    return SourceLine(text, None, read_signed(line, language, words))


def is_source_line(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> bool:
    """Return whether all of ``text`` says where the article comes from: "Quelle: dpa", "With files of X"."""
    if len(text) > LONGEST:
        return False
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(text))
    if not 0 < len(line) <= _LONG:
        return False
    label = opening_label(line, words)
    if label is not None and label.kind != "text":
        return label.kind == "source" and bool(parse_source_line(text, "article", language, words).parties)
    return parse_sign_off(text, words, language) is not None or _is_agency_line(line, language, words)


def _is_agency_line(line: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``line`` names agencies and nothing but them, their editors, and one outlet in front."""
    if len(line) > _SHORT or not lexicon.hints_at_agency(line):
        return False
    names = read_names(Segment(None, None, line), language, lexicon)
    outlets = [m for m in names if m.what in ("outlet", "person")]
    known = any(m.what in ("agency", "generic") for m in names)
    return known and (not outlets or (outlets[0] is names[0] and any(m.joint == "with" for m in names)))
