"""The words of source lines: labels, connectives, generic parties, words that are no party.

``load_lexicon(path)`` adds a user's file to the package's tables; every reader of this room takes the
lexicon as an argument, so two runs in one process may differ.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from harvester.attribution.agencies import AgencyBook, _agency, _packaged, packaged_agencies
from harvester.attribution.tidy import has_cjk, key
from harvester.parts import Role

LabelKind = Literal["source", "photo", "graphic", "text", "skip"]
"""What follows a label: a source, a picture's maker, a drawing's, a text's, or no party at all."""

_KINDS: Final[tuple[LabelKind, ...]] = ("skip", "text", "graphic", "photo", "source")
"""A word in two tables has the later kind."""
_AMBIGUOUS: Final = 2
"""Connectives of up to this many letters count in their own language only."""

_OPENINGS: Final = ("by", "via", "with", "courtesy", "descriptor")
"""Tables whose words are looked for at the start of a text."""

Words = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence form that says where a text comes from."""

    role: Role
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    around: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words this room knows, ready to be looked up."""

    agencies: AgencyBook
    labels: Mapping[str, LabelKind]
    sets: Mapping[str, frozenset[str]]
    """Table name to folded words."""
    tables: Mapping[str, Words]
    """Table name to words by language, as in the files."""
    phrases: tuple[Phrase, ...]
    until: tuple[str, ...]
    places: frozenset[str]
    openings: Mapping[str, re.Pattern[str]]
    """Table name to a pattern that matches one of its words at the start of a text."""
    dates: re.Pattern[str]
    """Matches a date behind a name, to the end."""
    machines: re.Pattern[str]
    """Matches the words that say that a machine made a picture."""

    def has(self, table: str, text: str) -> bool:
        """Return whether ``text`` as a whole is a word of ``table``."""
        return key(text) in self.sets[table]

    def words(self, table: str, language: str | None) -> frozenset[str]:
        """Return the words of ``table`` in ``language``; without one, those of three letters and more."""
        own = self.tables[table].get((language or "")[:2])
        if own is not None:
            return frozenset(map(key, own))
        return frozenset(word for word in self.sets[table] if len(word) > _AMBIGUOUS)


def load_lexicon(path: Path | None = None) -> Lexicon:
    """Return the package's words, with those of the TOML file ``path`` added.

    The file may hold any table of ``words/*.toml``: ``[[agency]]``, ``[source]``, ``[generic]``, ``[[phrase]]`` ...

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no TOML, or an entry is malformed.
    """
    if path is None:
        return packaged_lexicon()
    return _build([*_tables(), tomllib.loads(path.read_text(encoding="utf-8"))])


@cache
def packaged_lexicon() -> Lexicon:
    """Return the package's own words, read once."""
    return _build(_tables())


def _tables() -> list[dict[str, Any]]:
    names = ("labels", "words", "phrases", "places", "dates")
    return [tomllib.loads(_packaged(f"{name}.toml")) for name in names]


def _build(files: Iterable[Mapping[str, Any]]) -> Lexicon:
    tables: dict[str, dict[str, list[str]]] = {}
    lists: dict[str, list[Any]] = {"agency": [], "phrase": [], "until": [], "places": []}
    for file in files:
        for name, value in file.items():
            if isinstance(value, list):
                lists.setdefault(name, []).extend(value)
            else:
                _merge(tables.setdefault(name, {}), value)
    sets = {
        name: frozenset(key(w) for words in table.values() for w in words) - {""}
        for name, table in tables.items()
    }
    return Lexicon(
        agencies=AgencyBook((*packaged_agencies(), *map(_agency, lists["agency"]))),
        labels={word: kind for kind in _KINDS for word in sets[kind]},
        sets=sets,
        tables=tables,
        phrases=tuple(_phrase(entry) for entry in lists["phrase"]),
        until=tuple(lists["until"]),
        places=frozenset(map(key, lists["places"])),
        openings={name: _opening(tables[name]) for name in _OPENINGS},
        dates=_dates(sets["month"]),
        machines=_machines(sets["machine"]),
    )


def _merge(table: dict[str, list[str]], more: Words) -> None:
    for language, words in more.items():
        table[language] = [*table.get(language, []), *words]


def _phrase(entry: Mapping[str, Any]) -> Phrase:
    around = tuple((first, last) for first, last in entry.get("around", ()))
    before, after, inside = (_longest_first(entry.get(name, ())) for name in ("before", "after", "inside"))
    return Phrase(entry["role"], before, after, inside, around)


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((word.casefold() for word in words), key=len, reverse=True))


def _dates(months: Iterable[str]) -> re.Pattern[str]:
    names = alternatives(months)
    numeric = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{4}年"
    spelled = rf"(?:{names})\.?\s\d{{1,4}}|\d{{1,2}}\.?(?:\sde)?\s(?:{names})\b"
    return re.compile(rf"(?:^|\s*[,|•–—-]\s+|\s)(?:{numeric}|{spelled}).*$", re.IGNORECASE)


def _machines(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words; words of other alphabets are stems."""
    whole = [w for w in words if w.isascii()]
    stems = [w for w in words if not w.isascii()]
    return re.compile(rf"(?<!\w)(?:{alternatives(whole)})(?!\w)|{alternatives(stems)}", re.IGNORECASE)


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words``, the longest first, white space loosely."""
    ordered = sorted({w for w in words if w}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in ordered)


def _opening(table: Words) -> re.Pattern[str]:
    words = [word for group in table.values() for word in group]
    spaced = [w for w in words if not has_cjk(w) and not w.endswith(("'", "’"))]
    glued = [w for w in words if has_cjk(w) or w.endswith(("'", "’"))]
    tight = f"|(?:{alternatives(glued)})\\s*" if glued else ""
    return re.compile(rf"(?:(?:{alternatives(spaced)})(?:\s*:\s*|\s+|$){tight})", re.IGNORECASE)
