"""Rows 33 to 37: sites without an end."""

from datetime import UTC, datetime, timedelta
from random import Random

from tests.newspaper.faults.call import XML, Call
from tests.newspaper.faults.fault import WHOLE, Catalogue
from tests.newspaper.faults.log import at_most, every, never_asked
from tests.newspaper.faults.words import CLEAN, front

catalogue = Catalogue("traps")
fault = catalogue.fault

FAR = 60
"""Requests that a harvester may spend on finding out that nothing comes of a trap."""
ARTICLES = ("/story/kept-one", "/story/kept-two", "/story/kept-three")
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
TEXT = ("Content-Type", "text/plain")


def page(call: Call, links: "list[str]", name: str = "Calendar") -> str:
    """A listing page of nothing but links."""
    rows = "".join(f'<li><a href="{link}">{link.strip("/?")}</a></li>' for link in links)
    return (
        f"<!DOCTYPE html><title>{name}</title><h1>{name}</h1><ul>{rows}</ul><a href='/'>{call.fault.host}</a>"
    )


@fault(33, WHOLE, at=("/events*",), articles=(), sections=("/events",), check=at_most(FAR, "/events"))
async def calendar(call: Call) -> None:
    """A calendar whose months lead to the next and the last one for ever, each with a page a day."""
    year, month, *_ = (int(part) for part in (call.path.strip("/").split("/")[1:] or ("2026", "5")))
    before, after = (
        f"/events/{at // 12}/{at % 12 + 1:02}" for at in (year * 12 + month - 2, year * 12 + month)
    )
    days = [f"/events/{year}/{month:02}/{day:02}" for day in range(1, 29)]
    following = f'<a rel="prev" href="{before}">{before}</a><a rel="next" href="{after}">Next month</a>'
    await call.page(page(call, [before, *days, after]) + following)


@fault(33, WHOLE, at=("/",), articles=(), check=at_most(12, "/"))
async def endless_pages(call: Call) -> None:
    """A front page with a next page for ever, on which the same articles stand."""
    number = int(call.query.partition("=")[2] or 1)
    after = f'<a rel="next" href="/?page={number + 1}">Older</a>'
    await call.page(
        front(call.fault.key, (), f'<link rel="next" href="/?page={number + 1}">').replace(
            "</main>", f"{after}</main>"
        )
    )


@fault(
    33,
    WHOLE,
    at=("/maze/*",),
    articles=(),
    links=("/maze/2026/05/03/door-to-room-1",),
    check=at_most(2 * FAR, "/maze"),
)
async def maze(call: Call) -> None:
    """Addresses that look like articles, each a page of twenty more of them."""
    dice = Random(call.path)
    doors = [
        f"/maze/2026/05/{dice.randint(1, 28):02}/door-to-room-{dice.randint(1, 10**9)}" for _ in range(20)
    ]
    await call.page(page(call, doors, "Maze"))


@fault(34, WHOLE, at=("/town*",), articles=(), sections=("/town",), check=at_most(FAR, "/town"))
async def facets(call: Call) -> None:
    """A listing with filters, each of which can be combined with all others."""
    chosen = [pair for pair in call.query.split("&") if pair]
    more = [f"{name}={value}" for name in ("year", "town", "author", "topic", "sort") for value in "abcd"]
    links = [f"/town?{'&amp;'.join(sorted({*chosen, pair}))}" for pair in more]
    await call.page(page(call, links, "Archive"))


@fault(34, WHOLE, at=("/grow*",), articles=(), sections=("/grow",), check=at_most(12, "/grow"))
async def growing_query(call: Call) -> None:
    """A listing whose link to itself has one more parameter each time."""
    await call.page(page(call, [f"/grow?{call.query}&amp;n={len(call.query)}"], "Archive"))


def session(call: Call) -> str:
    """A session number that was never used before: 32 hexadecimal digits."""
    return f"{Random(f'{call.asked.began}{call.target}').getrandbits(128):032x}"


@fault(35, WHOLE, at=("/", "/story/*"), articles=ARTICLES, check=at_most(25, "/story"))
async def session_ids(call: Call) -> None:
    """Every link carries a session number, another one with each page."""
    number = session(call)
    links = tuple(f"{path}?sid={number}" for path in (*ARTICLES, *CLEAN))
    body = "".join(f'<li><a href="{link}">Also in the paper</a></li>' for link in links)
    if call.path == "/":
        await call.page(
            front(call.fault.key, links[:3]).replace("</main>", f"<a href='/?sid={number}'>Home</a></main>")
        )
    else:
        await call.page(call.article().replace("<footer>", f"<aside><ul>{body}</ul></aside><footer>", 1))


@fault(35, WHOLE, at=("/", "/story/*"), articles=ARTICLES, check=at_most(25, "/story"))
async def session_in_path(call: Call) -> None:
    """The session number stands in the path, as ;jsessionid=."""
    links = tuple(f"{path};jsessionid={session(call).upper()}" for path in ARTICLES)
    if call.path == "/":
        await call.page(front(call.fault.key, links))
        return
    call.target = call.path.partition(";")[0]
    await call.page(call.article())


MARKS = (
    "utm_source=rss&utm_medium=feed",
    "fbclid=IwAR0x",
    "gclid=1",
    "at_medium=RSS",
    "utm_campaign=x#top",
    "mc_cid=2",
)


@fault(35, WHOLE, at=("/story/tracked",), links=tuple(f"/story/tracked?{tail}" for tail in MARKS),
       check=at_most(1, "/story/tracked"))  # fmt: skip
async def tracking(call: Call) -> None:
    """Six links to one article that differ in what they track."""
    await call.page(call.article())


