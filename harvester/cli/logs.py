"""Logs go to standard error, as lines of text or of JSON."""

import logging
from datetime import UTC, datetime
from typing import Literal

import orjson

from harvester.fetching.logs import SafeFilter

LogFormat = Literal["text", "json"]


def set_up_logs(log_format: LogFormat, *, verbose: int = 0, is_quiet: bool = False) -> None:
    """Send what is logged to standard error: warnings, with -v every outcome, with -vv everything."""
    handler = logging.StreamHandler()
    handler.addFilter(SafeFilter())
    handler.setFormatter(_Json() if log_format == "json" else logging.Formatter("%(levelname)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    levels = [logging.WARNING, logging.INFO, logging.DEBUG]
    root.setLevel(logging.ERROR if is_quiet else levels[min(verbose, 2)])
    for name in ("asyncio", "scrapy", "aiohttp"):
        logging.getLogger(name).setLevel(logging.DEBUG if verbose > 1 else logging.WARNING)


class _Json(logging.Formatter):
    """One object a line: time, level, logger, event."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            event["error"] = self.formatException(record.exc_info)
        return orjson.dumps(event).decode("utf-8")
