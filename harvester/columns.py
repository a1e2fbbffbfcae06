"""The record as the columns of a table, in the type names of whoever reads it: one definition for all.

Readers that guess types from the first lines guess wrong: a list that is empty there has no type, a raw
date becomes a time, a version a float.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from types import NoneType
from typing import Any, Final, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

from harvester.article import KEYS, Record

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Dialect(Generic[_T]):
    """How a reader names its types."""

    plain: Mapping[object, _T]
    """Of ``str``, ``int``, ``float``, ``bool``, ``datetime``."""
    listed: Callable[[_T], _T]
    """The type of a list, by that of its items."""
    structured: Callable[[Mapping[str, _T]], _T]
    """The type of an object, by those of its keys."""


def columns(dialect: Dialect[_T]) -> dict[str, _T]:
    """Return the type of each key of a record, in their order; every column may be null."""
    hints = get_type_hints(Record)
    return {key: _typed(hints[key], dialect) for key in KEYS}


def _typed(hint: Any, dialect: Dialect[_T]) -> _T:  # noqa: ANN401 - a type, a union or an alias of one
    if hint in dialect.plain:
        return dialect.plain[hint]
    if get_origin(hint) is Literal:
        return dialect.plain[str]
    arms = [arm for arm in get_args(hint) if arm is not NoneType]
    if get_origin(hint) is tuple:
        return dialect.listed(_typed(arms[0], dialect))
    if arms:
        return _typed(arms[0], dialect)
    hints = get_type_hints(hint)
    return dialect.structured({field.name: _typed(hints[field.name], dialect) for field in fields(hint)})


def _struct(types: Mapping[str, str]) -> str:
    inner = ", ".join(f'"{name}" {of}' for name, of in types.items())
    return f"STRUCT({inner})"


_DUCKDB: Final = Dialect(
    plain={str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", datetime: "TIMESTAMPTZ"},
    listed="{}[]".format,
    structured=_struct,
)


def duckdb_columns() -> str:
    """Return what ``read_json(..., columns = )`` of DuckDB takes: ``{'id': 'VARCHAR', ...}``."""
    inner = ", ".join(f"'{name}': '{of}'" for name, of in columns(_DUCKDB).items())
    return f"{{{inner}}}"
