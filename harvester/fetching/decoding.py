"""Bodies, decoded strictly while they arrive and counted before they take memory. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from harvester.fetching.codings import CODINGS, GZIP_MAGIC, ZSTD_MAGIC, CorruptError, Stream, is_zlib
from harvester.fetching.refused import Refused
from harvester.limits import LIMITS, Limits

MOST_CODINGS: Final = 3
_HEAD: Final = 5
_MARKED: Final = frozenset({"gzip", "x-gzip", "zstd"})
_TEXT = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]{1,5}")
_PAGE = re.compile(rb"<(?:!doc|html|\?xml|rss.|feed)", re.IGNORECASE)


def codings(header: str) -> tuple[str, ...]:
    """Return the codings of a Content-Encoding header in the order of decoding; "identity" is none.

    Raises:
        Refused: "unknown_coding", or "bomb" for a list longer than any server has reason for.
    """
    named = [part.strip().lower() for part in header.split(",")]
    applied = [name for name in named if name and name != "identity"]
    unknown = next((name for name in applied if name not in CODINGS), None)
    if unknown is not None:
        raise Refused("unknown_coding", unknown[:40])
    if len(applied) > MOST_CODINGS:
        raise Refused("bomb", f"{len(applied)} codings over one another")
    return tuple(reversed(applied))


class Decoder:
    """The codings of one body undone, one after the other; what more is gzip under them, too.

    A server that names a coding and sends another, or none, is understood: gzip, zstd and markup
    are told by their first bytes.
    """

    def __init__(self, applied: Iterable[str], max_bytes: int, limits: Limits = LIMITS) -> None:
        self._layers = [_Layer(name) for name in (*applied, "identity")]
        self._max_bytes = max_bytes
        self._limits = limits
        self.sent = 0
        """Bytes that arrived."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data decodes to.

        Raises:
            Refused: "corrupt", "bomb" or "too_large".
        """
        self.sent += len(data)
        yield from self._through(data, 0)

    def finish(self) -> Iterator[bytes]:
        """Yield what was held back until the end of the body was known.

        Raises:
            Refused: "corrupt" where a coding's own end is missing, and as ``feed``.
        """
        for depth, layer in enumerate(self._layers):
            for piece in self._counted(layer, layer.rest()):
                yield from self._through(piece, depth + 1)
            if self.sent and not layer.complete:
                raise Refused("corrupt", f"{layer.coding} ends too soon")

    def _through(self, data: bytes, depth: int) -> Iterator[bytes]:
        if depth == len(self._layers):
            yield data
            return
        layer = self._layers[depth]
        for piece in self._counted(layer, layer.feed(data)):
            yield from self._through(piece, depth + 1)

    def _counted(self, layer: "_Layer", pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the pieces of one layer while they keep within the limits."""
        try:
            for piece in pieces:
                layer.made += len(piece)
                self._check(layer.made)
                yield piece
        except CorruptError as error:
            raise Refused("corrupt", f"{layer.coding}: {error}"[:120]) from error

    def _check(self, made: int) -> None:
        if made > self._limits.ratio_after and made > self._limits.ratio * self.sent:
            raise Refused("bomb", f"{self.sent} bytes became more than {made}")
        if made > self._max_bytes:
            raise Refused("too_large", f"more than {self._max_bytes} bytes")


class _Layer:
    """One coding, decided when the first bytes are there."""

    def __init__(self, coding: str) -> None:
        self.coding = coding
        self.made = 0
        self._head = b""
        self._stream: Stream | None = None

    @property
    def complete(self) -> bool:
        return self._stream is None or self._stream.complete

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            self._head += data
            if len(self._head) < _HEAD:
                return iter(())
            return self._begin()
        return self._stream.feed(data)

    def rest(self) -> Iterator[bytes]:
        """Return what a body shorter than a head holds."""
        return self._begin() if self._stream is None and self._head else iter(())

    def _begin(self) -> Iterator[bytes]:
        data, self._head = self._head, b""
        self.coding = _real_coding(self.coding, data)
        self._stream = CODINGS[self.coding]()
        return self._stream.feed(data)


def _real_coding(named: str, head: bytes) -> str:
    """Return what the first bytes say, else what the server says.

    gzip and zstd have a mark, so text without it is plain; br and deflate have none, but deflate often has a
    head of two bytes, by which it is known where a server calls it gzip.
    """
    if head.startswith(GZIP_MAGIC):
        return "gzip"
    if head.startswith(ZSTD_MAGIC):
        return "zstd"
    if named in _MARKED and is_zlib(head):
        return "deflate"
    plain = _TEXT if named in _MARKED else _PAGE
    return "identity" if plain.fullmatch(head[:_HEAD]) else named
