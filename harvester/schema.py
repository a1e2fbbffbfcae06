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
Parts = dict[str, type[Any]]
"""The dataclasses that a schema refers to, by name."""

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
    parts: Parts = {}
    body = _described(Record, _object(Record, parts))
    described = {name: _described(part, _object(part, {})) for name, part in sorted(parts.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Record",
        "description": body.pop("description"),
        "type": "object",
        **body,
        "properties": {key: body["properties"][key] for key in KEYS},
        "required": list(KEYS),
        "$defs": described,
    }


def _rules() -> Schema:
    """Return the same without a word of explanation: what has to be read in the source takes 50 ms."""
    parts: Parts = {}
    body = _object(Record, parts)
    definitions = {name: _object(part, {}) for name, part in parts.items()}
    return {**body, "type": "object", "required": list(KEYS), "$defs": definitions}


def flaws(record: object) -> list[Flaw]:
    """Return what is wrong with a record as JSON gives it, the field of each; empty for a valid one."""
    validator = _validator()
    if validator.is_valid(record):
        return []
    return [_flaw(error) for error in validator.iter_errors(record)]


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(_rules(), validate_formats=True)


_SHOWN: Final = 200


def _flaw(error: Any) -> Flaw:  # noqa: ANN401 - the validator's error type has no public name
    steps = [str(step) for step in error.instance_path]
    missing = getattr(error.kind, "property", None) if error.kind.name == "required" else None
    message = "is missing" if missing else str(error.message)
    shown = message if len(message) <= _SHOWN else f"{message[:_SHOWN]}..."
    return Flaw(".".join([*steps, missing] if missing else steps), shown)


def _described(part: type[Any], schema: Schema) -> Schema:
    """Return the schema of a part with the docstrings of the part and of its fields."""
    docs = _docstrings(part)
    properties = {name: {**rules, **docs[name]} for name, rules in schema["properties"].items()}
    return {"description": inspect.getdoc(part), **schema, "properties": properties}


def _object(part: type[Any], parts: Parts) -> Schema:
    hints = get_type_hints(part)
    names = [field.name for field in fields(part)]
    properties = {
        name: {**_typed(hints[name], parts), **_RULES.get(f"{part.__name__}.{name}", {})} for name in names
    }
    return {"properties": properties, "required": names, "additionalProperties": True}


def _typed(hint: object, parts: Parts) -> Schema:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) is Literal:
        return _enum(get_args(hint))
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _typed(get_args(hint)[0], parts)}
    if isinstance(hint, UnionType) or NoneType in get_args(hint):
        return _nullable(hint, parts)
    return _reference(hint, parts)


def _enum(values: tuple[object, ...]) -> Schema:
    return {"const": values[0]} if len(values) == 1 else {"type": "string", "enum": list(values)}


def _nullable(hint: object, parts: Parts) -> Schema:
    (some,) = (arm for arm in get_args(hint) if arm is not NoneType)
    schema = _typed(some, parts)
    if "enum" in schema:
        schema["enum"].append(None)
    return {**schema, "type": [schema["type"], "null"]}


def _reference(hint: object, parts: Parts) -> Schema:
    if not isinstance(hint, type):
        raise TypeError(f"no JSON Schema for {hint!r}")
    if hint.__name__ not in parts:
        parts[hint.__name__] = hint
        _object(hint, parts)
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
