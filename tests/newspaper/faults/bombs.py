"""Bodies that are small to send and large to read, each made once."""

import gzip
import sys
import zlib
from functools import cache

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MEGABYTE = 1_000_000
SIZE = 300 * MEGABYTE
"""What each bomb decodes to."""


@cache
def gzip_bomb(opening: bytes = b"") -> bytes:
    """About 300 KB of gzip that decode to 300 MB, ``opening`` first; the checksum is right."""
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = b" " * MEGABYTE
    return press.compress(opening) + b"".join(press.compress(blank) for _ in range(300)) + press.flush()


@cache
def nested_bomb() -> bytes:
    """Two codings of gzip: a kilobyte that becomes 300 KB that become 300 MB."""
    return gzip.compress(gzip_bomb(), mtime=0)


@cache
def brotli_bomb() -> bytes:
    """A few hundred bytes of Brotli that decode to 300 MB."""
    press = brotli.Compressor(quality=5, lgwin=22)
    blank = b" " * MEGABYTE
    return b"".join(press.process(blank) for _ in range(300)) + press.finish()


@cache
def zstd_bomb() -> bytes:
    """A few kilobytes of Zstandard that decode to 300 MB."""
    press = zstd.ZstdCompressor(level=3)
    blank = b" " * MEGABYTE
    return b"".join(press.compress(blank) for _ in range(300)) + press.flush()


def arm() -> None:
    """Make all bombs now, so that no answer waits for it."""
    for make in (nested_bomb, brotli_bomb, zstd_bomb):
        make()
