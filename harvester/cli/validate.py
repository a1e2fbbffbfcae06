"""``harvester validate FILE...``."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click
import orjson

from harvester.cli.ending import fail
from harvester.health.exits import INVALID_RECORDS, USAGE
from harvester.schema import Flaw, flaws

_SHOWN: Final = 100
"""Flaws printed of one file; the rest is counted."""
_NO_RECORDS: Final = frozenset({"runs", "quarantine"})
"""Folders of an output folder whose lines are no records."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def command(files: tuple[str, ...]) -> None:
    """Check files of records, each line against the schema; "-" reads standard input, a folder all in it.

    Of an output folder the articles are checked. Prints file, line and field of each flaw. Ends with 0
    when every line is a valid record, with 13 when one is not, with 2 when a file cannot be read.
    """
    checked = [_check(name, lines) for name, lines in _opened(files)]
    lines, wrong = (sum(column) for column in zip(*checked, strict=True))
    click.echo(f"{lines} lines, {wrong} of them invalid", err=True)
    sys.exit(INVALID_RECORDS if wrong else 0)


def _opened(files: Iterable[str]) -> Iterator[tuple[str, Iterable[bytes]]]:
    for name in files:
        if name == "-":
            yield "-", sys.stdin.buffer
        elif Path(name).is_dir():
            yield from ((str(path), _lines(path)) for path in _records_in(Path(name)))
        else:
            yield name, _lines(Path(name))


def _records_in(folder: Path) -> list[Path]:
    """Return the files of records in a folder, in the order of their names."""
    found = [path for path in folder.rglob("*.jsonl") if not _NO_RECORDS & {*path.relative_to(folder).parts}]
    if not found:
        fail(USAGE, f"{folder} holds no file of records (*.jsonl): name a file, or the output of a crawl")
    return sorted(found)


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        fail(USAGE, f"{path} cannot be read: {error.strerror}")


def _check(name: str, lines: Iterable[bytes]) -> tuple[int, int]:
    """Print the flaws of a file; return how many lines it has and how many are invalid."""
    count = wrong = printed = 0
    for count, line in enumerate(lines, 1):
        found = _flaws(line)
        wrong += bool(found)
        for flaw in found[: max(_SHOWN - printed, 0)]:
            click.echo(f"{name}:{count}: {flaw}")
        printed += len(found)
    if printed > _SHOWN:
        click.echo(f"{name}: and {printed - _SHOWN} more")
    return count, wrong


def _flaws(line: bytes) -> list[Flaw]:
    if not line.endswith(b"\n"):
        return [Flaw("", "the line has no end: it may be torn")]
    try:
        return flaws(orjson.loads(line))
    except orjson.JSONDecodeError as error:
        return [Flaw("", f"no JSON: {error}")]
