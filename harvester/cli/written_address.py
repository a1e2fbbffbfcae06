"""Where a saved page stood: browsers note it when they save one, and most pages say it themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.evidence import NotAnArticle
from harvester.pages.document import Document
from harvester.urls import fetch_form, host_of

_SAVED: Final = re.compile(rb"saved from url=\(\d{1,5}\)(https?://[^\s<>]{1,2083})", re.IGNORECASE)
"""Chrome, Edge and Internet Explorer."""
_SINGLE_FILE: Final = re.compile(rb"SingleFile[^<>]{0,40}\s+url:\s+(https?://[^\s<>]{1,2083})")
_HEAD: Final = 4096
_PLACE: Final = "https://unknown.invalid/"


@dataclass(frozen=True, slots=True)
class Written:
    """An address that a page bears."""

    url: str
    where: str
    """In words: "its canonical link"."""


def written_address(page: bytes) -> Written | None:
    """Return the address that a page says it stands at; ``None`` for one that does not say."""
    return next((found for found in _claims(page) if host_of(found.url)), None)


def _claims(page: bytes) -> Iterator[Written]:
    for pattern in (_SAVED, _SINGLE_FILE):
        match = pattern.search(page[:_HEAD])
        if match:
            yield Written(fetch_form(match[1].decode("utf-8", "replace")), "as whoever saved it noted")
    try:
        document = Document(page, _PLACE)
    except NotAnArticle:
        return
    yield from (
        Written(fetch_form(href), "its canonical link") for href in document.links.get("canonical", ())
    )
    yield from (Written(fetch_form(url), "its og:url") for url in document.metas.get("og:url", ()))
