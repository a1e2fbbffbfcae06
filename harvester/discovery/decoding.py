"""The bytes of a feed or sitemap as text: unpacked within limits, decoded by what they are."""

import codecs
import re
import zlib
from collections.abc import Iterator
from typing import Final

from harvester.discovery.seeds import Unreadable
from harvester.limits import LIMITS, Limits

_GZIP: Final = b"\x1f\x8b"
_CHUNK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']\s*([A-Za-z0-9._-]{1,40})""")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\xc0-\xff]{3,}")
_DAMAGE: Final = 100
"""One byte in so many may be broken in text that says it is UTF-8."""


def unpacked(body: bytes, limits: Limits = LIMITS) -> tuple[bytes, bool]:
    """Return the bytes without gzip around them, and whether they came to their end.

    Raises ``Unreadable`` where they grow beyond the size or the ratio that a seed may have.
    """
    whole = True
    if body.startswith(_GZIP):
        body, whole = _gunzipped(body, limits)
    if len(body) > limits.seed_bytes:
        raise Unreadable("too_large", f"over {limits.seed_bytes} bytes")
    return body, whole


def decoded(body: bytes, content_type: str | None = None) -> str:
    """Return the text: by its byte order mark, as valid UTF-8, as declared, else as it looks."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff")
    candidates = list(_declared(body, content_type))
    for encoding in ("utf-8", *candidates):
        try:
            return body.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return _as_it_looks(body)


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


def _declared(body: bytes, content_type: str | None) -> Iterator[str]:
    found = _DECLARED.search(body[:1024]) or _META.search(body[:4096])
    if found:
        yield found[1].decode("ascii")
    charset = _CHARSET.search(content_type or "")
    if charset:
        yield charset[1]


def _as_it_looks(body: bytes) -> str:
    """Read damaged UTF-8 as such, runs of high letters as Cyrillic, anything else as Western."""
    text = body.decode("utf-8", "replace")
    if text.count("\ufffd") * _DAMAGE <= len(body):
        return text
    high = sum(map(len, _HIGH.findall(body[:20_000])))
    return body.decode("cp1251" if high * 5 > len(body[:20_000]) else "cp1252", "replace")
