"""Nested ``<div>`` with meaningless class names, as a build tool leaves them; a rail among the paragraphs."""

from hashlib import sha256
from html import escape
from typing import Final

from harvester.newspaper.layouts.sheet import PAPER, SECTIONS, Sheet, direction, option, text_html, when
from harvester.newspaper.paths import with_query
from harvester.newspaper.piece import Piece
from harvester.newspaper.rails import Rail, Teaser

BREAK: Final = 2
"""After so many blocks the related articles interrupt the text."""


def cls(word: str) -> str:
    """A class name that says nothing, and is always the same for the same part of the page."""
    return f"css-{sha256(word.encode()).hexdigest()[:6]}"


def page(sheet: Sheet) -> str:
    """The whole page."""
    piece = sheet.piece
    return f"""<!doctype html><html lang="{piece.language}" dir="{direction(piece)}">{_head(sheet)}
<body><div id="root"><div class="{cls("shell")}">
<div class="{cls("bar")}"><div class="{cls("paper")}"><a href="/">{PAPER}</a></div>{_menu()}</div>
<div class="{cls("page")}"><div class="{cls("column")}">
{_opening(sheet)}
{_body(sheet)}
{_closing(piece)}
{"".join(map(_rail, sheet.rails[1:]))}
<div class="{cls("ad")}">{sheet.advertisement}</div>
</div></div>
<div class="{cls("foot")}"><span>© {PAPER}</span> <a href="/about">About us</a> <a href="/privacy">Privacy</a></div>
</div></div></body></html>
"""


def _head(sheet: Sheet) -> str:
    piece = sheet.piece
    return f"""<head><meta charset="utf-8"><title>{escape(piece.headline)} - {PAPER}</title>
<link rel="canonical" href="{escape(sheet.url)}"><meta property="og:site_name" content="{PAPER}">
<meta property="og:type" content="article"><meta property="og:title" content="{escape(piece.headline)} - {PAPER}">
<meta property="og:description" content="{escape(piece.summary)}">
<meta property="article:published_time" content="{piece.published.isoformat()}">
<style>{_style()}</style></head>"""


def _style() -> str:
    return f"""body{{margin:0;font-family:Georgia,serif;background:#fff;color:#111}}
.{cls("bar")}{{border-bottom:3px double #111;text-align:center;padding:12px}}.{cls("paper")}{{font-size:34px}}
.{cls("menu")} a{{margin:0 10px;font:14px sans-serif}}.{cls("column")}{{max-width:640px;margin:24px auto}}
.{cls("head")}{{font-size:32px;line-height:1.15;font-weight:700}}.{cls("stand")}{{font-size:19px;color:#444}}
.{cls("by")},.{cls("note")},.{cls("cap")}{{font:13px sans-serif;color:#666}}.{cls("pic")} img{{width:100%;height:auto}}
.{cls("rail")}{{background:#f6f3ea;padding:12px 16px;margin:20px 0}}.{cls("railhead")}{{font:700 15px sans-serif}}
.{cls("tag")}{{font:11px sans-serif;color:#a00;margin-right:8px}}.{cls("ad")}{{border:1px solid #ccc;padding:8px}}"""


def _menu() -> str:
    links = "".join(f'<a href="/{path}">{name}</a>' for path, name in SECTIONS.items())
    return f'<div class="{cls("menu")}">{links}</div>'


def _opening(sheet: Sheet) -> str:
    piece = sheet.piece
    return f"""<div class="{cls("kick")}">{option("%s", piece.kicker)}</div>
<h1 class="{cls("head")}">{escape(piece.headline)}</h1>
{option(f'<div class="{cls("stand")}">%s</div>', piece.standfirst)}
<div class="{cls("by")}">{option("<span>%s</span>", piece.byline)} <span>{when("%d %B %Y, %H:%M", piece)}</span></div>
{_picture(sheet)}"""


def _picture(sheet: Sheet) -> str:
    photo = sheet.piece.photo
    if not photo:
        return ""
    return f"""<div class="{cls("pic")}"><img src="{sheet.picture}" width="640" height="360" alt=""><div
class="{cls("cap")}"><span>{escape(photo.caption)}</span> <span>{escape(photo.credit)}</span></div></div>"""


def _body(sheet: Sheet) -> str:
    """The text, cut in two by the first rail."""
    blocks = sheet.piece.text
    return f"""<div class="{cls("text")}"><div>{text_html(blocks[:BREAK])}</div>
{"".join(map(_rail, sheet.rails[:1]))}<div>{text_html(blocks[BREAK:])}</div></div>"""


def _closing(piece: Piece) -> str:
    note, label = cls("note"), escape(piece.source_label)
    return (
        option(f'<div class="{note}">(%s)</div>', piece.signoff)
        + option(f'<div class="{note}"><em>%s</em></div>', piece.correction)
        + option(f'<div class="{note}"><span>{label}</span> <span>%s</span></div>', piece.source)
    )


def _rail(rail: Rail) -> str:
    return f"""<div class="{cls("rail")}"><div class="{cls("railhead")}">{escape(rail.heading)}</div>
{"".join(map(_teaser, rail.teasers))}</div>
"""


def _teaser(teaser: Teaser) -> str:
    tags = "".join(f'<span class="{cls("tag")}">{escape(label)}</span>' for label in teaser.labels)
    href = escape(with_query(teaser.path, "utm_source=rail&utm_medium=inline"))
    return f"""<div class="{cls("item")}"><div>{tags}</div><div class="{cls("title")}"><a
href="{href}">{escape(teaser.title)}</a></div><div>{escape(teaser.summary)}</div></div>
"""
