"""Rows 6 and 7: content codings that are cut, wrong, doubled or unknown."""

import gzip
import zlib

import brotli

from tests.newspaper.faults.bombs import zstd
from tests.newspaper.faults.call import HTML, Call
from tests.newspaper.faults.fault import ABSENT, FLAGGED_OR_ABSENT, NOT_HALF, WHOLE, Catalogue

catalogue = Catalogue("server")
fault = catalogue.fault

UNKNOWN = frozenset({"unknown_coding"})


async def coded(call: Call, coding: str, body: bytes) -> None:
    """The body under a coding, with its right length."""
    await call.page(body, HTML, ("Content-Encoding", coding))


def zipped(call: Call) -> bytes:
    return gzip.compress(call.article().encode(), mtime=0)


@fault(6, FLAGGED_OR_ABSENT)
async def gzip_cut(call: Call) -> None:
    """Gzip without its second half; the length of what is sent is right."""
    body = zipped(call)
    await coded(call, "gzip", body[: len(body) // 2])


@fault(6, FLAGGED_OR_ABSENT)
async def gzip_without_trailer(call: Call) -> None:
    """Gzip whose text is whole and whose eight last bytes lack."""
    await coded(call, "gzip", zipped(call)[:-8])


@fault(6, FLAGGED_OR_ABSENT)
async def gzip_wrong_checksum(call: Call) -> None:
    """Gzip with another checksum than its text has."""
    body = zipped(call)
    await coded(call, "gzip", body[:-8] + b"\0\0\0\0" + body[-4:])


@fault(6, FLAGGED_OR_ABSENT)
async def deflate_cut(call: Call) -> None:
    """Deflate without its second half."""
    body = zlib.compress(call.article().encode())
    await coded(call, "deflate", body[: len(body) // 2])


@fault(6, FLAGGED_OR_ABSENT)
async def brotli_cut(call: Call) -> None:
    """Brotli without its second half."""
    body = brotli.compress(call.article().encode())
    await coded(call, "br", body[: len(body) // 2])


@fault(6, FLAGGED_OR_ABSENT)
async def zstd_cut(call: Call) -> None:
    """Zstandard without its second half."""
    body = zstd.compress(call.article().encode())
    await coded(call, "zstd", body[: len(body) // 2])


@fault(6, WHOLE)
async def gzip_cut_then_fine(call: Call) -> None:
    """Cut gzip once; asked again it is whole."""
    body = zipped(call)
    await coded(call, "gzip", body[: len(body) // 2] if call.count == 1 else body)


@fault(7, WHOLE)
async def gzip_twice(call: Call) -> None:
    """Two codings of gzip, and the header says so."""
    await coded(call, "gzip, gzip", gzip.compress(zipped(call), mtime=0))


@fault(7, WHOLE)
async def brotli_in_gzip(call: Call) -> None:
    """A list of two different codings."""
    body = brotli.compress(call.article().encode())
    await coded(call, "br, gzip", gzip.compress(body, mtime=0))


@fault(7, WHOLE)
async def gzip_unlabelled(call: Call) -> None:
    """Gzip without a Content-Encoding, as text/html."""
    await call.page(zipped(call), HTML)


@fault(7, WHOLE)
async def gzip_old_name(call: Call) -> None:
    """Gzip under its old name, in capitals."""
    await coded(call, "X-GZIP", zipped(call))


@fault(7, WHOLE)
async def deflate_raw(call: Call) -> None:
    """Deflate without the zlib header, as some servers send it."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    await coded(call, "deflate", press.compress(call.article().encode()) + press.flush())


@fault(7, NOT_HALF)
async def plain_as_gzip(call: Call) -> None:
    """Says gzip and sends plain text."""
    await coded(call, "gzip", call.article().encode())


@fault(7, NOT_HALF)
async def gzip_as_brotli(call: Call) -> None:
    """Says Brotli and sends gzip."""
    await coded(call, "br", zipped(call))


@fault(7, ABSENT, reasons=UNKNOWN)
async def coding_unknown(call: Call) -> None:
    """A coding that nobody knows: its bytes must not become an article."""
    await coded(call, "lantern", zipped(call)[::-1])


@fault(7, ABSENT, reasons=UNKNOWN | {"bomb"})
async def codings_without_end(call: Call) -> None:
    """A list of two hundred codings."""
    await coded(call, ", ".join(["gzip"] * 200), zipped(call))


@fault(7, WHOLE)
async def coding_identity(call: Call) -> None:
    """Content-Encoding: identity, and an empty one on top: no coding at all."""
    await call.page(call.article(), HTML, ("Content-Encoding", "identity"), ("Content-Encoding", ""))
