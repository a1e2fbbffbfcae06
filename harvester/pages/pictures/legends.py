"""From the pieces of a caption to what the picture shows and whose it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from harvester.attribution import split_credit, split_label
from harvester.pages.pictures.credits import (
    credit_line,
    is_prose,
    is_sentence,
    looks_like_names,
    split,
    unbracketed,
)
from harvester.pages.pictures.pieces import Piece
from harvester.pages.pictures.words import MAKER, is_beside, is_notice, opens_photo_line, unlabelled

_LONGEST_CREDIT: Final = 160
_SIGNS: Final = re.compile(r"[/©|:(（@–—-]|(?i:photo|foto|getty|courtesy|picture|image|credit)")
_MAY_HOLD: Final = re.compile(
    r"[/©|:：(（\[【•–—＝]|[^.!?…”\"]$|(?i:photo|foto|courtesy|picture|image|copyright)"
)
"""Signs of a credit, or no full stop at the end."""
_LONGEST_LABEL: Final = 24
_MANY: Final = 60
"""Pieces of the longest caption."""
_BRACKETED: Final = re.compile(r"(|.*[.!?…”\"»])\s?[(\[]([^()\[\]]{2,60})[)\]]\.?")
_STOPS: Final = (".", "!", "?", "…", "”", '"', "»")
_EDGES: Final = " |–—-•·"


@dataclass(frozen=True, slots=True)
class Legend:
    """What is printed below a picture."""

    caption: str | None = None
    credit: str | None = None


def read_legend(pieces: Sequence[Piece]) -> Legend:
    """Return caption and credit of the pieces of one caption, in reading order; repeated ones count once."""
    kept = tuple(_unrepeated(p for p in pieces[:_MANY] if not (is_beside(p.text) or is_notice(p.text))))
    makers = [at for at, piece in enumerate(kept) if is_credit(piece) or _is_last_apart(kept, at)]
    caption = unlabelled(_joined(piece.text for at, piece in enumerate(kept) if at not in makers))
    named = _joined(_uncovered([kept[at].text for at in makers])).strip(_EDGES)
    if named and not caption:
        parted = split_legend(named)
        is_both = parted.credit and (parted.caption or "").endswith((".", "!", "?"))
        return parted if is_both else Legend(None, unbracketed(named))
    if named and caption == named:
        return Legend(None, unbracketed(named))
    if named:
        return _with_own(caption.rstrip(" |–—-•·/,("), unbracketed(named))
    return split_legend(caption)


def _with_own(caption: str, named: str) -> Legend:
    """Return a caption without the credit that closes it in brackets, and both credits."""
    own = split_credit(caption) if caption.endswith((")", "]")) else None
    if own is None or own.caption is None or own.credit is None:
        return Legend(caption, named)
    return Legend(own.caption, own.credit if named in own.credit else f"({own.credit}) - {named}")


def _unrepeated(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Yield pieces whose text was not there yet: captions are printed for small and for large screens."""
    seen: list[str] = []
    for piece in pieces:
        if piece.text and piece.text not in seen:
            seen.append(piece.text)
            yield piece


def _uncovered(texts: list[str]) -> list[str]:
    """Return the texts that are no part of another."""
    return [text for text in texts if not any(text != other and text in other for other in texts)]


def _joined(texts: Iterable[str]) -> str:
    return " ".join(texts).strip()


def is_credit(piece: Piece) -> bool:
    """Tell whether a piece says by its name or its words whose the picture is."""
    if len(piece.text) > _LONGEST_CREDIT or is_notice(piece.text) or is_sentence(piece.text):
        return False
    if piece.kind & MAKER:
        return True
    return _SIGNS.search(piece.text) is not None and (credit_line(piece.text) or _is_labelled(piece.text))


def _is_labelled(text: str) -> bool:
    """Tell whether a text is a label with names: below a picture "Source:" says whose it is."""
    label = split_label(text)
    return label.kind is not None and looks_like_names(label.rest)


def _is_last_apart(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a piece is names that stand apart at the end."""
    is_last = at > 0 and at == len(pieces) - 1
    return is_last and (pieces[at].is_apart or pieces[at - 1].is_apart) and looks_like_names(pieces[at].text)


def split_legend(caption: str) -> Legend:
    """Return caption and credit of one string, without a label before it: "photo: Two men at a table"."""
    if not caption:
        return Legend()
    labelled = _labelled(caption)
    if labelled is not None:
        return labelled
    parted = _parted(caption)
    if parted is not None or not _MAY_HOLD.search(caption):
        return parted or Legend(caption)
    caption_alone, credit = split(caption)
    return Legend(caption) if credit is None else Legend(caption_alone, credit)


def _parted(caption: str) -> Legend | None:
    """Return caption and credit that a bar parts, or brackets behind a full stop: "Rain. (Lantern House)"."""
    head, bar, tail = caption.rpartition(" | ")
    if bar and head and head.count("(") <= head.count(")") and (looks_like_names(tail) or credit_line(tail)):
        whole = split_credit(caption)
        is_whole = bar in (whole.credit or "") and (whole.caption or "").endswith(_STOPS)
        return Legend(whole.caption, whole.credit) if is_whole else Legend(head, tail)
    found = _BRACKETED.fullmatch(caption)
    if found and looks_like_names(found[2]):
        return Legend(found[1] or None, found[2].strip())
    return None


def _labelled(caption: str) -> Legend | None:
    """Return caption and credit behind a label that says no more than that it is a picture's."""
    label, colon, _ = caption[:_LONGEST_LABEL].replace("：", ":").partition(":")
    return photo_line(unbracketed(caption)) if colon and opens_photo_line(label) else None


def photo_line(line: str) -> Legend | None:
    """Return caption and credit of a line of text that opens with "photo:"; ``None`` for other lines."""
    label = split_label(line)
    if label.kind != "photo" or not label.rest:
        return None
    found = split_legend(label.rest)
    if found.caption and not found.credit and not is_prose(label.rest) and credit_line(line):
        return Legend(None, line)
    return found if found.caption else Legend(None, line)
