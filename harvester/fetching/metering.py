"""A connection that counts what comes in: heads, interim answers and the wrappings of chunks, too.

aiohttp bounds a header and the number of headers, and its reader counts bodies. Nothing bounds "103 Early
Hints" again and again, which kept an event loop busy for seconds, nor a chunk's extension without an end.
"""

import asyncio
import sys
from ipaddress import IPv4Address, IPv6Address, ip_address
from time import monotonic
from typing import Final

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http import RawResponseMessage
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.streams import StreamReader

from harvester.fetching.refused import Refused

HEAD_BYTES: Final = 1_000_000
"""What may come before the answer's head has been read, the first bytes of its body included."""
WRAPPING_BYTES: Final = 1_000_000
"""What chunked coding may add to a body."""
_INTERIM: Final = 20
LOOK: Final = 0.2
"""Seconds in which the rest of a page comes whose Content-Length is too short."""


class MeteredLine(ResponseHandler):
    """aiohttp's protocol of one connection, with a meter."""

    _left = sys.maxsize
    _answers = 0
    _lingers = False
    """Whether the answer has a length and is the last one: what follows it tells that the length is wrong."""
    _last: asyncio.Transport | None = None
    has_more = False
    """Whether bytes came behind the end of the last answer."""

    def __init__(self, loop: asyncio.AbstractEventLoop, lingering: "set[MeteredLine]") -> None:
        super().__init__(loop)
        self._lingering = lingering

    def allow(self, size: int) -> None:
        """Let so many more bytes in."""
        self._left, self._answers = size, 0

    def data_received(self, data: bytes) -> None:
        """Count, then parse."""
        if self._last is not None:
            if data:  # aiohttp calls without any when a reader goes on
                self.has_more = True
                self.drop()
            return
        self._left -= len(data)
        if self._left < 0:
            self._give_up("more bytes than an answer may have")
        else:
            super().data_received(data)

    def feed_data(self, data: tuple[RawResponseMessage, StreamReader], size: int = 0) -> None:
        """Count the heads of one answer."""
        head = data[0]
        self._lingers = head.should_close and "Content-Length" in head.headers
        self._answers += 1
        if self._answers > _INTERIM:
            self._give_up("interim answers without end")
        else:
            super().feed_data(data, size)

    def close(self) -> None:
        """Close; behind a last answer with a length only when nothing more came for a moment."""
        transport = self.transport
        if not self._lingers or transport is None or transport.is_closing():
            super().close()
            return
        self._last, self.transport, self._payload = transport, None, None
        self._drop_timeout()
        self._lingering.add(self)
        self._loop.call_later(LOOK, self.drop)

    def drop(self) -> None:
        """Let the line go that was kept to hear whether more comes."""
        self._lingering.discard(self)
        if self._last is not None:
            self._last.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Forget the line."""
        self._lingering.discard(self)
        super().connection_lost(exc)

    def _give_up(self, why: str) -> None:
        """Cut the line; whoever waits for a head or a body is told."""
        refused = Refused("too_large", why)
        if self.transport is not None:
            self.transport.abort()
        self.set_exception(refused)
        if self._payload is not None:
            self._payload.set_exception(refused)


def metered_line(lingering: set[MeteredLine], loop: asyncio.AbstractEventLoop) -> ResponseHandler:
    """Return the protocol of a new connection; while it only listens it is among the lingering."""
    return MeteredLine(loop, lingering)


class MeteredResponse(aiohttp.ClientResponse):
    """A response that remembers its connection, which may be gone or another's when it has been read."""

    peer: IPv4Address | IPv6Address | None = None
    """The address that it came from."""
    sent = 0.0
    """When its request had been sent, of the monotonic clock."""
    _line: ResponseHandler | None = None

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Note the connection, then read the head."""
        self.sent = monotonic()
        self._line = connection.protocol
        name = connection.transport.get_extra_info("peername") if connection.transport else None
        self.peer = ip_address(name[0].partition("%")[0]) if name else None
        self.allow(HEAD_BYTES)
        return await super().start(connection)

    def allow(self, size: int) -> None:
        """Let so many more bytes in."""
        if isinstance(self._line, MeteredLine):
            self._line.allow(size)

    @property
    def has_surplus(self) -> bool:
        """Whether bytes came behind the end that the Content-Length set: no answer to any request."""
        line = self._line
        kept = isinstance(line, MeteredLine) and line.has_more
        return kept or (line is not None and isinstance(line.exception(), HttpProcessingError))
