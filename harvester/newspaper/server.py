"""HTTP/1.1 on loopback: one small asyncio server in a thread of its own, for the paper and for tests."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from threading import Thread
from typing import Final

from harvester.newspaper.web import Answer, Request, Site, plain, reason

END: Final = b"\r\n\r\n"
LONGEST_HEAD: Final = 64_000
NO_BODY: Final = frozenset({204, 304})


@dataclass(frozen=True, slots=True)
class Served:
    """A site that can be asked."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The site's address, without a slash at its end."""
        return f"http://{self.host}:{self.port}"


class Conversation(asyncio.Protocol):
    """One connection: requests without body, answered in their order, kept open until the client leaves."""

    def __init__(self, site: Site, lines: set[asyncio.Transport]) -> None:
        self._site = site
        self._lines = lines
        self._waiting = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the line to answer on."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - a TCP server gives nothing else
        self._transport = transport
        self._lines.add(transport)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """Forget the line."""
        if self._transport:
            self._lines.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        """Answer every request whose head is complete."""
        self._waiting += data
        while END in self._waiting:
            head, _, self._waiting = self._waiting.partition(END)
            self._reply(head)
        if len(self._waiting) > LONGEST_HEAD:
            self._close()

    def _reply(self, head: bytes) -> None:
        request = read_head(head)
        answer = self._site.answer(request) if request else plain("What did you say?", 400)
        is_last = request is None or request.headers.get("connection", "").lower() == "close"
        self._send(request, answer, "close" if is_last else "keep-alive")
        if is_last:
            self._close()

    def _send(self, request: Request | None, answer: Answer, connection: str) -> None:
        if self._transport and not self._transport.is_closing():
            is_silent = request is not None and request.method == "HEAD"
            self._transport.writelines((write_head(answer, connection), *(() if is_silent else answer.parts)))

    def _close(self) -> None:
        if self._transport:
            self._transport.close()


def read_head(head: bytes) -> Request | None:
    """The request in the bytes before the empty line; ``None`` when they are none."""
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or words[0] not in {"GET", "HEAD"}:  # noqa: PLR2004 - method, target, version
        return None
    pairs = (line.partition(":") for line in lines)
    return Request(words[0], words[1], {name.strip().lower(): value.strip() for name, _, value in pairs})


def write_head(answer: Answer, connection: str) -> bytes:
    """Status line and headers as they go over the wire."""
    length = () if answer.status in NO_BODY else (("Content-Length", str(answer.length)),)
    more = (*length, ("Date", formatdate(usegmt=True)), ("Server", "lantern"), ("Connection", connection))
    lines = "".join(f"{name}: {value}\r\n" for name, value in answer.headers + more)
    return f"HTTP/1.1 {answer.status} {reason(answer.status)}\r\n{lines}\r\n".encode("latin-1")


@dataclass
class Press:
    """An event loop in a thread, on which servers run."""

    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    servers: list[asyncio.Server] = field(default_factory=list)
    lines: set[asyncio.Transport] = field(default_factory=set)
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = Thread(target=self.loop.run_forever, name="newspaper", daemon=True)
        self.thread.start()

    def listen(self, site: Site, host: str, port: int) -> Served:
        """Serve a site on an address; ``OSError`` when it is taken."""
        opening = self.loop.create_server(lambda: Conversation(site, self.lines), host, port, backlog=512)
        server = asyncio.run_coroutine_threadsafe(opening, self.loop).result()
        self.servers.append(server)
        return Served(host, server.sockets[0].getsockname()[1])

    def stop(self) -> None:
        """End every conversation and the thread."""
        asyncio.run_coroutine_threadsafe(self._hang_up(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    async def _hang_up(self) -> None:
        for server in self.servers:
            server.close()
        for line in tuple(self.lines):
            line.abort()
        await asyncio.sleep(0)


@contextmanager
def serve(site: Site, host: str = "127.0.0.1", port: int = 0) -> Iterator[Served]:
    """Serve ``site`` while the block runs; port 0 takes a free one. ``OSError`` when the address is taken."""
    press = Press()
    try:
        yield press.listen(site, host, port)
    finally:
        press.stop()
