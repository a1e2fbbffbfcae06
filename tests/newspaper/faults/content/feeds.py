"""Rows 27 and 28: feeds and sitemaps that are bombs, spies, broken, or called something else."""

from tests.newspaper.faults.call import XML, Call
from tests.newspaper.faults.edition import SECRET
from tests.newspaper.faults.fault import NOT_HALF, WHOLE, Catalogue

catalogue = Catalogue("content")
fault = catalogue.fault

ITEMS = ("/story/only-in-feed-1", "/story/only-in-feed-2")
"""Articles that nothing but the feed leads to."""
HEAD = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
FEED = {"at": ("/feed.xml",), "articles": ITEMS, "links": (), "head": HEAD}
RSS = ("Content-Type", "application/rss+xml; charset=utf-8")
LAUGHS = "<!DOCTYPE x [" + '<!ENTITY l0 "lamp">' + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip


def item(call: Call, path: str, extra: str = "") -> str:
    """One item of RSS."""
    return f"<item><title>Only in the feed{extra}</title><link>{call.base}{path}</link></item>\n"


def rss(call: Call, *, doctype: str = "", more: str = "") -> str:
    """The feed of the two articles, with ``more`` between them."""
    first, second = (item(call, path) for path in ITEMS)
    channel = (
        f"<channel><title>Faulty Edition</title><link>{call.base}/</link>\n{first}{more}{second}</channel>"
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}<rss version="2.0">{channel}</rss>\n'


@fault(27, WHOLE, **FEED)
async def feed_laughs(call: Call) -> None:
    """A feed with a title of a billion laughs; the other items are sound."""
    await call.page(rss(call, doctype=LAUGHS, more=item(call, "/nowhere", ": &l9;")), RSS)


@fault(27, WHOLE, never=(SECRET,), **FEED)
async def feed_reads_file(call: Call) -> None:
    """A feed with an entity that is a file of this machine."""
    doctype = call.fill('<!DOCTYPE x [<!ENTITY spy SYSTEM "file://{secret}">]>')
    await call.page(rss(call, doctype=doctype, more=item(call, "/nowhere", ": &spy;")), RSS)


@fault(27, WHOLE, **FEED)
async def feed_asks_network(call: Call) -> None:
    """A feed whose document type and entities lie in one's own network."""
    spy = "http://127.0.0.1:{canary}/spy"
    doctype = call.fill(
        f'<!DOCTYPE x SYSTEM "{spy}.dtd" [<!ENTITY % p SYSTEM "{spy}">%p;<!ENTITY s SYSTEM "{spy}">]>'
    )
    await call.page(rss(call, doctype=doctype, more=item(call, "/nowhere", ": &s;")), RSS)


@fault(27, WHOLE, **FEED)
async def feed_with_harmless_doctype(call: Call) -> None:
    """An old feed with the document type of RSS 0.91 and an HTML entity in a title."""
    doctype = '<!DOCTYPE rss PUBLIC "-//Lantern//DTD RSS 0.91//EN" "http://thief.example/rss-0.91.dtd">'
    await call.page(rss(call, doctype=doctype, more=item(call, "/nowhere", ": caf&eacute;")), RSS)


ROBOTS = "User-agent: *\nDisallow:\nSitemap: {base}/map.xml\n"


def sitemap(call: Call, doctype: str, more: str) -> str:
    first, second = (f"<url><loc>{call.base}{path}</loc></url>" for path in ITEMS)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return (
        f'<?xml version="1.0"?>{doctype}<urlset {space}>{first}<url><loc>{more}</loc></url>{second}</urlset>'
    )


MAP = {"at": ("/robots.txt", "/map.xml"), "articles": ITEMS, "links": ()}


@fault(27, WHOLE, **MAP)
async def sitemap_laughs(call: Call) -> None:
    """A sitemap with an address of a billion laughs; the other addresses are sound."""
    if call.path == "/robots.txt":
        await call.page(call.fill(ROBOTS), ("Content-Type", "text/plain"))
    else:
        await call.page(sitemap(call, LAUGHS, f"{call.base}/&l9;"), XML)


