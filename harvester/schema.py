"""The JSON Schema of the record, generated from its dataclasses, and the validator compiled from it."""

import ast
import inspect
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from jsonschema_rs import Draft202012Validator

from harvester.article import KEYS, Record

Schema = dict[str, Any]

TIME_PATTERN: Final = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"
_DIGEST: Final = r"^sha256:[0-9a-f]{64}$"
_RULES: Final[Mapping[str, Schema]] = {
    "Record.id": {"pattern": "^art_[0-9a-v]{26}$"},
    "Record.version": {"minimum": 1},
    "Record.content_hash": {"pattern": _DIGEST},
    "Record.previous_content_hash": {"pattern": _DIGEST},
    "Http.payload_digest": {"pattern": _DIGEST},
    "Record.char_count": {"minimum": 0},
    "Record.word_count": {"minimum": 0},
}
"""What a Python type cannot say, by part and field."""

_PLAIN: Final[Mapping[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time", "pattern": TIME_PATTERN},
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a record breaks."""

    field: str
    """Path of the field: ``images.0.credit``; "" for the record itself."""
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


@cache
def record_schema() -> Schema:
    """Return the JSON Schema 2020-12 of a record: one ``$defs`` entry a part, further keys allowed."""
    definitions: dict[str, Schema] = {}
    body = _object(Record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Record",
        "description": inspect.getdoc(Record),
        "type": "object",
        **body,
        "properties": {key: body["properties"][key] for key in KEYS},
        "required": list(KEYS),
        "$defs": dict(sorted(definitions.items())),
    }


def flaws(record: object) -> list[Flaw]:
    """Return what is wrong with a record as JSON gives it, the field of each; empty for a valid one."""
    validator = _validator()
    if validator.is_valid(record):
        return []
    return [_flaw(error) for error in validator.iter_errors(record)]


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(record_schema(), validate_formats=True)


_SHOWN: Final = 200


def _flaw(error: Any) -> Flaw:  # noqa: ANN401 - the validator's error type has no public name
    steps = [str(step) for step in error.instance_path]
    missing = getattr(error.kind, "property", None) if error.kind.name == "required" else None
    message = "is missing" if missing else str(error.message)
    shown = message if len(message) <= _SHOWN else f"{message[:_SHOWN]}..."
    return Flaw(".".join([*steps, missing] if missing else steps), shown)


def _object(part: type[Any], definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(part)
    docs = _docstrings(part)
    names = [field.name for field in fields(part)]
    properties = {
        name: {**_typed(hints[name], definitions), **_RULES.get(f"{part.__name__}.{name}", {}), **docs[name]}
        for name in names
    }
    return {"properties": properties, "required": names, "additionalProperties": True}


def _typed(hint: object, definitions: dict[str, Schema]) -> Schema:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) is Literal:
        return _enum(get_args(hint))
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _typed(get_args(hint)[0], definitions)}
    if isinstance(hint, UnionType) or NoneType in get_args(hint):
        return _nullable(hint, definitions)
    return _reference(hint, definitions)


def _enum(values: tuple[object, ...]) -> Schema:
    return {"const": values[0]} if len(values) == 1 else {"type": "string", "enum": list(values)}


def _nullable(hint: object, definitions: dict[str, Schema]) -> Schema:
    (some,) = (arm for arm in get_args(hint) if arm is not NoneType)
    schema = _typed(some, definitions)
    if "enum" in schema:
        schema["enum"].append(None)
    return {**schema, "type": [schema["type"], "null"]}


def _reference(hint: object, definitions: dict[str, Schema]) -> Schema:
    if not isinstance(hint, type):
        raise TypeError(f"no JSON Schema for {hint!r}")
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        described = {"description": inspect.getdoc(hint)}
        definitions[hint.__name__] = {**described, **_object(hint, definitions)}
    return {"type": "object", "$ref": f"#/$defs/{hint.__name__}"}


def _docstrings(part: type[Any]) -> dict[str, Schema]:
    """Return the docstring under each field of a dataclass and of its parents."""
    found: dict[str, Schema] = defaultdict(dict)
    for owner in reversed(part.__mro__[:-1]):
        for name, text in _docstrings_in(textwrap.dedent(inspect.getsource(owner))):
            found[name] = {"description": text}
    return found


def _docstrings_in(source: str) -> Iterator[tuple[str, str]]:
    (body,) = (node.body for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = _text(below)
            if text:
                yield field.target.id, text


def _text(node: ast.stmt) -> str | None:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value).replace("``", "`")
    return None
