"""Content codings, each decoded in bounded pieces: gzip, deflate, br, zstd. Pure."""

import sys
import zlib
from collections.abc import Callable, Iterator
from typing import Final, Protocol

import brotli  # type: ignore[import-untyped]

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PIECE: Final = 65536
"""Bytes that a stream gives at once, at most: what is counted before the next piece is made."""
GZIP_MAGIC: Final = b"\x1f\x8b\x08"
ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"


class CorruptError(ValueError):
    """The bytes are not of their coding, or end before it does."""


class Stream(Protocol):
    """One coding being undone."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the data decodes to. Raises ``CorruptError``."""

    @property
    def complete(self) -> bool:
        """Whether the coding's own end has been seen."""


class Identity:
    """No coding: what comes is what goes."""

    complete = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the data."""
        if data:
            yield data


class Gzip:
    """RFC 1952: members one after the other, each with its checksum; padding behind the last is ignored."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._behind = b""
        self._padding = False

    @property
    def complete(self) -> bool:
        """Whether the last member ended with a right checksum."""
        return self._member.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the members decode to."""
        data = self._behind + data
        self._behind = b""
        while data and not self._padding:
            if self._member.eof and not self._next_member(data):
                return
            yield from inflated(self._member, data)
            data = self._member.unused_data

    def _next_member(self, data: bytes) -> bool:
        """Begin the member that starts here; too few bytes to tell are kept for the next time."""
        if len(data) < len(GZIP_MAGIC):
            self._behind = data
            return False
        self._padding = not data.startswith(GZIP_MAGIC)
        if not self._padding:
            self._member = zlib.decompressobj(wbits=31)
        return not self._padding


class Deflate:
    """RFC 1950 as the standard says, or bare RFC 1951 as some servers send."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None
        self._head = b""

    @property
    def complete(self) -> bool:
        """Whether the last block has been seen."""
        return self._stream is not None and self._stream.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the blocks decode to; what stands behind the last one is ignored."""
        if self.complete:
            return
        if self._stream is None:
            data = self._head = self._head + data
            if len(data) < 2:  # noqa: PLR2004 - RFC 1950: a header of two bytes
                return
            self._stream = zlib.decompressobj(wbits=15 if is_zlib(data) else -15)
        yield from inflated(self._stream, data)


def is_zlib(head: bytes) -> bool:
    """Tell whether bytes begin with a head of RFC 1950."""
    return len(head) > 1 and head[0] & 15 == 8 and (head[0] << 8 | head[1]) % 31 == 0  # noqa: PLR2004


def inflated(stream: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    """Yield what a zlib stream makes of the data, a piece at a time. Raises ``CorruptError``."""
    while True:
        try:
            piece = stream.decompress(data, PIECE)
        except zlib.error as error:
            raise CorruptError(str(error)) from error
        if piece:
            yield piece
        data = stream.unconsumed_tail
        if stream.eof or (not data and len(piece) < PIECE):
            return


class Brotli:
    """RFC 7932."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    @property
    def complete(self) -> bool:
        """Whether the last block has been seen."""
        return bool(self._stream.is_finished())

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the blocks decode to; what stands behind the last one is ignored."""
        while not self.complete:
            try:
                piece = self._stream.process(data, output_buffer_limit=PIECE)
            except brotli.error as error:
                raise CorruptError(str(error)) from error
            if piece:
                yield piece
            data = b""
            if self._stream.can_accept_more_data():
                return


class Zstd:
    """RFC 8878: frames one after the other, each with its checksum where it has one."""

    def __init__(self) -> None:
        self._frame = _zstd_frame()
        self._begun = False

    @property
    def complete(self) -> bool:
        """Whether no frame is open."""
        return self._frame.eof or not self._begun

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what the frames decode to."""
        while data or not self._frame.needs_input:
            if self._frame.eof:
                self._frame, self._begun = _zstd_frame(), False
            self._begun = self._begun or bool(data)
            try:
                piece = self._frame.decompress(data, PIECE)
            except zstd.ZstdError as error:
                raise CorruptError(str(error)) from error
            if piece:
                yield piece
            data = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof and not data:
                return


def _zstd_frame() -> "zstd.ZstdDecompressor":
    """Return a frame's decoder with the window that RFC 9659 allows on the web: 8 MB."""
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 23})


CODINGS: Final[dict[str, Callable[[], Stream]]] = {
    "identity": Identity,
    "gzip": Gzip,
    "x-gzip": Gzip,
    "deflate": Deflate,
    "br": Brotli,
    "zstd": Zstd,
}
