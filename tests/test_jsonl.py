"""A record becomes one line that every reader sees as one line, and comes back the same."""

import json
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.article import KEYS
from harvester.jsonl import line_of, record_of_line
from harvester.parts import Image, Teaser
from harvester.schema import flaws
from tests.record_examples import FULL, PLAIN

anything = st.text(st.characters(codec=None, categories=None))


@pytest.mark.parametrize("record", [PLAIN, FULL])
def test_there_and_back(record):
    """A record read from its line is the record that was written."""
    assert record_of_line(line_of(record)) == record


def test_keys():
    """The keys stand in their fixed order, whatever is null."""
    assert tuple(json.loads(line_of(PLAIN))) == KEYS


@given(anything, anything)
def test_one_line(headline, body):
    """Any text of a page makes one valid line for readers that split on every kind of line end."""
    line = line_of(replace(FULL, headline=headline, body=body))
    text = line.decode("utf-8")
    assert text.splitlines() == [text[:-1]]
    value = json.loads(line)
    assert flaws(value) == []
    assert value["headline"] == unicodedata.normalize("NFC", value["headline"])


@given(st.text())
def test_text_is_kept(body):
    """Text comes back as it was, in NFC."""
    assert record_of_line(line_of(replace(PLAIN, body=body))).body == unicodedata.normalize("NFC", body)


@given(st.text())
def test_urls_are_kept(url):
    """An address comes back character for character: normalising it could name another page."""
    record = replace(FULL, url=url, also_at=(url,), images=(Image(url, "e\u0301"),))
    back = record_of_line(line_of(record))
    assert (back.url, back.also_at, back.images[0].url) == (url, (url,), url)
    assert back.images[0].caption == "é"


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_line_ends_are_escaped(end):
    """The three odd line ends are escapes in the line and themselves in the value."""
    line = line_of(replace(PLAIN, headline=f"a{end}b"))
    assert end.encode() not in line
    assert json.loads(line)["headline"] == f"a{end}b"


def test_surrogates():
    """A lone surrogate becomes the replacement character, in an address as well."""
    line = line_of(replace(PLAIN, headline="a\ud800b", url="https://x.example/\udfff"))
    assert json.loads(line)["headline"] == "a\ufffdb"
    assert json.loads(line)["url"] == "https://x.example/\ufffd"


def test_huge_numbers():
    """A number that no reader can hold becomes null."""
    line = line_of(replace(PLAIN, images=(Image("https://x.example/i", width=10**30),)))
    assert json.loads(line)["images"][0]["width"] is None


def test_zones():
    """A time of another zone is written in UTC."""
    time = datetime(2026, 5, 3, 11, 0, 0, 999, tzinfo=timezone(timedelta(hours=2)))
    assert json.loads(line_of(replace(PLAIN, published=time)))["published"] == "2026-05-03T09:00:00Z"


def test_no_zone():
    """A time without a zone is refused by name."""
    with pytest.raises(ValueError, match="2026-05-03T11:00:00 has no zone"):
        line_of(replace(PLAIN, published=datetime(2026, 5, 3, 11)))  # noqa: DTZ001 - what is refused


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"{}", b'"x"', b'{"id": 1}', b'{"site": null}'])
def test_broken_lines(line):
    """What is no record raises ValueError and nothing else."""
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is the statement
        record_of_line(line)


def test_teasers_keep_labels():
    """Nested parts come back as the same types."""
    rail = replace(FULL.related[0], teasers=(Teaser("T", "https://x.example/", labels=("News",)),))
    assert record_of_line(line_of(replace(FULL, related=(rail,)))).related == (rail,)
