"""Makers and givers in Chinese, Japanese, Korean: the word stands behind the name, "（山田太郎撮影）"."""

import re
from functools import lru_cache
from typing import Final, Literal

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import has_institution
from harvester.attribution.tidy import bare, has_cjk

Maker = tuple[str, Literal["person", "outlet", "agency"], bool]
"""Name, what it is, and whether it gave the picture."""

_LONGEST: Final = 20
_NAME: Final = re.compile(r"[\w・·\s]{2,16}$")


def read_cjk(text: str, lexicon: Lexicon) -> tuple[Maker, ...] | None:
    """Return the makers and givers of ``text``; ``None`` when it has no word for them."""
    line = bare(text)
    if len(line) > _LONGEST or not has_cjk(line):
        return None
    for word, table in _longest_first(lexicon):
        if line.endswith(word) and len(line) > len(word) and not lexicon.has("drop", line):
            return _makers(bare(line[: -len(word)]), table, lexicon)
    return _reported(line, lexicon)


@lru_cache(maxsize=8)
def _longest_first(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    words = [(word, table) for table in ("maker", "given") for word in lexicon.sets[table]]
    return tuple(sorted(words, key=lambda entry: -len(entry[0])))


def _makers(name: str, table: str, lexicon: Lexicon) -> tuple[Maker, ...] | None:
    if not name or lexicon.has("drop", name):
        return ()
    if lexicon.agencies.knows(name):
        return ((name, "agency", False),)
    if table == "given":
        return ((name, "outlet", True),)
    outlet, _, person = name.rpartition(" ")
    if outlet and has_institution(outlet, lexicon) and not has_institution(person, lexicon):
        return ((outlet, "outlet", False), (person, "person", False))
    return _reported(name, lexicon) or ((name, "person", False),) if _NAME.match(name) else None


def _reported(line: str, lexicon: Lexicon) -> tuple[Maker, ...] | None:
    """Return outlet and reporter of "新华社记者 王海"."""
    for word in sorted(lexicon.sets["reporter"], key=len, reverse=True):
        outlet, found, person = line.partition(word)
        if found and bare(person):
            who: Maker = (bare(person), "person", False)
            where = bare(outlet)
            if not where or where in ("本报", "本報", "本网", "本社"):
                return (who,)
            return ((where, "agency" if lexicon.agencies.knows(where) else "outlet", False), who)
    return None
