"""Labels: the words in front of a colon that say whether a source or a picture's maker follows."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from harvester.attribution.lexicon import LabelKind, Lexicon, packaged_lexicon
from harvester.attribution.tidy import bare, has_cjk, key, tidy, unbracket

_COLON: Final = re.compile(r"\s?[:：﹕՝]|\s?[=＝](?!\S*=)|・|\.{3}(?=\S)")
_REACH: Final = 45
"""Characters looked at in front of a colon."""
_BOUNDARY: Final = re.compile(r"[\s(\[{（［【|/\\.,;·•–—\-©\"'“”»*>、。!?…]")
_SPOKEN: Final = re.compile(
    r"(?P<label>(?:[\w'’.-]+\s+){0,2}?[\w'’.]+)\s+"
    r"(?:(?=courtesy|provided\s+by|supplied\s+by)|(?:by|von|par|de|door|av|af|credits?|from)\b\s*:?\s*(?=\S))",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(r"(?P<label>[\w.]+(?:\s\w+)?)\s?[/|／｜]\s?(?=[^\W\d_a-z])")
_COMMA: Final = re.compile(r"(?P<label>\w+(?:\s[\w'’]+){1,3}),\s(?=\S)")
_BULLETED: Final = re.compile(r"(?P<label>\w+(?:\s\w+)?)\s?•\s?(?=\S)")
_OPENING: Final = re.compile(r"[\s(\[（［【|–—\-*•·©]*")


class Labelled(NamedTuple):
    """A line without its label."""

    label: str | None
    """As printed, without colon; ``None`` when the line has none."""
    rest: str
    kind: LabelKind | None
    """``source`` or ``photo``; ``None`` without label."""


@dataclass(frozen=True, slots=True)
class Found:
    """A label in a text."""

    start: int
    end: int
    """Behind the colon and the spaces after it."""
    words: str
    kind: LabelKind


def split_label(text: str, lexicon: Lexicon | None = None) -> Labelled:
    """Return the label that opens ``text``, what follows it, and whether it announces a source or a photo.

    Drawings, maps and screenshots count as photos; a label of another kind ("Styling:") is none.
    """
    words = lexicon or packaged_lexicon()
    line = unbracket(tidy(text))
    found = opening_label(line, words)
    if found is None or found.kind in ("text", "skip"):
        return Labelled(None, line, None)
    return Labelled(found.words, line[found.end :].strip(), "source" if found.kind == "source" else "photo")


@lru_cache(maxsize=1024)
def opening_label(line: str, lexicon: Lexicon) -> Found | None:
    """Return the label that ``line`` opens with: "Foto:", "Photo by", "Ljósmynd/"."""
    start = _OPENING.match(line)
    begin = start.end() if start else 0
    first = next(iter(colon_labels(line[: begin + _REACH * 2], lexicon)), None)
    if first is not None and first.start <= begin:
        return first
    return _spoken_label(line, begin, lexicon)


def _spoken_label(line: str, begin: int, lexicon: Lexicon) -> Found | None:
    """Return a photo label without colon: "Photo by X", "Foto de X", "Ljósmynd/X"."""
    for pattern, kinds in _WITHOUT_COLON:
        match = pattern.match(line, begin)
        kind = lexicon.labels.get(key(match["label"])) if match else None
        if match and kind and kind in kinds and _opens_name(line[match.end() :], lexicon):
            return Found(begin, match.end(), match["label"], kind)
    return _before_agency(line, begin, lexicon)


_SHORTENED: Final = re.compile(r"(?P<label>[^\W\d_]{2,3}\.)\s?(?=[^\W\d_a-z])")
_WITHOUT_COLON: Final[tuple[tuple[re.Pattern[str], tuple[LabelKind, ...]], ...]] = (
    (_SPOKEN, ("photo", "graphic", "text")),
    (_SHORTENED, ("photo", "graphic")),
    (_SLASHED, ("photo", "graphic")),
    (_COMMA, ("photo",)),
    (_BULLETED, ("source", "photo", "graphic")),
)


def _opens_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether a name may follow: within its first words a capital, or an agency in small letters."""
    words = text.split(maxsplit=_SOON)[:_SOON]
    firsts = [bare(word)[:1] for word in words]
    return any(first and not first.islower() for first in firsts) or lexicon.hints_at_agency(text)


_SOON: Final = 4
"""Words in which a name begins behind a label without colon."""


def _before_agency(line: str, begin: int, lexicon: Lexicon) -> Found | None:
    """Return a label that a space parts from an agency or a house: "Source AFP", "SOURCE Tolin Ltd."."""
    glued = _GLUED.match(line, begin)
    if glued and lexicon.agencies.knows(glued["name"]):
        return Found(begin, glued.start("name"), glued["label"], "photo")
    label, _, rest = line[begin:].partition(" ")
    shouted = label.isupper() and label.isascii() and not rest.isupper() and rest[:1].isupper()
    known = shouted or lexicon.agencies.knows(rest.strip(" ."))
    kind = lexicon.labels.get(key(label))
    if rest and known and (kind == "source" or (kind == "photo" and not label.isascii())):
        return Found(begin, begin + len(label) + 1, label, kind)
    return None


_GLUED: Final = re.compile(r"(?P<label>写真|画像|動画|映像)は(?P<name>\S{2,12})$")
"""A Japanese label that no sign parts from the agency: "写真はロイター"."""


def opens_with_label(line: str, lexicon: Lexicon) -> bool:
    """Return whether ``line`` opens with a label without colon: "Photo d'archives X", "Bild 1 von 9"."""
    words = line.split()
    return any(key(" ".join(words[:count])) in lexicon.labels for count in (1, 2, 3))


@lru_cache(maxsize=1024)
def colon_labels(line: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return every label before a colon in ``line``, from left to right."""
    found: list[Found] = []
    for colon in _COLON.finditer(line):
        label = _before(line, colon.start(), lexicon)
        if label and (not found or label[0] >= found[-1].end):
            end = colon.end() + len(line[colon.end() :]) - len(line[colon.end() :].lstrip())
            found.append(Found(label[0], end, label[1], lexicon.labels[key(label[1])]))
    return tuple(found)


def _before(line: str, colon: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return place and words of the longest label that ends at ``colon``."""
    equals = line[colon:].lstrip()[:1] in ("=", "＝", "・")
    for start in range(max(0, colon - _REACH), colon):
        if not _may_start(line, start):
            continue
        words = line[start:colon]
        if key(words) in lexicon.labels and (not equals or has_cjk(words)):
            return start, words
    return None


def _may_start(line: str, start: int) -> bool:
    """Return whether a label may begin at ``start``: a word, a capital behind a small letter, CJK."""
    first = line[start]
    if not first.isalnum():
        return False
    before = line[start - 1 : start]
    glued = first.isupper() and before.islower()
    return not before or glued or has_cjk(first) or bool(_BOUNDARY.match(before))
