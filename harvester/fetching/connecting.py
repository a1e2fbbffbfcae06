"""Connections to checked addresses only: what is checked is what is connected to, so DNS cannot rebind."""

import asyncio
import socket
import ssl
from collections.abc import Collection
from functools import partial
from typing import Any, Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from harvester.fetching.addresses import check_address
from harvester.fetching.metering import MeteredLine, metered_line
from harvester.fetching.names import looked_up
from harvester.fetching.refused import Refused

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[str | int | bytes, ...]]

LOOKUPS: Final = 32
"""Names that are looked up at once."""
DNS_SECONDS: Final = 300
"""How long an answer is kept: a crawl asks a host for hours."""


class GuardedResolver(AbstractResolver):
    """The system's resolver, without the addresses that must not be connected to."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = allowed
        self._free = asyncio.Semaphore(LOOKUPS)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the answers that may be connected to.

        Raises:
            Refused: there are answers, and none of them may.
            OSError: there are none.
        """
        async with self._free:
            answers = await looked_up(host, port, family)
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
        """Close nothing: a look-up ends by itself."""


class GuardedConnector(aiohttp.TCPConnector):
    """A connector whose every socket is made for a checked address, names and numbers alike."""

    def __init__(self, allowed: Collection[str]) -> None:
        super().__init__(
            resolver=GuardedResolver(allowed),
            socket_factory=partial(checked_socket, allowed),
            ttl_dns_cache=DNS_SECONDS,
            limit=0,  # Hosts counts, per host
            limit_per_host=0,
        )
        self.lingering: set[MeteredLine] = set()
        self._factory = partial(metered_line, self.lingering, self._loop)


def checked_socket(allowed: Collection[str], info: AddrInfo) -> socket.socket:
    """Return a socket for an address that may be connected to. Raises ``Refused`` for any other."""
    family, kind, protocol, _, target = info
    check_address(str(target[0]), int(target[1]), allowed)
    return socket.socket(family, kind, protocol)


def hush_tls(loop: asyncio.AbstractEventLoop) -> None:
    """Keep uvloop from logging each wrong certificate twice: the request's refusal tells it."""
    if loop.get_exception_handler() is None:
        loop.set_exception_handler(_without_tls)


def _without_tls(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if not isinstance(context.get("exception"), ssl.SSLError):
        loop.default_exception_handler(context)
