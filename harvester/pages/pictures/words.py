"""What class names, file names and small print say of a picture; the words are in ``words/pictures.toml``."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

LEGEND: Final = 1
"""The box says what a picture shows."""
MAKER: Final = 2
"""The box says whose it is."""
MAKER_INSIDE: Final = 8
"""Inside of a caption: this part of it says whose it is."""
FOREIGN: Final = 4
"""Pictures in the box are not the article's: portraits of authors, advertisements, share buttons."""

_WORDS: Final = re.compile(r"[^\W_]+")
_SEPARATOR: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 400
_LONGEST_LABEL: Final = 40
_COUNT: Final = re.compile(r"\d+(?:\s*(?:[/|–-]|of|von|de|sur|di|van|av|af|из|з|z|din|/)\s*\d+)?")
_DRAWN: Final = frozenset(("gif", "svg", "png"))
"""Endings of files that are rarely photographs."""
_EDGES: Final = " \t\n:：.,;|–—-…»›>"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = (files("harvester.pages") / "words" / "pictures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    """Return a table of the file: words by key."""
    return {key: frozenset(map(str.casefold, words)) for key, words in _tables()[name].items()}


@cache
def _all(name: str) -> frozenset[str]:
    return frozenset().union(*_table(name).values())


@cache
def _anywhere(*keys: str) -> re.Pattern[str]:
    words = sorted((word for key in keys for word in _table("class")[key]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _telling() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the words of which a class name has one, and what one holds, when it says anything at all."""
    words = _table("class")
    parts = words["caption"] | words["credit_inside"] | words["foreign"]
    return parts, _anywhere("caption_in", "credit_in", "foreign_in")


@lru_cache(maxsize=8192)
def meaning(name: str) -> int:
    """Return what ``class`` and ``id`` of a box, in lower case, say of a text or picture in it, as bits."""
    found = 0
    for word in name[:_LONGEST_NAME].split():
        found |= _meaning_of_word(word)
    return found


@lru_cache(maxsize=8192)
def _meaning_of_word(word: str) -> int:
    """Return what one class name says."""
    is_plain = word.isalnum() and word.isascii()  # as most are: nothing in it separates
    parts = [word] if is_plain else _SEPARATOR.split(word)
    squeezed = word if is_plain else "".join(parts)
    words, anywhere = _telling()
    if words.isdisjoint(parts) and not anywhere.search(squeezed):
        return 0
    return _meaning_of_parts(frozenset(parts), squeezed)


def _meaning_of_parts(parts: frozenset[str], squeezed: str) -> int:
    """Return what a class name says by its parts, and by all of it in one word."""
    if "dropcap" in squeezed:
        return 0
    table = _table("class")
    found = 0
    if not parts.isdisjoint(table["caption"]) or _anywhere("caption_in").search(squeezed):
        found |= LEGEND
    if _anywhere("credit_in").search(_anywhere("credit_not").sub("", squeezed)):
        found |= MAKER
    if not parts.isdisjoint(table["credit_inside"]):
        found |= MAKER_INSIDE
    if not parts.isdisjoint(table["foreign"]) or _anywhere("foreign_in").search(squeezed):
        found |= FOREIGN
    return found


@lru_cache(maxsize=4096)
def is_ornament(name: str) -> bool:
    """Tell whether a class, file name or text of a picture says that it is a logo, an icon or the like."""
    return not _table("class")["ornament"].isdisjoint(_WORDS.findall(name.lower()))


@lru_cache(maxsize=4096)
def is_dress(path: str) -> bool:
    """Tell whether the path of a file says that it is part of the page's dress: "/icons/search.png"."""
    *folders, name = path.lower().split("/")
    dress = _table("class")["dress"]
    words = [word for word in _SEPARATOR.split(name.partition(".")[0]) if word and not word.isdigit()]
    return not dress.isdisjoint(folders[-3:]) or (bool(words) and dress.issuperset(words))


def is_tracker(url: str) -> bool:
    """Tell whether an address is that of a picture which counts readers."""
    return _anywhere("tracker").search(url.partition("?")[0].lower()) is not None


@lru_cache(maxsize=4096)
def is_placeholder_name(name: str) -> bool:
    """Tell whether a file name stands where the picture is yet to come."""
    table = _table("class")
    stem, _, ending = name.lower().partition(".")
    words = [word for word in _SEPARATOR.split(stem) if word and not word.isdigit()]
    if ending in _DRAWN and not table["blank"].isdisjoint(words):
        return True
    return bool(words) and table["placeholder"].issuperset(words)


@lru_cache(maxsize=2048)
def is_beside(text: str) -> bool:
    """Tell whether a text is a button or a label beside a caption: "Enlarge", "Image caption", "1 / 12"."""
    if len(text) > _LONGEST_LABEL:
        return False
    bare = " ".join(_COUNT.sub(" ", text.casefold()).split()).strip(_EDGES)
    return not any(map(str.isalpha, bare)) or bare in _all("beside")


@lru_cache(maxsize=2048)
def is_notice(text: str) -> bool:
    """Tell whether a text reserves all rights and names nobody: "© All rights reserved"."""
    return len(text) <= _LONGEST_LABEL and text.casefold().strip("©® .()") in _all("notice")


def is_small(word: str) -> bool:
    """Tell whether a word in small letters stands between names: "de", "and", "via"."""
    return word in _all("between")


@lru_cache(maxsize=2048)
def unlabelled(caption: str) -> str:
    """Return a caption without the label that is read aloud before it: "Image caption, Two men"."""
    head = caption[: _LONGEST_LABEL + 1]
    for at, sign in enumerate(head):
        if sign in ",:：،" and head[:at].casefold().strip() in _all("spoken"):
            return caption[at + 1 :].strip()
    return caption


@lru_cache(maxsize=2048)
def opens_photo_line(label: str) -> bool:
    """Tell whether a label before a colon opens a line about a picture: "photo", "Im Bild"."""
    return label.casefold().strip(" ([*>•.") in _all("line")
