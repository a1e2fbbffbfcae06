"""Sentence forms that say where a text comes from: "With files from X", "zuerst bei X erschienen"."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from harvester.attribution.finder import Finder
from harvester.attribution.hints import Hints
from harvester.attribution.tidy import key
from harvester.parts import Role

_SURE: Final = 2
"""An opening of fewer words ("With", "Mit") needs an agency behind it."""
_PREFIX: Final = 14
"""Words that may stand in front of a form: "This article, in a shorter version, was"."""


_PLACED: Final = re.compile(
    r"\s(?:from|in|aus|depuis|à|desde|en|de|da|uit)\s[^\W\d_a-z][\w.'’-]*(?:,?\s[^\W\d_a-z][\w.'’-]*){0,3}$"
)
"""Where a contributor was: "contributed to this report from Low Marsh"."""
_ALTERNATIVES: Final = re.compile(r"[{}]")
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The list of parties that a sentence names, and what they did."""

    role: Role
    names: str
    sure: bool
    """Whether the words alone tell; else a known agency must be named."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms of one kind: phrase to role."""

    roles: Mapping[str, Role]
    finder: Finder


class PhraseBook:
    """Finds the attribution in a sentence."""

    __slots__ = (
        "_after",
        "_around",
        "_before",
        "_frames",
        "_inside",
        "_lasts",
        "_subjects",
        "_tails",
        "_until",
        "fillers",
        "hints",
    )

    def __init__(self, phrases: Iterable[Mapping[str, Any]], lists: Mapping[str, list[str]]) -> None:
        """Index ``phrases``, entries of ``words/phrases.toml``."""
        entries = tuple(phrases)
        self._before = _forms(entries, "before")
        self._after = _forms(entries, "after")
        self._tails = tuple(sorted(self._after.roles, key=len, reverse=True))
        self._inside = _forms(entries, "inside")
        self._around = _frames(entries)
        self._frames = tuple({first for first, _, _ in self._around})
        self._lasts = frozenset(last for _, last, _ in self._around)
        self._until = tuple(word.casefold() for word in lists["until"])
        self._subjects = frozenset(map(key, lists["subject"]))
        openings = self._before.roles
        self.hints: Hints = Hints(
            (
                *(form for form in openings if " " in form),
                *self._after.roles,
                *self._inside.roles,
                *(last for _, last, _ in self._around),
            ),
            first=openings,
        )
        """Whether a text may hold any of the forms."""
        self.fillers: tuple[str, ...] = tuple(word.casefold() for word in lists["filler"])
        """What a sentence beside an attribution may say."""

    @classmethod
    def read(cls, lists: Mapping[str, list[Any]]) -> "PhraseBook":
        """Return the book of the lists "phrase", "until", "subject" and "filler"."""
        try:
            return cls(lists["phrase"], lists)
        except KeyError as error:
            raise ValueError(f"phrase without {error}") from error

    def find(self, sentence: str) -> Attribution | None:
        """Return the attribution that ``sentence``, a line without brackets around it, makes; or ``None``."""
        folded = sentence.casefold()
        if len(folded) != len(sentence):
            return None
        found = self._opened(folded, sentence) or self._closed(folded, sentence)
        if found or not self._may_speak_of_text(folded):
            return found
        return self._framed(folded, sentence) or self._held(folded, sentence)

    def _opened(self, folded: str, text: str) -> Attribution | None:
        head = self._before.finder.at(folded)
        if head is None or not _ends_word(folded, len(head), head):
            return None
        tail = next((tail for tail in self._tails if folded.endswith(tail)), "")
        start = _without_article(text[: len(head)])
        names = text[start : len(text) - len(tail)].strip(" :")
        return Attribution(self._before.roles[head], names, head.count(" ") + 1 >= _SURE)

    def _closed(self, folded: str, text: str) -> Attribution | None:
        if not folded.endswith(self._tails):
            from_place = _PLACED.search(text)
            return (
                self._closed(folded[: from_place.start()], text[: from_place.start()]) if from_place else None
            )
        tail = next(tail for tail in self._tails if folded.endswith(tail))
        return Attribution(self._after.roles[tail], text[: -len(tail)].strip(), sure=True)

    def _may_speak_of_text(self, folded: str) -> bool:
        """Return whether a form behind other words may count: a quick look, mostly it does not."""
        if not folded.isascii() or not self._subjects.isdisjoint(_WORD.findall(folded)):
            return True
        return self._inside.finder.at(folded) is not None or folded.startswith(self._frames)

    def _framed(self, folded: str, text: str) -> Attribution | None:
        closing = {last for last in self._lasts if last in folded}
        for first, last, role in self._around if closing else ():
            start = folded.find(first) if last in closing else -1
            end = folded.find(last, start + len(first)) if start >= 0 else -1
            if end >= 0 and self._speaks_of_text(folded[:start]):
                return Attribution(role, text[start + len(first) : end].strip(), sure=True)
        return None

    def _held(self, folded: str, text: str) -> Attribution | None:
        for start, words in self._inside.finder.words(folded):
            begin = start + len(words)
            if _ends_word(folded, begin, words) and self._speaks_of_text(folded[:start]):
                stops = [folded.find(stop, begin + 1) for stop in self._until]
                end = min((stop for stop in stops if stop > begin + 1), default=len(text))
                return Attribution(self._inside.roles[words], text[begin:end].strip(" :"), sure=True)
        return None

    def _speaks_of_text(self, before: str) -> bool:
        """Return whether what stands before a form is nothing, or speaks of the article: "This story was"."""
        words = [key(word) for word in before.split()]
        if len(words) > _PREFIX:
            return False
        if words and not words[-1].isascii():
            return any(subject in before for subject in self._subjects)
        return not words or not self._subjects.isdisjoint(words)


def _frames(entries: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, Role]]:
    """Return the forms that stand on both sides of the names."""
    found = (
        (first.casefold(), last.casefold(), entry["role"])
        for entry in entries
        for a, b in entry.get("around", ())
        for first, last in itertools.product(_expanded(a), _expanded(b))
    )
    return list(dict.fromkeys(found))


def _forms(entries: Iterable[Mapping[str, Any]], kind: str) -> _Forms:
    roles = {
        form.casefold(): entry["role"]
        for entry in entries
        for short in entry.get(kind, ())
        for form in _expanded(short)
    }
    return _Forms(roles, Finder(roles))


def _without_article(head: str) -> int:
    """Return where an opening ends: a capitalised article is the name's own, "Avec La Presse"."""
    before, _, last = head.rpartition(" ")
    return len(before) if before and last.istitle() and len(last) <= _ARTICLE else len(head)


_ARTICLE: Final = 3
"""Letters of the longest article."""


def _expanded(form: str) -> tuple[str, ...]:
    """Return all forms that one with alternatives stands for: "{a|b} c" is "a c" and "b c"."""
    parts = (part.split("|") for part in _ALTERNATIVES.split(form))
    return tuple(map("".join, itertools.product(*parts)))


def _ends_word(folded: str, place: int, head: str) -> bool:
    """Return whether a form that ends at ``place`` ends a word: "with" does not open "without"."""
    return head[-1] in "'’:" or not head[-1].isascii() or not folded[place : place + 1].isalnum()
