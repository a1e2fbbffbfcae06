"""Correction notes: "An earlier version of this article ..."."""

import re
from typing import Final

from harvester.attribution.tidy import tidy
from harvester.parts import Correction

_OPENINGS: Final = re.compile(
    r"\W*(?:(?:correction|corrections|clarification|editor['’]?s note|erratum|korrektur|berichtigung|richtigstellung|anmerkung der redaktion|rectificatif|correctif|"
    r"précision|fe de errores|fe de erratas|rectificación|corrección|errata|errata corrige|rettifica|correzione|correção|correcção|rectificatie|correctie|"
    r"rettelse|rättelse|retting|oikaisu|sprostowanie|oprava|helyesbítés|erată|ispravka|поправка|исправление|виправлення|уточнение|уточнення|düzeltme|διόρθωση|"
    r"تصحيح|תיקון|更正|訂正|정정|바로잡습니다|おわび|भूल सुधार|koreksi|ralat|đính chính)\b[^:.–—-]{0,60}[:.–—-]|更正|【?訂正|\[?정정)",
    re.IGNORECASE,
)
_SENTENCES: Final = re.compile(
    r"(?:an|a previous|in an|a) (?:earlier|previous|prior|original)?\s?versions? of this (?:article|story|report|piece|page|post|headline|caption)|"
    r"this (?:article|story|report|piece|post|page) (?:has been|was) (?:corrected|amended|updated to correct)|"
    r"in einer (?:früheren|vorherigen|ersten|ursprünglichen|älteren) (?:version|fassung)|wir haben (?:das|dies|den fehler|die stelle|die angabe) (?:korrigiert|berichtigt)|"
    r"dans une (?:version précédente|première version|version antérieure)|une (?:version précédente|première version) de cet article|"
    r"en una versi[oó]n (?:anterior|previa)|una versi[oó]n (?:anterior|previa) de est[ea]|numa vers[aã]o anterior|uma versão anterior|in una (?:precedente|prima|versione precedente)|una versione precedente|"
    r"in een eerdere versie|een eerdere versie van dit|i en (?:tidligere|tidigare) (?:version|versjon)|en tidigare version av|w poprzedniej wersji|v předchozí verzi|"
    r"в предыдущей версии|в первоначальной версии|у попередній версії|bu haberin önceki",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}年\d{1,2}月\d{1,2}日)"
)
_LONG: Final = 1500


def is_correction(text: str) -> bool:
    """Return whether ``text`` is a note that the article was corrected."""
    return parse_correction(text) is not None


def parse_correction(text: str) -> Correction | None:
    """Return the note with the date printed in it, or ``None`` when ``text`` is none."""
    line = tidy(text)
    if len(line) > _LONG or not (_OPENINGS.match(line) or _SENTENCES.search(line[:200])):
        return None
    date = _DATE.search(line)
    return Correction(date.group() if date else None, line)
