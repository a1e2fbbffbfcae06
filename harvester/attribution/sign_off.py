"""Sign-offs: "Reporting by A; Editing by B", "With files from C", and source lines as whole blocks."""

from typing import Final

from harvester.attribution.labels import opening_label
from harvester.attribution.lexicon import Lexicon, packaged_lexicon
from harvester.attribution.names import is_running_text
from harvester.attribution.phrases import read_phrases
from harvester.attribution.segments import Segment, read_names
from harvester.attribution.source_line import SourceLine, parse_source_line
from harvester.attribution.tidy import LONGEST, tidy, unbracket

_LONG: Final = 500
"""Characters of the longest sign-off or source line."""


def parse_sign_off(text: str, lexicon: Lexicon | None = None) -> SourceLine | None:
    """Return the parties of a paragraph that is a sign-off as a whole, or ``None``."""
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(text))
    if not line or len(line) > _LONG:
        return None
    parties = read_phrases(line, None, words)
    return SourceLine(text, None, parties) if parties else None


def is_source_line(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> bool:
    """Return whether all of ``text`` says where the article comes from: "Quelle: dpa", "(AP)", "With files from X"."""
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(text))
    if not line or len(line) > _LONG or len(text) > LONGEST:
        return False
    label = opening_label(line, words)
    if label is not None:
        return label.kind == "source" and bool(parse_source_line(text, "article", language, words).parties)
    if parse_sign_off(text, words):
        return True
    names = read_names(Segment(None, None, line), language, words)
    known = any(m.what in ("agency", "generic") for m in names)
    return (
        known
        and not is_running_text(line, language, words)
        and all(m.what != "outlet" or m.joint == "" for m in names)
    )
