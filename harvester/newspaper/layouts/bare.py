"""The same words without what stands around them: the AMP page and the page for the printer."""

from html import escape

from harvester.newspaper.layouts.old import CHARSET
from harvester.newspaper.layouts.sheet import PAPER, Sheet, direction, option, text_html
from harvester.newspaper.piece import Piece


def amp(sheet: Sheet) -> str:
    """The AMP form of an article; it names the article's own address as canonical."""
    piece = sheet.piece
    return f"""<!doctype html><html amp lang="{piece.language}" dir="{direction(piece)}"><head><meta charset="utf-8">
<link rel="canonical" href="{escape(sheet.url)}"><title>{escape(piece.headline)} | {PAPER}</title>
<meta property="article:published_time" content="{piece.published.isoformat()}">
<meta name="viewport" content="width=device-width"></head><body><article>
{_words(sheet)}
</article></body></html>
"""


def printed(sheet: Sheet) -> str:
    """The form for the printer; it names nothing."""
    declared = CHARSET if sheet.piece.layout == "old" else "utf-8"
    return f"""<html><head><meta charset="{declared}"><title>{escape(sheet.piece.headline)} | {PAPER}</title></head>
<body onload="window.print()"><p>{PAPER}</p>
{_words(sheet)}
<p>Printed from {escape(sheet.url)}</p></body></html>
"""


def _words(sheet: Sheet) -> str:
    piece = sheet.piece
    return f"""<h1>{escape(piece.headline)}</h1>
{option('<p class="standfirst">%s</p>', piece.standfirst)}
{option('<p class="byline">%s</p>', piece.byline)}
{_figure(sheet)}{text_html(piece.text)}
{_notes(piece)}"""


def _figure(sheet: Sheet) -> str:
    photo = sheet.piece.photo
    if not photo:
        return ""
    return f"""<figure><img src="{sheet.picture}" alt=""><figcaption>{escape(photo.caption)} <span
class="credit">{escape(photo.credit)}</span></figcaption></figure>
"""


def _notes(piece: Piece) -> str:
    return (
        option('<p class="signoff">(%s)</p>', piece.signoff)
        + option('<p class="correction">%s</p>', piece.correction)
        + option(f'<p class="source"><strong>{escape(piece.source_label)}</strong> %s</p>', piece.source)
    )
