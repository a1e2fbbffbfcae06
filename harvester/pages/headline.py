"""The headline and the kicker above it: the visible heading, checked against the titles of the head."""

from typing import Final

from harvester.pages.document import Document
from harvester.pages.found import Headline
from harvester.pages.front_page import home_names
from harvester.pages.heading_parts import Parts, parts_of
from harvester.pages.headings import Heading, find_heading
from harvester.pages.kicker import Kicker, kicker_above
from harvester.pages.titles import Title, letters, site_names, titles_of
from harvester.parts import Provenance

_SLACK: Final = 6
"""Characters by which a repetition may differ in length: quotes, a full stop."""


def find_headline(document: Document) -> Headline:
    """Return the headline as the page shows it; where it shows none, as its head says."""
    names = site_names(document) | home_names(document)
    titles = titles_of(document, names)
    heading = find_heading(document, titles, names)
    if heading is None:
        return _from_head(document, titles)
    parts = parts_of(heading, titles)
    above = None if parts.kicker else kicker_above(document, heading)
    block = parts.block or heading.blocks[0]
    kicker = parts.kicker or (above.text if above else None)
    return Headline(
        parts.headline,
        kicker,
        block,
        _blocks(document, heading, parts, above),
        _provenance(heading, parts.headline, titles),
    )


def _from_head(document: Document, titles: tuple[Title, ...]) -> Headline:
    if not titles:
        return Headline(document.title)
    title = titles[0]
    found = (Provenance("headline", title.method, title.detail, _other(title.text, titles)),)
    return Headline(title.text, None, None, repetitions(document, title.text), found)


def _blocks(document: Document, heading: Heading, parts: Parts, above: Kicker | None) -> frozenset[int]:
    """Return the blocks that print headline or kicker, here and elsewhere."""
    own = {block.index for block in parts.blocks}
    if above:
        own.update(above.blocks)
    return frozenset(own | repetitions(document, *dict.fromkeys((parts.headline, heading.text))))


def repetitions(document: Document, *texts: str) -> frozenset[int]:
    """Return the blocks that print the same words as one of some texts."""
    found: set[int] = set()
    for text in texts:
        low, high, key = len(text) - _SLACK, len(text) + _SLACK, letters(text)
        alike = [block for block in document.walk.blocks if low <= len(block.text) <= high]
        found.update(block.index for block in alike if letters(block.text) == key)
    return frozenset(found)


def _provenance(heading: Heading, headline: str, titles: tuple[Title, ...]) -> tuple[Provenance, ...]:
    return (Provenance("headline", "markup", heading.box.tag, _other(headline, titles)),)


def _other(headline: str, titles: tuple[Title, ...]) -> str | None:
    """Return the first title that says something else than the headline."""
    key = letters(headline)
    return next((title.text for title in titles if title.key not in key and key not in title.key), None)
