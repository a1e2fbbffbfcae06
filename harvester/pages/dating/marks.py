"""The words that stand around dates: names of meta elements, of classes, of labels."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from harvester.pages.dating.claims import Of


@dataclass(frozen=True, slots=True)
class Marks:
    """The words, ready to be asked."""

    metas: Mapping[str, tuple[Of, int]]
    """For each name of a meta element which date it holds, and its rank: 0 is best."""
    generic: frozenset[str]
    """Those of them that often hold the date of something else."""
    day_first: frozenset[str]
    """Top-level domains of countries that write English with the day first."""
    named: re.Pattern[str]
    """Finds in class and id a word that says "date"; the groups ``published`` and ``modified`` say which."""
    labelled: re.Pattern[str]
    """Finds a label; the same groups, and ``other`` for dates of something else."""


@cache
def marks() -> Marks:
    """Return the words, read once."""
    data = tomllib.loads((files("harvester.pages") / "words" / "date_marks.toml").read_text("utf-8"))
    kinds: tuple[Of, ...] = ("published", "modified")
    metas = {name: (of, rank) for of in kinds for rank, name in enumerate(data["meta"][of])}
    classes, labels = data["class"], data["label"]
    named = "|".join(f"(?P<{kind}>{_any(classes[kind])})" for kind in (*kinds, "date"))
    labelled = "|".join(f"(?P<{kind}>{_any(labels[kind])})" for kind in ("modified", "published", "other"))
    return Marks(
        metas,
        frozenset(data["meta"]["generic"]),
        frozenset(data["day_first"]["domains"]),
        re.compile(rf"(?<![a-z])(?:{named})(?![a-z])"),
        re.compile(rf"(?<![^\W\d_])(?:{labelled})(?![a-zà-ÿ])", re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
