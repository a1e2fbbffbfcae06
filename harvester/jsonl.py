"""A record and its line of JSON, there and back.

A line is UTF-8 without BOM and ends in LF; text is NFC, URLs stay as they are; the keys stand in the order
of ``article.KEYS``. What would break a reader is not in it: lone surrogates, NaN, the three characters
besides LF at which some readers end a line.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import cache, partial
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

import orjson

from harvester.article import KEYS, Record

_OPTIONS: Final = orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS
_TIMES: Final = ("published", "modified", "retrieved")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"
_LARGEST: Final = 2**53
"""Beyond, readers that keep numbers as floats read another number."""
_URLS: Final = frozenset(
    {"url", "canonical_url", "requested_url", "also_at", "image_url"}
    | {"license_url", "uri", "license_links", "tdm_policy"}
)
"""Fields whose text is an address: byte for byte as found."""
_LINE_ENDS: Final = (
    (b"\xc2\x85", b"\\u0085"),
    (b"\xe2\x80\xa8", b"\\u2028"),
    (b"\xe2\x80\xa9", b"\\u2029"),
)


def line_of(record: Record) -> bytes:
    """Return the line of a record, with its LF.

    Raises:
        ValueError: a time of the record has no zone.
    """
    text = _dumped(record)
    if not text.isascii():
        text = _without_line_ends(text if _is_composed(text) else _dumped(_clean(record)))
    return text + b"\n"


def record_of_line(line: bytes | str) -> Record:
    """Return the record of a line.

    Raises:
        ValueError: the line is no JSON object with the keys of a record.
    """
    value = orjson.loads(line)
    try:
        record: Record = _reader(Record)(value)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a record: {error!r}") from error
    return record


def _dumped(record: Record) -> bytes:
    values = {key: getattr(record, key) for key in KEYS}
    values.update({key: _utc(values[key]) for key in _TIMES})
    try:
        return orjson.dumps(values, option=_OPTIONS)
    except TypeError:
        return orjson.dumps({key: _clean(value, key) for key, value in values.items()}, option=_OPTIONS)


def _utc(time: datetime | None) -> datetime | None:
    if time is None or time.tzinfo is UTC:
        return time
    if time.utcoffset() is None:
        raise ValueError(f"{time.isoformat()} has no zone")
    return time.astimezone(UTC)


def _is_composed(text: bytes) -> bool:
    return unicodedata.is_normalized("NFC", text.decode("utf-8"))


def _without_line_ends(text: bytes) -> bytes:
    for raw, escaped in _LINE_ENDS:
        if raw in text:
            text = text.replace(raw, escaped)
    return text


def _clean(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any part of a record
    """Return a part of a record without lone surrogates and huge integers, its text in NFC."""
    if isinstance(value, str):
        text = _SURROGATE.sub(_REPLACEMENT, value)
        return text if name in _URLS else unicodedata.normalize("NFC", text)
    if isinstance(value, int):
        return value if abs(value) < _LARGEST else None
    if isinstance(value, tuple):
        return tuple(_clean(item, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(
            **{field.name: _clean(getattr(value, field.name), field.name) for field in fields(value)}
        )
    return value


_Read = Callable[[Any], Any]


@cache
def _reader(part: type[Any]) -> _Read:
    hints = get_type_hints(part)
    readers = {field.name: _reader_of(hints[field.name]) for field in fields(part)}
    return partial(_read_part, part, readers)


def _read_part(part: type[Any], readers: Mapping[str, _Read], value: Mapping[str, Any]) -> Any:  # noqa: ANN401
    return part(**{name: read(value[name]) for name, read in readers.items() if name in value})


def _reader_of(hint: Any) -> _Read:  # noqa: ANN401 - a type hint
    if hint is datetime:
        return datetime.fromisoformat
    if get_origin(hint) is tuple:
        return partial(_read_tuple, _reader_of(get_args(hint)[0]))
    if isinstance(hint, UnionType):
        return partial(_read_optional, _reader_of(get_args(hint)[0]))
    return _reader(hint) if is_dataclass(hint) and isinstance(hint, type) else _as_is


def _read_tuple(read: _Read, values: list[Any]) -> tuple[Any, ...]:
    return tuple(read(value) for value in values)


def _read_optional(read: _Read, value: Any) -> Any:  # noqa: ANN401 - JSON
    return None if value is None else read(value)


def _as_is(value: Any) -> Any:  # noqa: ANN401 - JSON
    return value
