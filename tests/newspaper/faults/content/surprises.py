"""Rows 18 to 28 again: feeds, sitemaps and pages that are something else than one would think."""

import gzip

from tests.newspaper.faults.call import XML, Call
from tests.newspaper.faults.content.feeds import FEED, ITEMS, RSS, rss
from tests.newspaper.faults.fault import ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most

catalogue = Catalogue("content")
fault = catalogue.fault

MAPPED = ("/story/only-in-map-1", "/story/only-in-map-2")
"""Articles that nothing but the sitemap leads to."""
MAP = {"at": ("/robots.txt", "/map*"), "articles": MAPPED, "links": ()}
TEXT = ("Content-Type", "text/plain")
MANY = 200_000


def urlset(call: Call, declaration: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    """The sitemap of the two articles."""
    rows = "".join(f"<url><loc>{call.base}{path}</loc></url>" for path in MAPPED)
    return f'{declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


async def robots_or_map(call: Call, body: "str | bytes", *headers: "tuple[str, str]") -> None:
    """robots.txt that announces the sitemap, or the sitemap."""
    if call.path == "/robots.txt":
        await call.page(f"User-agent: *\nDisallow:\nSitemap: {call.base}/map.xml\n", TEXT)
    else:
        await call.page(body, *headers)


@fault(28, WHOLE, **MAP)
async def sitemap_as_html(call: Call) -> None:
    """A sitemap that says it is text/html, behind empty lines and a byte order mark."""
    await robots_or_map(call, "\n\n\ufeff" + urlset(call), ("Content-Type", "text/html"))


@fault(28, WHOLE, **MAP)
async def sitemap_as_text(call: Call) -> None:
    """A sitemap of one address a line, as the protocol allows."""
    await robots_or_map(call, "".join(f"{call.base}{path}\r\n" for path in MAPPED), TEXT)


@fault(28, WHOLE, **MAP)
async def sitemap_in_utf16(call: Call) -> None:
    """A sitemap in UTF-16."""
    await robots_or_map(call, urlset(call, '<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"), XML)


@fault(28, WHOLE, **MAP)
async def sitemap_as_file(call: Call) -> None:
    """A sitemap that is a gzip file, without any coding named."""
    await robots_or_map(call, gzip.compress(urlset(call).encode()), ("Content-Type", "application/x-gzip"))


@fault(28, WHOLE, **MAP)
async def sitemap_cut(call: Call) -> None:
    """A sitemap that ends in the middle of a third address."""
    await robots_or_map(call, urlset(call).replace("</urlset>", f"<url><loc>{call.base}/story/onl"), XML)


@fault(28, WHOLE, at=("/robots.txt", "/map*"), articles=(), clean=WHOLE)
async def sitemap_is_front_page(call: Call) -> None:
    """At the sitemap's address stands the front page."""
    await robots_or_map(call, "<!DOCTYPE html><title>Paper</title><a href='/story/clean-before'>Paper</a>")


@fault(28, WHOLE, **FEED)
async def feed_turns_into_page(call: Call) -> None:
    """A feed that is an HTML page from the second run on: what it announced before stays what it is."""
    if call.run == 1:
        await call.page(rss(call), RSS)
    else:
        await call.page("<!DOCTYPE html><title>Our feed has moved</title><p>Follow us elsewhere.</p>")


@fault(28, WHOLE, **FEED)
async def feed_as_file(call: Call) -> None:
    """A feed that is a gzip file, called XML."""
    await call.page(gzip.compress(rss(call).encode()), RSS)


@fault(28, WHOLE, **FEED)
async def feed_of_halves(call: Call) -> None:
    """A feed with relative links, an empty one, and one that is no address."""
    text = rss(call, more="<item><title>Lamp</title><link></link></item><item><link>http://[</link></item>")
    await call.page(text.replace(f"{call.base}{ITEMS[0]}", ITEMS[0]), RSS)


@fault(18, NOT_HALF)
async def charsets_by_paragraph(call: Call) -> None:
    """Every other paragraph in another charset, as old databases print them."""
    head, *texts = call.article().replace("lamp", "l\u00e4mp").split("<p>")
    parts = [text.encode("utf-8" if number % 2 else "cp1252", "replace") for number, text in enumerate(texts)]
    await call.page(b"<p>".join((head.encode(), *parts)))


@fault(24, WHOLE, at=("/town",), articles=(), sections=("/town",), check=at_most(20))
async def listing_of_two_hundred_thousand(call: Call) -> None:
    """A listing page of two hundred thousand links to other sites."""
    rows = "".join(f"<li><a href='//lamp{n}.invalid/x'>L</a>" for n in range(MANY))
    await call.page(f"<!DOCTYPE html><title>Town</title><h1>Town</h1><ul>{rows}</ul>")


@fault(31, WHOLE)
async def xhtml_with_sections(call: Call) -> None:
    """XHTML with its declaration, scripts in CDATA, and elements that close themselves."""
    head = '<script type="text/javascript"/*<![CDATA[*/ if (1 < 2) lamp(); /*]]>*/></script><meta name="a"/>'
    raw = '<?xml version="1.0" encoding="utf-8"?>\n' + call.article(
        head=head.replace('"/*', '">/*').replace("/></s", "/</s")
    )
    await call.page(raw, ("Content-Type", "application/xhtml+xml"))


@fault(31, ABSENT)
async def frames(call: Call) -> None:
    """A page of frames: the article is in another document."""
    await call.page(
        '<html><head><title>Paper</title></head><frameset cols="20%,*"><frame src="/a"><frame src="/b"></frameset></html>'
    )


@fault(31, WHOLE, at=("/", "/en/"), articles=("/story/behind-a-refresh",))
async def front_page_is_a_refresh(call: Call) -> None:
    """A front page that is nothing but a refresh to another page of the site."""
    if call.path == "/en/":
        await call.page(f"<!DOCTYPE html><title>Paper</title><main>{teasers(call)}</main>")
        return
    await call.page('<html><head><meta http-equiv="refresh" content="0;URL=/en/"></head></html>')


@fault(31, WHOLE, at=("/", "/en/"), articles=("/story/behind-a-redirect",))
async def front_page_moves(call: Call) -> None:
    """A front page that redirects to the one of a language."""
    if call.path == "/":
        await call.moved("/en/")
    else:
        await call.page(f"<!DOCTYPE html><title>Paper</title><main>{teasers(call)}</main>")


def teasers(call: Call) -> str:
    """Teasers of the clean articles and of the one behind."""
    paths = ("/story/clean-before", "/story/clean-after", *call.fault.articles)
    return "".join(f'<article><h2><a href="{path}">A lamp that was lit at {number}</a></h2></article>'
                   for number, path in enumerate(paths))  # fmt: skip
