"""A connection that counts what comes in: heads, interim answers and the wrappings of chunks, too.

aiohttp bounds a header and the number of headers, and its reader counts bodies. Nothing bounds "103 Early
Hints" again and again, which kept an event loop busy for seconds, nor a chunk's extension without an end.
"""

import asyncio
import sys
from ipaddress import IPv4Address, IPv6Address, ip_address
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


class MeteredLine(ResponseHandler):
    """aiohttp's protocol of one connection, with a meter."""

    _left = sys.maxsize
    _answers = 0

    def allow(self, size: int) -> None:
        """Let so many more bytes in."""
        self._left, self._answers = size, 0

    def data_received(self, data: bytes) -> None:
        """Count, then parse."""
        self._left -= len(data)
        if self._left < 0:
            self._give_up("more bytes than an answer may have")
        else:
            super().data_received(data)

    def feed_data(self, data: tuple[RawResponseMessage, StreamReader], size: int = 0) -> None:
        """Count the heads of one answer."""
        self._answers += 1
        if self._answers > _INTERIM:
            self._give_up("interim answers without end")
        else:
            super().feed_data(data, size)

    def _give_up(self, why: str) -> None:
        """Cut the line; whoever waits for a head or a body is told."""
        refused = Refused("too_large", why)
        if self.transport is not None:
            self.transport.abort()
        self.set_exception(refused)
        if self._payload is not None:
            self._payload.set_exception(refused)


def metered_line(loop: asyncio.AbstractEventLoop) -> ResponseHandler:
    """Return the protocol of a new connection."""
    return MeteredLine(loop)


class MeteredResponse(aiohttp.ClientResponse):
    """A response that remembers its connection, which may be gone or another's when it has been read."""

    peer: IPv4Address | IPv6Address | None = None
    """The address that it came from."""
    _line: ResponseHandler | None = None

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Note the connection, then read the head."""
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
        return self._line is not None and isinstance(self._line.exception(), HttpProcessingError)
