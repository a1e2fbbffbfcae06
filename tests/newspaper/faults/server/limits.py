"""Rows 8 to 10: too slow, too long, too large once decoded."""

import asyncio

from tests.newspaper.faults import bombs
from tests.newspaper.faults.call import HTML, XML, Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED_OR_ABSENT, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most, every, sent_at_most

catalogue = Catalogue("server")
fault = catalogue.fault

FOR_EVER = 3600.0
PAGE = 10_000_000
SLACK = 20_000_000
"""What may lie in the sockets' buffers when the client hangs up."""

LATE = frozenset({"timeout"})
LARGE = frozenset({"too_large"})
BOMB = frozenset({"bomb", "too_large"})
ROBOTS = "User-agent: *\nDisallow:\nSitemap: {base}/sitemap.xml.gz\n"


async def drip(call: Call, data: bytes, every_seconds: float = 1.0) -> None:
    """A byte, a rest, a byte."""
    for byte in data:
        await call.send(bytes([byte]))
        await asyncio.sleep(every_seconds)


@fault(8, ABSENT, reasons=LATE, check=at_most(3, "/story/never_answers"))
async def never_answers(call: Call) -> None:
    """Takes the request and says nothing."""
    await asyncio.sleep(FOR_EVER)
    call.reset()


@fault(8, ABSENT, reasons=LATE)
async def slow_headers(call: Call) -> None:
    """A byte of the headers every second."""
    await drip(call, b"HTTP/1.1 200 OK\r\n" + b"X-Slow: yes\r\n" * 300)


@fault(8, FLAGGED_OR_ABSENT)
async def slow_body(call: Call) -> None:
    """Half the page at once, then a byte every second."""
    raw = call.article().encode()
    await call.head(HTML, ("Content-Length", str(len(raw))))
    await call.send(raw[: len(raw) // 2])
    await drip(call, raw[len(raw) // 2 :])


@fault(8, FLAGGED_OR_ABSENT)
async def stalls_before_the_end(call: Call) -> None:
    """All but the last hundred bytes, then nothing, with the line open."""
    raw = call.article().encode()
    await call.head(HTML, ("Content-Length", str(len(raw))))
    await call.send(raw[:-700])
    await asyncio.sleep(FOR_EVER)


@fault(8, WHOLE)
async def slow_but_in_time(call: Call) -> None:
    """Half a second for the headers, and as much for the page: slow, and sound."""
    await asyncio.sleep(0.5)
    raw = call.article().encode()
    await call.head(HTML, ("Content-Length", str(len(raw))))
    for start in range(0, len(raw), 1 + len(raw) // 4):
        await call.send(raw[start : start + 1 + len(raw) // 4])
        await asyncio.sleep(0.1)


@fault(9, FLAGGED_OR_ABSENT, check=every(sent_at_most(PAGE + SLACK), at_most(3, "/story/endless_body")))
async def endless_body(call: Call) -> None:
    """An article that goes on for ever, without a length; on a slow machine time may run out before bytes do."""
    await call.head(HTML)
    await call.send(call.article().partition("</article>")[0].encode())
    while True:
        await call.send(b"<p>And then it went on, and on, and on without ever coming to an end.</p>\n" * 800)


@fault(9, ABSENT, reasons=LARGE, check=every(sent_at_most(SLACK), at_most(1, "/story/announced_too_large")))
async def announced_too_large(call: Call) -> None:
    """A Content-Length of a terabyte, honestly meant: it can be refused before the first byte."""
    await call.head(HTML, ("Content-Length", str(10**12)))
    while True:
        await call.send(b"<p>A very long day.</p>\n" * 2000)


@fault(9, ABSENT, check=sent_at_most(SLACK))
async def endless_headers(call: Call) -> None:
    """Headers that never come to their empty line."""
    await call.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await call.send(b"".join(b"X-Line-%d: %b\r\n" % (number, b"a" * 900) for number in range(50)))


@fault(9, ABSENT, check=sent_at_most(SLACK))
async def endless_header_line(call: Call) -> None:
    """One header without an end."""
    await call.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        await call.send(b"a" * 50_000)


@fault(9, ABSENT)
async def headers_of_a_megabyte(call: Call) -> None:
    """Complete headers, five times as many bytes as anybody needs."""
    lines = tuple((f"X-Line-{number}", "a" * 1000) for number in range(1300))
    await call.page(call.article(), *lines)


@fault(9, ABSENT, check=sent_at_most(SLACK))
async def endless_status_line(call: Call) -> None:
    """A status line without an end."""
    await call.send(b"HTTP/1.1 200 O")
    while True:
        await call.send(b"K" * 50_000)


@fault(9, ABSENT, check=sent_at_most(SLACK))
async def endless_chunk_extension(call: Call) -> None:
    """A chunk whose extension never ends."""
    await call.head(HTML, ("Transfer-Encoding", "chunked"))
    await call.send(b"10;x=")
    while True:
        await call.send(b"y" * 50_000)


@fault(9, ABSENT, check=sent_at_most(SLACK))
async def endless_interim_answers(call: Call) -> None:
    """103 Early Hints, again and again."""
    while True:
        await call.send(b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n" * 500)


@fault(10, ABSENT, reasons=BOMB, check=at_most(1, "/story/bomb_gzip"))
async def bomb_gzip(call: Call) -> None:
    """300 KB of gzip that become 300 MB."""
    await call.page(bombs.gzip_bomb(), HTML, ("Content-Encoding", "gzip"))


@fault(10, ABSENT, reasons=BOMB)
async def bomb_gzip_nested(call: Call) -> None:
    """640 bytes that become 300 KB that become 300 MB."""
    await call.page(bombs.nested_bomb(), HTML, ("Content-Encoding", "gzip, gzip"))


@fault(10, ABSENT, reasons=BOMB)
async def bomb_brotli(call: Call) -> None:
    """455 bytes of Brotli that become 300 MB."""
    await call.page(bombs.brotli_bomb(), HTML, ("Content-Encoding", "br"))


@fault(10, ABSENT, reasons=BOMB)
async def bomb_zstd(call: Call) -> None:
    """9 KB of Zstandard that become 300 MB."""
    await call.page(bombs.zstd_bomb(), HTML, ("Content-Encoding", "zstd"))


@fault(10, WHOLE, articles=(), at=("/sitemap.xml.gz", "/robots.txt"))
async def bomb_sitemap(call: Call) -> None:
    """A gzipped sitemap that becomes 300 MB; the front page is sound."""
    if call.path == "/robots.txt":
        await call.page(ROBOTS.replace("{base}", call.base), ("Content-Type", "text/plain"))
    else:
        await call.page(
            bombs.gzip_bomb(b'<?xml version="1.0"?><urlset>'), ("Content-Type", "application/gzip")
        )


@fault(10, WHOLE, articles=(), at=("/sitemap.xml.gz", "/robots.txt"))
async def bomb_sitemap_with_coding(call: Call) -> None:
    """The same sitemap, gzipped once more as a content coding."""
    if call.path == "/robots.txt":
        await call.page(ROBOTS.replace("{base}", call.base), ("Content-Type", "text/plain"))
    else:
        await call.page(bombs.nested_bomb(), XML, ("Content-Encoding", "gzip"))
