"""What the page's data says of its pictures: credits that nothing prints, a lead that nothing shows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from harvester.pages.document import Document
from harvester.pages.pictures.sources import address, file_name, is_picture_file
from harvester.pages.pictures.telling import notice_in
from harvester.pages.pictures.words import is_ornament
from harvester.pages.structured.values import StructuredImage
from harvester.parts import Image

_SIZE: Final = re.compile(r"[-_@](?:\d{2,4}x\d{0,4}|\d{1,4}w|scaled|[1-3]x)(?=$|[-_.])")
_SHORTEST: Final = 5
"""Characters of a file name that tells a picture from others."""


def said_of(images: Sequence[Image], document: Document) -> list[Image]:
    """Return pictures with what the data adds to them: caption, credit, licence where none is printed."""
    said = {_key(each.url): each for each in _declared(document) if _key(each.url)}
    return [_filled(image, said.get(_key(image.url or ""))) for image in images]


def declared_lead(document: Document) -> Image | None:
    """Return the picture that the page's data gives its article; ``og:image`` alone is none.

    What is shared is often the paper's own sign; what an article's data names is meant for this article.
    """
    for each in _declared(document):
        url = address(each.url, document.base_url)
        if url and not is_ornament(file_name(url)):
            return _filled(Image(url, width=each.width, height=each.height), each)
    return None


def is_shared(image: Image, document: Document) -> bool:
    """Tell whether a picture is the one that the page gives for sharing, in whatever size."""
    shared = (document.meta("og:image", "twitter:image"), *(each.url for each in _declared(document)[:1]))
    return any(_key(url) == _key(image.url or "") != "" for url in shared if url)


def _declared(document: Document) -> tuple[StructuredImage, ...]:
    article = document.structured.article
    return article.images if article is not None and article.is_of_page is not False else ()


def _filled(image: Image, said: StructuredImage | None) -> Image:
    if said is None:
        return image
    credit = image.credit or said.credit
    return replace(
        image,
        caption=image.caption or said.caption,
        credit=credit,
        copyright_notice=image.copyright_notice or notice_in(credit),
        license_url=image.license_url or said.license,
    )


def _key(url: str) -> str:
    """Return what the sizes of a picture have in common: its file's name without the size in it."""
    name = file_name(url).lower()
    stem = name.rpartition(".")[0] if is_picture_file(name) else name
    first = stem.partition(".")[0]
    stem = _SIZE.sub("", first if len(first) >= _SHORTEST else stem)
    return stem if len(stem) >= _SHORTEST else ""
