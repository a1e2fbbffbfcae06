"""Semantic HTML5 with JSON-LD, as a paper of today prints it."""

import json
from html import escape
from typing import Any

from harvester.newspaper.layouts.sheet import (
    PAPER,
    SECTIONS,
    Sheet,
    direction,
    navigation,
    option,
    text_html,
    when,
)
from harvester.newspaper.paths import path_of, with_query
from harvester.newspaper.piece import Piece
from harvester.newspaper.rails import Rail, Teaser


def page(sheet: Sheet) -> str:
    """The whole page."""
    piece = sheet.piece
    return f"""<!DOCTYPE html>
<html lang="{piece.language}" dir="{direction(piece)}">
{_head(sheet)}
<body>
{masthead()}
<main>
<nav class="crumbs"><a href="/">Home</a> › <a href="/{piece.section}">{SECTIONS[piece.section]}</a></nav>
<article class="story">
{_opening(sheet)}
<div class="story-body">
{text_html(piece.text)}
</div>
{_closing(piece)}
</article>
<aside class="ad" aria-label="Advertisement">{sheet.advertisement}</aside>
<section class="newsletter"><h2>The Lantern in your letterbox</h2><p>Get our morning letter. It is free and ends
with a recipe.</p><form action="/newsletter"><input type="email" name="mail"><button>Sign up</button></form></section>
{"".join(map(_rail, sheet.rails))}
</main>
{foot()}
</body>
</html>
"""


def masthead() -> str:
    """The paper's name and the sections, on top of every modern page."""
    return f"""<header class="masthead"><p class="paper"><a href="/">{PAPER}</a></p>
<p class="motto">Lit every morning since 1887</p><nav><ul>{navigation()}</ul></nav></header>"""


def foot() -> str:
    """What closes every modern page."""
    return f"""<footer><p>© {PAPER}. All rights reserved.</p><ul><li><a href="/about">About us</a></li>
<li><a href="/contact">Contact</a></li><li><a href="/privacy">Privacy</a></li>
<li><a href="mailto:desk@ellerylantern.example">Write to the desk</a></li></ul></footer>"""


def _head(sheet: Sheet) -> str:
    piece = sheet.piece
    return f"""<head>
<meta charset="utf-8">
<title>{escape(piece.headline)} | {PAPER}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(piece.summary)}">
<link rel="canonical" href="{escape(sheet.url)}">
<link rel="amphtml" href="{escape(sheet.url)}/amp">
<link rel="alternate" type="application/rss+xml" title="{PAPER}" href="/rss.xml">
<link rel="stylesheet" href="/style.css">
<meta property="og:type" content="article"><meta property="og:site_name" content="{PAPER}">
<meta property="og:title" content="{escape(piece.headline)}"><meta property="og:url" content="{escape(sheet.url)}">
<meta property="og:image" content="{sheet.picture}">
<meta property="article:published_time" content="{piece.published.isoformat()}">
<script type="application/ld+json">{json_ld(sheet)}</script>
</head>"""


def json_ld(sheet: Sheet) -> str:
    """What the page says of itself, as schema.org's NewsArticle."""
    piece = sheet.piece
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": piece.headline,
        "mainEntityOfPage": sheet.url,
        "datePublished": piece.published.isoformat(),
        "dateModified": (piece.modified or piece.published).isoformat(),
        "inLanguage": piece.language,
        "articleSection": SECTIONS[piece.section],
        "isAccessibleForFree": True,
        "publisher": {"@type": "NewsMediaOrganization", "name": PAPER},
    }
    if piece.authors:
        said["author"] = [{"@type": "Person", "name": name} for name in piece.authors]
    if piece.photo:
        said["image"] = [sheet.picture]
    return json.dumps(said, ensure_ascii=False).replace("</", "<\\/")


def _opening(sheet: Sheet) -> str:
    """Everything above the text: kicker, headline, standfirst, byline, time, tools, picture."""
    piece = sheet.piece
    return f"""<header>
{option('<p class="kicker">%s</p>', piece.kicker)}
<h1>{escape(piece.headline)}</h1>
{option('<p class="standfirst">%s</p>', piece.standfirst)}
<p class="meta">{option('<span class="byline">%s</span>', piece.byline)}
<time datetime="{piece.published.isoformat()}">{when("%d.%m.%Y, %H:%M", piece)}</time></p>
<ul class="tools"><li><a href="https://social.example/share?u={escape(sheet.url)}">Share</a></li>
<li><a href="{with_query(path_of(piece), "print=1")}" rel="nofollow">Print</a></li></ul>
</header>
{_figure(sheet)}"""


def _figure(sheet: Sheet) -> str:
    photo = sheet.piece.photo
    if not photo:
        return ""
    return f"""<figure><img src="{sheet.picture}" width="640" height="360" alt="{escape(photo.caption)}">
<figcaption>{escape(photo.caption)} <span class="credit">{escape(photo.credit)}</span></figcaption></figure>"""


def _closing(piece: Piece) -> str:
    """Sign-off, correction and source line."""
    label = f"<strong>{escape(piece.source_label)}</strong>"
    return "\n".join(
        (
            option('<p class="signoff">(%s)</p>', piece.signoff),
            option('<aside class="correction"><p>%s</p></aside>', piece.correction),
            option(f'<p class="source">{label} %s</p>', piece.source),
        )
    )


def _rail(rail: Rail) -> str:
    return f"""<aside class="rail"><h2>{escape(rail.heading)}</h2>
{"".join(map(card, rail.teasers))}</aside>
"""


def card(teaser: Teaser) -> str:
    """A teaser: the picture and the title link to the same page, labels stand between them."""
    labels = "".join(f'<li class="label">{escape(label)}</li>' for label in teaser.labels)
    href, title = escape(teaser.path), escape(teaser.title)
    return f"""<div class="card"><a href="{href}" title="{title}" tabindex="-1"><img src="{teaser.picture}"
alt="" width="160" height="90"></a><ul class="labels">{labels}</ul>
<h3><a href="{href}">{title}</a></h3><p>{escape(teaser.summary)}</p></div>
"""
