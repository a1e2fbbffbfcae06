"""From a picture and what is printed below it to an ``Image``; attributes count where nothing is printed."""

import re
from collections.abc import Sequence
from typing import Final

from harvester.pages.pictures.legends import Legend, split_legend
from harvester.pages.pictures.shown import Shown
from harvester.pages.walk import Block
from harvester.parts import Image

_CAPTIONS: Final = (
    "data-caption",
    "data-image-caption",
    "data-sub-html",
    "data-description",
    "data-image-description",
)
_CREDITS: Final = (
    "data-credit",
    "data-copyright",
    "data-photographer",
    "data-credits",
    "data-image-credit",
    "data-author",
    "data-source",
)
_NOTICE: Final = re.compile(r"(?:©|\(c\)\s|copyright\b|\ball rights reserved).{0,200}", re.IGNORECASE)
_LICENCE: Final = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/", re.IGNORECASE)
_SIGN: Final = re.compile(
    r"[|©/(\[]|(?:quelle|foto|photo|source|bild|credit|image|rechte|picture|getty)\b\s*:?", re.IGNORECASE
)
_TAG: Final = re.compile(r"<[^<>]{0,300}>")


def image_of(shown: Shown | None, legend: Legend, blocks: Sequence[Block]) -> Image:
    """Return what is known of a picture; without ``shown`` there is a caption alone."""
    if shown is not None:
        legend = _completed(shown, legend)
    source = shown.file if shown else None
    return Image(
        url=source.url if source else None,
        caption=legend.caption,
        credit=legend.credit,
        alt=shown.said("alt") if shown else None,
        copyright_notice=notice_in(legend.credit),
        license_url=licence_in(blocks),
        width=(shown.pixels("width") if shown else None) or (source.width if source else None),
        height=shown.pixels("height") if shown else None,
    )


def _completed(shown: Shown, legend: Legend) -> Legend:
    """Return a legend with what the picture's attributes say where nothing is printed."""
    caption, credit = legend.caption, legend.credit
    if caption is None and credit is None:
        said = _TAG.sub("", shown.said(*_CAPTIONS) or "").strip()
        found = split_legend(said) if said and "{" not in said else Legend()
        caption, credit = found.caption, found.credit
    return Legend(caption, credit or shown.said(*_CREDITS) or _credit_in_text(shown))


def _credit_in_text(shown: Shown) -> str | None:
    """Return the credit at the end of the picture's title or alternative text."""
    for name in ("title", "alt"):
        text = shown.said(name)
        if text and _SIGN.search(text):
            credit = split_legend(text).credit
            if credit:
                return credit
    return None


def notice_in(credit: str | None) -> str | None:
    """Return the notice of copyright in a credit."""
    found = _NOTICE.search(credit) if credit else None
    return found.group().strip() if found else None


def licence_in(blocks: Sequence[Block]) -> str | None:
    """Return the address of a licence that a caption links to."""
    for block in blocks:
        for link in block.links:
            href = link.href.strip()
            if _LICENCE.search(href) or "license" in link.rel.lower().split():
                return href
    return None
