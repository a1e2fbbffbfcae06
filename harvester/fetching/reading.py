"""A body read from the wire: decoded as it comes, given up at its limit, kept as far as it came."""

import asyncio
import re
from contextlib import AsyncExitStack
from typing import Any, Final

import aiohttp

from harvester.fetching.decoding import Decoder, codings
from harvester.fetching.failures import failure_reason
from harvester.fetching.metering import LOOK, WRAPPING_BYTES, MeteredResponse
from harvester.fetching.refused import Reason, Refused
from harvester.limits import Limits

_CUT: dict[Reason, str] = {"corrupt": "corrupt", "timeout": "time", "connection": "disconnect"}
"""What is told of a body that is given although it is not whole."""
_HTML = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)
_END = re.compile(rb"</html", re.IGNORECASE)
_TAIL: Final = 4096
LONG: Final = 1_000_000
"""Bytes of a body from which on it takes room: hundreds of hosts are read at once, each may send so much."""
AT_ONCE: Final = 4
"""Long bodies that are read at once."""


async def read_body(
    answer: aiohttp.ClientResponse, meta: dict[str, Any], limits: Limits, room: asyncio.Semaphore
) -> bytes:
    """Return the decoded body; a long one takes a place in ``room`` while it is read, or waits for one.

    A body that is cut or corrupt is refused, but on the last attempt given with
    ``meta["truncated_reason"]``; one that is too large is refused, but cut with ``meta["cut"]``.

    Raises:
        Refused: "corrupt", "bomb", "too_large", "unknown_coding", "timeout", "connection".
    """
    max_bytes = int(meta.get("max_bytes") or limits.page_bytes)
    if isinstance(answer, MeteredResponse):
        answer.allow(max_bytes + WRAPPING_BYTES)
    pieces: list[bytes] = []
    try:
        _check_announced(answer, max_bytes, meta)
        await _read(answer, Decoder(_applied(answer), max_bytes, limits), pieces, room)
    except (aiohttp.ClientError, OSError, TimeoutError, Refused) as error:
        answer.close()
        refused = failure_reason(error)
        why = _given_anyway(refused, meta, limits)
        if why is None or not any(pieces):
            raise refused from error
        meta["truncated_reason"] = why
    return b"".join(pieces)[:max_bytes]


async def _read(
    answer: aiohttp.ClientResponse, decoder: Decoder, pieces: list[bytes], room: asyncio.Semaphore
) -> None:
    async with AsyncExitStack() as held:
        size = 0
        async for chunk in answer.content.iter_any():
            for piece in decoder.feed(chunk):
                pieces.append(piece)
                was, size = size, size + len(piece)
                if was < LONG <= size:
                    await held.enter_async_context(room)
    for piece in decoder.finish():
        pieces.append(piece)  # noqa: PERF402 - the same
    if _is_suspect(answer, pieces):
        await asyncio.sleep(LOOK)
        if isinstance(answer, MeteredResponse) and answer.has_surplus:
            raise Refused("corrupt", "more than its Content-Length", status=answer.status)


def _is_suspect(answer: aiohttp.ClientResponse, pieces: list[bytes]) -> bool:
    """Tell whether a page has no end, so that its Content-Length may be too short."""
    if answer.content_length is None or not pieces or not _HTML.match(pieces[0]):
        return False
    return not _END.search(b"".join(pieces[-2:])[-_TAIL:])


def _applied(answer: aiohttp.ClientResponse) -> tuple[str, ...]:
    return codings(",".join(answer.headers.getall("Content-Encoding", ())))


def _check_announced(answer: aiohttp.ClientResponse, max_bytes: int, meta: dict[str, Any]) -> None:
    """Refuse before the first byte what says itself that it is too large."""
    announced = answer.content_length or 0
    if announced > max_bytes and not meta.get("cut"):
        raise Refused("too_large", f"{announced} bytes announced", status=answer.status)


def _given_anyway(refused: Refused, meta: dict[str, Any], limits: Limits) -> str | None:
    """Return why the part is given that came; ``None`` when it is not."""
    if refused.reason == "too_large" and meta.get("cut"):
        return "length"
    is_last = int(meta.get("attempt", 1)) > limits.retries
    return _CUT.get(refused.reason) if is_last else None
