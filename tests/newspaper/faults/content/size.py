"""Rows 24 to 26: too much of everything."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import FLAGGED_OR_ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most

catalogue = Catalogue("content")
fault = catalogue.fault

DEEP = 100_000
MANY = 1_000_000


def behind(call: Call, html: str) -> str:
    """The article, and something behind it."""
    return call.article().replace("</article>", f"</article>{html}", 1)


def halved(call: Call, before: str, after: str) -> str:
    """The article with something between its two halves."""
    text = [f"<p>{text}</p>" for text in call.paragraphs]
    return call.article(body="\n".join((*text[:3], before, *text[3:], after)))


@fault(24, FLAGGED_OR_ABSENT, check=at_most(1, "/story/fifty_megabytes"))
async def fifty_megabytes(call: Call) -> None:
    """A page of 50 MB, with its length: too large is too large, and is not asked twice."""
    await call.page(behind(call, "<p>And so on and so forth.</p>\n" * 1_650_000))


@fault(24, NOT_HALF)
async def nine_megabytes_of_text(call: Call) -> None:
    """One text of nine million letters behind the article."""
    await call.page(behind(call, f"<div>{'lamp ' * 1_800_000}</div>"))


@fault(24, NOT_HALF)
async def nine_megabytes_of_script(call: Call) -> None:
    """A script of nine million letters before the article."""
    await call.page(call.article(head=f"<script>{'lamp();' * 1_285_000}</script>"))


@fault(24, NOT_HALF)
async def siblings(call: Call) -> None:
    """Two hundred thousand siblings behind the text."""
    await call.page(behind(call, "<i>a</i>" * 200_000))


@fault(24, NOT_HALF)
async def siblings_in_text(call: Call) -> None:
    """A hundred thousand line breaks and spans within a paragraph of the text."""
    await call.page(halved(call, f"<p>{'<span>a</span><br>' * 100_000}</p>", ""))


@fault(24, NOT_HALF)
async def links(call: Call) -> None:
    """A hundred thousand links beside the article, in one list."""
    await call.page(behind(call, f"<ul>{'<li><a href=/tag/x>Lamp</a></li>' * 100_000}</ul>"))


@fault(25, WHOLE)
async def deep_behind(call: Call) -> None:
    """A hundred thousand boxes within each other, behind the article."""
    await call.page(behind(call, "<div>" * DEEP))


@fault(25, NOT_HALF)
async def deep_around(call: Call) -> None:
    """The article within a hundred thousand boxes."""
    await call.page(call.article().replace("<article>", "<div>" * DEEP + "<article>", 1))


@fault(25, NOT_HALF)
async def deep_inside(call: Call) -> None:
    """The second half of the text within a hundred thousand boxes."""
    await call.page(halved(call, "<div>" * DEEP, "</div>" * DEEP))


@fault(25, NOT_HALF)
async def deep_inline(call: Call) -> None:
    """A hundred thousand bold and italic marks that are never closed, in the middle of the text."""
    await call.page(halved(call, "<b><i>" * (DEEP // 2), ""))


@fault(25, NOT_HALF)
async def deep_tables(call: Call) -> None:
    """Twenty thousand tables within each other, behind the article."""
    await call.page(behind(call, "<table><tr><td>" * 20_000))


@fault(25, NOT_HALF)
async def deep_lists_closed_wrongly(call: Call) -> None:
    """Fifty thousand lists that are closed in the wrong order, behind the article."""
    await call.page(behind(call, "<ul><li><b>" * 50_000 + "</ul></b></li>" * 50_000))


@fault(26, NOT_HALF)
async def attributes(call: Call) -> None:
    """A tag with a million attributes."""
    names = " ".join(f"a{number}=1" for number in range(MANY))
    await call.page(call.article().replace("<main>", f"<main {names}>", 1))


@fault(26, NOT_HALF)
async def attributes_behind(call: Call) -> None:
    """A tag with half a million attributes without values, behind the article."""
    await call.page(behind(call, f"<div {' '.join(f'a{number}' for number in range(MANY // 2))}>"))


@fault(26, NOT_HALF)
async def attribute_twice(call: Call) -> None:
    """One attribute, a million times."""
    await call.page(behind(call, f"<div {'class=a ' * MANY}>"))


@fault(26, NOT_HALF)
async def attribute_long(call: Call) -> None:
    """An attribute of nine megabytes, on the article's own tag."""
    await call.page(call.article().replace("<article>", f'<article class="{"lamp " * 1_800_000}">', 1))


@fault(26, NOT_HALF)
async def attributes_everywhere(call: Call) -> None:
    """Two thousand tags of five hundred attributes each, in the middle of the text."""
    tag = f"<i {' '.join(f'a{number}' for number in range(500))}>x</i>"
    await call.page(halved(call, tag * 2000, ""))
