"""A line to its labelled parts, and each part to the names in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from harvester.attribution.cjk import read_cjk
from harvester.attribution.labels import Found, colon_labels, opening_label
from harvester.attribution.lexicon import LabelKind, Lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.mentions import read_mentions
from harvester.attribution.names import has_institution
from harvester.attribution.pieces import Piece, split_pieces
from harvester.attribution.tidy import has_cjk, unbracket
from harvester.attribution.trimming import without_machines, without_paths
from harvester.attribution.wording import is_headline, is_name_like, is_running_text

_MOST: Final = 24
"""Names read of one part; a longer list is no credit."""
_ACRONYM: Final = 4
"""Letters of the longest acronym; longer capitals behind an agency are a place: "AFP, CHONGQING"."""
_STATES: Final = frozenset(("PA",))
"""Agencies that are a state behind a town: "Tolin Arena, Allentown, PA"."""
_LONG: Final = 600
"""Characters of the longest part that is read."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line under one label."""

    kind: LabelKind | None
    label: str | None
    text: str


def read_segments(line: str, lexicon: Lexicon) -> tuple[Segment, ...]:
    """Return the parts of ``line``; the first has no label when the line does not open with one."""
    found = _labels(line, lexicon)
    if not found:
        return (Segment(None, None, line),)
    lead = line[: found[0].start].strip(" ([（［|–—-©•*")
    ends = [*(label.start for label in found[1:]), len(line)]
    parts = [Segment(f.kind, f.words, line[f.end : end].strip()) for f, end in zip(found, ends, strict=True)]
    return (*((Segment(None, None, lead),) if lead else ()), *parts)


def _labels(line: str, lexicon: Lexicon) -> tuple[Found, ...]:
    opening = opening_label(line, lexicon)
    behind = colon_labels(line, lexicon)
    if opening is None:
        return behind
    return (opening, *(label for label in behind if label.start >= opening.end))


@lru_cache(maxsize=1024)
def read_names(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return what the segment mentions; nothing when it is running text, a headline, or no party at all."""
    text = without_machines(without_paths(unbracket(_rejoined(segment.text))), lexicon)
    if segment.kind == "skip" or not 0 < len(text) <= _LONG:
        return ()
    if is_headline(text) or _is_told(segment, text, language, lexicon):
        return ()
    names = _names(text, language, lexicon)
    kept = tuple(m for m in names if is_believable(m, language, lexicon))
    sure = segment.kind is not None and any(m.what in ("agency", "person") for m in kept)
    return kept if sure or len(kept) == len(names) else ()


def _is_told(segment: Segment, text: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether ``text`` is running text; behind "Source:" the words between the names do not count."""
    if not is_running_text(text, language, lexicon):
        return False
    pieces = split_pieces(text, language, lexicon) if segment.kind == "source" else ()
    return len(pieces) < _SEVERAL or any(is_running_text(p.text, language, lexicon) for p in pieces)


_SEVERAL: Final = 2


def _rejoined(text: str) -> str:
    """Return ``text`` with a slash for the brackets between two credits that lost their outer ones."""
    lost = ") (" in text and text.count("(") <= text.count(")") and text[:1] != "("
    return (text.replace(") (", " / ") if lost else text).strip(" /|;,")


def _names(text: str, language: str | None, lexicon: Lexicon) -> tuple[Mention, ...]:
    whole = read_cjk(text, lexicon)
    pieces = split_pieces(text, language, lexicon) if whole is None else (Piece(text, ""),)
    if len(pieces) > _MOST:
        return ()
    return located([m for piece in pieces for m in read_mentions(piece, lexicon)], lexicon)


def is_believable(mention: Mention, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether the mention's words may be a name."""
    if "?" in mention.name:
        return False
    doubtful = mention.what == "outlet" or (mention.what == "person" and has_cjk(mention.name))
    return not doubtful or is_name_like(mention.name, language, lexicon)


def located(mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Turn a place behind a name into its location: "Akorda press service, Astana"."""
    kept: list[Mention] = []
    for mention in mentions:
        if len(kept) == 1 and _is_dated(kept[0], mention, lexicon):
            kept[0] = replace(mention, joint="", location=kept[0].name)
        elif kept and _is_beside(kept[-1], mention) and _is_location(kept[-1], mention, lexicon):
            place = ", ".join(filter(None, (kept[-1].location, mention.name)))
            kept[-1] = replace(kept[-1], location=place)
        else:
            kept.append(mention)
    return tuple(kept)


def _is_dated(place: Mention, mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether a line opens with a place and a dash before the agency: "Beirut - Reuters"."""
    return mention.what == "agency" and mention.joint == "dash" and lexicon.has("places", place.name)


def _is_beside(before: Mention, mention: Mention) -> bool:
    """Return whether the separator may stand between a name and its place: "EFE | Madrid"."""
    return mention.joint in ("comma", "dash") or (mention.joint == "slash" and before.what == "agency")


def _is_location(before: Mention, mention: Mention, lexicon: Lexicon) -> bool:
    """Return whether ``mention`` is where ``before`` sits: a known place, or behind "courtesy of X"."""
    if mention.name in _STATES and mention.joint == "comma" and before.what == "outlet":
        return True
    if mention.what not in ("outlet", "person"):
        return False
    single = before.giver and " " not in mention.name and mention.name.istitle()
    capitals = before.what == "agency" and mention.joint != "slash" and len(mention.name) > _ACRONYM
    capitals = capitals and mention.name.isupper() and not has_institution(mention.name, lexicon)
    return single or capitals or lexicon.has("places", mention.name)
