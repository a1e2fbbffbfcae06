"""``harvester save PATH|URL|-``: a page and its JSON, for a test of a site file."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import click
import orjson

from harvester.article import Record
from harvester.cli.ending import fail
from harvester.cli.page_options import asked, page_options
from harvester.cli.reading import read_record
from harvester.cli.taking import take_page
from harvester.fetching.fetched import Fetched
from harvester.health.exits import NOT_WRITABLE, USAGE
from harvester.jsonl import line_of
from harvester.urls import host_of, plain_host

_EPILOG = """\b
Examples:
  harvester save https://example.org/news/quay --contact editor@example.net
  harvester save page.html --url https://example.org/news/quay -o my-tests

Read the JSON, correct by hand what is wrong in it, and mend the site file until the page says the same.

\b
Exit codes: 0 saved, 2 the command, or a file that is no page, 3 the folder cannot be written,
4 a broken site file, 11 the page could not be had, 12 the page makes no record.
"""
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 64
_OF_THE_RUN: Final = ("harvester", "provenance")
"""What changes with the code and not with the page."""


@click.command(epilog=_EPILOG)
@page_options
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tests/sites"),
    show_default=True,
    help="Folder of saved pages; each host has one of its own in it.",
)
@click.option("--force", is_flag=True, help="Write over what was saved of this page before.")
def command(output: Path, *, force: bool, **given: Any) -> None:  # noqa: ANN401 - click's options
    """Save a page and the JSON of its record, side by side, as a test of a site file.

    The page is written byte for byte, the JSON as extract reads it now, without what differs from run to
    run. Other people's pages stay theirs: before you publish a saved page, put words of your own in it.
    """
    page = asked(given)
    fetched = take_page(page)
    record = read_record(fetched, page.sites)
    place = saved_place(output, fetched.url)
    if not force and place.with_suffix(".json").exists():
        fail(USAGE, f"{place.with_suffix('.json')} is there already: --force writes over it")
    _write(place, fetched, record)
    click.echo(place.with_suffix(".html"))
    click.echo(place.with_suffix(".json"))


def saved_place(folder: Path, url: str) -> Path:
    """Return where a page is saved, without suffix: a folder named by its host, a name from its address."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2].rpartition(".")
    words = _OTHER.sub("-", (last[0] or last[2]).lower()).strip("-")[:_LONGEST].strip("-")
    host = _OTHER.sub("_", plain_host(host_of(url)).lower()).strip("_")[:_LONGEST]
    return folder / host / (words or sha256(url.encode("utf-8", "replace")).hexdigest()[:16])


def saved_json(record: Record) -> bytes:
    """Return the record as people read it: indented, without the facts of the run."""
    values = orjson.loads(line_of(record))
    kept = {key: value for key, value in values.items() if key not in _OF_THE_RUN}
    return orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _write(place: Path, page: Fetched, record: Record) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.with_suffix(".html").write_bytes(page.body)
        place.with_suffix(".json").write_bytes(saved_json(record))
    except OSError as error:
        fail(NOT_WRITABLE, f"{error.filename or place}: {error.strerror}; choose another folder with -o")
