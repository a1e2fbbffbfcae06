"""A small newspaper of our own on loopback: the demo harvests it, the tests bend it.

::

    paper = Newspaper(today=date(2026, 5, 4))
    with serve(paper) as served:
        ...  # crawl served.url
        paper.change(1001, body="Another text.", note="Correction: ...")
        paper.withdraw(1002)  # 410 from now on; lose() for 404
        paper.redecorate()  # another advertisement, the same articles
        paper.bend("/robots.txt", lambda request: plain("", 503))
        ...  # crawl again; paper.visits tells what was asked

``paper.expected()`` is what a perfect harvester records. ``big_site(pages=1000)`` answers many pages cheaply;
``python -m harvester.newspaper --pages 1000`` serves it in a process of its own. This room knows no other.
"""

from harvester.newspaper.big import BigSite, big_site
from harvester.newspaper.edition import Newspaper, Visit
from harvester.newspaper.expected import Expected
from harvester.newspaper.layouts import LAYOUTS, print_page
from harvester.newspaper.piece import Block, Party, Photo, Piece
from harvester.newspaper.rails import Rail, Teaser
from harvester.newspaper.server import Served, serve
from harvester.newspaper.web import Answer, Request, Site, html, moved, plain, xml

__all__ = [
    "LAYOUTS",
    "Answer",
    "BigSite",
    "Block",
    "Expected",
    "Newspaper",
    "Party",
    "Photo",
    "Piece",
    "Rail",
    "Request",
    "Served",
    "Site",
    "Teaser",
    "Visit",
    "big_site",
    "html",
    "moved",
    "plain",
    "print_page",
    "serve",
    "xml",
]
