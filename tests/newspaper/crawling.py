"""A crawl in a process of its own, so that its memory and its event loop can be looked at from outside.

``python -m tests.newspaper.crawling`` reads an ``Order`` as JSON from standard input and prints a ``Report``.
"""

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PATIENCE = {
    "request_seconds": 10.0,
    "idle_seconds": 6.0,
    "connect_seconds": 6.0,
    "backoff": 0.1,
    "delay": 0.0,
}
"""A crawl that waits less for what never comes, but for a server on a busy machine; else the limits are its own."""

BEAT = 0.02
"""Seconds between two looks at the event loop."""


@dataclass(frozen=True)
class Order:
    """What is to be crawled, and where to."""

    fronts: tuple[str, ...]
    addresses: tuple[str, ...]
    output: str
    refresh: bool
    """Whether known articles are asked again, too."""


@dataclass(frozen=True)
class Report:
    """What the crawl was like."""

    exit_code: int
    seconds: float
    megabytes: float
    """The most memory that the process had."""
    longest_block: float
    """Seconds for which one step held the event loop."""


@dataclass(frozen=True)
class Crawled:
    """A crawl of the faulty edition: its report, and the records that it wrote, in their order."""

    report: Report
    lines: bytes
    outcomes: tuple[dict[str, Any], ...]
    """The ledger of the run: every URL, its outcome and reason."""

    @cached_property
    def _records(self) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for line in self.lines.splitlines():
            record = json.loads(line)
            found[urlsplit(record["url"]).hostname or ""].append(record)
        return found

    def records(self, host: str) -> list[dict[str, Any]]:
        """The records of a host, read."""
        return self._records[host]

    def reasons(self, host: str) -> set[str]:
        """Why the URLs of a host ended as they did."""
        return {row["reason"] for row in self.outcomes if f"//{host}:" in row["url"]}


def crawl_apart(order: Order, authority: str) -> Crawled:
    """Crawl in another process; only what this run wrote is returned."""
    output = Path(order.output)
    known = set(output.rglob("*.jsonl"))
    environment = {**os.environ, "SSL_CERT_FILE": authority}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.newspaper.crawling"],
        input=json.dumps(asdict(order)), env=environment, capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    written = [path for path in sorted(output.rglob("*.jsonl")) if path not in known]
    lines = b"".join(path.read_bytes() for path in written if "articles" in path.parts)
    ledger = b"".join(path.read_bytes() for path in written if path.name == "urls.jsonl")
    return Crawled(
        Report(**json.loads(done.stdout)), lines, tuple(json.loads(line) for line in ledger.splitlines())
    )


@dataclass
class Pulse:
    """A watch on a crawl that feels the pulse of its event loop: who holds it delays the next beat."""

    longest: float = 0.0
    _due: float = 0.0
    _worked: float = 0.0

    def began(self, tally: object) -> None:
        """Nothing beats yet."""

    def changed(self, tally: object) -> None:  # noqa: ARG002 - a watch's signature
        """Begin to beat with the first thing that is counted on the loop."""
        if not self._due:
            self._beat(asyncio.get_running_loop())

    def ended(self, tally: object) -> None:
        """The loop is gone, and its beats with it."""

    def _beat(self, loop: asyncio.AbstractEventLoop) -> None:
        now, worked = loop.time(), time.thread_time()
        if self._due:  # another program that had the processor is no fault of the crawl
            self.longest = max(self.longest, min(now - self._due, worked - self._worked))
        self._due, self._worked = now + BEAT, worked
        loop.call_at(self._due, self._beat, loop)


def main() -> None:
    """Crawl as ordered, and report."""
    order = json.loads(sys.stdin.read())
    pulse = Pulse()
    began = time.monotonic()
    exit_code = crawl_sites(order, pulse)
    report = Report(exit_code, time.monotonic() - began, most_megabytes(), pulse.longest)
    sys.stdout.write(json.dumps(asdict(report)))


def most_megabytes() -> float:
    """The most memory that this process held; ``ru_maxrss`` counts the one that started it, too."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def crawl_sites(order: dict[str, Any], pulse: Pulse) -> int:
    """The crawl's exit code."""
    from harvester.limits import LIMITS  # noqa: PLC0415 - only the other process needs Scrapy
    from harvester.site import Site  # noqa: PLC0415
    from harvester.spiders.crawl import crawl  # noqa: PLC0415
    from harvester.spiders.options import Options  # noqa: PLC0415

    options = Options(
        limits=replace(LIMITS, **PATIENCE),
        delay=0.0,
        allow_addresses=tuple(order["addresses"]),
        refresh=order["refresh"],
    )
    return crawl(
        [Site.generic(front) for front in order["fronts"]], None, Path(order["output"]), options, pulse
    ).exit_code


if __name__ == "__main__":
    main()
