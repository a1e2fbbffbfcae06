"""The feeds: RSS 2.0 for the paper, Atom for its arts and foreign desks."""

from collections.abc import Sequence
from email.utils import format_datetime
from html import escape
from typing import Final

from harvester.newspaper.layouts.sheet import PAPER
from harvester.newspaper.paths import CAMPAIGN, path_of, picture_of, with_query
from harvester.newspaper.piece import Piece

NEWEST: Final = 20


def rss(pieces: Sequence[Piece], base: str) -> str:
    """The newest dated pieces as RSS 2.0; each link carries the campaign of the feed."""
    dated = [piece for piece in pieces if piece.is_dated][:NEWEST]
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>{PAPER}</title><link>{base}/</link>
<description>Lit every morning since 1887</description><language>en</language>
{"".join(_item(piece, base) for piece in dated)}</channel></rss>
"""


def _item(piece: Piece, base: str) -> str:
    return f"""<item><title>{escape(piece.headline)}</title><link>{escape(base + with_query(path_of(piece), CAMPAIGN))}</link>
<guid isPermaLink="false">lantern-{piece.id}</guid><pubDate>{format_datetime(piece.published)}</pubDate>
<description>{escape(escape(piece.summary).join(("<p>", "</p>")))}</description>
{"".join(f"<category>{escape(label)}</category>" for label in piece.labels)}
<media:thumbnail url="{base}{picture_of(piece)}"/></item>
"""


def atom(pieces: Sequence[Piece], base: str) -> str:
    """The newest pieces of the arts and foreign desks as Atom."""
    own = [piece for piece in pieces if piece.section in {"culture", "world"}][:NEWEST]
    newest = own[0].published.isoformat() if own else "1887-01-01T00:00:00Z"
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{PAPER}: arts and world</title><id>tag:ellerylantern.example,1887:arts</id>
<updated>{newest}</updated><link rel="self" href="{base}/atom.xml"/><link href="{base}/"/>
{"".join(_entry(piece, base) for piece in own)}</feed>
"""


def _entry(piece: Piece, base: str) -> str:
    updated = (piece.modified or piece.published).isoformat()
    authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in piece.authors)
    return f"""<entry xml:lang="{piece.language}"><title>{escape(piece.headline)}</title>
<id>tag:ellerylantern.example,1887:{piece.id}</id><link rel="alternate" href="{escape(base + path_of(piece))}"/>
<published>{piece.published.isoformat()}</published><updated>{updated}</updated>{authors}
<summary>{escape(piece.summary)}</summary></entry>
"""
