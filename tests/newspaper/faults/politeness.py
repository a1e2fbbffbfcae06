"""Rows 38 to 46: robots.txt in all its moods, and what a guest owes his host."""

import asyncio
import gzip
import re

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, NOT_HALF, WHOLE, Catalogue, Check
from tests.newspaper.faults.log import Asked, at_most, every, never_asked, one_at_a_time

catalogue = Catalogue("politeness")
fault = catalogue.fault

ROBOTS = ("/robots.txt",)
TEXT = ("Content-Type", "text/plain")
SECRET = ("/story/secret",)
SHUT = {
    "at": ROBOTS,
    "articles": SECRET,
    "clean": ABSENT,
    "reasons": frozenset({"robots", "robots_unreachable", "retry_after"}),
}
OPEN = {"at": ROBOTS, "articles": ()}
OBEYED = {
    "at": ROBOTS,
    "articles": SECRET,
    "check": never_asked("/story/secret"),
    "reasons": frozenset({"robots"}),
}


def robots_alone(asked: tuple[Asked, ...]) -> str | None:
    """Nothing but robots.txt is asked."""
    return next((f"asked {one.path}" for one in asked if one.path != "/robots.txt"), None)


@fault(38, ABSENT, check=robots_alone, **SHUT)
async def robots_500(call: Call) -> None:
    """robots.txt answers 500: nothing is allowed."""
    await call.fail("500 Internal Server Error")


@fault(38, ABSENT, check=robots_alone, **SHUT)
async def robots_503(call: Call) -> None:
    """robots.txt answers 503 with a Retry-After of an hour."""
    await call.fail("503 Service Unavailable", ("Retry-After", "3600"))


@fault(38, ABSENT, check=robots_alone, **SHUT)
async def robots_429(call: Call) -> None:
    """robots.txt answers 429."""
    await call.fail("429 Too Many Requests")


@fault(39, ABSENT, check=robots_alone, **SHUT)
async def robots_silent(call: Call) -> None:
    """robots.txt never answers."""
    await asyncio.sleep(3600)
    call.reset()


@fault(39, ABSENT, check=robots_alone, **SHUT)
async def robots_reset(call: Call) -> None:
    """robots.txt resets the line."""
    call.reset()


@fault(40, WHOLE, **OPEN)
async def robots_404(call: Call) -> None:
    """There is no robots.txt: all is allowed."""
    await call.fail("404 Not Found")


@fault(40, WHOLE, **OPEN)
async def robots_403(call: Call) -> None:
    """robots.txt is forbidden: all else is allowed."""
    await call.fail("403 Forbidden")


@fault(40, WHOLE, **OPEN)
async def robots_html(call: Call) -> None:
    """robots.txt is a page of HTML that holds no rule."""
    await call.page("<!DOCTYPE html><title>Welcome</title><h1>Welcome</h1><p>Disallow nothing.</p>")


@fault(40, WHOLE, **OPEN)
async def robots_empty(call: Call) -> None:
    """robots.txt has no bytes."""
    await call.page("", TEXT)


@fault(41, ABSENT, at=("/robots.txt", "/robots/*"), articles=SECRET, check=never_asked("/story/secret"))
async def robots_redirects(call: Call) -> None:
    """robots.txt is behind five redirects; its rule counts."""
    number = int(call.path.rpartition("/")[2]) if call.path.startswith("/robots/") else 0
    if number < 5:
        await call.moved(f"/robots/{number + 1}")
    else:
        await call.page("User-agent: *\nDisallow: /story/secret\n", TEXT)


@fault(41, WHOLE, clean=NOT_HALF, check=at_most(8, "/robots"), at=("/robots.txt",), articles=())
async def robots_redirects_to_itself(call: Call) -> None:
    """robots.txt redirects to itself."""
    await call.moved("/robots.txt")


