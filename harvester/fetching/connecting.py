"""Connections to checked addresses only: what is checked is what is connected to, so DNS cannot rebind."""

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.resolver import ThreadedResolver

from harvester.fetching.addresses import check_address
from harvester.fetching.refused import Refused

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[str | int | bytes, ...]]

DNS_SECONDS: Final = 300
"""How long an answer is kept: a crawl asks a host for hours."""


class GuardedResolver(AbstractResolver):
    """The system's resolver, without the addresses that must not be connected to."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = allowed
        self._system = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the answers that may be connected to.

        Raises:
            Refused: there are answers, and none of them may.
        """
        answers = await self._system.resolve(host, port, family)
        kept: list[ResolveResult] = []
        refused: Refused | None = None
        for answer in answers:
            try:
                check_address(answer["host"], port, self._allowed)
            except Refused as error:
                refused = error
            else:
                kept.append(answer)
        if refused is not None and not kept:
            raise refused
        return kept

    async def close(self) -> None:
        """Close nothing: the system's resolver holds nothing."""


def guarded_connector(allowed: Collection[str]) -> aiohttp.TCPConnector:
    """Return a connector whose every socket is made for a checked address, names and numbers alike."""

    def checked_socket(info: AddrInfo) -> socket.socket:
        family, kind, protocol, _, target = info
        check_address(str(target[0]), int(target[1]), allowed)
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        resolver=GuardedResolver(allowed),
        socket_factory=checked_socket,
        ttl_dns_cache=DNS_SECONDS,
        limit=0,  # Hosts counts, per host
        limit_per_host=0,
    )


class PeerResponse(aiohttp.ClientResponse):
    """A response that remembers its connection, which may be gone or another's when it has been read."""

    peer: IPv4Address | IPv6Address | None = None
    """The address that it came from."""
    _line: ResponseHandler | None = None

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Note the connection, then read the headers."""
        self._line = connection.protocol
        name = connection.transport.get_extra_info("peername") if connection.transport else None
        self.peer = ip_address(name[0].partition("%")[0]) if name else None
        return await super().start(connection)

    @property
    def has_surplus(self) -> bool:
        """Whether bytes came behind the end that the Content-Length set: no answer to any request."""
        return self._line is not None and isinstance(self._line.exception(), HttpProcessingError)
