"""The server of the faulty edition: raw asyncio, one address of loopback for each fault, one port for all."""

import asyncio
import ssl
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.newspaper.faults import bombs
from tests.newspaper.faults.call import Call
from tests.newspaper.faults.certificates import authority_pem, context
from tests.newspaper.faults.fault import Fault
from tests.newspaper.faults.log import Asked
from tests.newspaper.faults.words import CLEAN, article, front

LONGEST_HEAD = 1_000_000
BOMBS = 10
"""The row of what takes long to make."""
FORGERY = 47
"""The row of links that lead into one's own network."""
SECRET = "the lamp oil is behind the third barrel"  # noqa: S105 - nobody's password
"""Stands in a file of this machine; no record may hold it."""
Stranger = tuple[str, str]
Opened = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class FaultyEdition:
    """A served set of faults: where they are, and what was asked of them."""

    faults: tuple[Fault, ...]
    port: int = 0
    canary: int = 0
    """Port of a server on 127.0.0.1, ::1 and some sites' own addresses that nobody may connect to."""
    secret: str = ""
    """Path of a file that nobody may read."""
    authority: str = ""
    """Path of the certificate that ``SSL_CERT_FILE`` may name, so that only the TLS faults themselves object."""
    run: int = 1
    strangers: list[Stranger] = field(default_factory=list)
    """Who connected to the canary: the address that was connected to, and the first line that was sent."""
    log: dict[str, list[Asked]] = field(default_factory=lambda: defaultdict(list))
    broken: list[str] = field(default_factory=list)
    """Mistakes of the faults' own code: must stay empty."""
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _servers: list[asyncio.Server] = field(default_factory=list)

    def front(self, fault: Fault) -> str:
        """URL of the fault's front page: where a crawl of its site begins."""
        return f"{fault.scheme}://{fault.host}:{self.port}/"

    def url(self, fault: Fault) -> str:
        """URL of the fault's first article."""
        return self.front(fault) + fault.articles[0].lstrip("/")

    @property
    def addresses(self) -> tuple[str, ...]:
        """What a crawl must be allowed to connect to: "127.0.6.1:4711"; the canary is not among them."""
        return tuple(f"{fault.host}:{self.port}" for fault in self.faults)

    def asked(self, fault: Fault) -> tuple[Asked, ...]:
        """The requests to a fault's site, in the order of their coming."""
        return tuple(self.log[fault.host])

    def complaint(self, fault: Fault) -> str | None:
        """What is wrong with the requests that came to its site; ``None`` when nothing is."""
        return fault.check(self.asked(fault)) if fault.check else None

    def next_run(self) -> None:
        """The articles change, vanish or stay as their faults say: a second crawl begins."""
        self.run += 1

    # The server

    def write_files(self, folder: Path) -> None:
        """Put the secret and the authority's certificate where the faults and a crawl look for them."""
        secret, authority = folder / "secret.html", folder / "authority.pem"
        secret.write_text(article("secret", "/", body=f"<p>{SECRET}</p>"))
        authority.write_bytes(authority_pem())
        self.secret, self.authority = str(secret), str(authority)

    async def open(self) -> None:
        """Listen on every address."""
        canary = await asyncio.start_server(self._stranger, "127.0.0.1", 0)
        self.canary = canary.sockets[0].getsockname()[1]
        self._servers.append(canary)
        for host in ("::1", *(fault.host for fault in self.faults if fault.row == FORGERY)):
            with suppress(OSError):  # a machine without IPv6 has no ::1 to guard
                self._servers.append(await asyncio.start_server(self._stranger, host, self.canary))
        for fault in self.faults:
            await self._open(fault)

    async def _open(self, fault: Fault) -> None:
        tls = context(fault.certificate, fault.host) if fault.certificate else None
        server = await asyncio.start_server(
            self._line(fault), fault.host, self.port, limit=LONGEST_HEAD, ssl=tls
        )
        self.port = server.sockets[0].getsockname()[1]
        self._servers.append(server)

    def close(self) -> None:
        """Listen no more."""
        for server in self._servers:
            server.close()

    def _line(self, fault: Fault) -> Opened:
        async def line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                while await self._turn(fault, reader, writer):
                    pass
            writer.close()

        return line

    async def _turn(self, fault: Fault, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request; tells whether another may follow."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return False
        call = self._call(fault, head, writer)
        try:
            await (fault.answers if fault.takes(call.path) else sound)(call)
        finally:
            call.asked.ended = time.monotonic()
        return call.keep and call.headers.get("connection", "").lower() != "close"

    def _call(self, fault: Fault, head: bytes, writer: asyncio.StreamWriter) -> Call:
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        target = first.partition(" ")[2].rpartition(" ")[0]
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        asked = Asked(target, headers, time.monotonic(), self.run)
        self.log[fault.host].append(asked)
        self._counts[fault.host, target] += 1
        count = self._counts[fault.host, target]
        return Call(fault, target, headers, count, self.run, self, writer, asked)

    async def _stranger(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Write down who came, and give him something that must not be found in any record."""
        line = await reader.readline()
        self.strangers.append((writer.get_extra_info("sockname")[0], line.decode("latin-1").strip()))
        body = article("canary", "/").encode()
        with suppress(ConnectionError):
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
            await writer.drain()
        writer.close()


async def sound(call: Call) -> None:
    """How a site answers where nothing is wrong: robots.txt, the front page, the clean articles, 404."""
    if call.path == "/":
        links = tuple(call.fill(link) for link in call.fault.links)
        await call.page(front(call.fault.key, links, call.fill(call.fault.head), call.fault.sections))
    elif call.path == "/robots.txt":
        await call.page("User-agent: *\nDisallow:\n", ("Content-Type", "text/plain"))
    elif call.path in CLEAN or call.path in call.fault.articles:
        await call.page(call.article())
    else:
        await call.page("<h1>Not found</h1>", status="404 Not Found")


@contextmanager
def faulty_edition(faults: Sequence[Fault]) -> Iterator[FaultyEdition]:
    """Serve the faults while the block runs, in a thread of its own."""
    edition = FaultyEdition(tuple(faults))
    if any(fault.row == BOMBS for fault in faults):
        bombs.arm()
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda _, context: edition.broken.append(repr(context.get("exception"))))
    thread = Thread(target=loop.run_forever, name="faulty edition", daemon=True)
    thread.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            edition.write_files(Path(folder))
            asyncio.run_coroutine_threadsafe(edition.open(), loop).result()
            yield edition
    finally:
        asyncio.run_coroutine_threadsafe(_stop(edition), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _stop(edition: FaultyEdition) -> None:
    """End every line, also those on which a fault is still busy saying nothing."""
    edition.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0)
