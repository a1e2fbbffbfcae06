"""Rows 4, 5 and 17: lines that break, lengths that lie, answers that come early."""

from tests.newspaper.faults.call import HTML, Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED_OR_ABSENT, WHOLE, Catalogue

catalogue = Catalogue("server")
fault = catalogue.fault


def halves(call: Call) -> tuple[bytes, bytes]:
    """The article's page cut in the middle of its text."""
    raw = call.article().encode()
    return raw[: len(raw) // 2], raw[len(raw) // 2 :]


@fault(4, WHOLE)
async def reset_before_then_fine(call: Call) -> None:
    """Resets the line before the answer, once."""
    if call.count == 1:
        call.reset()
    else:
        await call.page(call.article())


@fault(4, WHOLE)
async def reset_in_the_middle_then_fine(call: Call) -> None:
    """Resets the line in the middle of the text, once; the first half must not become the article."""
    if call.count > 1:
        await call.page(call.article())
        return
    first, second = halves(call)
    await call.head(HTML, ("Content-Length", str(len(first) + len(second))))
    await call.send(first)
    call.reset()


@fault(4, ABSENT, reasons=frozenset({"connection"}))
async def reset_always(call: Call) -> None:
    """Resets every line."""
    call.reset()


@fault(5, FLAGGED_OR_ABSENT)
async def length_too_short(call: Call) -> None:
    """Content-Length says half of what is sent: who believes it has half an article."""
    first, second = halves(call)
    await call.head(HTML, ("Content-Length", str(len(first))))
    await call.send(first, second)


@fault(5, FLAGGED_OR_ABSENT)
async def length_too_long(call: Call) -> None:
    """Content-Length says twice what is sent, then the line closes."""
    first, second = halves(call)
    await call.head(HTML, ("Content-Length", str(2 * len(first + second))))
    await call.send(first)


@fault(5, FLAGGED_OR_ABSENT)
async def chunked_cut(call: Call) -> None:
    """A chunked body without its last chunk, cut in the middle of the text."""
    first, _ = halves(call)
    await call.head(HTML, ("Transfer-Encoding", "chunked"))
    await call.chunks(first, end=b"")


@fault(5, FLAGGED_OR_ABSENT)
async def chunk_cut_inside(call: Call) -> None:
    """A chunk that is announced longer than it is."""
    first, second = halves(call)
    await call.head(HTML, ("Transfer-Encoding", "chunked"))
    await call.send(b"%x\r\n" % len(first + second), first)


@fault(5, WHOLE)
async def length_short_then_fine(call: Call) -> None:
    """A cut page once; asked again it is whole, and that is what is recorded."""
    if call.count > 1:
        await call.page(call.article())
        return
    first, second = halves(call)
    await call.head(HTML, ("Content-Length", str(len(first + second))))
    await call.send(first)


@fault(5, WHOLE)
async def no_length(call: Call) -> None:
    """Neither length nor chunks: the end of the line is the end of the page, as HTTP/1.0 has it."""
    await call.head(HTML, ("Connection", "close"))
    await call.send(call.article().encode())


@fault(5, WHOLE)
async def chunks_with_extensions(call: Call) -> None:
    """Chunk extensions and a trailer, as the standard allows."""
    first, second = halves(call)
    await call.head(HTML, ("Transfer-Encoding", "chunked"), ("Trailer", "X-Done"))
    await call.send(b"%x;lamp=lit\r\n%b\r\n" % (len(first), first))
    await call.chunks(second, end=b"0\r\nX-Done: yes\r\n\r\n")


@fault(17, WHOLE, articles=("/story/kept-a", "/story/kept-b", "/story/kept-c"), at=("/story/kept-*",))
async def dropped_keep_alive(call: Call) -> None:
    """Says keep-alive and closes the line after each answer."""
    await call.page(call.article(), ("Connection", "keep-alive"), ("Keep-Alive", "timeout=60"))
    call.keep = False


@fault(17, WHOLE)
async def early_hints(call: Call) -> None:
    """103 Early Hints before the answer."""
    await call.head(("Link", "</style.css>; rel=preload"), status="103 Early Hints")
    await call.page(call.article())
