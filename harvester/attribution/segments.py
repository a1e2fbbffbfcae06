"""A line to its labelled parts, and each part to the names in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from harvester.attribution.labels import Found, colon_labels, opening_label
from harvester.attribution.lexicon import LabelKind, Lexicon
from harvester.attribution.mentions import Mention, read_mentions
from harvester.attribution.names import is_running_text
from harvester.attribution.pieces import split_pieces
from harvester.attribution.tidy import key, unbracket

_MOST: Final = 24
"""Names read of one part; a longer list is no credit."""
_QUOTED: Final = '"“”„«»「」『』'
_HEADLINE: Final = 4
"""Words in quotation marks from which a source is a headline, not a name."""


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


def read_names(segment: Segment, language: str | None, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return what the segment mentions; nothing when it is running text, a headline, or no party at all."""
    text = unbracket(segment.text.strip(" /|;,"))
    if segment.kind == "skip" or not text or _is_headline(text) or is_running_text(text, language, lexicon):
        return ()
    pieces = split_pieces(text, language, lexicon)
    if len(pieces) > _MOST:
        return ()
    kept = [p for p in pieces if not is_machine(p.text, lexicon)]
    return _located([m for piece in kept for m in read_mentions(piece, lexicon)], lexicon)


def is_machine(text: str, lexicon: Lexicon) -> bool:
    """Return whether ``text`` says that a machine made the picture."""
    folded = key(text)
    return any(word in folded for word in lexicon.sets["machine"])


def _is_headline(text: str) -> bool:
    return text[0] in _QUOTED and text[-1] in _QUOTED and text.count(" ") >= _HEADLINE - 1


def _located(mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Turn a place behind a name into its location: "Akorda press service, Astana"."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.joint in ("comma", "dash") and _is_location(mention, lexicon):
            if kept[-1].location is None:
                kept[-1] = _at(kept[-1], mention.name)
        else:
            kept.append(mention)
    return tuple(kept)


def _is_location(mention: Mention, lexicon: Lexicon) -> bool:
    return mention.what in ("outlet", "person") and key(mention.name) in lexicon.places


def _at(mention: Mention, place: str) -> Mention:
    return Mention(
        mention.name,
        mention.what,
        mention.joint,
        place,
        mention.uri,
        owner=mention.owner,
        giver=mention.giver,
    )
