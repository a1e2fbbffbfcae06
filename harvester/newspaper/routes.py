"""Which address answers what: the paper's table of contents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from typing import Final, Protocol

from harvester.newspaper import feeds, listings, sitemaps
from harvester.newspaper.layouts import bare, print_page
from harvester.newspaper.layouts.old import CHARSET
from harvester.newspaper.layouts.sheet import SECTIONS, Sheet
from harvester.newspaper.paths import TWIN, other_paths, path_of
from harvester.newspaper.pictures import picture
from harvester.newspaper.piece import Piece
from harvester.newspaper.standing import ABSENT, MEMBERS, MEMBERS_PATH, STANDING
from harvester.newspaper.validators import stamped
from harvester.newspaper.web import Answer, Request, html, plain, xml

NOISE: Final = ("utm_", "fbclid", "at_medium")
"""Parameters that change nothing."""


class Paper(Protocol):
    """What the routes need of a newspaper."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What can be read now, newest first."""
        ...

    @property
    def state(self) -> "Gone":
        """What is gone, and when the furniture changed."""
        ...

    def sheet(self, piece: Piece, base: str) -> Sheet:
        """What a layout needs to print a piece."""
        ...


class Gone(Protocol):
    """The part of the paper's state that decides answers."""

    withdrawn: dict[str, int]
    dressed: datetime | None
    clock: datetime


def route(paper: Paper, request: Request) -> Answer:
    """What is printed at the request's address: 200, 410 for what was withdrawn, 404 for the rest."""
    for find in (_file, _listing, _article):
        found = find(paper, request)
        if found:
            return found
    status = paper.state.withdrawn.get(_clean(request), 404)
    return html(ABSENT.replace("404", str(status)), status)


def _file(paper: Paper, request: Request) -> Answer | None:
    """Feeds, sitemaps, robots.txt, pictures, the style sheet."""
    if request.path.startswith("/pictures/"):
        return _picture(request.path)
    make = FILES.get(request.path)
    return stamped(make(paper, request.base), _newest(paper)) if make else None


def _picture(path: str) -> Answer | None:
    name = path.removeprefix("/pictures/").removesuffix(".png")
    if not name.isdecimal():
        return None
    return stamped(Answer(200, (("Content-Type", "image/png"),), (picture(int(name) % 10_000),)), None)


def _listing(paper: Paper, request: Request) -> Answer | None:
    """The front page, the section fronts, and pages that stand for ever."""
    path = request.path.strip("/")
    if not path:
        return stamped(html(listings.front(paper.pieces)), _newest(paper))
    if path in SECTIONS:
        number = request.query.get("page", "1")
        page = listings.section_front(path, paper.pieces, int(number) if number.isdecimal() else 0)
        charset = CHARSET if path == "business" else "utf-8"
        return stamped(html(page, charset=charset), _newest(paper)) if page else None
    return html(STANDING[path]) if path in STANDING else None


def _article(paper: Paper, request: Request) -> Answer | None:
    wanted = _clean(request)
    if wanted == MEMBERS_PATH:
        return html(MEMBERS)
    for piece in paper.pieces:
        if wanted in {path_of(piece), *other_paths(piece), f"{path_of(piece)}?print=1"}:
            return _print(paper, piece, request)
    return None


def _print(paper: Paper, piece: Piece, request: Request) -> Answer:
    """The form that was asked for: the page, its AMP form, or the one for the printer."""
    own = paper.sheet(piece, request.base)
    sheet = (
        replace(own, path=request.path) if piece.id == TWIN and request.path.startswith("/world/") else own
    )
    amp, printer = request.path.endswith("/amp"), request.query.get("print") == "1"
    page = bare.amp(sheet) if amp else bare.printed(sheet) if printer else print_page(sheet)
    charset = CHARSET if piece.layout == "old" else "utf-8"
    changed = max(filter(None, (piece.published, piece.modified, paper.state.dressed)))
    return stamped(html(page, charset=charset), changed)


def _clean(request: Request) -> str:
    """The target without the parameters that change nothing."""
    kept = "&".join(f"{key}={value}" for key, value in request.query.items() if not key.startswith(NOISE))
    return f"{request.path}?{kept}" if kept else request.path


def _newest(paper: Paper) -> datetime:
    """When a listing changed last: every change moves the paper's clock on."""
    return paper.state.clock


def _style() -> Answer:
    text = (files("harvester.newspaper") / "style.css").read_bytes()
    return Answer(200, (("Content-Type", "text/css; charset=utf-8"),), (text,))


FILES: Final[dict[str, Callable[[Paper, str], Answer]]] = {
    "/robots.txt": lambda _, base: plain(sitemaps.robots(base)),
    "/style.css": lambda *_: _style(),
    "/rss.xml": lambda paper, base: xml(feeds.rss(paper.pieces, base), "application/rss+xml"),
    "/atom.xml": lambda paper, base: xml(feeds.atom(paper.pieces, base), "application/atom+xml"),
    "/sitemap.xml": lambda paper, base: xml(sitemaps.index(base, _newest(paper).date())),
    "/sitemap-news.xml": lambda paper, base: xml(sitemaps.news(paper.pieces, base)),
    "/sitemap-articles.xml.gz": lambda paper, base: Answer(
        200, (("Content-Type", "application/gzip"),), (sitemaps.all_articles(paper.pieces, base),)
    ),
}
