"""Names of hosts, looked up beside the event loop."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Final

from aiohttp.abc import ResolveResult

_NUMERIC: Final = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV


async def looked_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    """Return the addresses of a name.

    In a thread that nobody waits for at the end: a name server that is silent must not keep a crawl
    from ending, nor take the few threads that event loops have for all names.

    Raises:
        OSError: the name has no address, or is none.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[ResolveResult]] = loop.create_future()

    def look() -> None:
        try:
            answers = _asked(host, port, family)
        except (OSError, UnicodeError) as error:
            _tell(loop, found, partial(found.set_exception, OSError(f"{host[:80]}: {error}")))
        else:
            _tell(loop, found, partial(found.set_result, answers))

    Thread(target=look, name=f"name {host[:40]}", daemon=True).start()
    return await found


def _asked(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    infos = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
    return [
        ResolveResult(hostname=host, host=str(to[0]), port=port, family=kind, proto=proto, flags=_NUMERIC)
        for kind, _, proto, _, to in infos
    ]


def _tell(
    loop: asyncio.AbstractEventLoop, found: asyncio.Future[list[ResolveResult]], tell: Callable[[], None]
) -> None:
    """Tell the loop from a thread; one that has ended, or gave up waiting, wants to hear nothing."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(lambda: None if found.done() else tell())
