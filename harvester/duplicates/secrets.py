"""Addresses as they may stand in a record: without passwords and tokens."""

import re
from dataclasses import replace
from typing import Any, Final

from harvester.article import Record

_USER: Final = re.compile(r"(?<=//)[^/?#@]*(?:@[^/?#@]*)*@")
_SECRET: Final = re.compile(
    r"([?&;#](?:[\w.-]*(?:token|secret|passw(?:or)?d|pwd|api_?-?key|signature|credential)|auth|jwt|sig)=)[^&;#\s]+",
    re.IGNORECASE,
)


def without_secrets(url: str) -> str:
    """Return an address without user name and password, the values of secret parameters as ``***``."""
    return _SECRET.sub(r"\1***", _USER.sub("", url))


def safe_record(record: Record) -> Record:
    """Return a record that gives no secret of its addresses away."""
    safe: dict[str, Any] = {
        "url": without_secrets(record.url),
        "canonical_url": record.canonical_url and without_secrets(record.canonical_url),
        "requested_url": without_secrets(record.requested_url),
        "also_at": tuple(dict.fromkeys(map(without_secrets, record.also_at))),
    }
    is_safe = all(getattr(record, name) == value for name, value in safe.items())
    return record if is_safe else replace(record, **safe)
