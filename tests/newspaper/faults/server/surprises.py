"""Rows 5 to 17 again: what servers do that no standard foresees, seen in the wild or easy to imagine."""

import asyncio
import gzip
import zlib

from tests.newspaper.faults.call import HTML, Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED_OR_ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most
from tests.newspaper.faults.words import mark

catalogue = Catalogue("server")
fault = catalogue.fault

GZIP = ("Content-Encoding", "gzip")
FORGED = ("/story/forged-one", "/story/forged-two")


@fault(17, NOT_HALF, clean=WHOLE)
async def hints_with_a_body(call: Call) -> None:
    """103 Early Hints with a body, which such an answer cannot have."""
    body = b"<p>lamp</p>"
    await call.head(("Content-Length", str(len(body))), status="103 Early Hints")
    await call.send(body)
    await call.page(call.article())


@fault(17, WHOLE, articles=("/story/http10-a", "/story/http10-b"), at=("/story/http10-*",))
async def http_10(call: Call) -> None:
    """A server of 1996: HTTP/1.0, no length, no keep-alive."""
    await call.send(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + call.article().encode())


@fault(17, WHOLE, articles=("/story/idle-a", "/story/idle-b", "/story/idle-c"), at=("/story/idle-*",))
async def timeout_nobody_asked_for(call: Call) -> None:
    """Behind each answer a "408 Request Timeout" on the idle line, which is no answer to the next request."""
    await call.page(call.article(), ("Connection", "keep-alive"))
    await asyncio.sleep(0.05)
    await call.head(("Content-Length", "0"), ("Connection", "close"), status="408 Request Timeout")
    call.keep = False


@fault(12, NOT_HALF, clean=WHOLE, articles=FORGED, at=FORGED, never=(mark("smuggled", "/"),))
async def answer_behind_an_answer(call: Call) -> None:
    """A second answer behind the first: who takes it for the next page's has another's words at its address."""
    forged = call.article(body=f"<p>{mark('smuggled', '/')}</p>" * 9, name=mark("smuggled", "/")).encode()
    own = call.article().encode()
    await call.head(HTML, ("Content-Length", str(len(own))))
    # In one write: what comes after the next request was sent is no other answer than that request's.
    await call.send(own + b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(forged) + forged)
    call.keep = True


@fault(5, WHOLE)
async def chunks_of_one_byte(call: Call) -> None:
    """Every byte is a chunk of its own, its length in capitals with zeros before it."""
    await call.head(HTML, ("Transfer-Encoding", "Chunked"))
    await call.send(b"".join(b"0001\r\n%c\r\n" % byte for byte in call.article().encode()), b"0000\r\n\r\n")


@fault(5, NOT_HALF)
async def chunks_behind_lone_newlines(call: Call) -> None:
    """Chunks whose lengths end with a line feed alone."""
    raw = call.article().encode()
    await call.head(HTML, ("Transfer-Encoding", "chunked"))
    await call.send(b"%x\n%b\n0\n\n" % (len(raw), raw))


@fault(5, FLAGGED_OR_ABSENT)
async def length_of_nothing(call: Call) -> None:
    """Content-Length: 0, and a page behind it."""
    await call.head(HTML, ("Content-Length", "0"))
    await call.send(call.article().encode())


@fault(12, NOT_HALF)
async def length_twice_the_same(call: Call) -> None:
    """Content-Length as a list of two equal numbers, as proxies write it."""
    raw = call.article().encode()
    await call.head(HTML, ("Content-Length", f"{len(raw)}, {len(raw)}"))
    await call.send(raw)


@fault(12, NOT_HALF)
async def heads_of_lone_newlines(call: Call) -> None:
    """A head whose lines end with a line feed alone."""
    await call.send(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + call.article().encode())


@fault(12, NOT_HALF)
async def head_folded(call: Call) -> None:
    """A header that goes on in the next line, as mail has it."""
    await call.send(b"HTTP/1.1 200 OK\r\nX-Long: lamp\r\n  light\r\n")
    raw = call.article().encode()
    await call.send(b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(raw) + raw)