@fault(41, ABSENT, **OBEYED)
async def robots_huge(call: Call) -> None:
    """A megabyte of robots.txt: the rule before the first 500 KiB counts, the one behind them does not."""
    filler = "# the lamp is lit\n" * 60_000
    await call.page(f"User-agent: *\nDisallow: /story/secret\n{filler}Disallow: /\n", TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_with_bom(call: Call) -> None:
    """robots.txt with a byte order mark before its first line."""
    await call.page("\ufeffUser-agent: *\nDisallow: /story/secret\n".encode(), TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_wildcards(call: Call) -> None:
    """Rules with a star and a dollar."""
    await call.page("User-agent: *\nDisallow: /*secret$\nAllow: /story/*\n", TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_longest_match(call: Call) -> None:
    """The longest rule counts, whatever the order."""
    await call.page("User-agent: *\nAllow: /story/clean\nDisallow: /story\nAllow: /\n", TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_own_group(call: Call) -> None:
    """A group of our own, in capitals, beside one that allows all others everything."""
    await call.page("User-agent: *\nAllow: /\n\nUSER-AGENT: HARVESTER\nDISALLOW: /story/secret\n", TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_old_lines(call: Call) -> None:
    """Lines that end with a carriage return alone, blanks around the colons, comments behind the rules."""
    await call.page("User-agent : * # all\rDisallow : /story/secret # not this\r", TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_encoded(call: Call) -> None:
    """A rule whose letters are percent-encoded."""
    await call.page("User-agent: *\nDisallow: /story/%73ecret\n", TEXT)


@fault(42, WHOLE, at=ROBOTS, articles=(), check=one_at_a_time(2.0))
async def crawl_delay_two(call: Call) -> None:
    """Crawl-delay: 2 is obeyed."""
    await call.page("User-agent: *\nCrawl-delay: 2\nDisallow:\n", TEXT)


@fault(
    42,
    ABSENT,
    at=ROBOTS,
    articles=SECRET,
    clean=ABSENT,
    check=robots_alone,
    reasons=frozenset({"crawl_delay"}),
)
async def crawl_delay_hours(call: Call) -> None:
    """Crawl-delay: 7200 closes the host to this run, with a reason."""
    await call.page("User-agent: *\nCrawl-delay: 7200\nDisallow:\n", TEXT)


@fault(42, WHOLE, at=ROBOTS, articles=())
async def crawl_delay_garbage(call: Call) -> None:
    """A Crawl-delay that is no number, a negative one, and one that is not finite."""
    await call.page("User-agent: *\nCrawl-delay: often\nCrawl-delay: -3\nCrawl-delay: inf\nDisallow:\n", TEXT)


SLOW = tuple(f"/story/slow-{number}" for number in range(5))


@fault(43, WHOLE, at=SLOW, check=one_at_a_time(0.0))
async def one_line(call: Call) -> None:
    """Five articles that take a moment each: never two are asked at once."""
    await asyncio.sleep(0.2)
    await call.page(call.article())


@fault(44, NOT_HALF, at=ROBOTS, articles=())
async def robots_changes(call: Call) -> None:
    """robots.txt, good for a second, that shuts the site before the second run."""
    rule = "Disallow:" if call.run == 1 else "Disallow: /"
    await call.page(f"User-agent: *\n{rule}\n", TEXT, ("Cache-Control", "max-age=1"))


@fault(45, ABSENT)
async def noindex(call: Call) -> None:
    """A meta tag that says noindex."""
    await call.page(call.article(head='<meta name="robots" content="NoIndex, follow">'))


@fault(45, ABSENT)
async def noindex_as_none(call: Call) -> None:
    """A meta tag that says none."""
    await call.page(call.article(head='<meta name="ROBOTS" content="none">'))


@fault(45, ABSENT)
async def noindex_in_header(call: Call) -> None:
    """An X-Robots-Tag that says noindex."""
    await call.page(call.article(), ("X-Robots-Tag", "noarchive"), ("x-robots-tag", "noindex"))


@fault(45, ABSENT)
async def noindex_for_us(call: Call) -> None:
    """A header and a meta tag for us by name."""
    await call.page(
        call.article(head='<meta name="harvester" content="noindex">'), ("X-Robots-Tag", "harvester: noindex")
    )


@fault(45, WHOLE)
async def noindex_for_others(call: Call) -> None:
    """A header and a meta tag for other robots by name: they are not ours."""
    head = '<meta name="otherbot" content="noindex"><meta name="googlebot-news" content="noindex">'
    await call.page(call.article(head=head), ("X-Robots-Tag", "otherbot: noindex, nofollow"))


@fault(45, WHOLE)
async def noarchive(call: Call) -> None:
    """Noarchive forbids keeping the page, not the article."""
    await call.page(call.article(head='<meta name="robots" content="noarchive, max-image-preview:large">'))


def says_who() -> Check:
    """Every request names the harvester and its version."""

    def check(asked: tuple[Asked, ...]) -> str | None:
        agents = {one.headers.get("user-agent", "") for one in asked}
        return next(
            (f"user agent {agent!r}" for agent in agents if not re.match(r"harvester/\d", agent)), None
        )

    return check


@fault(46, WHOLE, at=("/story/who",), check=every(says_who(), at_most(8)))
async def identity(call: Call) -> None:
    """A site that wants to know who asks."""
    is_known = call.headers.get("user-agent", "").startswith("harvester/")
    await (call.page(call.article()) if is_known else call.fail("403 Forbidden"))


@fault(41, ABSENT, **OBEYED)
async def robots_with_bom_and_old_lines(call: Call) -> None:
    """A byte order mark, lines that end with a carriage return alone, and none behind the last."""
    await call.page("\ufeff# lamp\rUser-agent: *\rDisallow: /story/secret".encode(), TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_in_utf16(call: Call) -> None:
    """robots.txt as a text editor saved it: UTF-16 with its mark."""
    await call.page("User-agent: *\r\nDisallow: /story/secret\r\n".encode("utf-16"), TEXT)


@fault(41, ABSENT, **OBEYED)
async def robots_as_file(call: Call) -> None:
    """robots.txt with gzip named and garbage behind."""
    body = gzip.compress(b"User-agent: *\nDisallow: /story/secret\n") + b"lamp"
    await call.page(body, TEXT, ("Content-Encoding", "gzip"))


@fault(39, ABSENT, check=robots_alone, **SHUT)
async def robots_drips(call: Call) -> None:
    """robots.txt that comes a byte at a time, for ever."""
    await call.head(TEXT)
    for _ in range(10_000):
        await call.send(b"#")
        await asyncio.sleep(0.3)


@fault(39, NOT_HALF, at=ROBOTS, articles=SECRET, clean=NOT_HALF)
async def robots_bomb(call: Call) -> None:
    """robots.txt of a hundred megabytes, in a hundred kilobytes of gzip."""
    body = gzip.compress(b"User-agent: *\nDisallow: /story/secret\n" + b"#" * 100_000_000, 1)
    await call.page(body, TEXT, ("Content-Encoding", "gzip"))


@fault(40, WHOLE, at=("/robots.txt", "/login"), articles=())
async def robots_behind_login(call: Call) -> None:
    """robots.txt redirects to a page of HTML that asks who one is: there are no rules."""
    if call.path == "/login":
        await call.page("<!DOCTYPE html><title>Log in</title><form>Disallow: /</form>")
    else:
        await call.moved("/login")


@fault(42, WHOLE, at=ROBOTS, articles=(), check=one_at_a_time(1.5))
async def crawl_delay_for_us(call: Call) -> None:
    """A delay of our own, with a fraction, beside a shorter one for all others."""
    await call.page(
        "User-agent: *\nCrawl-delay: 0.1\n\nUser-agent: harvester\nCrawl-delay: 1.5\nDisallow:\n", TEXT
    )


@fault(42, WHOLE, at=ROBOTS, articles=(), check=one_at_a_time(2.0))
async def request_rate(call: Call) -> None:
    """Request-rate: one page in two seconds."""
    await call.page("User-agent: *\nRequest-rate: 1/2\nDisallow:\n", TEXT)


@fault(45, ABSENT)
async def unavailable_after(call: Call) -> None:
    """A header whose first rule has a colon, and whose second says noindex."""
    await call.page(
        call.article(),
        ("X-Robots-Tag", "unavailable_after: 25 Jun 2010 15:00:00 PST"),
        ("X-Robots-Tag", "NOINDEX"),
    )


@fault(45, ABSENT)
async def noindex_by_several_metas(call: Call) -> None:
    """Three meta tags, one of which says noindex."""
    head = '<meta name="robots" content="index"><meta content="noindex" name="Robots"><meta name="robots" content="all">'
    await call.page(call.article(head=head))
