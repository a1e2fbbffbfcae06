"""Rows 63 to 67: the same article again, a changed one, one that is gone, two that look alike."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, WHOLE, Catalogue
from tests.newspaper.faults.log import Asked, at_most
from tests.newspaper.faults.words import CLEAN, article, front, headline

catalogue = Catalogue("data")
fault = catalogue.fault

SAME = "/story/same"
FORMS = (
    SAME,
    f"{SAME}/amp",
    f"{SAME}?print=1",
    f"{SAME}?utm_source=x",
    "/Story/Same",
    f"{SAME}/",
    "/politics/same",
)
WIRE = ("/story/wire-copy",)
NOTE = '<p class="correction">Correction: An earlier version of this article said otherwise.</p>'


@fault(63, WHOLE, at=(SAME, f"{SAME}/*", "/Story/Same", "/politics/same"), articles=(SAME,), links=FORMS)
async def same_article_forms(call: Call) -> None:
    """One article under seven addresses: AMP, print, tracking, another case, another section. One record."""
    await call.page(article(call.fault.key, SAME))


@fault(63, WHOLE, at=WIRE, words="wire")
async def wire_copy_here(call: Call) -> None:
    """An agency's text, on this site."""
    await call.page(call.article())


@fault(63, WHOLE, at=WIRE, words="wire")
async def wire_copy_there(call: Call) -> None:
    """The same agency's text on another site: a copy is what a harvester of syndicated news is for."""
    await call.page(call.article())


@fault(64, WHOLE, second="version")
async def changed_text(call: Call) -> None:
    """An article that has one more paragraph and a correction in the second run."""
    text = "\n".join(f"<p>{text}</p>" for text in call.paragraphs)
    more = f"<p>Since then the lamp has been lit again.</p>{NOTE}" if call.run > 1 else ""
    await call.page(call.article(body=more + text))


@fault(64, WHOLE, second="version")
async def changed_headline(call: Call) -> None:
    """An article that has another headline in the second run."""
    await call.page(call.article(name=f"{call.headline}, again" if call.run > 1 else call.headline))


@fault(64, WHOLE)
async def changed_furniture(call: Call) -> None:
    """An article around which everything changes with each request, and nothing within."""
    around = f"<aside class='ad'>Advertisement {call.asked.began}</aside><aside><h2>Popular</h2>{call.count}</aside>"
    page = call.article(head=f'<meta name="csrf" content="{call.asked.began}">')
    await call.page(page.replace("<footer>", f"{around}<footer>", 1))


@fault(64, WHOLE)
async def changed_whitespace(call: Call) -> None:
    """An article whose markup is broken into lines anew in the second run."""
    await call.page(call.article().replace(" ", "\n" if call.run > 1 else " ").replace("<p>", "<p> "))


@fault(65, WHOLE, second="tombstone")
async def gone_410(call: Call) -> None:
    """An article that answers 410 in the second run: a tombstone is written."""
    await (call.page(call.article()) if call.run == 1 else call.fail("410 Gone"))


@fault(65, WHOLE)
async def lost_404_once(call: Call) -> None:
    """An article that answers 404 in the second run only: once is no reason for a tombstone."""
    await (call.fail("404 Not Found") if call.run == 2 else call.page(call.article()))


@fault(65, WHOLE)
async def error_page_later(call: Call) -> None:
    """An article that answers 500 in the second run: the error page is no version."""
    await (call.page(call.article()) if call.run == 1 else call.fail("500 Internal Server Error"))


@fault(65, WHOLE)
async def emptied_later(call: Call) -> None:
    """An article whose page is empty but for the site's name in the second run: no version either."""
    bare = "<!DOCTYPE html><title>Faulty Edition</title><body><header><a href='/'>Faulty Edition</a></header></body>"
    await call.page(call.article() if call.run == 1 else bare)


@fault(65, ABSENT, check=at_most(1, "/story/gone_from_the_start"))
async def gone_from_the_start(call: Call) -> None:
    """410 from the first run on: there is nothing to bury."""
    await call.fail("410 Gone")


PAIR = ("/story/today-in-brief", "/story/yesterday-in-brief")


@fault(66, WHOLE, at=PAIR)
async def same_headline(call: Call) -> None:
    """Two different articles under one headline: both are kept."""
    await call.page(call.article(name="Today in brief"))


@fault(66, WHOLE, at=("/article.php",), articles=("/article.php",), links=("/article.php?id=7&section=town",))
async def parameters_matter(call: Call) -> None:
    """An address whose parameters are the article: they are kept as they are."""
    is_asked = call.query == "id=7&section=town"
    await (call.page(call.article()) if is_asked else call.fail("404 Not Found"))


@fault(66, WHOLE, at=PAIR)
async def same_identifier(call: Call) -> None:
    """Two different articles with one and the same identifier in their markup."""
    said = '<script type="application/ld+json">{"@type":"NewsArticle","identifier":"7","@id":"#article"}</script>'
    await call.page(call.article(head=f'{said}<meta name="article-id" content="7">'))


def conditional(asked: tuple[Asked, ...]) -> str | None:
    """In the second run every page that is asked again is asked with the validator that it came with."""
    pages = [one for one in asked if one.run > 1 and one.path != "/robots.txt"]
    bare = next((one.path for one in pages if "if-none-match" not in one.headers), None)
    return f"{bare} was asked without If-None-Match" if bare else None


VALID = tuple(f"/story/valid-{number}" for number in range(3))


@fault(67, WHOLE, at=("/", *VALID, *CLEAN), articles=VALID, check=conditional)
async def validators(call: Call) -> None:
    """Every page has an ETag, and 304 for who sends it back."""
    tag = f'"{headline(call.fault.key, call.path)}"'.replace(" ", "-")
    if call.headers.get("if-none-match") == tag:
        await call.head(("ETag", tag), status="304 Not Modified")
        call.keep = True
    else:
        await call.page(front_or_article(call), ("ETag", tag))


def front_or_article(call: Call) -> str:
    """The front page, or the article of the path."""
    return front(call.fault.key, call.fault.links) if call.path == "/" else call.article()
