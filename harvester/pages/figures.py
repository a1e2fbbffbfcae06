"""Figures: pictures of a page with their captions and credits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from harvester.pages.document import Document
from harvester.pages.found import Headline
from harvester.pages.pictures.captions import Group, around, find_groups
from harvester.pages.pictures.finding import find_shown
from harvester.pages.pictures.legends import is_credit, read_legend
from harvester.pages.pictures.lines import Line, find_lines
from harvester.pages.pictures.neighbours import unmarked_caption
from harvester.pages.pictures.pairing import Pictures
from harvester.pages.pictures.pieces import Piece, pieces_of
from harvester.pages.pictures.shown import Shown
from harvester.pages.pictures.sources import background_in
from harvester.pages.pictures.telling import image_of
from harvester.pages.walk import Block, Box, Walk
from harvester.parts import Image

_SEVERAL: Final = 2
_FIGURE: Final = 2
"""A caption and the box around it: the figure, or what holds figure and caption."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what is printed below it."""

    image: Image
    at: int
    """Index of the block that follows the picture."""
    blocks: frozenset[int] = frozenset()
    """The blocks of caption and credit."""
    lines: tuple[tuple[int, str], ...] = ()
    """Block index and text of a line that is part of a longer block."""
    box: Box | None = None
    """The box around the picture; ``None`` where the page shows a caption alone."""
    is_above: bool = False
    """True when it stands above the headline."""


@dataclass(slots=True, eq=False)
class _Draft:
    """A picture and the groups that are about it, while figures are made."""

    shown: Shown | None
    groups: list[Group]
    at: int


def find_figures(document: Document, headline: Headline, taken: frozenset[int]) -> tuple[Figure, ...]:
    """Return the pictures of a page that may be the article's, in reading order."""
    barred = taken | headline.blocks
    shown = find_shown(document, taken)
    drafts = _drafts(document, shown, barred)
    top = headline.block.index if headline.block else 0
    figures = [
        _with_background(figure, document.base_url) for draft in drafts for figure in _figures(draft, top)
    ]
    used = barred.union(*(figure.blocks for figure in figures))
    lines = [_of_line(line) for line in find_lines(document.walk, used)]
    return tuple(sorted(_credited(figures, lines), key=lambda figure: figure.at))


def _credited(figures: list[Figure], lines: list[Figure]) -> Iterator[Figure]:
    """Yield figures, those without a credit with the line below their caption, and the other lines."""
    below = {line.at: line for line in lines if line.image.credit and not line.image.caption}
    for figure in figures:
        line = below.get(max(figure.blocks) + 1) if figure.blocks and not figure.image.credit else None
        if line is None or line.lines:
            yield figure
            continue
        lines.remove(line)
        image = replace(figure.image, credit=line.image.credit)
        yield replace(figure, image=image, blocks=figure.blocks | line.blocks)
    yield from lines


def _drafts(document: Document, shown: list[Shown], barred: frozenset[int]) -> list[_Draft]:
    """Return each picture with its captions, and the captions without picture."""
    pictures = Pictures(shown)
    drafts = {id(each): _Draft(each, [], each.at) for each in shown}
    orphans: list[_Draft] = []
    for group in find_groups(document.walk, barred):
        found = pictures.of(group)
        if found is not None:
            drafts[id(found)].groups.append(group)
        elif _may_be_alone(group, document.walk):
            orphans.append(_Draft(None, [group], group.start))
    for draft in drafts.values():
        if draft.shown and not draft.groups and draft.shown.is_alone_worth:
            beside = unmarked_caption(draft.shown, document.walk, pictures, barred)
            draft.groups.extend([beside] if beside else [])
    return [*drafts.values(), *orphans]


def _may_be_alone(group: Group, walk: Walk) -> bool:
    """Tell whether a caption counts without a picture: of a player, a chart; not who is quoted."""
    if not group.is_in_figure:
        legend = read_legend(_pieces([group]))
        return legend.caption is not None and legend.credit is not None
    outer = next(islice(around(group.root, _FIGURE), 1, None), group.root)
    inside = walk.boxes[outer.index + 1 : outer.end]
    return not any(box.tag in {"blockquote", "table", "pre"} for box in inside)


def _figures(draft: _Draft, top: int) -> Iterator[Figure]:
    """Yield the figure of a picture, and one for each caption that is about another picture than it."""
    shown = draft.shown
    if shown is not None and shown.is_foreign:
        return
    own, others = _parted(draft.groups)
    if _is_worth(shown, own):
        yield _figure(draft, own, top)
    for group in others:
        if _is_read(group):
            yield _figure(_Draft(None, [group], group.start), [group], top)


def _parted(groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """Return the groups of one caption, and each ``figcaption`` of its own that says something else."""
    if len(groups) < _SEVERAL:
        return groups, []
    own: list[Group] = []
    others: list[Group] = []
    captions: set[str] = set()
    for group in groups:
        caption = read_legend(_pieces([group])).caption
        is_other = caption is not None and bool(captions) and caption not in captions
        if is_other and group.root.tag == "figcaption":
            others.append(group)
            continue
        own.append(group)
        captions.update([caption] if caption else [])
    return own, others


def _pieces(groups: list[Group]) -> list[Piece]:
    """Return the pieces of a caption; beside a ``figcaption`` only a credit counts."""
    found = [(group, piece) for group in groups for block in group.blocks for piece in _pieces_of(block)]
    if not any(group.root.tag == "figcaption" for group in groups):
        return [piece for _, piece in found]
    return [piece for group, piece in found if group.root.tag != "figure" or is_credit(piece)]


def _pieces_of(block: Block) -> tuple[Piece, ...]:
    return pieces_of(block, block.box.stop - block.box.start)


def _is_worth(shown: Shown | None, groups: list[Group]) -> bool:
    """Tell whether a picture is one: films and what leads away need a caption to be read."""
    if shown is None or shown.is_film or shown.leads_away:
        return any(map(_is_read, groups))
    return bool(groups) or not shown.is_small


def _is_read(group: Group) -> bool:
    """Tell whether a caption is text to read and no link."""
    return sum(b.link_chars for b in group.blocks) * 2 <= sum(len(b.text) for b in group.blocks)


def _figure(draft: _Draft, groups: list[Group], top: int) -> Figure:
    blocks = [block for group in groups for block in group.blocks]
    image = image_of(draft.shown, read_legend(_pieces(groups)), blocks)
    box = draft.shown.box if draft.shown else groups[0].root
    taken = frozenset(block.index for block in blocks)
    return Figure(image, draft.at, taken, box=box, is_above=draft.at <= top)


def _with_background(figure: Figure, base: str) -> Figure:
    """Return a figure without picture with the one that its box has as a background."""
    if figure.image.url is not None or figure.box is None:
        return figure
    outer = next(islice(around(figure.box, _FIGURE), 1, None), figure.box)
    is_wide = outer.tag in {"article", "main", "body"}
    beside = figure.box.element.getprevious() if is_wide else outer.element
    found = background_in(beside, base) if beside is not None else None
    return replace(figure, image=replace(figure.image, url=found.url)) if found else figure


def _of_line(line: Line) -> Figure:
    image = Image(None, caption=line.legend.caption, credit=line.legend.credit)
    if line.is_whole:
        return Figure(image, line.block.index, frozenset((line.block.index,)))
    return Figure(image, line.block.index, lines=((line.block.index, line.text),))
