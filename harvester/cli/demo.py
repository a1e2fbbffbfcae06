"""``harvester demo``: serve the newspaper that ships with the package, harvest it, show what came out."""

import shlex
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from json import dumps, loads
from pathlib import Path
from typing import Final

import click
from rich.console import Console

from harvester.article import Record
from harvester.cli.card import card
from harvester.jsonl import record_of_line
from harvester.newspaper import Newspaper, Served, serve

MEMORY: Final = "demo.json"
"""Beside the state: where and when the newspaper of this folder was printed."""
DELAY: Final = "0.05"
"""Seconds between two requests: long enough to watch, and nobody's server but our own bears it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A newspaper is the same one, to the harvester, when its address and its day are the same."""

    port: int
    today: str


@click.command("demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Where articles, state and reports go.",
)
def command(output: Path) -> None:
    """Harvest a small newspaper on this machine, to see what comes out.

    A paper of 49 articles in seven languages is served on loopback and crawled over real HTTP, as any site
    would be. A second run into the same folder finds the same paper again.
    """
    known = set(_files(output))
    with _served(output) as served:
        code = _crawl(Console(stderr=True), served, output)
    if code == 0:
        _show(Console(), output, known)
    raise SystemExit(code)


def _crawl(console: Console, served: Served, output: Path) -> int:
    """Run the real ``harvester crawl``, and say so; its exit code."""
    from harvester.cli.crawl import command as crawl  # noqa: PLC0415 - loads Scrapy

    address = f"{served.host}:{served.port}"
    words = [served.url, "-o", str(output), "--allow-address", address, "--delay", DELAY]
    _say(console, f"A small newspaper, The Ellery Lantern, is served at {served.url}. Harvesting it with:")
    _say(console, f"  harvester crawl {shlex.join(words)}\n")
    try:
        crawl.main(words, prog_name="harvester crawl", standalone_mode=False)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _say(console: Console, words: str) -> None:
    """A line that is neither broken nor coloured: paths and commands can be copied from it."""
    console.print(words, soft_wrap=True, highlight=False, markup=False)


@contextmanager
def _served(output: Path) -> Iterator[Served]:
    """The paper of this folder, at the address where it was harvested the last time if that is free."""
    printed = _remembered(output)
    with serve(Newspaper(today=date.fromisoformat(printed.today)), port=_free(printed.port)) as served:
        _remember(output, Printed(served.port, printed.today))
        yield served


def _remembered(output: Path) -> Printed:
    try:
        return Printed(**loads((output / MEMORY).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return Printed(0, datetime.now(UTC).date().isoformat())


def _remember(output: Path, printed: Printed) -> None:
    with suppress(OSError):  # the crawl says what is wrong with the folder
        output.mkdir(parents=True, exist_ok=True)
        (output / MEMORY).write_text(dumps(asdict(printed)) + "\n", "utf-8")


def _free(port: int) -> int:
    """The port, or 0 where another program has it: the paper then counts as another site."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return 0
    return port


def _show(console: Console, output: Path, known: set[Path]) -> None:
    """A card of the first article of this run, where the files are, and what a second run is good for."""
    new = [path for path in _files(output) if path not in known]
    first = next(_records(new or _files(output)), None)
    if first:
        console.print(card(first))
    for path in new:
        _say(console, f"{path}: {_lines(path)} articles, one line of JSON each")
    if known and not new:
        _say(
            console, f"Nothing has changed since the last run, so nothing was written; {output} holds it all."
        )
        _say(console, f"To see it afresh, choose another folder: harvester demo -o {output / 'afresh'}")


def _files(output: Path) -> list[Path]:
    return sorted(output.glob("articles/*/*.jsonl"))


def _records(files: list[Path]) -> Iterator[Record]:
    for path in files:
        with path.open("rb") as lines:
            yield from map(record_of_line, lines)


def _lines(path: Path) -> int:
    with path.open("rb") as lines:
        return sum(1 for _ in lines)