@fault(36, WHOLE, at=("/more*",), articles=(), sections=("/more/",), check=at_most(8, "/more"))
async def repeated_segments(call: Call) -> None:
    """A relative link that makes the path longer by the same word each time."""
    await call.page(page(call, ["more/"], "More"))


@fault(
    36, WHOLE, at=("/long*",), articles=(), links=("/long/" + "a-long-" * 430,), check=never_asked("/long")
)
async def long_links(call: Call) -> None:
    """A link of three thousand letters."""
    await call.page(call.article())


ROBOTS = "User-agent: *\nDisallow:\nSitemap: {base}/map/1.xml\n"


async def robots_or(call: Call, text: str) -> None:
    """robots.txt that announces the first sitemap, or a sitemap's text."""
    if call.path == "/robots.txt":
        await call.page(call.fill(ROBOTS), TEXT)
    else:
        await call.page(f'<?xml version="1.0"?>{call.fill(text)}', XML)


def index(*paths: str) -> str:
    """A sitemap index."""
    return f"<sitemapindex {SPACE}>{''.join(f'<sitemap><loc>{{base}}{path}</loc></sitemap>' for path in paths)}</sitemapindex>"


MAPS = ("/robots.txt", "/map/*")


@fault(37, WHOLE, at=MAPS, articles=(), check=at_most(4, "/map"))
async def sitemap_circle(call: Call) -> None:
    """A sitemap index that lists itself and one that lists it."""
    await robots_or(call, index("/map/1.xml", "/map/2.xml"))


@fault(37, WHOLE, at=MAPS, articles=(), check=at_most(8, "/map"))
async def sitemap_endless(call: Call) -> None:
    """A sitemap index that leads to another one, for ever."""
    number = int(call.path.rpartition("/")[2].partition(".")[0]) if call.path.startswith("/map/") else 0
    await robots_or(call, index(f"/map/{number + 1}.xml"))


@fault(37, WHOLE, at=MAPS, articles=(), check=at_most(FAR, "/map"))
async def sitemap_wide(call: Call) -> None:
    """A sitemap index of five thousand sitemaps, all of years past but the first."""
    old = "".join(
        f"<sitemap><loc>{{base}}/map/{number}.xml</loc><lastmod>2011-01-01</lastmod></sitemap>"
        for number in range(2, 5000)
    )
    is_first = call.path in {"/map/1.xml", "/robots.txt"}
    await robots_or(
        call, f"<sitemapindex {SPACE}>{old}</sitemapindex>" if is_first else f"<urlset {SPACE}></urlset>"
    )


@fault(37, WHOLE, at=MAPS, articles=ARTICLES, links=(), check=every(at_most(3, "/map"), at_most(FAR, "/old")))
async def sitemap_of_fifty_thousand(call: Call) -> None:
    """A sitemap of fifty thousand addresses of years past, and three of yesterday at its end."""
    new = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%d")
    old = "".join(
        f"<url><loc>{{base}}/old/{n}</loc><lastmod>2011-01-01</lastmod></url>" for n in range(50_000)
    )
    late = "".join(f"<url><loc>{{base}}{path}</loc><lastmod>{new}</lastmod></url>" for path in ARTICLES)
    await robots_or(call, f"<urlset {SPACE}>{old}{late}</urlset>")


@fault(35, WHOLE, at=("/", "/s/*"), articles=ARTICLES, check=at_most(FAR, "/s/"))
async def session_before_path(call: Call) -> None:
    """The session number stands before every path, another one with each page."""
    links = tuple(f"/s/{session(call)}{path}" for path in ARTICLES)
    if call.path == "/":
        await call.page(front(call.fault.key, links))
        return
    call.target = "/" + call.path.removeprefix("/s/").partition("/")[2]
    more = "".join(f'<li><a href="{link}">Also in the paper</a></li>' for link in links)
    await call.page(call.article().replace("<footer>", f"<aside><ul>{more}</ul></aside><footer>", 1))


@fault(33, WHOLE, at=("/town*",), articles=(), sections=("/town",), check=at_most(FAR, "/town"))
async def calendar_in_query(call: Call) -> None:
    """A calendar in the query, whose next day is always there."""
    number = int("".join(filter(str.isdigit, call.query)) or 20260503)
    links = [f"/town?day={number + 1}", f"/town?day={number - 1}&amp;view=month"]
    await call.page(page(call, links, "Town") + f'<a rel="next" href="/town?day={number + 1}">Next</a>')


@fault(37, WHOLE, at=MAPS, articles=(), check=at_most(2 * FAR, "/map"))
async def sitemap_wide_without_dates(call: Call) -> None:
    """A sitemap index of five thousand sitemaps that says of none when it changed."""
    names = (f"/map/{number}.xml" for number in range(2, 5000))
    is_first = call.path in {"/map/1.xml", "/robots.txt"}
    await robots_or(call, index(*names) if is_first else f"<urlset {SPACE}></urlset>")


@fault(37, WHOLE, at=("/feed*",), articles=(), links=(), check=at_most(12, "/feed"),
       head='<link rel="alternate" type="application/rss+xml" href="/feed.xml">')  # fmt: skip
async def feed_of_pages(call: Call) -> None:
    """A feed with a next page for ever, the same items on each."""
    number = int(call.query.partition("=")[2] or 1)
    item = f"<item><title>Lamp</title><link>{call.base}{CLEAN[0]}</link></item>"
    following = f'<a:link rel="next" href="{call.base}/feed.xml?page={number + 1}"/>'
    await call.page(
        f'<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel>{following}{item}</channel></rss>',
        XML,
    )
