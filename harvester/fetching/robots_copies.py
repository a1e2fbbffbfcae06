"""Where the last good robots.txt of each host is kept, so that a host out of reach still has its rules."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RobotsCopy:
    """A robots.txt as it was answered."""

    body: bytes
    """At most 512 KiB; empty for an answer that allows everything (404, an HTML page)."""
    fetched: datetime
    """Aware, UTC."""


class RobotsCopies(Protocol):
    """One row a host. ``host`` is an origin: "https://example.org", "http://127.0.0.1:8001"."""

    def get(self, host: str) -> RobotsCopy | None:
        """Return the last good copy, however old; ``None`` when there never was one."""

    def put(self, host: str, body: bytes, fetched: datetime) -> None:
        """Keep a good copy in the place of the one before."""


class MemoryCopies:
    """Copies for one run, and for a crawl without a state file."""

    def __init__(self) -> None:
        self._copies: dict[str, RobotsCopy] = {}

    def get(self, host: str) -> RobotsCopy | None:
        """Return the last good copy of this run."""
        return self._copies.get(host)

    def put(self, host: str, body: bytes, fetched: datetime) -> None:
        """Keep a copy until the run ends."""
        self._copies[host] = RobotsCopy(body, fetched)
