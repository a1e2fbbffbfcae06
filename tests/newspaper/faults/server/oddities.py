"""Rows 12, 13, 14 and 16: broken grammar, strange statuses, pages that are none, too many cookies."""

from harvester.newspaper.pictures import picture
from tests.newspaper.faults.call import HTML, Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED_OR_ABSENT, NOT_HALF, WHOLE, Catalogue
from tests.newspaper.faults.log import at_most, no_header

catalogue = Catalogue("server")
fault = catalogue.fault

SORRY = """<!DOCTYPE html><html lang="en"><head><title>The page you want has gone</title></head><body><main><h1>Page not
found</h1><p>We are sorry: there is nothing at this address. It may have moved, or it may never have been there.
Please go back to the front page, or search for what you were looking for.</p></main></body></html>"""
CLOSED = """<!DOCTYPE html><html lang="en"><head><title>Down for maintenance</title></head><body><h1>We will be back
soon</h1><p>The paper is being maintained. Please come back in an hour. Thank you for your patience.</p></body></html>"""
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + b"x" * 4000


@fault(12, ABSENT)
async def chunk_garbage(call: Call) -> None:
    """A chunk whose length is no number."""
    await call.head(HTML, ("Transfer-Encoding", "chunked"))
    await call.send(b"lantern\r\n" + call.article().encode() + b"\r\n0\r\n\r\n")


@fault(12, ABSENT)
async def status_line_garbage(call: Call) -> None:
    """A status line that is none."""
    await call.send(b"LANTERN/1.1 fine thank you\r\n\r\n" + call.article().encode())


@fault(12, ABSENT)
async def http_09(call: Call) -> None:
    """The page without any headers, as in 1991."""
    await call.send(call.article().encode())


@fault(12, FLAGGED_OR_ABSENT)
async def two_lengths(call: Call) -> None:
    """Two Content-Length headers that differ."""
    raw = call.article().encode()
    await call.head(HTML, ("Content-Length", str(len(raw) // 2)), ("Content-Length", str(len(raw))))
    await call.send(raw)


@fault(12, NOT_HALF)
async def length_and_chunks(call: Call) -> None:
    """A Content-Length of ten beside chunks, as smugglers send it."""
    await call.head(HTML, ("Content-Length", "10"), ("Transfer-Encoding", "chunked"))
    await call.chunks(call.article().encode())


@fault(12, NOT_HALF)
async def nul_in_header(call: Call) -> None:
    """A NUL in a header."""
    await call.page(call.article(), ("X-Odd", "before\x00after"))


@fault(12, ABSENT)
async def length_negative(call: Call) -> None:
    """A negative Content-Length."""
    await call.head(HTML, ("Content-Length", "-5"))
    await call.send(call.article().encode())


@fault(12, NOT_HALF)
async def header_without_colon(call: Call) -> None:
    """A header line that is none, between good ones."""
    await call.send(b"HTTP/1.1 200 OK\r\nthis is no header\r\n")
    raw = call.article().encode()
    await call.send(b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(raw), raw)


@fault(13, ABSENT)
async def status_204(call: Call) -> None:
    """204 No Content."""
    await call.head(status="204 No Content")
    call.keep = True


@fault(13, ABSENT, reasons=frozenset({"unasked_304"}))
async def unasked_304(call: Call) -> None:
    """304 to a request without conditions."""
    await call.head(("ETag", '"x"'), status="304 Not Modified")
    call.keep = True


@fault(13, ABSENT, reasons=frozenset({"empty"}))
async def empty_200(call: Call) -> None:
    """200 with nothing in it, always."""
    await call.page("")


@fault(13, WHOLE)
async def empty_200_then_fine(call: Call) -> None:
    """200 with nothing in it once, then the article."""
    await call.page("" if call.count == 1 else call.article())


@fault(13, ABSENT)
async def status_999(call: Call) -> None:
    """A status that does not exist, with an article below it."""
    await call.page(call.article(), status="999 Request denied")


@fault(13, ABSENT)
async def status_206(call: Call) -> None:
    """Half a page as 206, which nobody asked for."""
    raw = call.article().encode()
    await call.page(raw[: len(raw) // 2], ("Content-Range", f"bytes 0-{len(raw) // 2 - 1}/{len(raw)}"),
                    status="206 Partial Content")  # fmt: skip


@fault(14, ABSENT)
async def maintenance_as_200(call: Call) -> None:
    """The words of a maintenance page, with status 200."""
    await call.page(CLOSED)


GONE = tuple(f"/story/gone-{number}" for number in range(4))


@fault(14, ABSENT, at=GONE)
async def soft_404(call: Call) -> None:
    """The same "not found" for four addresses, with status 200."""
    await call.page(SORRY)


@fault(14, ABSENT)
async def image_as_html(call: Call) -> None:
    """A picture that says it is HTML."""
    await call.page(picture(7), HTML)


@fault(14, ABSENT)
async def pdf_as_html(call: Call) -> None:
    """A PDF that says it is HTML."""
    await call.page(PDF, HTML)


@fault(14, WHOLE)
async def html_without_type(call: Call) -> None:
    """An article without a Content-Type: its first bytes say what it is."""
    raw = call.article().encode()
    await call.head(("Content-Length", str(len(raw))))
    await call.send(raw)


COOKIES = tuple(("Set-Cookie", f"jar{number}={'c' * 900}; Path=/") for number in range(100))
JARS = tuple(f"/story/jar-{number}" for number in range(3))


@fault(16, WHOLE, at=JARS, check=no_header("cookie"))
async def cookie_bomb(call: Call) -> None:
    """A hundred cookies of 900 bytes with each answer: none is to come back."""
    await call.page(call.article(), *COOKIES)


@fault(14, ABSENT, check=at_most(1, "/story/not_found_plain"), reasons=frozenset({"not_found"}))
async def not_found_plain(call: Call) -> None:
    """An honest 404 is asked once."""
    await call.fail("404 Not Found")
