"""Rows 47, 49 and 57: links and redirects into one's own network, to files, with passwords."""

from tests.newspaper.faults.call import XML, Call
from tests.newspaper.faults.edition import SECRET
from tests.newspaper.faults.fault import ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import no_header
from tests.newspaper.faults.words import front, headline, mark

catalogue = Catalogue("security")
fault = catalogue.fault

INSIDE = (
    "http://127.0.0.1:{canary}/story/inside",
    "http://2130706433:{canary}/story/inside",
    "http://0x7f000001:{canary}/story/inside",
    "http://0x7f.0.0.1:{canary}/story/inside",
    "http://0177.0.0.1:{canary}/story/inside",
    "http://127.1:{canary}/story/inside",
    "http://0:{canary}/story/inside",
    "http://0.0.0.0:{canary}/story/inside",
    "http://localhost:{canary}/story/inside",
    "http://localhost.:{canary}/story/inside",
    "http://[::1]:{canary}/story/inside",
    "http://[::ffff:127.0.0.1]:{canary}/story/inside",
    "http://[::ffff:7f00:1]:{canary}/story/inside",
    "http://{host}:{canary}/story/inside",
    "http://{host}:{port}@127.0.0.1:{canary}/story/inside",
    "http://127.0.0.1:{canary}#@{host}:{port}/story/inside",
    "http:\\\\127.0.0.1:{canary}\\story\\inside",
    "http://１２７.0.0.1:{canary}/story/inside",
    "//127.0.0.1:{canary}/story/inside",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://metadata.google.internal/computeMetadata/v1/",
)
"""Addresses of the canary and of metadata services, in the spellings that have got through filters."""

CANARY = mark("canary", "/")
NO_LEAK = {"never": (CANARY, headline("canary", "/"))}
PASSWORD = "open-the-locker-4"  # noqa: S105 - the fault's own
TOKEN = "tok-9f3a77d1c2b84e"  # noqa: S105 - the fault's own


@fault(47, WHOLE, at=("/never",), articles=(), links=INSIDE, **NO_LEAK)
async def ssrf_links(call: Call) -> None:
    """The front page links one's own network in twenty-two spellings."""
    await call.fail()


@fault(47, ABSENT, at=("/story/jump-*",), articles=("/story/jump-inside-0",), links=tuple(f"/story/jump-inside-{n}" for n in range(len(INSIDE))),
       **NO_LEAK)  # fmt: skip
async def ssrf_redirects(call: Call) -> None:
    """Articles that redirect into one's own network, in every spelling."""
    await call.moved(call.fill(INSIDE[int(call.path.rpartition("-")[2])]).encode().decode("latin-1"))


@fault(
    47,
    ABSENT,
    at=("/story/the-first-hop", "/story/the-second-hop"),
    articles=("/story/the-second-hop",),
    links=("/story/the-first-hop",),
    **NO_LEAK,
)
async def ssrf_second_hop(call: Call) -> None:
    """The first redirect stays on the site, the second one leaves it."""
    await call.moved("/story/the-second-hop" if call.path == "/story/the-first-hop" else call.fill(INSIDE[0]))


@fault(47, WHOLE, clean=NOT_HALF, at=("/robots.txt",), articles=(), **NO_LEAK)
async def ssrf_robots(call: Call) -> None:
    """robots.txt redirects into one's own network."""
    await call.moved(call.fill("http://127.0.0.1:{canary}/robots.txt"))


@fault(47, WHOLE, at=("/robots.txt", "/sitemap.xml"), articles=(), **NO_LEAK)
async def ssrf_sitemaps(call: Call) -> None:
    """robots.txt announces a sitemap there, and one here that is an index of others there."""
    if call.path == "/robots.txt":
        text = "User-agent: *\nDisallow:\nSitemap: http://127.0.0.1:{canary}/sitemap.xml\nSitemap: {base}/sitemap.xml\n"
        await call.page(call.fill(text), ("Content-Type", "text/plain"))
    else:
        rows = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in INSIDE[:4])
        await call.page(call.fill(f"<?xml version='1.0'?><sitemapindex>{rows}</sitemapindex>"), XML)


