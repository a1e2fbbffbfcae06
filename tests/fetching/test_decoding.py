"""Bodies decoded piece by piece, strictly, within limits."""

import gzip
import tracemalloc
import zlib
from itertools import pairwise

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.decoding import Decoder, codings
from harvester.fetching.refused import Refused
from tests.newspaper.faults.bombs import zstd

CODERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
    "identity": bytes,
}
BODIES = st.binary(max_size=3000).map(lambda noise: b"<!doctype html>" + noise + b"</html>")


def decoded(data: bytes, applied: tuple[str, ...], cuts: list[int] | None = None) -> bytes:
    """Return what a decoder makes of the data, fed in the parts that the cuts leave."""
    decoder = Decoder(applied, 1_000_000)
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts or [])})
    pieces = [piece for start, end in pairwise(places) for piece in decoder.feed(data[start:end])]
    return b"".join([*pieces, *decoder.finish()])


@given(
    BODIES, st.lists(st.sampled_from(sorted(CODERS)), max_size=3), st.lists(st.integers(0, 9999), max_size=8)
)
def test_any_list_of_codings_is_undone_however_the_bytes_arrive(body, names, cuts):
    """Cut anywhere on the way, the page is the same."""
    data = body
    for name in names:
        data = CODERS[name](data)
    assert decoded(data, codings(", ".join(names)), cuts) == body


@given(BODIES)
def test_deflate_that_is_called_gzip_is_deflate(body):
    """Its head of two bytes tells."""
    assert decoded(zlib.compress(body), ("gzip",)) == body


@given(BODIES, st.sampled_from(["gzip", "deflate", "br", "zstd"]), st.integers(5, 9999))
def test_a_coded_body_that_ends_too_soon_is_corrupt(body, name, cut):
    """No prefix of it passes for the whole."""
    data = CODERS[name](body)
    short = data[: max(5, cut % len(data))]
    if len(short) == len(data):
        short = data[:-1]
    with pytest.raises(Refused) as caught:
        decoded(short, (name,))
    assert caught.value.reason == "corrupt"


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "br", "zstd", ""]))
def test_no_bytes_make_it_fail_otherwise(data, name):
    """Noise under any name is decoded or refused; nothing else is raised."""
    reasons = set()
    try:
        decoded(data, codings(name))
    except Refused as refused:
        reasons.add(refused.reason)
    assert reasons <= {"corrupt", "bomb"}


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_an_empty_body_under_a_coding_is_empty(name):
    """As servers send it with a redirect."""
    assert decoded(b"", (name,)) == b""


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_takes_no_memory(name):
    """16 MB of zeros are given up after little more than a piece of them."""
    bomb = CODERS[name](b"\0" * 16_000_000)
    decoder = Decoder((name,), 10_000_000)
    tracemalloc.start()
    with pytest.raises(Refused) as caught:
        for _ in decoder.feed(bomb):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.reason == "bomb"
    assert peak < 4_000_000


def test_text_that_is_squeezed_well_is_no_bomb():
    """Below a megabyte any ratio passes, above it a hundred."""
    small = b"a" * 999_000
    large = b"".join(
        b"<p>The ferry was late by %d minutes.</p>\n" % (number * 7919) for number in range(60_000)
    )
    assert decoded(gzip.compress(small), ("gzip",)) == small
    decoder = Decoder(("gzip",), 10_000_000)
    assert b"".join([*decoder.feed(gzip.compress(large)), *decoder.finish()]) == large


HEADERS = [
    ("", ()),
    ("identity", ()),
    ("gzip", ("gzip",)),
    (" GZip ", ("gzip",)),
    ("br, gzip", ("gzip", "br")),
    ("gzip,", ("gzip",)),
    ("identity, deflate", ("deflate",)),
]


@pytest.mark.parametrize(("header", "expected"), HEADERS)
def test_codings_are_undone_in_the_order_opposite_to_their_list(header, expected):
    """Names are matched whatever their case; "identity" and gaps are none."""
    assert codings(header) == expected


@pytest.mark.parametrize("header", ["lantern", "gzip, compress", "gzip;q=1", "utf-8", "none"])
def test_a_coding_that_nobody_knows_is_refused(header):
    """Its bytes would become an article of noise."""
    with pytest.raises(Refused) as caught:
        codings(header)
    assert caught.value.reason == "unknown_coding"
