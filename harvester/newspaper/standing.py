"""Pages that are no articles, one article that robots.txt keeps to itself, the error page."""

from typing import Final

from harvester.newspaper.layouts import modern
from harvester.newspaper.layouts.sheet import PAPER


def _page(title: str, text: str) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {PAPER}</title>
<link rel="stylesheet" href="/style.css"></head><body>{modern.masthead()}<main><h1>{title}</h1>{text}</main>
{modern.foot()}</body></html>
"""


STANDING: Final = {
    "about": _page(
        "About us",
        "<p>The Lantern has been lit every morning since 1887. It belongs to its readers.</p>",
    ),
    "contact": _page("Contact", "<p>Quay 4, Port Ellery. The bell is broken; please knock.</p>"),
    "privacy": _page("Privacy", "<p>We know your address only if you have the paper brought to it.</p>"),
    "newsletter": _page("Newsletter", "<p>Thank you. The letter comes in the morning.</p>"),
    "tags/3": _page("Editor's choice", "<p>What the editor would read twice.</p>"),
    "tags/4": _page("News", "<p>What happened.</p>"),
}
"""Path without its slash, and the page."""

MEMBERS_PATH: Final = "/members/the-recipe-of-the-soup-that-won"
MEMBERS: Final = _page(
    "The recipe of the soup that won",
    "<article><p>Members of the Lantern Circle may read here how the kitchen of Tern Street School makes its split "
    "pea soup. It begins on the evening before, with a large bowl and cold water.</p></article>",
)
"""An article that robots.txt disallows: who has read it has not asked."""

ABSENT: Final = _page("404", "<p>There is nothing at this address, or not any more.</p>")
