"""From the node of an article to its value."""

import re
from typing import Final

from harvester.pages.structured.choosing import Chosen, addresses_of
from harvester.pages.structured.graph import Graph
from harvester.pages.structured.loose_json import Node
from harvester.pages.structured.texts import (
    address_of,
    copy_of,
    items,
    line_of,
    lines_of,
    number_of,
    truth_of,
    types_of,
)
from harvester.pages.structured.values import StructuredArticle, StructuredImage, StructuredName, Syntax

_IMAGES: Final = 30
_KEYWORDS: Final = re.compile(r"\s*[,;|،、，؛]\s*")


def read_article(chosen: Chosen, graph: Graph, method: Syntax) -> StructuredArticle | None:
    """Return the article that some nodes describe: each key from the first that has it."""
    if not chosen.nodes:
        return None
    node: Node = {}
    for each in reversed(chosen.nodes):
        node.update((key, value) for key, value in each.items() if value not in (None, "", [], {}))
    node = {key: graph.resolved(value) for key, value in node.items()}
    return StructuredArticle(
        method=method,
        types=types_of(node),
        url=next(addresses_of(node), None),
        is_of_page=chosen.is_of_page,
        headline=line_of(node.get("headline")) or line_of(node.get("name")),
        alternative_headline=line_of(node.get("alternativeHeadline")),
        description=line_of(node.get("description")),
        date_published=line_of(node.get("datePublished")) or line_of(node.get("uploadDate")),
        date_modified=line_of(node.get("dateModified")),
        date_created=line_of(node.get("dateCreated")),
        authors=names_of(node.get("author")) or names_of(node.get("creator")),
        section=lines_of(node.get("articleSection")),
        keywords=_keywords(node.get("keywords")),
        language=_language(node.get("inLanguage")),
        publisher=next(iter(names_of(node.get("publisher"))), None),
        is_part_of=line_of(node.get("isPartOf")),
        body=copy_of(node.get("articleBody")),
        word_count=number_of(node.get("wordCount")),
        is_free=_is_free(node),
        images=_images(node.get("image")),
        copyright_notice=line_of(node.get("copyrightNotice")),
        copyright_holder=line_of(node.get("copyrightHolder")),
        copyright_year=number_of(node.get("copyrightYear")),
        license=address_of(node.get("license")),
    )


def names_of(value: object) -> tuple[StructuredName, ...]:
    """Return who is named."""
    found = (_name(each) for each in items(value))
    return tuple(dict.fromkeys(name for name in found if name))


def _name(value: object) -> StructuredName | None:
    if not isinstance(value, dict):
        line = line_of(value)
        return StructuredName(line) if line else None
    line = line_of(value.get("name"))
    if not line:
        line = " ".join(filter(None, (line_of(value.get("givenName")), line_of(value.get("familyName")))))
    url = address_of(value.get("url")) or address_of(value.get("sameAs")) or address_of(value.get("@id"))
    kind = next(iter(types_of(value)), None)
    is_address = url and "/" in url
    return (
        StructuredName(line, url if is_address else None, kind, line_of(value.get("jobTitle")))
        if line
        else None
    )


def _keywords(value: object) -> tuple[str, ...]:
    lines = lines_of(value)
    if len(lines) == 1:
        lines = tuple(_KEYWORDS.split(lines[0]))
    return tuple(dict.fromkeys(line for line in lines if line))


def _language(value: object) -> str | None:
    for each in items(value):
        if isinstance(each, dict) and each.get("alternateName"):
            return line_of(each["alternateName"])
    return line_of(value)


def _is_free(node: Node) -> bool | None:
    """Return what the article says; else what its first part that says something does."""
    said = truth_of(node.get("isAccessibleForFree"))
    parts = (
        truth_of(part.get("isAccessibleForFree"))
        for part in items(node.get("hasPart"))
        if isinstance(part, dict)
    )
    return said if said is not None else next((part for part in parts if part is not None), None)


def _images(value: object) -> tuple[StructuredImage, ...]:
    found = (_image(each) for each, _ in zip(items(value), range(_IMAGES), strict=False))
    return tuple(dict.fromkeys(image for image in found if image))


def _image(value: object) -> StructuredImage | None:
    if not isinstance(value, dict):
        url = address_of(value)
        return StructuredImage(url) if url else None
    url = address_of(value.get("contentUrl")) or address_of(value.get("url")) or address_of(value)
    if not url:
        return None
    credit = (line_of(value.get(key)) for key in ("creditText", "copyrightNotice", "creator", "author"))
    return StructuredImage(
        url,
        line_of(value.get("caption")) or line_of(value.get("description")),
        next(filter(None, credit), None),
        address_of(value.get("license")),
        number_of(value.get("width")),
        number_of(value.get("height")),
    )
