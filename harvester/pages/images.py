"""The article's own pictures among those of its page."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from harvester.attribution import parse_source_line
from harvester.pages.document import Document
from harvester.pages.figures import Figure
from harvester.pages.found import Body
from harvester.pages.pictures.credits import looks_like_names
from harvester.pages.pictures.declared import declared_lead, is_shared, said_of
from harvester.pages.walk import Box
from harvester.parts import Image, Party

_BEFORE: Final = 12
"""Blocks above the first paragraph in which a picture may be the lead."""


def choose_images(document: Document, figures: tuple[Figure, ...], body: Body) -> tuple[Image, ...]:
    """Return the lead picture and the pictures in the text, in reading order."""
    own = _joined(_once([figure for figure in figures if _is_own(figure, body)]))
    images = said_of([figure.image for figure in own], document)
    lead = _lead([figure.at for figure in own], images, document, body)
    if lead is None and (declared := declared_lead(document)) is not None:
        images, lead = [declared, *images], 0
    language = (document.root.get("lang") or "").partition("-")[0].lower() or None
    return tuple(
        replace(image, parties=_parties(image.credit, language), main=at == lead)
        for at, image in enumerate(images)
    )


def _lead(places: list[int], images: list[Image], document: Document, body: Body) -> int | None:
    """Return which picture is the lead: the first above the second paragraph, else the one that is shared."""
    first = body.blocks[0].index + 1 if body.blocks else 0
    shown = [at for at, image in enumerate(images) if image.url]
    above = (at for at in shown if places[at] <= first)
    return next(above, next((at for at in shown if is_shared(images[at], document)), None))


def _is_own(figure: Figure, body: Body) -> bool:
    """Tell whether a picture stands where the article does."""
    if not body.blocks:
        return bool(figure.image.caption and figure.image.credit)
    first, last = body.blocks[0].index, body.blocks[-1].index
    if figure.at < first:
        return _opens(figure, body)
    if figure.at <= last or not figure.box:
        return True
    said = figure.image.caption or figure.image.credit
    return bool(said) and _is_in(figure.box, _common(body))


def _opens(figure: Figure, body: Body) -> bool:
    """Tell whether a picture above the text is the article's: near to it, in a box with it."""
    if body.blocks[0].index - figure.at > _BEFORE and figure.is_above:
        return bool(figure.image.caption)
    return True


def _common(body: Body) -> Box:
    """Return the smallest box that holds all of the body."""
    last = body.blocks[-1].index
    box = body.blocks[0].box
    while box.parent is not None and box.stop <= last:
        box = box.parent
    return box


def _is_in(box: Box, outer: Box) -> bool:
    return outer.tag not in {"body", "html"} and outer.index <= box.index < outer.end


def _joined(figures: list[Figure]) -> list[Figure]:
    """Join a caption that the text prints with the one picture that has none, a credit with all."""
    alone = [figure for figure in figures if figure.box is None]
    rest = [figure for figure in figures if figure.box is not None]
    if len(alone) == 1 and _is_for_all(alone[0], rest):
        return [replace(each, image=replace(each.image, credit=alone[0].image.credit)) for each in rest]
    bare = [each for each in figures if each.image.url and not (each.image.caption or each.image.credit)]
    if len(alone) != 1 or len(bare) != 1:
        return figures
    image = replace(bare[0].image, caption=alone[0].image.caption, credit=alone[0].image.credit)
    return [
        replace(each, image=image) if each is bare[0] else each for each in figures if each is not alone[0]
    ]


def _is_for_all(line: Figure, pictures: list[Figure]) -> bool:
    """Tell whether a credit stands before or behind all pictures, and none of them has one."""
    if line.image.caption or not pictures or any(picture.image.credit for picture in pictures):
        return False
    return not pictures[0].at < line.at <= pictures[-1].at


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """Return each picture once: pages hold one for small screens, one for large ones, one for the gallery."""
    kept: dict[str, Figure] = {}
    names: dict[tuple[str | None, str | None], str] = {}
    for figure in figures:
        image, said = figure.image, (figure.image.caption, figure.image.credit)
        name = image.url or names.get(said) or " ".join(filter(None, said))
        if not name:
            continue
        if name in kept and image.caption and kept[name].image.caption not in {None, image.caption}:
            name = f"{name} {image.caption}"
        kept[name] = _joint(kept[name], image) if name in kept else figure
        names.setdefault(said, name)
    return list(kept.values())


def _joint(figure: Figure, image: Image) -> Figure:
    """Return a figure with the caption of another one of the same picture, where it has none."""
    known = figure.image
    both = replace(known, caption=known.caption or image.caption, credit=known.credit or image.credit)
    return replace(figure, image=both)


@lru_cache(maxsize=4096)
def _parties(credit: str | None, language: str | None) -> tuple[Party, ...]:
    """Return the parties of a credit; bare names are read as behind a label: the markup is one."""
    if not credit:
        return ()
    found = parse_source_line(credit, "figure", language).parties
    if found or not looks_like_names(credit):
        return found
    return parse_source_line(f"Photo: {credit}", "figure", language).parties
