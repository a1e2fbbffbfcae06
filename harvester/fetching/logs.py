"""Logs without secrets: user names, passwords and secret parameters of URLs, and one line an event."""

import logging
import re

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from harvester.store.errors import StoreError
from harvester.urls import redacted

_URL = re.compile(r"(?:https?:)?//[^\s\"'<>]+", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def safe_line(text: str) -> str:
    """Return a text as it may stand in a log: its URLs redacted, no control characters but line feeds."""
    shown = _URL.sub(lambda match: redacted(match[0]), text)
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", shown)


class SafeFilter(logging.Filter):
    """For a log handler: makes every message safe, whoever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record through, its message made safe."""
        record.msg, record.args = safe_line(record.getMessage()), ()
        return True


class RedactingFormatter(LogFormatter):
    """``LOG_FORMATTER``: Scrapy's messages of requests, made safe."""

    def crawled(  # type: ignore[override]  # None: no message, as Scrapy's engine has it
        self, request: Request, response: Response, spider: Spider
    ) -> LogFormatterResult | None:
        """Return the message of a response; ``None`` when nobody reads such."""
        return _safe(super().crawled(request, response, spider)) if _is_debugged() else None

    def scraped(  # type: ignore[override]  # the same
        self, item: object, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult | None:
        """Return the message of an item; ``None`` when nobody reads such."""
        return super().scraped(item, response, spider) if _is_debugged() else None

    def download_error(
        self, failure: Failure, request: Request, spider: Spider, errmsg: str | None = None
    ) -> LogFormatterResult:
        """Return the message of a failure."""
        return _safe(super().download_error(failure, request, spider, errmsg))

    def spider_error(
        self, failure: Failure, request: Request, response: Response | Failure, spider: Spider
    ) -> LogFormatterResult:
        """Return the message of an error in a callback."""
        return _safe(super().spider_error(failure, request, response, spider))

    def item_error(
        self, item: object, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Return the message of an error in a pipeline: the page, not all that was read of it.

        That nothing can be written ends the run, and its end says so.
        """
        message = super().item_error(item, exception, response, spider)
        page = getattr(getattr(item, "lease", None), "url", type(item).__name__)
        level = logging.DEBUG if isinstance(exception, StoreError) else message["level"]
        return _safe({**message, "level": level, "args": {"item": page}})


def _is_debugged() -> bool:
    return logging.getLogger("scrapy").isEnabledFor(logging.DEBUG)


class _Safe:
    """A value that is made safe when it is printed: most messages are filtered out before."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __str__(self) -> str:
        return safe_line(str(self._value))


def _safe(message: LogFormatterResult) -> LogFormatterResult:
    arguments = message["args"]
    if isinstance(arguments, dict):
        message["args"] = {name: _Safe(value) for name, value in arguments.items()}
    return message
