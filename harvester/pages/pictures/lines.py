"""Lines of the text that are a picture's caption: "photo: Two men at a table (courtesy of the mill)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.flags import ASIDE, CAPTION, FIGURE, FOOTER, FORM, HEADING, NAV
from harvester.pages.pictures.credits import credit_line
from harvester.pages.pictures.legends import Legend, photo_line
from harvester.pages.pictures.words import opens_photo_line
from harvester.pages.walk import Block, Walk

_ELSEWHERE: Final = NAV | FORM | FOOTER | ASIDE | FIGURE | CAPTION | HEADING
_PICTURE: Final = re.compile(
    r"photo|foto|bild|image|picture|cr[eé]dit|kuva|zdj|фото|снимк|світлин|φωτο|写真|画像|图|圖|사진|صور|عکس|mynd",
    re.IGNORECASE,
)
"""In a label: what follows is whose the picture is."""
_LONGEST_LABEL: Final = 24
_LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class Line:
    """A line about a picture."""

    block: Block
    text: str
    legend: Legend
    is_whole: bool
    """True when the block is nothing else."""


def find_lines(walk: Walk, barred: frozenset[int]) -> Iterator[Line]:
    """Yield the lines of text that open with a label for pictures, in reading order."""
    for block in walk.blocks:
        if ":" not in block.text and "：" not in block.text:
            continue
        if block.flags & _ELSEWHERE or block.index in barred or block.link_chars * 2 > len(block.text):
            continue
        lines = block.text.split("\n")
        for line in lines:
            legend = _legend(line)
            if legend is not None:
                yield Line(block, line, legend, len(lines) == 1)


def _legend(line: str) -> Legend | None:
    head = line[:_LONGEST_LABEL].replace("：", ":")
    label, colon, _ = head.partition(":")
    if not colon or len(line) > _LONGEST:
        return None
    if opens_photo_line(label):
        return photo_line(line.strip("([ "))
    is_credit = _PICTURE.search(label) is not None and credit_line(line)
    return Legend(None, line) if is_credit else None