@fault(27, WHOLE, never=(SECRET,), **MAP)
async def sitemap_reads_file(call: Call) -> None:
    """A sitemap with an entity that is a file of this machine."""
    if call.path == "/robots.txt":
        await call.page(call.fill(ROBOTS), ("Content-Type", "text/plain"))
    else:
        doctype = call.fill('<!DOCTYPE x [<!ENTITY spy SYSTEM "file://{secret}">]>')
        await call.page(sitemap(call, doctype, f"{call.base}/&spy;"), XML)


@fault(27, NOT_HALF, never=(SECRET,))
async def xhtml_reads_file(call: Call) -> None:
    """An XHTML article with an entity that is a file of this machine."""
    doctype = call.fill('<?xml version="1.0"?><!DOCTYPE html [<!ENTITY spy SYSTEM "file://{secret}">]>')
    page = call.article().replace("<!DOCTYPE html>", doctype, 1).replace("<p>", "<p>&spy; ", 1)
    await call.page(page, ("Content-Type", "application/xhtml+xml"))


@fault(28, WHOLE, **FEED)
async def feed_cut(call: Call) -> None:
    """A feed that ends in the middle of its third item: the two whole ones are read."""
    whole = rss(call).partition("</channel>")[0]
    await call.page(whole + "<item><title>Never fin", RSS)


@fault(28, WHOLE, **FEED)
async def feed_bare_ampersand(call: Call) -> None:
    """A feed with a bare & and a bare < in a title."""
    await call.page(rss(call, more=item(call, "/nowhere", ": salt & pepper < 5")), RSS)


@fault(28, WHOLE, **FEED)
async def feed_as_html(call: Call) -> None:
    """A feed that says it is text/html."""
    await call.page(rss(call), ("Content-Type", "text/html"))


@fault(28, WHOLE, **FEED)
async def feed_behind_warning(call: Call) -> None:
    """A feed behind an empty line, a byte order mark and a warning of the server's."""
    await call.page(
        "\n\ufeff<br />\n<b>Warning</b>: Undefined variable in feed.php on line 7<br />\n" + rss(call), RSS
    )


@fault(28, WHOLE, **FEED)
async def feed_in_latin1(call: Call) -> None:
    """A feed that says UTF-8 and has bytes of Latin-1."""
    raw = rss(call, more=item(call, "/nowhere", ": caf\u00e9")).encode("latin-1")
    await call.page(raw, RSS)


@fault(28, WHOLE, **FEED)
async def feed_undeclared_prefix(call: Call) -> None:
    """A feed with a prefix that is never declared, and a tag that is never closed."""
    await call.page(rss(call, more="<item><media:thing><title>Odd</title></item>"), RSS)


@fault(28, WHOLE, **FEED)
async def feed_with_controls(call: Call) -> None:
    """A feed with control letters in a title, which XML forbids."""
    await call.page(rss(call, more=item(call, "/nowhere", ": \x0b\x1b&#x1;")), RSS)


@fault(28, WHOLE, **FEED)
async def feed_is_rdf(call: Call) -> None:
    """RSS 1.0, whose items stand beside the channel."""
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    items = "".join(item(call, path) for path in ITEMS)
    await call.page(
        f'<?xml version="1.0"?><rdf:RDF {spaces}><channel><title>x</title></channel>{items}</rdf:RDF>', XML
    )


@fault(28, WHOLE, **FEED)
async def feed_is_json(call: Call) -> None:
    """A JSON Feed at the address of an RSS one."""
    items = ",".join(f'{{"id":"{path}","url":"{call.base}{path}","title":"x"}}' for path in ITEMS)
    text = f'{{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{items}]}}'
    await call.page(text, ("Content-Type", "application/json"))


@fault(28, WHOLE, at=("/feed.xml",), articles=(), head=HEAD)
async def feed_is_page(call: Call) -> None:
    """A feed's address that answers a page of HTML."""
    await call.page("<!DOCTYPE html><title>No feed</title><p>The feed has been discontinued.</p>")


@fault(28, WHOLE, at=("/feed.xml",), articles=(), head=HEAD)
async def feed_is_empty(call: Call) -> None:
    """A feed of no bytes."""
    await call.page("", RSS)
