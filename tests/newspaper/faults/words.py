"""The words of the faulty edition: articles that can be told apart, and whether they came whole."""

from hashlib import sha256
from html import escape
from random import Random

from harvester.newspaper.prattle import paragraph, title

PARAGRAPHS = 6
CLEAN = ("/story/clean-before", "/story/clean-after")
"""Two sound articles of every site, before and after what is wrong."""

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


def mark(fault: str, path: str) -> str:
    """A name that only one article has: "Kavoluri"; it stands in headline and end.

    The case of the path does not matter: clients may write ``%2f`` as ``%2F``.
    """
    dice = Random(sha256(f"{fault} {path.lower()}".encode()).digest())
    return "".join(dice.choice(CONSONANTS) + dice.choice(VOWELS) for _ in range(4)).capitalize()


def headline(fault: str, path: str) -> str:
    """The headline of an article."""
    return f"{title(Random(f'{fault}{path.lower()}'), 5)} in {mark(fault, path)}"


def ending(fault: str, path: str) -> str:
    """The last sentence of an article: who has it has the whole."""
    return f"So ended a long day in {mark(fault, path)}."


def paragraphs(fault: str, path: str) -> list[str]:
    """The text of an article."""
    dice = Random(f"{fault}{path.lower()}text")
    return [*(paragraph(dice) for _ in range(PARAGRAPHS)), ending(fault, path)]


def article(
    fault: str, path: str, *, head: str = "", body: str | None = None, name: str | None = None
) -> str:
    """A sound page; ``head`` is put into its head, ``body`` replaces the text, ``name`` the headline's HTML."""
    text = body if body is not None else "\n".join(f"<p>{text}</p>" for text in paragraphs(fault, path))
    shown = name if name is not None else escape(headline(fault, path))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{shown} | Faulty Edition</title>{head}</head>
<body><header><a href="/">Faulty Edition</a></header>
<main><article><h1>{shown}</h1><p class="byline">By Ada Quill</p>
{text}
</article></main>
<footer><a href="/imprint">Imprint</a></footer></body></html>
"""


def front(fault: str, links: tuple[str, ...], head: str = "", sections: tuple[str, ...] = ()) -> str:
    """The front page: a clean article, the links as they stand, the other clean article."""
    hrefs = (CLEAN[0], *links, CLEAN[1])
    menu = "".join(
        f'<li><a href="{href}">Section {number}</a></li>' for number, href in enumerate(sections, 1)
    )
    rows = "\n".join(_teaser(fault, href) for href in hrefs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Faulty Edition</title>{head}</head>
<body><header><a href="/">Faulty Edition</a><nav><ul>{menu}</ul></nav></header><main>
{rows}
</main></body></html>
"""


def _teaser(fault: str, href: str) -> str:
    path = href.partition("?")[0]
    return f'<article class="teaser"><h2><a href="{href}">{escape(headline(fault, path))}</a></h2></article>'
