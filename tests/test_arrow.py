"""Records as an Arrow table: types that do not depend on what the first lines hold."""

import pyarrow as pa
import pytest

from harvester.arrow import arrow_schema, read_records
from harvester.article import KEYS
from harvester.jsonl import line_of
from tests.record_examples import FULL, PLAIN


def test_schema_has_the_keys_in_their_order():
    """With times in UTC and lists of objects, not of what a first line happens to hold."""
    schema = arrow_schema()
    assert tuple(schema.names) == KEYS
    assert schema.field("published").type == pa.timestamp("s", tz="UTC")
    assert schema.field("version").type == pa.int64()
    assert schema.field("keywords").type == pa.list_(pa.string())
    assert schema.field("authors").type.value_type.names == ["name", "role", "url"]


def test_records_become_rows(tmp_path):
    """All that a full record says comes out, in the order of the files, beside one that says nothing."""
    for folder, record in (("date=2026-05-03", PLAIN), ("date=2026-05-04", FULL)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.jsonl").write_bytes(line_of(record))
    table = read_records(tmp_path)
    assert table.schema == arrow_schema()
    plain, full = table.to_pylist()
    assert (plain["related"], plain["published"], plain["word_count"]) == ([], None, None)
    assert full["published"] == FULL.published
    assert full["retrieved"] == FULL.retrieved
    assert [image["credit"] for image in full["images"]] == [image.credit for image in FULL.images]
    assert [rail["heading"] for rail in full["related"]] == [rail.heading for rail in FULL.related]
    assert full["http"]["etag"] == FULL.http.etag


def test_lines_longer_than_a_block_and_keys_of_later_versions(tmp_path):
    """Neither stops a reader; the new key is left out."""
    path = tmp_path / "a.jsonl"
    long = line_of(PLAIN).replace(b'"Quay reopens"', b'"' + b"q" * 2_000_000 + b'"')
    path.write_bytes(long + line_of(PLAIN).replace(b"{", b'{"added_later": [1], ', 1))
    table = read_records(path)
    assert [len(headline) for headline in table["headline"].to_pylist()] == [2_000_000, len("Quay reopens")]
    assert table.schema == arrow_schema()


def test_nothing_is_an_empty_table(tmp_path):
    """A folder without a file, and a file without a line; a file that is not there is an error."""
    (tmp_path / "a.jsonl").touch()
    assert read_records(tmp_path).num_rows == read_records(tmp_path / "a.jsonl").num_rows == 0
    with pytest.raises(FileNotFoundError):
        read_records(tmp_path / "b.jsonl")


def test_what_is_no_record_is_told(tmp_path):
    """A version that is a word has no place in a column of numbers."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(line_of(PLAIN).replace(b'"version":1', b'"version":"one"'))
    with pytest.raises(pa.ArrowInvalid):
        read_records(path)
