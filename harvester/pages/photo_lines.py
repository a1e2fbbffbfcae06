"""The body without the lines that are about pictures: "Foto: Ada Quill/dpa" at the foot of a paragraph."""

from collections.abc import Sequence
from dataclasses import replace

from harvester.pages.figures import Figure
from harvester.pages.found import Body
from harvester.parts import Paragraph


def without_lines(body: Body, figures: Sequence[Figure]) -> Body:
    """Return the body without the lines that figures take; a paragraph of nothing else goes with them."""
    lines = {line for figure in figures for line in figure.lines}
    if not lines or len(body.blocks) != len(body.paragraphs):
        return body
    kept = [
        (block, _left(part, {text for index, text in lines if index == block.index}))
        for block, part in zip(body.blocks, body.paragraphs, strict=False)
    ]
    left = [(block, part) for block, part in kept if part.text]
    return replace(body, blocks=tuple(b for b, _ in left), paragraphs=tuple(part for _, part in left))


def _left(part: Paragraph, lines: set[str]) -> Paragraph:
    """Return what is left of a paragraph."""
    if not lines:
        return part
    return replace(part, text="\n".join(line for line in part.text.split("\n") if line not in lines).strip())
