"""``Call``: one request to the faulty edition, and the raw line to answer it on."""

import asyncio
import socket
import struct
from dataclasses import dataclass, field
from typing import Protocol

from tests.newspaper.faults import words
from tests.newspaper.faults.fault import Fault
from tests.newspaper.faults.log import Asked

Header = tuple[str, str]
HTML: Header = ("Content-Type", "text/html; charset=utf-8")
XML: Header = ("Content-Type", "application/xml")


class Edition(Protocol):
    """What a handler may know of the server."""

    port: int
    canary: int
    """Port of the server that nobody may connect to."""
    secret: str
    """Path of the file that nobody may read."""


@dataclass
class Call:
    """What a fault's handler is given. ``send`` writes bytes as they are; ``page`` answers as one should."""

    fault: Fault
    target: str
    headers: dict[str, str]
    count: int
    """How often this target was asked on this site, this time included."""
    run: int
    edition: Edition
    writer: asyncio.StreamWriter
    asked: Asked
    keep: bool = field(default=False)
    """Whether the line stays open for another request."""

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """The query, without its question mark."""
        return self.target.partition("?")[2]

    @property
    def base(self) -> str:
        """The site's address."""
        return f"{self.fault.scheme}://{self.fault.host}:{self.edition.port}"

    def fill(self, text: str) -> str:
        """``{port}``, ``{canary}``, ``{secret}``, ``{host}`` and ``{base}`` replaced."""
        known = {
            "{port}": str(self.edition.port),
            "{canary}": str(self.edition.canary),
            "{secret}": self.edition.secret,
            "{host}": self.fault.host,
            "{base}": self.base,
        }
        for name, value in known.items():
            text = text.replace(name, value)
        return text

    def article(self, **more: str) -> str:
        """The sound page that belongs to the path; see ``words.article``."""
        return words.article(self.fault.key, self.path, **more)

    @property
    def headline(self) -> str:
        """The headline that belongs to the path."""
        return words.headline(self.fault.key, self.path)

    @property
    def paragraphs(self) -> list[str]:
        """The text that belongs to the path, its end last."""
        return words.paragraphs(self.fault.key, self.path)

    async def send(self, *parts: bytes) -> None:
        """Write bytes as they are. ``ConnectionError`` when the client has left."""
        for part in parts:
            self.asked.sent += len(part)
            self.writer.write(part)
            await self.writer.drain()

    async def head(self, *headers: Header, status: str = "200 OK") -> None:
        """Write a status line, headers and the empty line."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
        await self.send(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1"))

    async def page(self, body: str | bytes, *headers: Header, status: str = "200 OK") -> None:
        """A whole answer with the right length; HTML in UTF-8 unless ``headers`` say otherwise."""
        raw = body.encode() if isinstance(body, str) else body
        named = {name.lower() for name, _ in headers}
        kind = () if "content-type" in named else (HTML,)
        await self.head(*kind, *headers, ("Content-Length", str(len(raw))), status=status)
        await self.send(raw)
        self.keep = True

    async def chunks(self, *parts: bytes, end: bytes = b"0\r\n\r\n") -> None:
        """Parts of a chunked body, then ``end``."""
        for part in parts:
            await self.send(b"%x\r\n%b\r\n" % (len(part), part))
        await self.send(end)

    async def moved(self, target: str, status: str = "302 Found") -> None:
        """A redirect, its target written in Latin-1 as it stands."""
        await self.page("", ("Location", target), status=status)

    async def fail(self, status: str = "503 Service Unavailable", *headers: Header) -> None:
        """An error page."""
        await self.page("<h1>Sorry</h1>", *headers, status=status)

    def reset(self) -> None:
        """Cut the line so that the client sees a reset."""
        line = self.writer.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
        self.keep = False
