"""German names as they stand in a sentence to the nominative: "der Süddeutschen Zeitung"."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon

_NAMED: Final = re.compile(
    r"\b(?P<article>der|dem|des|den|im|beim|vom|zur|zum|einer|einem)\s"
    r"(?P<name>(?:[A-ZÄÖÜ][\w-]{1,30}\s){0,4}[A-ZÄÖÜ][\w-]{1,30})"
)


def nominative(text: str, lexicon: Lexicon) -> str:
    """Return ``text`` with the names behind an article in the form in which they name themselves."""
    return _NAMED.sub(lambda match: f"{match['article']} {_name(match, lexicon)}", text)


def _name(match: re.Match[str], lexicon: Lexicon) -> str:
    *adjectives, head = match["name"].split(" ")
    if match["article"] == "des" and head.endswith("s") and _ends(head[:-1], "masculine", lexicon):
        head = head[:-1]
    ending = "e" if _ends(head, "feminine", lexicon) else "er" if _ends(head, "masculine", lexicon) else None
    if ending is None:
        return match["name"]
    return " ".join([*(re.sub(r"en$", ending, word) for word in adjectives), head])


def _ends(head: str, gender: str, lexicon: Lexicon) -> bool:
    return any(head.casefold().endswith(word) for word in lexicon.sets[gender])
