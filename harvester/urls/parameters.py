"""The query of a URL: which parameters name the article and which say how a reader came."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

_DATA: Final = tomllib.loads(files(__package__).joinpath("parameters.toml").read_text("utf-8"))
_PREFIXES: Final = tuple(_DATA["tracking"]["prefixes"])
_NAMES: Final = frozenset([*_DATA["tracking"]["names"], *_DATA["session"]["names"]])
_OPAQUE: Final = frozenset(_DATA["session"]["opaque"])
_ANY_FORM: Final = frozenset(_DATA["form"]["any"])
_FORM_PREFIXES: Final = tuple(_DATA["form"]["prefixes"])
_FORM_VALUES: Final = {name: frozenset(values) for name, values in _DATA["form"]["values"].items()}

_SESSION_VALUE = re.compile(r"[0-9a-fA-F]{32,}")
_SEPARATOR = re.compile(r"&|\?(?=utm_)")
"""Feeds hang "?utm_source=" on an address that has a query already."""
_SESSION_IN_PATH = re.compile(rf";(?:{'|'.join(_DATA['session']['names'])})=[^/;?#]*", re.IGNORECASE)


def is_tracking(parameter: str) -> bool:
    """Tell whether ``name=value`` is a tracking parameter or a session."""
    name, _, value = parameter.partition("=")
    name = _plain(name)
    if name in _OPAQUE:
        return _SESSION_VALUE.fullmatch(value) is not None
    return name in _NAMES or name.startswith(_PREFIXES)


def is_form(parameter: str) -> bool:
    """Tell whether ``name=value`` asks for another form of the same article: AMP, print."""
    name, _, value = parameter.partition("=")
    name = _plain(name)
    return name in _ANY_FORM or name.startswith(_FORM_PREFIXES) or value.lower() in _FORM_VALUES.get(name, ())


def without_tracking(query: str) -> str:
    """Return the query without its tracking parameters, every other byte as it was."""
    parts = _SEPARATOR.split(query)
    kept = [part for part in parts if not is_tracking(part)]
    return query if len(kept) == len(parts) else "&".join(kept)


def naming(query: str, noise: Iterable[str] = ()) -> list[str]:
    """Return the parameters that name the article, as written, without those called ``noise``."""
    parts = (_unescaped(part) for part in _SEPARATOR.split(query))
    kept = (part for part in parts if part and not is_tracking(part) and not is_form(part))
    return [part for part in kept if part.partition("=")[0] not in noise]


def without_session(path: str) -> str:
    """Return the path without ``;jsessionid=...``."""
    return _SESSION_IN_PATH.sub("", path) if ";" in path else path


def _plain(name: str) -> str:
    return _unescaped(name).lower()


def _unescaped(part: str) -> str:
    """Undo an ampersand that was escaped once too often: ``&amp;id=1``."""
    while part.startswith("amp;"):
        part = part[4:]
    return part
