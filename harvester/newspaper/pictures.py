"""Small real PNG pictures, drawn by arithmetic: a sky, a sun, hills, and the sea before them."""

import math
import struct
import zlib
from functools import lru_cache
from typing import Final

WIDTH: Final = 640
HEIGHT: Final = 360
SKY: Final = 24
"""Shades of the sky, from the top down."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@lru_cache(maxsize=128)
def picture(number: int) -> bytes:
    """The PNG of that number, 640 by 360 pixels; each number has hills and colours of its own."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    rows = b"".join(b"\0" + row for row in _rows(number))
    chunks = (
        (b"IHDR", header),
        (b"PLTE", _palette(number)),
        (b"IDAT", zlib.compress(rows, 6)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(number: int) -> "list[bytes]":
    ridge = [_ridge(x, number) for x in range(WIDTH)]
    return [_row(y, number, ridge) for y in range(HEIGHT)]


def _ridge(x: int, number: int) -> int:
    """The height at which the hills begin, for one column."""
    slow = math.sin(x / 97 + number) * 34
    quick = math.sin(x / 31 + number * 1.7) * 11
    return int(HEIGHT * 0.56 + slow + quick)


def _row(y: int, number: int, ridge: "list[int]") -> bytes:
    """One line of palette numbers: sky and sun above the ridge, hills below it, the sea at the bottom."""
    if y > HEIGHT * 0.78:
        return bytes([SKY + 2 + (y // 9) % 2]) * WIDTH
    sky = _sky(y, number)
    return bytes(SKY + 1 if y > top else sky[x] for x, top in enumerate(ridge))


def _sky(y: int, number: int) -> bytes:
    row = bytearray([y * SKY // HEIGHT]) * WIDTH
    middle, reach = 120 + number * 53 % 400, 34**2 - (y - 90) ** 2
    if reach > 0:
        half = math.isqrt(reach)
        row[middle - half : middle + half] = bytes([SKY]) * (2 * half)
    return bytes(row)


def _palette(number: int) -> bytes:
    """Sky shades, sun, hills and two of the sea, three bytes each."""
    hue = number * 37 % 90
    sky = [(120 + hue + step * 2, 165 + step * 3, 235 - hue // 2) for step in range(SKY)]
    ground = [
        (255, 236, 170),
        (52 + hue // 2, 92 + hue // 3, 70),
        (38, 78, 110 + hue // 2),
        (46, 90, 124 + hue // 2),
    ]
    return bytes(min(255, part) for colour in sky + ground for part in colour)