@fault(12, WHOLE)
async def status_without_words(call: Call) -> None:
    """A status line that ends behind its number."""
    raw = call.article().encode()
    await call.send(b"HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(raw) + raw)


@fault(12, WHOLE)
async def type_of_many_words(call: Call) -> None:
    """A Content-Type with two charsets, an empty parameter and a quote without its other half."""
    await call.page(call.article(), ("Content-Type", 'text/html;; charset=utf-8; charset="latin-9; q'))


@fault(12, WHOLE)
async def type_of_a_file(call: Call) -> None:
    """A page that is called a file to be saved."""
    await call.page(
        call.article(), ("Content-Type", "application/octet-stream"), ("Content-Disposition", "attachment")
    )


@fault(14, ABSENT)
async def json_at_an_article(call: Call) -> None:
    """An error of an interface, as JSON, with status 200."""
    await call.page(
        '{"error": {"code": 17, "message": "lamp not lit"}}', ("Content-Type", "application/json")
    )


@fault(7, WHOLE)
async def gzip_with_garbage_behind(call: Call) -> None:
    """Bytes of no meaning behind a whole gzip stream."""
    await call.page(gzip.compress(call.article().encode()) + b"<!-- served by lamp 7 -->", GZIP)


@fault(7, WHOLE)
async def gzip_named_in_two_headers(call: Call) -> None:
    """One gzip stream, named in two headers."""
    await call.page(gzip.compress(call.article().encode()), GZIP, GZIP)


@fault(7, WHOLE)
async def gzip_in_small_members(call: Call) -> None:
    """A gzip stream of many members, a few letters each."""
    raw = call.article().encode()
    await call.page(b"".join(gzip.compress(raw[at : at + 40]) for at in range(0, len(raw), 40)), GZIP)


@fault(7, WHOLE)
async def zlib_as_gzip(call: Call) -> None:
    """The coding is called gzip and is deflate."""
    await call.page(zlib.compress(call.article().encode()), GZIP)


@fault(7, NOT_HALF, reasons=frozenset({"unknown_coding"}))
async def charset_as_coding(call: Call) -> None:
    """A Content-Encoding that names the charset."""
    await call.page(call.article(), ("Content-Encoding", "utf-8"))


@fault(11, NOT_HALF)
async def two_locations(call: Call) -> None:
    """A redirect with two targets, the first of which is not there."""
    await call.page("", ("Location", "/story/nowhere"), ("Location", call.path + "?2"), status="302 Found")


@fault(
    11,
    ABSENT,
    at=("/story/redirect_growing*",),
    articles=("/story/redirect_growing",),
    check=at_most(7, "/story/redirect_growing"),
)
async def redirect_growing(call: Call) -> None:
    """Each redirect leads to an address twice as long."""
    await call.moved(f"{call.path}/{call.path[1:]}"[:30_000])


@fault(11, ABSENT, check=at_most(3, "/story/wall_of_crumbs"), reasons=frozenset({"redirect_loop"}))
async def wall_of_crumbs(call: Call) -> None:
    """Redirects to itself until it is sent the cookie that it set."""
    if "lamp=lit" in call.headers.get("cookie", ""):
        await call.page(call.article())
    else:
        await call.page("", ("Location", call.path), ("Set-Cookie", "lamp=lit; path=/"), status="302 Found")


@fault(11, ABSENT, check=at_most(3, "/story/refresh_loop"))
async def refresh_loop(call: Call) -> None:
    """A page that is nothing but a refresh of itself."""
    await call.page(f'<html><head><meta http-equiv="refresh" content="0; url={call.path}"></head></html>')


@fault(11, ABSENT)
async def redirect_to_script(call: Call) -> None:
    """A redirect to a script."""
    await call.moved("javascript:alert(1)")


@fault(11, NOT_HALF, at=("/story/redirect_backslashes",))
async def redirect_backslashes(call: Call) -> None:
    """A redirect whose slashes lean to the left, to a host that is none."""
    await call.moved("\\\\lamp.invalid\\story\\clean")


@fault(8, ABSENT, at=("/town", "/country"), articles=(), sections=("/town", "/country"), clean=WHOLE)
async def listings_that_drip(call: Call) -> None:
    """Listing pages that come a byte at a time and never end."""
    await call.head(HTML)
    for _ in range(10_000):
        await call.send(b"<")
        await asyncio.sleep(0.3)


@fault(9, ABSENT, at=("/town",), articles=(), sections=("/town",), clean=WHOLE)
async def listing_without_an_end(call: Call) -> None:
    """A listing page that goes on for ever."""
    await call.head(HTML, ("Transfer-Encoding", "chunked"))
    row = b"".join(b'<li><a href="/town/%d">Town</a></li>' % number for number in range(2000))
    for _ in range(10_000):
        await call.chunks(row, end=b"")
