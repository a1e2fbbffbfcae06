"""A piece of a line to the bare name: without "by", "Handout", "file photo", a licence."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import without_licence
from harvester.attribution.tidy import bare, key

_ROUNDS: Final = 3
_ARTICLE: Final = 3
"""Letters of the longest article that may be a part of a name: "Die", "Los"."""


_PICTURE: Final = frozenset(
    (
        "photo",
        "photos",
        "foto",
        "fotos",
        "fot",
        "bild",
        "bilder",
        "beeld",
        "kuva",
        "kuvat",
        "fotó",
        "φωτο",
        "φωτό",
    )
    + (
        "фото",
        "photograph",
        "photographs",
        "picture",
        "pictures",
        "fotografie",
        "fotografía",
        "fotoğraf",
        "ảnh",
    )
)
"""Words for a picture that stand in front of its maker without a colon: "Foto Ansa"."""


def opens_with_photo(line: str, lexicon: Lexicon) -> bool:
    """Return whether ``line`` opens with a word for a picture that a name follows."""
    words = line.split()
    return len(words) > 1 and key(words[0]) in _PICTURE and not lexicon.agencies.knows(line)


def trimmed(text: str, lexicon: Lexicon) -> str:
    """Return the name in ``text``; a word that is no party stays when nothing else is there."""
    name = bare(lexicon.dates.sub("", without_licence(text)))
    for _ in range(_ROUNDS):
        if lexicon.agencies.find(name) or lexicon.has("generic", name) or lexicon.has("drop", name):
            return name
        shorter = bare(_without_edges(name, lexicon))
        if shorter == name:
            return name
        name = shorter
    return name


def _without_edges(name: str, lexicon: Lexicon) -> str:
    for table in ("via", "by", "descriptor"):
        match = lexicon.openings[table].match(name)
        if match and match.end() < len(name) and not _opens_name(match, table):
            return name[match.end() :]
    return _without_drops(name, lexicon)


def _opens_name(match: re.Match[str], table: str) -> bool:
    """Return whether the word belongs to the name: "Le Figaro", "The Verge", "De Telegraaf", "Van Gogh"."""
    word = match.group().strip()
    if table == "descriptor" or (table == "by" and len(word) <= _ARTICLE):
        return not word[:1].islower()
    return False


def _without_drops(name: str, lexicon: Lexicon) -> str:
    """Return ``name`` without a leading or trailing word that is no party: "AP/File", "Handout Reuters"."""
    words = name.split()
    for count in range(min(_DROPPED, len(words) - 1), 0, -1):
        if _drops(words[-count:], words[:-count], lexicon):
            return " ".join(words[:-count])
        if _drops(words[:count], words[count:], lexicon):
            return " ".join(words[count:])
    return " ".join(words[1:]) if len(words) > 1 and key(words[0]) in _PICTURE else name


_DROPPED: Final = 3
"""Words of the longest description at the edge of a name."""


def _drops(edge: list[str], rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether the words ``edge`` describe the picture and are no part of the name ``rest``."""
    folded = key(" ".join(edge))
    if folded in lexicon.sets["edge"]:
        return True
    if folded not in lexicon.sets["drop"]:
        return False
    return edge[0].islower() or lexicon.agencies.knows(" ".join(rest))
