"""The JSON Schema says what the dataclasses say, and a validator catches what breaks it."""

from typing import get_args

import jsonschema
import orjson
import pytest

from harvester.article import KEYS, Status
from harvester.jsonl import line_of
from harvester.schema import flaws, record_schema
from tests.record_examples import FULL, PLAIN


def as_json(record):
    return orjson.loads(line_of(record))


def test_is_a_schema():
    """The generated schema is itself valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(record_schema())


def test_order_and_required():
    """Every key is described in the order in which it is written, and every key is required."""
    assert tuple(record_schema()["properties"]) == KEYS
    assert tuple(record_schema()["required"]) == KEYS


def test_enums():
    """A Literal becomes an enum of its values."""
    assert record_schema()["properties"]["status"]["enum"] == list(get_args(Status))


def test_descriptions():
    """The docstring under a field is its description, in parts and in the record."""
    assert "suffix" in record_schema()["properties"]["headline"]["description"]
    assert "verbatim" in record_schema()["$defs"]["Teaser"]["properties"]["labels"]["description"]


@pytest.mark.parametrize("record", [PLAIN, FULL])
def test_valid(record):
    """What is written is valid, for the compiled validator and for a second one."""
    value = as_json(record)
    assert flaws(value) == []
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(record_schema(), format_checker=checker).validate(value)


def test_further_keys():
    """A key of a later version of the record is no flaw."""
    assert flaws({**as_json(PLAIN), "mood": "calm"}) == []


BREAKS = [
    ({"id": "42"}, "id"),
    ({"version": 0}, "version"),
    ({"version": 1.5}, "version"),
    ({"status": "gone"}, "status"),
    ({"status": None}, "status"),
    ({"published": "2026-05-03"}, "published"),
    ({"published": "2026-13-03T00:00:00Z"}, "published"),
    ({"retrieved": "2026-05-03T00:00:00+02:00"}, "retrieved"),
    ({"retrieved": None}, "retrieved"),
    ({"published_precision": "hour"}, "published_precision"),
    ({"keywords": None}, "keywords"),
    ({"content_hash": "abc"}, "content_hash"),
    ({"schema_version": "2.0.0"}, "schema_version"),
    ({"site": {"host": None, "name": None, "publisher": None}}, "site.host"),
    ({"dateline": {"place": "X", "date_raw": None, "agency": None}}, "dateline.raw"),
    ({"authors": [{"name": "A", "role": None, "url": None}, {"name": 3}]}, "authors.1.name"),
]


@pytest.mark.parametrize(("change", "field"), BREAKS)
def test_names_the_field(change, field):
    """A flaw names the field that is wrong."""
    assert any(flaw.field.startswith(field) for flaw in flaws({**as_json(FULL), **change}))


@pytest.mark.parametrize("key", KEYS)
def test_missing(key):
    """Each key is missed by its name."""
    value = as_json(FULL)
    del value[key]
    assert [str(flaw) for flaw in flaws(value)] == [f"{key}: is missing"]
