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

from harvester.attribution.agencies import Agency, AgencyBook, packaged, packaged_agencies
from harvester.attribution.finder import Finder
from harvester.attribution.hints import Hints
from harvester.attribution.patterns import compile_patterns
from harvester.attribution.phrasebook import PhraseBook
from harvester.attribution.tidy import has_cjk, key

LabelKind = Literal["source", "photo", "graphic", "text", "skip"]
"""What follows a label: a source, a picture's maker, a drawing's, a text's, or no party at all."""

_KINDS: Final[tuple[LabelKind, ...]] = ("skip", "text", "graphic", "photo", "source")
"""A word in two tables has the later kind."""
_AMBIGUOUS: Final = 2
"""Words of up to this many letters count in their own language only."""
_FILES: Final = ("labels", "words", "names", "phrases", "places", "dates", "corrections")
_LISTS: Final = ("agency", "phrase", "until", "subject", "filler", "places")
_STEMS: Final = ("institution", "press_office", "notice", "office", "correction_word", "correction_sentence")
"""Tables whose words are looked for inside of texts."""
_STEM: Final = 5
"""Words of this length are stems: "пресс-служб" stands for all its cases, "zeitung" for "Tageszeitung"."""

_WHOLE: Final = frozenset(("en", "fr", "es", "pt", "it", "ca", "gl", "tr", "az", "id", "ms", "vi"))
"""Languages that write no compounds as one word: "court" is no part of Courtney, "haber" none of Haberman."""

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = {n: " " for n in range(128) if not chr(n).isalnum()}
"""Leaves letters and digits of a text in ASCII, as ``_WORD`` does."""

Words = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All words this room knows, ready to be looked up."""

    agencies: AgencyBook
    phrases: PhraseBook
    labels: Mapping[str, LabelKind]
    """Folded label to its kind."""
    sets: Mapping[str, frozenset[str]]
    """Table name to folded words of all languages."""
    tables: Mapping[str, Mapping[str, frozenset[str]]]
    """Table name to folded words by language."""
    stems: Mapping[str, Finder]
    """Table name to its longer words, found inside of texts."""
    patterns: Mapping[str, re.Pattern[str]]
    """See ``patterns``."""
    hints: frozenset[str]
    """First words of agencies and of words for agencies in general."""
    corrections: Hints
    """Whether a text may be a note of correction."""
    cjk_hints: tuple[str, ...]
    """Those in Chinese, Japanese or Korean: they stand anywhere in a text without spaces."""

    def hints_at_agency(self, text: str) -> bool:
        """Return whether ``text`` may name an agency; a quick look, for texts that mostly do not."""
        folded = text.casefold()
        words = folded.translate(_LETTERS).split() if folded.isascii() else _WORD.findall(folded)
        if not self.hints.isdisjoint(words):
            return True
        return has_cjk(text) and any(hint in text for hint in self.cjk_hints)

    def has(self, table: str, text: str) -> bool:
        """Return whether ``text`` as a whole is a word of ``table``."""
        return key(text) in self.sets[table]

    def words(self, table: str, language: str | None) -> frozenset[str]:
        """Return the folded words of ``table`` in ``language``; in an unknown one all but the shortest."""
        own = self.tables[table].get((language or "")[:2])
        return self.tables[table][""] if own is None else own


def load_lexicon(path: Path | None = None) -> Lexicon:
    """Return the package's words, with those of the TOML file ``path`` added.

    The file may hold any table of ``words/*.toml``: ``[[agency]]``, ``[source]``, ``[[phrase]]`` ...

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no TOML, or an entry is malformed.
    """
    if path is None:
        return packaged_lexicon()
    return _build([*_packaged_files(), tomllib.loads(path.read_text(encoding="utf-8"))])


@cache
def packaged_lexicon() -> Lexicon:
    """Return the package's own words, read once."""
    return _build(_packaged_files())


def _packaged_files() -> list[dict[str, Any]]:
    return [tomllib.loads(packaged(f"{name}.toml")) for name in _FILES]


def _build(files: Iterable[Mapping[str, Any]]) -> Lexicon:
    tables, lists = _merged(files)
    folded = {name: _folded(table) for name, table in tables.items()}
    sets = {name: frozenset[str]().union(*table.values()) for name, table in folded.items()}
    sets["places"] = frozenset(map(key, lists["places"]))
    agencies = AgencyBook((*packaged_agencies(), *map(Agency.read, lists["agency"])))
    general = (word.split()[0] for word in sets["generic"] | sets["staff"])
    hints = frozenset({*agencies.first_words(), *general} - {"the", "la", "a", "da", "el", ""})
    return Lexicon(
        agencies=agencies,
        hints=hints,
        corrections=Hints(sets["correction_sentence"], first=sets["correction_head"] | sets["note_head"]),
        cjk_hints=tuple(hint for hint in hints if has_cjk(hint)),
        phrases=PhraseBook.read(lists),
        labels={word: kind for kind in _KINDS for word in sets[kind]},
        sets=sets,
        tables=folded,
        stems={
            **{name: Finder(w for w in sets[name] if len(w) >= _STEM or has_cjk(w)) for name in _STEMS},
            "institution": Finder(_stems_of(folded["institution"])),
            "machine": Finder(sets["machine"]),
        },
        patterns=compile_patterns(tables),
    )


def _stems_of(table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words that stand inside of others: those of languages with compounds, and phrases."""
    return frozenset(
        word
        for language, words in table.items()
        for word in words
        if language and (has_cjk(word) or (len(word) >= _STEM and (language not in _WHOLE or " " in word)))
    )


def _merged(
    files: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, dict[str, list[str]]], dict[str, list[Any]]]:
    """Return tables by name and language, and plain lists by name."""
    tables: dict[str, dict[str, list[str]]] = {}
    lists: dict[str, list[Any]] = {name: [] for name in _LISTS}
    for file in files:
        for name, value in file.items():
            if isinstance(value, list):
                lists.setdefault(name, []).extend(value)
            else:
                _add(tables.setdefault(name, {}), value)
    return tables, lists


def _add(table: dict[str, list[str]], more: Words) -> None:
    for language, words in more.items():
        table[language] = [*table.get(language, []), *words]


def _folded(table: Words) -> dict[str, frozenset[str]]:
    """Fold the words of each language; under "" those that are safe in any."""
    own = {language: frozenset(map(key, words)) - {""} for language, words in table.items()}
    safe = frozenset(word for words in own.values() for word in words if len(word) > _AMBIGUOUS)
    return {**own, "": safe}
