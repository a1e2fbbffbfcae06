"""A server of raw sockets that answers each path as a test says, and a crawl of single requests."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response
from scrapy.settings import Settings

from harvester.fetching.failures import failure_reason
from harvester.fetching.one import project_settings
from harvester.fetching.refused import Refused
from harvester.fetching.state import Fetching
from harvester.limits import Limits

Answer = bytes | Callable[[socket.socket, "Asked"], None]

QUICK = Limits(
    delay=0,
    backoff=0.02,
    retries=0,
    connect_seconds=1,
    request_seconds=1.2,
    idle_seconds=0.6,
    retry_after_max=1,
)


try:
    from uvloop import new_event_loop as LOOP  # noqa: N812 - as a crawl has it, where it is installed
except ImportError:
    LOOP = None


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    at: float
    path: str
    head: bytes

    def header(self, name: str) -> str | None:
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.decode().lower() == name.lower():
                return value.decode().strip()
        return None


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return a whole answer with its Content-Length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if not any(line.lower().startswith("content-type") for line in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


HTML = b"<!doctype html><html><body><p>The ferry to Ostmark was late.</p></body></html>"


@dataclass
class Wire:
    """What a test serves, and what was asked."""

    listener: socket.socket
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    sockets: list[socket.socket] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    closing: threading.Event = field(default_factory=threading.Event)
    wrap: Callable[[socket.socket], socket.socket] | None = None

    @property
    def host(self) -> str:
        address, port = self.listener.getsockname()[:2]
        return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"

    def url(self, path: str = "/") -> str:
        return f"{'https' if self.wrap else 'http'}://{self.host}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def accept(self) -> None:
        while not self.closing.is_set():
            try:
                conn, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                self.connections += 1
                self.sockets.append(conn)
            threading.Thread(target=self.serve, args=(conn,), daemon=True).start()

    def serve(self, conn: socket.socket) -> None:
        with suppress(OSError):
            if self.wrap:
                conn = self.wrap(conn)
            while self.one(conn):
                pass
        with suppress(OSError):
            conn.close()

    def one(self, conn: socket.socket) -> bool:
        head = b""
        while b"\r\n\r\n" not in head:
            data = conn.recv(65536)
            if not data:
                return False
            head += data
        path = head.split(b" ", 2)[1].decode("latin-1")
        asked = Asked(time.monotonic(), path, head)
        self.asked.append(asked)
        answer = self.answers.get(path.partition("?")[0], page(b"", status="404 Not Found"))
        if callable(answer):
            answer(conn, asked)
            return False
        conn.sendall(answer)
        return True

    def close(self) -> None:
        self.closing.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for conn in self.sockets:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
            conn.close()


def open_wire(address: str = "127.0.0.1") -> Wire:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, 0))
    listener.listen(64)
    wire = Wire(listener)
    threading.Thread(target=wire.accept, daemon=True).start()
    return wire


@dataclass
class Run:
    """What came of the requests of one crawl: a response or a refusal each, in their order."""

    results: list[Response | Refused]
    fetching: Fetching
    stats: dict[str, Any]


class Asking(Spider):
    """Makes its requests, some at a time, and keeps what comes of them."""

    name = "asking"
    requests: list[Request]
    found: dict[str, Response | Refused]
    in_turn = False

    async def start(self):
        for request in self.requests:
            key = request.meta["key"]
            made = request.replace(callback=self.answered, errback=self.refused, dont_filter=True)
            self.crawler.engine.crawl(made)
            while self.in_turn and key not in self.found:  # noqa: ASYNC110 - a test's own wait
                await asyncio.sleep(0.005)
        for nothing in ():
            yield nothing

    def answered(self, response):
        self.found[response.meta["key"]] = response

    def refused(self, failure):
        self.found[failure.request.meta["key"]] = failure_reason(failure)


def run(requests: list[Request], settings: Settings, *, in_turn: bool = False, prepare=None) -> Run:
    """Crawl the requests with one crawler."""
    for number, request in enumerate(requests):
        request.meta["key"] = number
    found: dict[int, Response | Refused] = {}

    async def crawl():
        crawler = AsyncCrawlerRunner(settings).create_crawler(Asking)
        if prepare:
            prepare(crawler)
        await crawler.crawl_async(requests=requests, found=found, in_turn=in_turn)
        return crawler

    with asyncio.Runner(loop_factory=LOOP) as runner:
        crawler = runner.run(crawl())
    return Run(
        [found[number] for number in range(len(requests))], Fetching.of(crawler), crawler.stats.get_stats()
    )


def settings_for(*wires: Wire, limits: Limits = QUICK, **changes: Any) -> Settings:
    """Return the project's settings with quick limits, open to the servers of the test."""
    settings = project_settings()
    settings.set("SPIDER_MODULES", [], priority="cmdline")
    settings.set("SCHEDULER", "scrapy.core.scheduler.Scheduler", priority="cmdline")
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    settings.set("HARVESTER_ALLOW_ADDRESSES", [wire.host for wire in wires], priority="cmdline")
    settings.set("HARVESTER_LIMITS", replace(limits, **changes), priority="cmdline")
    return settings
