"""Any failure of Scrapy, aiohttp, Twisted or the system, as one ``Refused``."""

import os
import ssl
from collections.abc import Iterator
from typing import Final

import aiohttp
from aiohttp.http_exceptions import LineTooLong
from scrapy import exceptions as scrapy_errors
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet import error as twisted_errors
from twisted.python.failure import Failure

from harvester.fetching.logs import safe_line
from harvester.fetching.refused import Reason, Refused

_KNOWN: Final[tuple[tuple[Reason, tuple[type[BaseException], ...]], ...]] = (
    ("tls", (aiohttp.ClientSSLError, ssl.SSLError)),
    (
        "dns",
        (
            aiohttp.ClientConnectorDNSError,
            scrapy_errors.CannotResolveHostError,
            twisted_errors.DNSLookupError,
        ),
    ),
    ("timeout", (TimeoutError, scrapy_errors.DownloadTimeoutError, twisted_errors.TimeoutError)),
    ("corrupt", (aiohttp.ClientPayloadError, scrapy_errors.ResponseDataLossError)),
    ("too_large", (LineTooLong, scrapy_errors.DownloadCancelledError)),
    ("protocol", (aiohttp.ClientResponseError,)),
    ("bad_url", (aiohttp.InvalidURL, UnicodeError)),
    ("scheme", (scrapy_errors.UnsupportedURLSchemeError, scrapy_errors.NotSupported)),
    (
        "connection",
        (
            aiohttp.ClientConnectionError,
            scrapy_errors.DownloadConnectionRefusedError,
            scrapy_errors.DownloadFailedError,
            twisted_errors.ConnectError,
            twisted_errors.ConnectionClosed,
            OSError,
        ),
    ),
)
"""First match wins, over the error and what caused it: a TLS error is a connection error, too."""


_SHOWN: Final = 200
_TOO_MANY: Final = "Too many headers"
"""aiohttp has a class of its own for a long header, none for many."""


def failure_reason(failure: Failure | BaseException) -> Refused:
    """Return why a request brought no page; an error that nobody foresaw is "internal" and keeps its name."""
    error = _error(failure) if isinstance(failure, Failure) else failure  # a Failure is an exception, too
    if isinstance(error, Refused):
        return error
    if isinstance(error, HttpError):
        status = error.response.status
        return Refused("bad_status", str(status), status=status)
    chain = tuple(_causes(error))
    for reason, kinds in _KNOWN:
        found: BaseException | None = next((cause for cause in chain if isinstance(cause, kinds)), None)
        if found is not None:
            return Refused("too_large" if _TOO_MANY in _words(found) else reason, _words(found))
    return Refused("internal", f"{type(error).__name__}: {_words(error)}")


def _error(failure: Failure) -> BaseException:
    """Return what a Twisted failure holds; an empty one is an internal error of its own."""
    return failure.value or RuntimeError("a failure without an error")


def _causes(first: BaseException) -> Iterator[BaseException]:
    """Return the error and what it was raised from, outermost first; ends on a circle."""
    error: BaseException | None = first
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _words(error: BaseException) -> str:
    """Return what the error says, on one short line, without the secrets of its URL."""
    text = safe_line(_said(error))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_SHOWN]


def _said(error: BaseException) -> str:
    """Return the library's sentence, without its own objects: "Connection refused"."""
    if isinstance(error, aiohttp.ClientResponseError):
        return error.message
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return str(error.certificate_error)
    if isinstance(error, aiohttp.ClientConnectorError):
        code = error.os_error.errno or 0
        return os.strerror(code) if code > 0 else error.os_error.strerror or ""
    return str(error)
