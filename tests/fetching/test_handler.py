"""The wire: what servers do wrong, and what becomes of each request."""

import asyncio
import gzip
import socket
import time
import zlib
from pathlib import Path

import brotli
import pytest
from scrapy import Request

from harvester.fetching.refused import Refused
from tests.fetching.wire import HTML, Asked, open_wire, page, run, settings_for
from tests.newspaper.faults.bombs import zstd

LONG = HTML.replace(b"late.", b"late. " + b"It waited for the mail. " * 400)


def coded(body: bytes, coding: str) -> bytes:
    return page(body, f"Content-Encoding: {coding}")


WHOLE = {
    "plain": page(HTML),
    "gzip": coded(gzip.compress(HTML), "gzip"),
    "x-gzip, upper case": coded(gzip.compress(HTML), "X-GZIP"),
    "gzip in two members": coded(gzip.compress(HTML[:30]) + gzip.compress(HTML[30:]), "gzip"),
    "gzip with padding behind": coded(gzip.compress(HTML) + b"\0" * 64, "gzip"),
    "deflate": coded(zlib.compress(HTML), "deflate"),
    "bare deflate": coded(zlib.compress(HTML)[2:-4], "deflate"),
    "br": coded(brotli.compress(HTML), "br"),
    "zstd": coded(zstd.compress(HTML), "zstd"),
    "gzip twice, said twice": coded(gzip.compress(gzip.compress(HTML)), "gzip, gzip"),
    "gzip twice, said once": coded(gzip.compress(gzip.compress(HTML)), "gzip"),
    "br in gzip": coded(gzip.compress(brotli.compress(HTML)), "br, gzip"),
    "two headers": page(
        gzip.compress(brotli.compress(HTML)), "Content-Encoding: br", "Content-Encoding: gzip"
    ),
    "gzip that nobody said": page(gzip.compress(HTML)),
    "plain called gzip": coded(HTML, "gzip"),
    "plain called br": coded(HTML, "br"),
    "gzip called br": coded(gzip.compress(HTML), "br"),
    "gzip called deflate": coded(gzip.compress(HTML), "deflate"),
    "identity": coded(HTML, "identity"),
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
    % (len(HTML), HTML),
    "early hints before": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + page(HTML),
    "a bad byte in a header": page(HTML, "X-Author: Andr\xe9").replace(b"\xc3\xa9", b"\xe9"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_body_comes_decoded_however_it_was_sent(wire, ask, name):
    """Every right coding, and every wrong name for one that the first bytes betray, gives the page."""
    wire.answers["/"] = WHOLE[name]
    answer = ask()
    assert answer.body == HTML
    assert "Content-Encoding" not in answer.headers


CUT_GZIP = gzip.compress(LONG)[:-12]
WRONG_CRC = gzip.compress(HTML)[:-8] + b"\0\0\0\0" + gzip.compress(HTML)[-4:]
REFUSED = {
    "gzip without its end": (coded(CUT_GZIP, "gzip"), "corrupt"),
    "gzip with a wrong checksum": (coded(WRONG_CRC, "gzip"), "corrupt"),
    "br without its end": (coded(brotli.compress(LONG)[:-9], "br"), "corrupt"),
    "zstd without its end": (coded(zstd.compress(LONG)[:-9], "zstd"), "corrupt"),
    "deflate without its end": (coded(zlib.compress(LONG)[:-9], "deflate"), "corrupt"),
    "noise called br": (coded(b"\xff\x01\x02" * 90, "br"), "corrupt"),
    "noise called gzip": (coded(b"\x00\x01\x02" * 90, "gzip"), "corrupt"),
    "a coding nobody knows": (coded(b"?" * 90, "x-secret"), "unknown_coding"),
    "a coding over and over": (coded(gzip.compress(HTML), "gzip, gzip, gzip, gzip"), "bomb"),
    "no status line": (b"Good morning\r\n\r\n" + HTML, "protocol"),
    "a status that is no number": (b"HTTP/1.1 abc OK\r\n\r\n" + HTML, "protocol"),
    "HTTP/0.9": (HTML, "protocol"),
    "two lengths": (page(HTML, "Content-Length: 7"), "protocol"),
    "a length that is no number": (page(HTML).replace(b"Length: ", b"Length: x"), "protocol"),
    "length and chunks": (page(HTML, "Transfer-Encoding: chunked"), "protocol"),
    "NUL in a header": (page(HTML, "X-A: a\0b"), "protocol"),
    "chunks of garbage": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + HTML, "protocol"),
    "a header without end": (b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 90_000 + b"\r\n\r\n", "too_large"),
    "too many headers": (page(HTML, *(f"X-{n}: 1" for n in range(400))), "too_large"),
    "much in many headers": (page(HTML, *(f"X-{n}: {'a' * 4000}" for n in range(100))), "too_large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_broken_is_refused_by_name(wire, ask, name):
    """A body or a head that is not right never becomes a response; it has a reason."""
    wire.answers["/"], reason = REFUSED[name]
    answer = ask(retries=2)
    assert isinstance(answer, Refused), answer
    assert answer.reason == reason, answer


def cut(data: bytes):
    """Return an answer that closes the connection behind its bytes."""

    def answer(conn: socket.socket, _: Asked) -> None:
        conn.sendall(data)

    return answer


def reset(data: bytes):
    """Return an answer that resets the connection behind its bytes."""

    def answer(conn: socket.socket, _: Asked) -> None:
        conn.sendall(data)
        time.sleep(0.05)
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    return answer


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
DROPPED = {
    "before the head": (cut(b""), "connection"),
    "within the head": (cut(b"HTTP/1.1 200 OK\r\nContent-"), "connection"),
    "reset before the head": (reset(b""), "connection"),
    "within the length": (cut(page(LONG)[:-900]), "corrupt"),
    "within a chunk": (cut(CHUNKED + b"fff\r\n" + HTML), "corrupt"),
    "between chunks": (cut(CHUNKED + b"%x\r\n%s\r\n" % (len(HTML), HTML)), "corrupt"),
    "reset within the length": (reset(page(LONG)[:-900]), "corrupt"),
}


@pytest.mark.parametrize("name", DROPPED)
def test_a_dropped_connection_is_tried_again_later(wire, ask, name):
    """Whatever part came, it is no response: the reason is retryable."""
    wire.answers["/"], reason = DROPPED[name]
    answer = ask(retries=2)
    assert isinstance(answer, Refused), answer
    assert (answer.reason, answer.outcome) == (reason, "deferred")


def in_two(head: bytes, first: bytes, second: bytes):
    """Return an answer whose rest comes a moment later."""

    def answer(conn: socket.socket, _: Asked) -> None:
        conn.sendall(head + first)
        time.sleep(0.05)
        conn.sendall(second)

    return answer


SHORT = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n" % len(HTML[:-20])
CUT_SHORT = {
    "a length too short": (in_two(SHORT + b"\r\n", HTML[:-20], HTML[-20:]), "corrupt"),
    "a length too short, then closed": (
        in_two(SHORT + b"Connection: close\r\n\r\n", HTML[:-20], HTML[-20:]),
        "corrupt",
    ),
    "a length too long": (cut(page(LONG)[:-900]), "corrupt"),
    "chunks without end": (cut(CHUNKED + b"%x\r\n%s\r\n" % (len(HTML), HTML)), "corrupt"),
    "gzip without its end": (coded(CUT_GZIP, "gzip"), "corrupt"),
    "a drip that never ends": (lambda conn, _: drip(conn, CHUNKED, b"5\r\nabcd \r\n"), "time"),
}


@pytest.mark.parametrize("name", CUT_SHORT)
def test_on_the_last_attempt_the_part_comes_flagged(wire, ask, name):
    """The third time a cut body is given, with the reason in its meta and among its flags."""
    wire.answers["/"], why = CUT_SHORT[name]
    answer = ask(meta={"attempt": 3}, retries=2, request_seconds=0.6)
    assert not isinstance(answer, Refused), answer
    assert answer.meta["truncated_reason"] == why
    assert "truncated_reason" in answer.flags
    assert answer.body


def test_page_without_an_end_tag_is_whole_where_its_length_is(wire, ask):
    """``</html>`` may be left out: nothing behind the length, and the page is no part."""
    wire.answers["/"] = cut(page(HTML[:-20], "Connection: close"))
    answer = ask(meta={"attempt": 3}, retries=2)
    assert (answer.body, answer.meta.get("truncated_reason")) == (HTML[:-20], None)


def drip(conn: socket.socket, head: bytes, drop: bytes) -> None:
    conn.sendall(head)
    while True:
        conn.sendall(drop)
        time.sleep(0.05)


def stall(data: bytes):
    def answer(conn: socket.socket, _: Asked) -> None:
        conn.sendall(data)
        conn.recv(1)

    return answer


SLOW = {
    "never answers": stall(b""),
    "half a head": stall(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "half a body": stall(page(LONG)[:-900]),
    "a head in drops": lambda conn, _: drip(conn, b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "a body in drops": lambda conn, _: drip(conn, CHUNKED, b"5\r\nabcd \r\n"),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_slow_server_is_given_up_in_time(wire, ask, name):
    """Silence ends at the idle limit, a drip at the total; the reason is retryable."""
    wire.answers["/"] = SLOW[name]
    began = time.monotonic()
    answer = ask(retries=2, idle_seconds=0.3, request_seconds=0.6)
    assert isinstance(answer, Refused), answer
    assert answer.reason == "timeout", answer
    assert time.monotonic() - began < 2.5


def flood(head: bytes, piece: bytes):
    """Return an answer without end."""

    def answer(conn: socket.socket, _: Asked) -> None:
        conn.sendall(head)
        while True:
            conn.sendall(piece)

    return answer


def gzip_flood() -> bytes:
    """Return the beginning of a gzip stream that goes on with the same zeros for ever."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    return squeeze.compress(b"\0" * 50_000_000) + squeeze.flush(zlib.Z_SYNC_FLUSH)


BOMBS = {
    "an endless body": (flood(b"HTTP/1.1 200 OK\r\n\r\n", b"<p>more</p>" * 4000), "too_large"),
    "an endless chunked body": (flood(CHUNKED, b"2710\r\n" + b"x" * 10000 + b"\r\n"), "too_large"),
    "endless headers": (flood(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 500), "too_large"),
    "an endless header": (flood(b"HTTP/1.1 200 OK\r\nX-A: ", b"b" * 9000), "too_large"),
    "interim answers without end": (
        flood(b"", b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n" * 900),
        "too_large",
    ),
    "a chunk's extension without end": (flood(CHUNKED + b"10;x=", b"y" * 50_000), "too_large"),
    "a status line without end": (flood(b"HTTP/1.1 200 O", b"K" * 50_000), "too_large"),
    "a trailer without end": (flood(CHUNKED + b"1\r\na\r\n0\r\n", b"X-A: b\r\n" * 5000), "too_large"),
    "a length beyond the limit": (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "too_large"),
    "a gzip bomb": (coded(gzip_flood(), "gzip"), "bomb"),
    "a br bomb": (coded(brotli.compress(b"\0" * 50_000_000), "br"), "bomb"),
    "a zstd bomb": (coded(zstd.compress(b"\0" * 50_000_000), "zstd"), "bomb"),
    "a deflate bomb": (coded(zlib.compress(b"\0" * 50_000_000), "deflate"), "bomb"),
    "a bomb in a bomb": (coded(gzip.compress(gzip.compress(b"\0" * 50_000_000)), "gzip, gzip"), "bomb"),
    "a bomb that nobody said": (page(gzip.compress(b"\0" * 50_000_000)), "bomb"),
    "many empty members": (coded(gzip.compress(gzip.compress(b"") * 500_000), "gzip, gzip"), "bomb"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_given_up_at_once(wire, ask, name):
    """Counted while it arrives: no retry, no response, and nothing like its size in memory."""
    wire.answers["/"], reason = BOMBS[name]
    answer = ask(page_bytes=10_000_000)
    assert isinstance(answer, Refused), answer
    assert (answer.reason, answer.retryable) == (reason, False), answer


FLOODS = [name for name in BOMBS if "without end" in name or name.startswith("an endless")]


def test_no_flood_keeps_the_others_waiting(wire):
    """While all of them come at once, the event loop turns: no host may stop the crawl of the others."""
    lags: list[float] = []

    async def watch() -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(0.01)
            lags.append(time.monotonic() - began)

    def prepare(_) -> None:
        watching.append(asyncio.ensure_future(watch()))

    watching: list[asyncio.Future[None]] = []
    servers = [open_wire() for _ in FLOODS]
    for server, name in zip(servers, FLOODS, strict=True):
        server.answers["/"] = BOMBS[name][0]
    requests = [Request(server.url()) for server in servers]
    run(requests, settings_for(wire, *servers, page_bytes=10_000_000), prepare=prepare)
    for server in servers:
        server.close()
    assert lags
    assert max(lags) < 1


def test_each_request_has_its_own_limit(wire):
    """``max_bytes`` counts decoded bytes: a seed may be larger than a page."""
    wire.answers["/"] = coded(gzip.compress(LONG), "gzip")
    small = Request(wire.url(), meta={"max_bytes": len(LONG) - 1})
    large = Request(wire.url(), meta={"max_bytes": len(LONG)})
    results = run([small, large], settings_for(wire, page_bytes=10)).results
    assert results[0].reason == "too_large"
    assert results[1].body == LONG


def test_a_connection_is_kept_and_one_that_was_dropped_is_opened_again(wire):
    """Requests follow one another on one connection; a server that closed it in between is no failure."""
    wire.answers["/a"] = page(HTML)
    wire.answers["/last"] = cut(page(HTML))
    urls = [wire.url(path) for path in ("/a", "/a", "/last", "/a")]
    found = run([Request(url) for url in urls], settings_for(wire), in_turn=True)
    assert [answer.body for answer in found.results] == [HTML] * 4
    assert wire.connections == 2


def test_no_cookie_is_kept(wire):
    """What a server sets is not sent back."""
    wire.answers["/"] = page(HTML, "Set-Cookie: a=b", "Set-Cookie: bomb=" + "x" * 5000)
    run([Request(wire.url()), Request(wire.url())], settings_for(wire), in_turn=True)
    assert all(asked.header("Cookie") is None for asked in wire.asked)


def test_nothing_listens(wire):
    """While a crawl runs the process has no port open beside the test's own."""
    listening: set[str] = set()

    def look(conn: socket.socket, _: Asked) -> None:
        listening.update(listening_ports())
        conn.sendall(page(HTML))

    before = listening_ports()
    wire.answers["/"] = look
    run([Request(wire.url())], settings_for(wire))
    assert listening
    assert listening <= before


def listening_ports() -> set[str]:
    """Return the local addresses that sockets of this process listen on."""
    ours = {link.readlink().name for link in Path("/proc/self/fd").iterdir() if link.is_symlink()}
    rows = [line.split() for line in Path("/proc/self/net/tcp").read_text().splitlines()[1:]]
    return {row[1] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in ours}
