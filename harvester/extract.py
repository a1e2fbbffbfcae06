"""``extract``: a page in, its ``Article`` out; the site's page class reads it where there is one."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

from harvester.article import Article
from harvester.evidence import Evidence
from harvester.pages.announced import announced, is_something_else
from harvester.pages.page import ArticlePage
from harvester.parts import Warn
from harvester.site import Site
from harvester.site.ruling import ruled_article
from harvester.sites import Sites
from harvester.urls import host_of


def extract(
    page: bytes | str, url: str, *, evidence: Evidence | None = None, sites: Sites | None = None
) -> Article:
    """Return what an article page says.

    Args:
        page: bytes as received, after content coding, or text already decoded.
        url: the page's address, after redirects; relative ones refer to it.
        evidence: what the page itself cannot say: header, time of retrieval, the link that led here.
        sites: the site files that may take part; by default those of the package,
            ``Sites.none()`` for the generic page alone.

    Raises:
        NotAnArticle: the page is a listing, an error page, empty, or no HTML.
        BrokenRule: a rule of the site file raised on it, or returned what its field cannot hold.
    """
    with _uncollected():
        return _extracted(page, url, evidence, sites)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put the garbage collector off while a page is read: it walks all that a program holds for nothing.

    What a page leaves behind has no cycles; the collector runs between pages, as the program set it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _extracted(page: bytes | str, url: str, evidence: Evidence | None, sites: Sites | None) -> Article:
    # An address without a host, as of a page from a file, is of no known site.
    site = (_shipped() if sites is None else sites).for_host(host_of(url)) or Site()
    read = (site.Page or ArticlePage)(page, url, evidence)
    read.zone = site.zone
    article = ruled_article(read) if site.Page else read.article()
    return _with_link(_with_site(article, site), evidence)


def _with_site(article: Article, site: Site) -> Article:
    """Return the article with what the site file knows better than the page."""
    if not (site.name or site.publisher or site.language or site.rules):
        return article
    facts = replace(
        article.site,
        name=site.name or article.site.name,
        publisher=site.publisher or article.site.publisher,
    )
    language = site.language or article.language
    return replace(article, site=facts, language=language, site_rules=site.rules)


def _with_link(article: Article, evidence: Evidence | None) -> Article:
    """Return the article with what its link said; a warning where that is another story."""
    link = evidence.announced if evidence else None
    if link is None:
        return article
    suspect: tuple[Warn, ...] = ("soft_404_suspect",) if is_something_else(article, link) else ()
    return replace(
        article,
        provenance=(*article.provenance, *announced(article, link)),
        warnings=(*article.warnings, *suspect),
    )


@lru_cache(maxsize=1)
def _shipped() -> Sites:
    """Read the site files of the package once."""
    return Sites.shipped()
