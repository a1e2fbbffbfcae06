"""Patterns compiled from the word tables, once for each lexicon."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from harvester.attribution.tidy import has_cjk

_OPENINGS: Final = ("by", "via", "courtesy", "descriptor", "rank")
"""Tables whose words are looked for at the start of a text."""

Tables = Mapping[str, Mapping[str, list[str]]]


def compile_patterns(tables: Tables) -> dict[str, re.Pattern[str]]:
    """Return the patterns by name.

    ``by``, ``via``, ``courtesy``, ``descriptor``, ``rank`` match at the start; ``for``, ``writer``,
    ``company`` around or behind a name; ``inline`` a label without colon behind a separator; ``machine``
    anywhere; ``date`` a date and all behind it; ``stamp`` what says when.
    """
    return {
        **{name: _opening(_words(tables, name)) for name in _OPENINGS},
        "for": re.compile(rf"\s*[,/]?\s+(?:{alternatives(_words(tables, 'for'))})\s+", re.IGNORECASE),
        "writer": re.compile(
            rf"(?:['’]s?)?\s+(?:{alternatives(_words(tables, 'writer'))})\s+|(?<=s)['’]\s+|['’]s\s+"
        ),
        "company": re.compile(rf"\s*(?:{alternatives(_words(tables, 'company'))})\b", re.IGNORECASE),
        "inline": re.compile(rf"\s*[,;/|–-]\s*({alternatives(_words(tables, 'inline'))})\s+(?=[^\W\d_a-z])"),
        "machine": _machine(_words(tables, "machine")),
        "date": _date(_words(tables, "month")),
        "stamp": re.compile(rf"\b(?:{alternatives(_words(tables, 'stamp'))})\b.*$", re.IGNORECASE),
        "correction": _head([*_words(tables, "correction_head")]),
        "note": _head([*_words(tables, "note_head")]),
    }


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words``, the longest first, with either apostrophe."""
    ordered = sorted({w for w in words if w}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace("'", "['’]") for w in ordered)


def _words(tables: Tables, name: str) -> list[str]:
    return [word for words in tables[name].values() for word in words]


def _opening(words: list[str]) -> re.Pattern[str]:
    glued = [w for w in words if has_cjk(w) or w.endswith(("'", "’"))]
    spaced = [w for w in words if w not in glued]
    tight = rf"|(?:{alternatives(glued)})\s*" if glued else ""
    return re.compile(rf"(?:(?:{alternatives(spaced)})(?:\s*:\s*|\s+|$){tight})", re.IGNORECASE)


def _machine(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of whole words; words of other alphabets are stems."""
    whole = alternatives(w for w in words if w.isascii())
    stems = alternatives(w for w in words if not w.isascii())
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)|{stems}", re.IGNORECASE)


def _date(months: list[str]) -> re.Pattern[str]:
    names = alternatives(months)
    numeric = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{4}年"
    spelled = rf"(?:{names})\.?\s\d{{1,4}}|\d{{1,2}}\.?(?:\sde)?\s(?:{names})\b"
    return re.compile(
        rf"(?:^|\s?[,|•–—-]\s+|\s)(?:(?:on|am|vom|le|el|il|op|den)\s)?(?:{numeric}|{spelled}).*$",
        re.IGNORECASE,
    )


def _head(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of a note's first words: "Correction, 3 May:"."""
    return re.compile(rf"\W{{0,5}}(?:{alternatives(words)})(?!\w)[^:：.–—|]{{0,60}}[:：.–—|]", re.IGNORECASE)
