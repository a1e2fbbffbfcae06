"""What bytes are that are no text, by their first bytes, whatever the server calls them. Pure."""

import re
from typing import Final

_MARKS: Final[tuple[tuple[str, bytes], ...]] = (
    ("jpeg", rb"\xff\xd8\xff"),
    ("png", rb"\x89PNG\r\n"),
    ("gif", rb"GIF8[79]a"),
    ("webp", rb"RIFF....WEBP"),
    ("wave", rb"RIFF....WAVE"),
    ("avi", rb"RIFF....AVI "),
    ("bmp", rb"BM....\x00\x00\x00\x00"),
    ("icon", rb"\x00\x00\x01\x00"),
    ("tiff", rb"II\*\x00|MM\x00\*"),
    ("mp4", rb"....ftyp"),  # HEIC and AVIF, too
    ("mp3", rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfa\xfb][\x10-\xef]"),
    ("ogg", rb"OggS\x00"),
    ("flac", rb"fLaC"),
    ("matroska", rb"\x1a\x45\xdf\xa3"),
    ("pdf", rb"%PDF-"),
    ("zip", rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"),  # office documents and e-books, too
    ("gzip", rb"\x1f\x8b\x08"),
    ("bzip2", rb"BZh[1-9]1AY&SY"),
    ("xz", rb"\xfd7zXZ\x00"),
    ("zstd", rb"\x28\xb5\x2f\xfd"),
    ("7z", rb"7z\xbc\xaf\x27\x1c"),
    ("rar", rb"Rar!\x1a\x07"),
    ("font", rb"wOF[F2]|OTTO\x00|\x00\x01\x00\x00\x00"),
    ("program", rb"\x7fELF|MZ\x90\x00|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|\x00asm"),
    ("flash", rb"[CFZ]WS[\x01-\x2f]"),
    ("office", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("sqlite", rb"SQLite format 3\x00"),
)
_ANY = re.compile(b"|".join(b"(?P<_%s>%s)" % (name.encode(), mark) for name, mark in _MARKS), re.DOTALL)


def binary_kind(body: bytes) -> str | None:
    """Return what a body is that can be no page, feed or sitemap: "jpeg"; ``None`` for anything else."""
    match = _ANY.match(body)
    return match.lastgroup.removeprefix("_") if match and match.lastgroup else None
