"""Row 11: redirects that turn in circles, lead nowhere, or lead there after all."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most

catalogue = Catalogue("server")
fault = catalogue.fault


def number_in(call: Call) -> int:
    """The number at the end of the path."""
    return int(call.path.rpartition("-")[2])


LOST = frozenset({"redirect_loop", "redirects", "bad_redirect"})


@fault(11, ABSENT, reasons=LOST, check=at_most(2, "/story/redirect_to_itself"))
async def redirect_to_itself(call: Call) -> None:
    """Redirects to its own address."""
    await call.moved(call.path, "301 Moved Permanently")


@fault(
    11,
    ABSENT,
    reasons=LOST,
    at=("/story/loop-a-here", "/story/loop-b-there"),
    articles=("/story/loop-a-here",),
    check=at_most(4, "/story/loop"),
)
async def redirect_loop(call: Call) -> None:
    """Two addresses that lead to each other."""
    await call.moved(
        "/story/loop-b-there" if call.path.endswith("here") and "-a-" in call.path else "/story/loop-a-here"
    )


@fault(
    11,
    ABSENT,
    reasons=LOST,
    at=("/story/hop-*",),
    articles=("/story/hop-number-1",),
    check=at_most(6, "/story/hop"),
)
async def redirect_endless(call: Call) -> None:
    """Each address leads to the next one, for ever."""
    await call.moved(f"/story/hop-number-{number_in(call) + 1}")


@fault(11, ABSENT, reasons=LOST)
async def redirect_without_target(call: Call) -> None:
    """302 without a Location, with an article as its body."""
    await call.page(call.article(), status="302 Found")


@fault(11, ABSENT, reasons=LOST)
async def redirect_empty_target(call: Call) -> None:
    """302 with an empty Location."""
    await call.moved("")


@fault(11, WHOLE, at=("/story/redirect-raw-utf8", "/story/caf%C3%A9"), articles=("/story/caf%C3%A9",),
       links=("/story/redirect-raw-utf8",))  # fmt: skip
async def redirect_raw_utf8(call: Call) -> None:
    """A Location with raw UTF-8 in it, as browsers accept it."""
    if call.path == "/story/redirect-raw-utf8":
        await call.send("HTTP/1.1 302 Found\r\nLocation: /story/café\r\nContent-Length: 0\r\n\r\n".encode())
        call.keep = True
    else:
        await call.page(call.article())


@fault(11, WHOLE, at=("/story/five-*",), articles=("/story/five-hops-6",), links=("/story/five-hops-1",))
async def redirects_five(call: Call) -> None:
    """Five redirects, then the article: the most that is followed."""
    number = number_in(call)
    await (call.page(call.article()) if number == 6 else call.moved(f"/story/five-hops-{number + 1}"))


@fault(
    11,
    ABSENT,
    at=("/story/six-*",),
    articles=("/story/six-hops-7",),
    links=("/story/six-hops-1",),
    reasons=LOST,
)
async def redirects_six(call: Call) -> None:
    """Six redirects: one too many."""
    number = number_in(call)
    await (call.page(call.article()) if number == 7 else call.moved(f"/story/six-hops-{number + 1}"))


@fault(11, NOT_HALF)
async def redirect_to_front(call: Call) -> None:
    """An article that is gone redirects to the front page; that is no article."""
    await call.moved("/")


@fault(11, ABSENT)
async def redirect_unreadable(call: Call) -> None:
    """A Location that is no address at all."""
    await call.moved("http://[half/of:an:address")


@fault(
    11,
    WHOLE,
    at=("/story/its-old-name", "/story/its-new-name"),
    articles=("/story/its-new-name",),
    links=("/story/its-old-name",),
)
async def redirect_permanent(call: Call) -> None:
    """308 to the article's new address."""
    if call.path == "/story/its-old-name":
        await call.moved("/story/its-new-name", "308 Permanent Redirect")
    else:
        await call.page(call.article())
