"""The listing pages: the front page and the section fronts, which go on over several pages."""

from collections.abc import Sequence
from html import escape
from typing import Final

from harvester.newspaper.layouts import modern, old
from harvester.newspaper.layouts.sheet import PAPER, SECTIONS
from harvester.newspaper.paths import path_of
from harvester.newspaper.piece import Piece
from harvester.newspaper.rails import teaser_of
from harvester.newspaper.standing import MEMBERS_PATH

PER_PAGE: Final = 5
TOP: Final = 3
"""Teasers of each section on the front page."""
LATEST: Final = 8


def front(pieces: Sequence[Piece]) -> str:
    """The front page: three teasers of each section and the latest headlines."""
    blocks = "".join(_block(section, pieces) for section in SECTIONS)
    latest = "".join(_line(piece) for piece in pieces[:LATEST])
    return _page(
        f"{PAPER} | News from Port Ellery and the coast",
        f'<h1 class="visually-hidden">{PAPER}</h1>{blocks}<section class="latest"><h2>Latest</h2><ol>{latest}</ol></section>'
        f'<section><h2>For members</h2><h3><a href="{MEMBERS_PATH}">The recipe of the soup that won</a></h3></section>',
        '<link rel="alternate" type="application/atom+xml" title="Arts and world" href="/atom.xml">',
    )


def section_front(section: str, pieces: Sequence[Piece], number: int) -> str | None:
    """Page ``number`` (from 1) of a section; ``None`` beyond the last one."""
    own = [piece for piece in pieces if piece.section == section]
    shown = own[(number - 1) * PER_PAGE : number * PER_PAGE]
    if number < 1 or not shown:
        return None
    after = f"/{section}?page={number + 1}" if len(own) > number * PER_PAGE else None
    lay = _old_front if section == "business" else _modern_front
    return lay(section, shown, after)


def _modern_front(section: str, shown: Sequence[Piece], after: str | None) -> str:
    name = SECTIONS[section]
    more = f'<nav class="pager"><a rel="next" href="{after}">Older articles</a></nav>' if after else ""
    link = f'<link rel="next" href="{after}">' if after else ""
    return _page(f"{name} | {PAPER}", f"<h1>{name}</h1>{''.join(map(_teaser, shown))}{more}", link)


def _old_front(section: str, shown: Sequence[Piece], after: str | None) -> str:
    rows = "".join(old.row(teaser_of(piece)) for piece in shown)
    more = f'<tr><td align="right"><a href="{after}">next &gt;&gt;</a></td></tr>' if after else ""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head>
<meta http-equiv="Content-Type" content="text/html; charset={old.CHARSET}"><title>{PAPER} - {SECTIONS[section]}</title>
</head><body bgcolor="#f4efe4">{old.top()}<table width="900" align="center">{rows}{more}</table>{old.bottom()}
</body></html>
"""


def _page(title: str, content: str, head: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/rss+xml" title="{PAPER}" href="/rss.xml">{head}</head><body>
{modern.masthead()}<main class="listing">{content}</main>{modern.foot()}</body></html>
"""


def _block(section: str, pieces: Sequence[Piece]) -> str:
    own = [piece for piece in pieces if piece.section == section][:TOP]
    teasers = "".join(map(_teaser, own))
    return (
        f'<section><h2><a href="/{section}">{SECTIONS[section]}</a></h2>{teasers}</section>\n' if own else ""
    )


def _teaser(piece: Piece) -> str:
    stamp = (
        f'<time datetime="{piece.published.isoformat()}">{piece.published:%d.%m.%Y}</time>'
        if piece.is_dated
        else ""
    )
    return modern.card(teaser_of(piece)).replace("</div>\n", f"{stamp}</div>\n")


def _line(piece: Piece) -> str:
    return f'<li><a href="{escape(path_of(piece))}">{escape(piece.headline)}</a></li>'
