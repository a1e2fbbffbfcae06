"""The nested fields of a content management system, for text without byline and date.

A picture without caption opens the page; the text closes with the source line and the photo line, in one
paragraph; every teaser says its title three times: for the picture, for screen readers, to read.
"""

from html import escape

from harvester.newspaper.layouts.sheet import PAPER, SECTIONS, Sheet, option, text_html
from harvester.newspaper.piece import Photo, Piece
from harvester.newspaper.rails import Rail, Teaser

FIELD = "field field--label-hidden field__item"


def page(sheet: Sheet) -> str:
    """The whole page."""
    piece = sheet.piece
    return f"""<!DOCTYPE html>
<html lang="{piece.language}" dir="ltr"><head><meta charset="utf-8">
<link rel="canonical" href="{escape(sheet.url)}"><meta name="Generator" content="Quayside 4">
<link rel="alternate" type="application/rss+xml" title="News" href="/rss.xml"><link rel="stylesheet" href="/style.css">
<title>{escape(piece.headline)} | {PAPER}</title></head>
<body><a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
{_banner()}
<main role="main"><a id="main-content" tabindex="-1"></a><div class="region region-content">
<article role="article" class="node node--type-news node--view-mode-full clearfix">
{_fields(sheet)}
</article></div>
<aside class="layout-sidebar">{"".join(map(_rail, sheet.rails))}</aside></main>
<footer role="contentinfo"><p>{PAPER} is published by the Lantern Trust</p><p>{sheet.advertisement}</p><ul><li><a
href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact</a></li></ul><form action="/newsletter"
method="post"><label>Subscribe to our newsletters</label><input name="mail" type="email"><button>Subscribe</button>
</form></footer></body></html>
"""


def _banner() -> str:
    items = "".join(f'<li><a href="/{path}">{name}</a></li>' for path, name in SECTIONS.items())
    return f"""<header role="banner"><div class="site-name"><a href="/" rel="home">{PAPER}</a></div>
<nav role="navigation"><ul class="menu">{items}</ul></nav></header>"""


def _fields(sheet: Sheet) -> str:
    piece = sheet.piece
    return f"""<h1 class="title page-title"><span class="{FIELD}">{escape(piece.headline)}</span></h1>
{_picture(sheet)}<div class="clearfix text-formatted {FIELD}">
{text_html(piece.text)}
<p>&nbsp;</p>
{_last_lines(piece)}</div>"""


def _picture(sheet: Sheet) -> str:
    if not sheet.piece.photo:
        return ""
    return f'<div class="{FIELD}"><img src="{sheet.picture}" width="640" height="360" alt=""></div>\n'


def _last_lines(piece: Piece) -> str:
    label = escape(piece.source_label)
    lines = (
        option(f"<strong>{label} %s</strong>", piece.source),
        option("<em>%s</em>", _photo_line(piece.photo) if piece.photo else None),
        option("%s", piece.correction),
    )
    return f"<p>{'<br>'.join(line for line in lines if line)}</p>"


def _photo_line(photo: Photo) -> str:
    return f"{photo.label} {photo.caption} ({photo.credit})".strip()


def _rail(rail: Rail) -> str:
    return f"""<div class="block block-views"><h2>{escape(rail.heading)}</h2><div class="view"><div
class="view-content">{"".join(map(_row, rail.teasers))}</div></div></div>
"""


def _row(teaser: Teaser) -> str:
    href, title = escape(teaser.path), escape(teaser.title)
    tags = "".join(
        f'<div class="field__item"><a href="/tags/{number}">{escape(label)}</a></div>'
        for number, label in enumerate(teaser.labels, start=3)
    )
    return f"""<div class="views-row"><article role="article" about="{href}" class="node node--view-mode-teaser">
<div class="field field__items">{tags}</div>
<a href="{href}" class="teaser-image" title="{title}"><img loading="lazy" src="{teaser.picture}" alt=""><span
class="visually-hidden-focusable">{title}</span></a>
<h3 class="node__title"><a href="{href}" rel="bookmark"><span class="field">{title}</span></a></h3>
<div class="clearfix text-formatted field"><p>{escape(teaser.summary)}</p></div></article></div>
"""
