"""robots.txt and what it announces: a sitemap index, a gzipped sitemap of all pieces, a news sitemap."""

import gzip
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import Final

from harvester.newspaper.layouts.sheet import PAPER
from harvester.newspaper.paths import path_of
from harvester.newspaper.piece import Piece

RECENT: Final = timedelta(days=2)
"""A news sitemap lists the articles of two days."""

OPENING: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def robots(base: str) -> str:
    """Who may fetch what, and where the sitemaps are."""
    return f"""User-agent: *
Disallow: /search
Disallow: /members/
Disallow: /*?print=1$

Sitemap: {base}/sitemap.xml
Sitemap: {base}/sitemap-news.xml
"""


def index(base: str, newest: date) -> str:
    """The sitemap index."""
    rows = "".join(
        f"<sitemap><loc>{base}/{name}</loc><lastmod>{newest.isoformat()}</lastmod></sitemap>\n"
        for name in ("sitemap-articles.xml.gz", "sitemap-news.xml")
    )
    return f"{OPENING}<sitemapindex {NAMESPACE}>\n{rows}</sitemapindex>\n"


def all_articles(pieces: Sequence[Piece], base: str) -> bytes:
    """Every piece with its last change where it has a date, gzipped; the same pieces give the same bytes."""
    rows = "".join(
        f"<url><loc>{escape(base + path_of(piece))}</loc>{_changed(piece)}</url>\n" for piece in pieces
    )
    return gzip.compress(f"{OPENING}<urlset {NAMESPACE}>\n{rows}</urlset>\n".encode(), mtime=0)


def _changed(piece: Piece) -> str:
    return f"<lastmod>{(piece.modified or piece.published).isoformat()}</lastmod>" if piece.is_dated else ""


def news(pieces: Sequence[Piece], base: str) -> str:
    """The dated pieces of the two newest days, with titles and dates."""
    dated = [piece for piece in pieces if piece.is_dated]
    recent = [piece for piece in dated if dated[0].published - piece.published < RECENT]
    rows = "".join(_news_row(piece, base) for piece in recent)
    space = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f"{OPENING}<urlset {NAMESPACE} {space}>\n{rows}</urlset>\n"


def _news_row(piece: Piece, base: str) -> str:
    return f"""<url><loc>{escape(base + path_of(piece))}</loc><news:news><news:publication><news:name>{PAPER}</news:name>
<news:language>{piece.language}</news:language></news:publication>
<news:publication_date>{piece.published.isoformat()}</news:publication_date>
<news:title>{escape(piece.headline)}</news:title></news:news></url>
"""
