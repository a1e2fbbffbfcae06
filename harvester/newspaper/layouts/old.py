"""Tables, ``<br>`` and ``<font>``, meta tags only: a page of 1999 that nobody dared to touch."""

from html import escape
from typing import Final

from harvester.newspaper.layouts.sheet import PAPER, SECTIONS, Sheet, option, when
from harvester.newspaper.paths import path_of, with_query
from harvester.newspaper.piece import Block, Piece
from harvester.newspaper.rails import Rail, Teaser

CHARSET: Final = "windows-1252"
"""As the old system writes; other letters become character references."""
HOUSE_LINES: Final = ("Weather: <b>14°C</b>, wind NW 5", "Tides: high 06:12, low 12:31")


def page(sheet: Sheet) -> str:
    """The whole page."""
    piece = sheet.piece
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={CHARSET}">
<title>{PAPER} - {escape(piece.headline)}</title>
<meta name="author" content="{escape(", ".join(piece.authors))}">
<meta name="date" content="{when("%Y-%m-%d", piece)}">
<meta name="description" content="{escape(piece.summary)}">
</head><body bgcolor="#f4efe4" text="#221100" link="#003366">
{top()}
<table width="900" align="center" cellpadding="6"><tr>
<td width="150" valign="top"><font size="2">{"<br>".join(HOUSE_LINES)}<br><br>{sheet.advertisement}</font></td>
<td valign="top">{_column(sheet)}</td>
<td width="220" valign="top" bgcolor="#e8e0cc">{"".join(map(_rail, sheet.rails))}</td>
</tr></table>
{bottom()}
</body></html>
"""


def top() -> str:
    """The paper's name and the sections, in a table."""
    cells = " | ".join(f'<a href="/{path}">{name}</a>' for path, name in SECTIONS.items())
    return f"""<table width="900" align="center" border="0"><tr><td align="center"><a href="/"><font size="6"
face="Times">{PAPER}</font></a><br><font size="2">{cells}</font><hr></td></tr></table>"""


def bottom() -> str:
    """The last table."""
    return f"""<table width="900" align="center"><tr><td align="center"><hr><font size="1">Copyright {PAPER} -
<a href="/about">About</a> - <a href="/contact">Contact</a> -
<a href="javascript:history.back()">Back</a></font></td></tr></table>"""


def _column(sheet: Sheet) -> str:
    piece = sheet.piece
    return f"""<font size="5"><b>{escape(piece.headline)}</b></font><br>
{option("<i>%s</i><br>", piece.standfirst)}
<font size="2" color="#666666">{option("%s", piece.byline)} - {when("%d %B %Y", piece)}</font>
<a href="{escape(with_query(path_of(piece), "print=1"))}"><font size="1">printer friendly</font></a><br><br>
{_picture(sheet)}{"<br><br>".join(map(_block, piece.text))}
<br><br>{_notes(piece)}"""


def _block(block: Block) -> str:
    text = escape(block.text, quote=False)
    forms = {"h2": f"<h2>{text}</h2>", "quote": f"<blockquote>{text}</blockquote>", "li": f"<li>{text}</li>"}
    return forms.get(block.kind, text)


def _picture(sheet: Sheet) -> str:
    photo = sheet.piece.photo
    if not photo:
        return ""
    return f"""<table width="320" align="right"><tr><td><img src="{sheet.picture}" width="320" height="180"></td></tr>
<tr><td><font size="1">{escape(photo.caption)} (Photo: {escape(photo.credit)})</font></td></tr></table>
"""


def _notes(piece: Piece) -> str:
    source = f"{escape(piece.source_label)} {escape(piece.source)}" if piece.source else ""
    return "<br>".join(
        note
        for note in (
            option("(%s)", piece.signoff),
            option("<i>%s</i>", piece.correction),
            f"<b>{source}</b>" if source else "",
        )
        if note
    )


def _rail(rail: Rail) -> str:
    rows = "".join(map(row, rail.teasers))
    return f"""<table width="100%"><tr><td bgcolor="#003366"><font color="white"><b>{escape(rail.heading)}</b></font>
</td></tr>{rows}</table><br>
"""


def row(teaser: Teaser) -> str:
    """A teaser as a row of a table."""
    labels = " ".join(f'<font size="1" color="#990000">{escape(label)}</font>' for label in teaser.labels)
    href = escape(teaser.path)
    return f"""<tr><td>{labels}<br><a href="{href}"><b>{escape(teaser.title)}</b></a><br>
<font size="2">{escape(teaser.summary)}</font></td></tr>
"""
