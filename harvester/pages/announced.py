"""What the link that led to a page said of it, kept beside what the page says itself."""

import re
from collections.abc import Iterator
from typing import Final

from harvester.article import Article
from harvester.evidence import Link
from harvester.pages.spaces import folded
from harvester.parts import Method, Provenance, Teaser

_METHODS: Final[dict[str, Method]] = {"feed": "feed", "sitemap": "sitemap", "listing": "markup"}
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_ENOUGH: Final = 3
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Letters of scripts whose words stand together, or whose endings change them whole."""
_LONGEST: Final = 1000
"""Letters that are kept of a summary: some feeds carry the whole article."""


def announced(article: Article, link: Link) -> tuple[Provenance, ...]:
    """Return title, labels, summary, date ... of a link, each as provenance of the field ``teaser.<name>``.

    A title that is the headline again says nothing new and is left out.
    """
    method = _METHODS[link.found_in]
    found = (*_of_teaser(article, link.teaser), *_of_entry(link))
    return tuple(Provenance(f"teaser.{name}", method, text[:_LONGEST]) for name, text in found if text)


def is_something_else(article: Article, link: Link) -> bool:
    """Tell whether a page has no word of the title that was announced: perhaps an error page, served as 200.

    Told only where the title has words enough in letters that stand apart.
    """
    said = (link.teaser.title if link.teaser else None) or ""
    title = _words(said)
    if len(title) < _ENOUGH or _UNSPACED.search(said):
        return False
    return not any(title & _words(text) for text in (article.headline, article.standfirst, article.body))


def _words(text: str | None) -> set[str]:
    return set(_WORD.findall((text or "").casefold()))


def _of_teaser(article: Article, teaser: Teaser | None) -> Iterator[tuple[str, str]]:
    if teaser is None:
        return
    title = folded(teaser.title or "")
    yield "title", "" if title == folded(article.headline or "") else title
    yield "labels", ", ".join(teaser.labels)
    yield "summary", folded(teaser.summary or "")


def _of_entry(link: Link) -> Iterator[tuple[str, str]]:
    date = link.published or link.modified
    yield "date", link.published_raw or (date.isoformat() if date else "")
    yield "language", link.language or ""
    yield "keywords", ", ".join(link.keywords)
    yield "publication", link.publication or ""
