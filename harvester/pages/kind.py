"""What kind of page this is: an article, or something that is none."""

import re
from typing import Final, Literal
from urllib.parse import urljoin

from harvester.evidence import NotAnArticle
from harvester.pages.document import Document
from harvester.pages.found import Copy, Headline
from harvester.pages.listing import is_listing
from harvester.pages.walk import Block
from harvester.pages.word_lists import word_lists

_PARTS: Final = re.compile(r"\s+[|–—·•»«-]+\s+|\s*[|»«•]\s*|[!.…]\s+")
_MARKS: Final = " \t.!?…:;,-–—|»«\"'“”„‘’()[]"
_SPARE: Final = 24
"""Characters by which a title may be longer than the phrase it begins with."""
_NOTE: Final = 700
"""Characters of the longest text of an error page."""
_SHORT_NOTE: Final = 300
"""The same where its title says more than the error: an article may be about one."""
_SAID: Final = ("article:published_time", "og:article:published_time", "datepublished")
_STUB: Final = 800
"""Characters of the longest text of an article that is not free and of which more is promised."""
_HALF: Final = 0.5
_CUT: Final = 1200
"""Characters of the longest text that a wall cuts, and of the longest line that says so."""
_LINE: Final = 250
_WALLS: Final = tuple(word_lists("walls")["wall"])

_COUNTED: Final = re.compile(
    r"(?:/(?:page|seite|pagina|p)?[/-]?\d{1,2}|[?&](?:page|seite|pagina|pg|p)=\d{1,2})$"
)
_NUMBERED: Final = re.compile(r"[-_,]\d{1,2}$")
"""The number of a page at the end of an address."""
_ENDING: Final = re.compile(r"(?:\.(?:s?html?|php|aspx?|jsp))?/?$")
_END_TAG: Final = "</"

_PHRASES: Final = {kind: tuple(words) for kind, words in word_lists("kinds").items()}


def refuse_other_kinds(document: Document, headline: Headline, copy: Copy) -> None:
    """Raise ``NotAnArticle`` for a listing, an error page and an empty page."""
    is_shown = bool(document.walk.blocks or copy.paragraphs)
    if not is_shown and headline.text is None:
        raise NotAnArticle("empty")
    if _says_article(document):
        return
    if not is_shown and not document.walk.media:
        raise NotAnArticle("empty", headline.text or "")
    size = sum(len(part.text) for part in copy.paragraphs)
    fault = _fault(document, headline, size) if size <= _NOTE else None
    if fault is not None:
        raise NotAnArticle(fault, headline.text or document.title or "")
    if is_listing(document, headline, size):
        raise NotAnArticle("listing", headline.text or document.title or "")


def is_stub(document: Document, copy: Copy, *, is_free: bool | None) -> bool:
    """Tell whether the text is cut: shorter than the data say, short and not free, or ended by a wall."""
    size = sum(len(part.text) for part in copy.paragraphs)
    article = document.structured.article
    promised = len((article.body if article else None) or "")
    if size < promised * _HALF or (is_free is False and size <= _STUB):
        return True
    return size <= _CUT and any(map(_is_wall, document.walk.blocks))


def _is_wall(block: Block) -> bool:
    """Tell whether a line says that the rest is for those who pay or register."""
    if len(block.text) > _LINE or block.link_chars > len(block.text) * _HALF:
        return False
    line = block.text.lower()
    return any(phrase in line for phrase in _WALLS)


def has_more_pages(document: Document) -> bool:
    """Tell whether the article goes on at an address that is the page's own with a number more.

    ``rel="next"`` alone is no sign: weblogs link the next article so.
    """
    own = _stem(document.url)
    first = {own, _COUNTED.sub("", own)}
    shown = (link.href for b in document.walk.blocks for link in b.links if link.text == "2")
    for href in (*document.links.get("next", ()), *shown):
        other = _stem(_joined(document.base_url, href))
        if other != own and {_COUNTED.sub("", other), _NUMBERED.sub("", other)} & first:
            return True
    return False


def _joined(base: str, href: str) -> str:
    """Return a link's address; itself where it is none."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _stem(url: str) -> str:
    """Return host, path and query of an address without ending and last slash."""
    address, _, query = url.partition("#")[0].partition("://")[2].partition("?")
    address = _ENDING.sub("", address)
    return f"{address}?{query}" if query else address


def swallows_text(document: Document) -> bool:
    """Tell whether a quote that nobody closed made text an attribute: it is in the page and in no tree."""
    walk = document.walk
    links = [link.href for block in walk.blocks for link in block.links]
    names = [box.name for box in walk.boxes]
    return _END_TAG in " ".join(links) or _END_TAG in " ".join(names)


def _says_article(document: Document) -> bool:
    """Tell whether the page says of itself that it is an article, and when it was published."""
    article = document.structured.article
    is_dated = article is not None and article.date_published is not None
    return (
        is_dated or document.meta(*_SAID) is not None or (document.meta("og:type") or "").lower() == "article"
    )


def _fault(document: Document, headline: Headline, size: int) -> Literal["not_found", "error_page"] | None:
    """Return what the headline or a part of the title says went wrong; with some text, in so many words."""
    spare = _SPARE if size <= _SHORT_NOTE else 0
    titles = [text for text in (headline.text, document.title) if text]
    parts = [part.strip(_MARKS).lower() for title in titles for part in (title, *_PARTS.split(title))]
    for kind, phrases in _PHRASES.items():
        if any(part.startswith(phrases) and _is_little_more(part, phrases, spare) for part in parts):
            return "not_found" if kind == "not_found" else "error_page"
    return None


def _is_little_more(part: str, phrases: tuple[str, ...], more: int) -> bool:
    """Tell whether a title part is one of some phrases and hardly more; a number stands alone."""
    spare = {phrase: 0 if phrase.isdigit() else more for phrase in phrases if part.startswith(phrase)}
    return any(len(part) <= len(phrase) + some for phrase, some in spare.items())
