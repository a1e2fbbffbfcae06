"""The bytes of a feed or sitemap without gzip around them, unpacked within limits."""

import zlib
from collections.abc import Iterator
from typing import Final

from harvester.discovery.seeds import Unreadable
from harvester.limits import LIMITS, Limits

_GZIP: Final = b"\x1f\x8b"
_LAYERS: Final = 2
"""A file that is packed may be packed again on its way."""
_CHUNK: Final = 1 << 20


def unpacked(body: bytes, limits: Limits = LIMITS) -> tuple[bytes, bool]:
    """Return the bytes without gzip around them, and whether they came to their end.

    Raises ``Unreadable`` where they grow beyond the size or the ratio that a seed may have.
    """
    whole = True
    for _ in range(_LAYERS):
        if body.startswith(_GZIP) and whole:
            body, whole = _gunzipped(body, limits)
    if len(body) > limits.seed_bytes:
        raise Unreadable("too_large", f"over {limits.seed_bytes} bytes")
    return body, whole


def _gunzipped(body: bytes, limits: Limits) -> tuple[bytes, bool]:
    """Unpack piece by piece, so that a bomb never lies in memory; members after the first count too."""
    chunks: list[bytes] = []
    size, rest, whole = 0, body, True
    while rest.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        for chunk in _pieces(member, rest):
            size += len(chunk)
            _refuse_bomb(size, len(body), limits)
            chunks.append(chunk)
        whole, rest = member.eof, member.unused_data
    return b"".join(chunks), whole


def _pieces(member: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    try:
        while data and not member.eof:
            yield member.decompress(data, _CHUNK)
            data = member.unconsumed_tail
        yield member.flush()
    except zlib.error:
        return


def _refuse_bomb(size: int, sent: int, limits: Limits) -> None:
    if size > limits.seed_bytes or (size > limits.ratio_after and size > limits.ratio * sent):
        raise Unreadable("too_large", f"{sent} bytes unpack to more than {size}")
