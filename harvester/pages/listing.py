"""Listings: pages of teasers, told from articles that have many beside them."""

from typing import Final

from harvester.pages.document import Document
from harvester.pages.flags import HEADING
from harvester.pages.found import Headline
from harvester.pages.titles import letters
from harvester.urls.shapes import shape_of

_TITLE: Final = 25
"""Characters of the shortest link that is a teaser's title outside of a heading."""
_TEASERS: Final = 5
_MANY: Final = 8
_LISTED: Final = 1500
"""Characters of copy of the longest listing whose teasers have summaries."""
_EACH: Final = 300
"""Characters of copy for each teaser where the address names no article."""
_LITTLE: Final = 15
"""The same where the address may name one, and the characters of a sentence: news in brief has that many."""
_SENTENCE: Final = 120
_NAME: Final = 12
"""Letters of a headline that is no section's name."""
_PARAGRAPH: Final = 80
_OPENING: Final = 2
"""Characters and number of the paragraphs below the headline that make a page an article."""
_SLUG: Final = 2
"""Words of the shortest slug that may name an article."""
_LISTS: Final = frozenset(("topic", "archive", "service"))
"""Families of words that name a listing in an address."""
_HALF: Final = 0.5


def is_listing(document: Document, headline: Headline, size: int) -> bool:
    """Tell whether a page has many teasers and, for their number, hardly any text of its own."""
    return _is_full_of_teasers(document, size) and not _opens_article(document, headline)


def _is_full_of_teasers(document: Document, size: int) -> bool:
    headings, titles = _teasers(document)
    if _names_article(document.url):
        return len(headings) >= _MANY and size < min(_LITTLE * len(headings), _SENTENCE)
    teasers = max(len(headings), len(titles))
    return teasers >= _TEASERS and size < min(_LISTED, _EACH * teasers)


def _opens_article(document: Document, headline: Headline) -> bool:
    """Tell whether paragraphs follow a headline that leads nowhere, before the first teaser does."""
    block = headline.block
    if block is None or block.links or len(letters(block.text)) < _NAME:
        return False
    found = []
    for each in document.walk.blocks[block.index + 1 :]:
        is_teaser = any(len(link.text) >= _TITLE for link in each.links)
        if is_teaser and each.link_chars >= len(each.text) * _HALF:
            break
        if len(each.text) >= _PARAGRAPH and each.link_chars < len(each.text) * _HALF:
            found.append(len(each.text))
    return len(found) >= _OPENING and sum(found) >= _EACH


def _teasers(document: Document) -> tuple[set[str], set[str]]:
    """Return the addresses that headings link to, and those that long links do."""
    headings, titles = set(), set()
    for block in document.walk.blocks:
        for link in block.links:
            href = link.href.partition("#")[0]
            if href and block.flags & HEADING and link.text:
                headings.add(href)
            if href and len(link.text) >= _TITLE:
                titles.add(href)
    return headings, titles


def _names_article(url: str) -> bool:
    """Tell whether an address may be an article's: by a slug, a number or a date."""
    if not url.startswith(("http://", "https://")):
        return True
    shape = shape_of(url)
    has_mark = shape.number != "none" or shape.code or shape.date == "inside" or shape.query == "article"
    return has_mark or (shape.words >= _SLUG and not shape.families & _LISTS)