@fault(47, WHOLE, at=("/",), articles=(), **NO_LEAK)
async def ssrf_announced(call: Call) -> None:
    """The front page announces feeds there, and a next page."""
    heads = (
        '<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1:{canary}/rss">'
        '<link rel="next" href="http://localhost:{canary}/?page=2"><link rel="canonical" href="http://[::1]:{canary}/">'
    )
    page = front(call.fault.key, ()).replace("</head>", f"{call.fill(heads)}</head>")
    await call.page(page)


@fault(47, WHOLE, **NO_LEAK)
async def ssrf_page(call: Call) -> None:
    """An article whose canonical address, AMP form, next page and refresh all lead there."""
    there = call.fill("http://127.0.0.1:{canary}/story/inside")
    head = "".join(
        f'<link rel="{rel}" href="{there}">' for rel in ("canonical", "amphtml", "next", "alternate")
    )
    await call.page(call.article(head=f'{head}<meta http-equiv="refresh" content="0; url={there}">'))


@fault(47, ABSENT, **NO_LEAK)
async def ssrf_refresh_header(call: Call) -> None:
    """Nothing but a Refresh header that leads there."""
    await call.page("", ("Refresh", call.fill("0; url=http://127.0.0.1:{canary}/story/inside")))


SCHEMES = (
    "javascript:alert('news')",
    "JaVaScRiPt:void(0)",
    "file://{secret}",
    "file:///etc/hostname",
    "ftp://{host}/story.html",
    "s3://lantern/story.html",
    "data:text/html,<article><h1>Data headline</h1><p>Data text.</p></article>",
    "mailto:desk@faulty.example",
    "tel:+4312345",
    "about:blank",
    "blob:http://{host}/1",
    "view-source:http://{host}:{port}/",
    "http:",
    "http://",
    "http:///",
    "http://[",
    "http://[::1",
    "http://exa mple/",
    "http://%zz/",
    "http://a:99999/",
    "http://a:b/",
    "//",
    "///",
    "?",
    "#",
    "",
    "\\\\",
    "http://.../",
    "http://xn--/",
    "http://" + "a" * 300 + ".example/",
)
AFTER = ("/story/after-one", "/story/after-two")


@fault(49, WHOLE, at=AFTER, links=(*SCHEMES, *AFTER), never=(SECRET, "Data headline"))
async def bad_links(call: Call) -> None:
    """Thirty links that no harvester can follow, then two articles."""
    await call.page(call.article())


@fault(49, ABSENT, never=(SECRET,))
async def redirect_to_file(call: Call) -> None:
    """Redirects to a file of this machine."""
    await call.moved(f"file://{call.edition.secret}")


@fault(49, ABSENT, never=("Data headline",))
async def redirect_to_data(call: Call) -> None:
    """Redirects to a data: URL with an article in it."""
    await call.moved("data:text/html,<article><h1>Data headline</h1><p>Data text.</p></article>")


@fault(49, WHOLE, at=("/robots.txt",), articles=(), never=(SECRET,))
async def sitemap_of_files(call: Call) -> None:
    """robots.txt announces a sitemap that is a file of this machine."""
    text = (
        f"User-agent: *\nDisallow:\nSitemap: file://{call.edition.secret}\nSitemap: ftp://127.0.0.1/s.xml\n"
    )
    await call.page(text, ("Content-Type", "text/plain"))


SECRETS = {"never": (PASSWORD, TOKEN)}


@fault(57, NOT_HALF, at=("/story/locked",), links=(f"http://reader:{PASSWORD}@{{host}}:{{port}}/story/locked",),
       check=no_header("authorization"), **SECRETS)  # fmt: skip
async def password_in_link(call: Call) -> None:
    """A link with name and password: they are neither sent nor written down."""
    await call.page(call.article())


@fault(
    57,
    NOT_HALF,
    at=("/story/token",),
    links=(f"/story/token?access_token={TOKEN}&api_key={TOKEN}",),
    **SECRETS,
)
async def token_in_link(call: Call) -> None:
    """A link with an access token."""
    await call.page(call.article())


@fault(57, ABSENT, at=("/story/leads-away",), **SECRETS)
async def token_in_redirect(call: Call) -> None:
    """A redirect to a password in one's own network: the log names neither."""
    await call.moved(call.fill(f"http://reader:{PASSWORD}@127.0.0.1:{{canary}}/?token={TOKEN}"))
