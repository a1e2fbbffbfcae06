"""The record as columns: every key in its order, with the types that its dataclasses say."""

import re
from datetime import datetime

from harvester.article import KEYS
from harvester.columns import Dialect, columns, duckdb_columns

NAMES = Dialect(
    plain={each: each.__name__ for each in (str, int, float, bool)} | {datetime: "time"},
    listed="[{}]".format,
    structured=lambda types: "{" + " ".join(f"{name}:{of}" for name, of in types.items()) + "}",
)


def test_every_key_has_its_type():
    """In the order of the record; what may be null and what may be one of some words has the type below."""
    found = columns(NAMES)
    assert tuple(found) == KEYS
    assert (found["schema_version"], found["version"], found["published"]) == ("str", "int", "time")
    assert (found["is_accessible_for_free"], found["word_count"]) == ("bool", "int")
    assert (found["keywords"], found["changes"]) == ("[str]", "[str]")
    assert found["authors"] == "[{name:str role:str url:str}]"
    assert found["dateline"] == "{raw:str place:str date_raw:str agency:str}"
    assert found["related"].startswith("[{heading:str kind:str position:int teasers:[{title:str url:str")


def test_duckdb_gets_its_own_names():
    """As ``read_json`` takes them: names quoted, since some are words of SQL."""
    shown = duckdb_columns()
    assert shown.startswith("{'schema_version': 'VARCHAR', 'id': 'VARCHAR', 'version': 'BIGINT'")
    assert """'authors': 'STRUCT("name" VARCHAR, "role" VARCHAR, "url" VARCHAR)[]'""" in shown
    assert "'published': 'TIMESTAMPTZ'" in shown
    assert re.findall(r"'(\w+)': '", shown) == list(KEYS)
