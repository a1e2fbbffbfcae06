"""What bytes are that are no text."""

import gzip
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.kinds import binary_kind
from harvester.newspaper.pictures import picture


def archive() -> bytes:
    """Return a zip archive with one file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("a.txt", "a")
    return made.getvalue()


BINARY = [
    (picture(1), "png"),
    (archive(), "zip"),
    (gzip.compress(b"a"), "gzip"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
    (b"GIF89a\1\0", "gif"),
    (b"RIFF\1\0\0\0WEBPVP8 ", "webp"),
    (b"\0\0\0\x1cftypavif", "mp4"),
    (b"ID3\x04\0\0\0", "mp3"),
    (b"%PDF-1.4\n", "pdf"),
    (b"wOF2\0\1\0\0", "font"),
    (b"\x7fELF\2\1\1", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
]


@pytest.mark.parametrize(("body", "kind"), BINARY, ids=[kind for _, kind in BINARY])
def test_first_bytes_tell_what_it_is(body, kind):
    """Whatever the server says."""
    assert binary_kind(body) == kind


TEXTS = [
    "",
    "<html>",
    "BM shares rise",
    "ID3 tags explained",
    "PK is out",
    "RIFF raff",
    "GIF wars",
    "%PDF",
    "MZ",
    "II",
    "OggS",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_text_is_none_of_them(text, encoding):
    """Also where it begins with the same letters, in any width."""
    assert binary_kind(text.encode(encoding)) is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_no_printed_text_is_taken_for_a_file(text):
    """Short of one that begins as a document format does by its own letters."""
    assert binary_kind(text.encode()) in {None, "pdf", "gif", "mp4"}
