"""Row 11: redirects that turn in circles, lead nowhere, or lead there after all."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most

catalogue = Catalogue("server")
fault = catalogue.fault

LOST = frozenset({"redirect_loop", "redirects", "bad_redirect"})


@fault(11, ABSENT, reasons=LOST, check=at_most(2, "/story/redirect_to_itself"))
async def redirect_to_itself(call: Call) -> None:
    """Redirects to its own address."""
    await call.moved(call.path, "301 Moved Permanently")


@fault(11, ABSENT, reasons=LOST, at=("/loop/a", "/loop/b"), articles=("/loop/a",), check=at_most(4, "/loop/"))
async def redirect_loop(call: Call) -> None:
    """Two addresses that lead to each other."""
    await call.moved("/loop/b" if call.path.endswith("a") else "/loop/a")


@fault(11, ABSENT, reasons=LOST, at=("/hop/*",), articles=("/hop/1",), check=at_most(6, "/hop/"))
async def redirect_endless(call: Call) -> None:
    """Each address leads to the next one, for ever."""
    await call.moved(f"/hop/{int(call.path.rpartition('/')[2]) + 1}")


@fault(11, ABSENT, reasons=LOST)
async def redirect_without_target(call: Call) -> None:
    """302 without a Location, with an article as its body."""
    await call.page(call.article(), status="302 Found")


@fault(11, ABSENT, reasons=LOST)
async def redirect_empty_target(call: Call) -> None:
    """302 with an empty Location."""
    await call.moved("")


@fault(11, WHOLE, at=("/redirect_raw_utf8", "/story/caf%C3%A9"), articles=("/story/caf%C3%A9",),
       links=("/redirect_raw_utf8",))  # fmt: skip
async def redirect_raw_utf8(call: Call) -> None:
    """A Location with raw UTF-8 in it, as browsers accept it."""
    if call.path == "/redirect_raw_utf8":
        await call.send("HTTP/1.1 302 Found\r\nLocation: /story/café\r\nContent-Length: 0\r\n\r\n".encode())
        call.keep = True
    else:
        await call.page(call.article())


@fault(11, WHOLE, at=("/five/*",), articles=("/five/6",), links=("/five/1",))
async def redirects_five(call: Call) -> None:
    """Five redirects, then the article: the most that is followed."""
    number = int(call.path.rpartition("/")[2])
    await (call.page(call.article()) if number == 6 else call.moved(f"/five/{number + 1}"))


@fault(11, ABSENT, at=("/six/*",), articles=("/six/7",), links=("/six/1",), reasons=LOST)
async def redirects_six(call: Call) -> None:
    """Six redirects: one too many."""
    number = int(call.path.rpartition("/")[2])
    await (call.page(call.article()) if number == 7 else call.moved(f"/six/{number + 1}"))


@fault(11, NOT_HALF)
async def redirect_to_front(call: Call) -> None:
    """An article that is gone redirects to the front page; that is no article."""
    await call.moved("/")


@fault(11, ABSENT)
async def redirect_unreadable(call: Call) -> None:
    """A Location that is no address at all."""
    await call.moved("http://[half/of:an:address")


@fault(11, WHOLE, at=("/old/name", "/story/new-name"), articles=("/story/new-name",), links=("/old/name",))
async def redirect_permanent(call: Call) -> None:
    """308 to the article's new address."""
    if call.path == "/old/name":
        await call.moved("/story/new-name", "308 Permanent Redirect")
    else:
        await call.page(call.article())
