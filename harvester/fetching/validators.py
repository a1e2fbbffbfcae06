"""Conditional requests: what the server said of a page last time, sent back to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for its type alone
    from scrapy.http import Headers


@dataclass(frozen=True, slots=True)
class Validators:
    """``request.meta["validators"]``: with these a 304 may come, and comes to the callback."""

    etag: str | None = None
    """As sent, with its quotes and ``W/``."""
    last_modified: str | None = None
    """As sent."""

    @property
    def headers(self) -> dict[str, str]:
        """Return the request's headers that ask whether the page has changed; empty when nothing is known."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value and _is_sendable(value)}


NONE = Validators()


def read_validators(headers: "Headers") -> Validators:
    """Return the validators of an answer, for the next request."""
    return Validators(_value(headers, b"ETag"), _value(headers, b"Last-Modified"))


def _value(headers: "Headers", name: bytes) -> str | None:
    raw = headers.get(name)
    return sendable(raw.decode("latin-1")) if raw else None


def sendable(value: str) -> str | None:
    """Return a server's value as it may go into a request; ``None`` for one that may not."""
    text = value.strip()
    return text if _is_sendable(text) else None


_LONGEST = 512


def _is_sendable(value: str) -> bool:
    """Tell whether a server's value may go into a request: printable, not long, no line breaks."""
    return 0 < len(value) <= _LONGEST and value.isprintable() and value.isascii()
