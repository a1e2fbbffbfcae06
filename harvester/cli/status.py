"""``harvester status``."""

import time
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from harvester.cli.ending import fail
from harvester.health.exits import INVALID, USAGE
from harvester.store.database import Database
from harvester.store.errors import CorruptStateError, StoreError
from harvester.store.runs import SiteState, Waiting, all_sites, waiting


@click.command()
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder that a crawl wrote to.",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File of what is remembered.  [default: state.db in the output]",
)
def command(output: Path, state: Path | None) -> None:
    """Say what is known of each site: last run, last new article, failures, what is due.

    On a terminal a table, elsewhere a line a site with tabs between: site, last run, last new article,
    articles known, addresses pending, addresses failing, next visit.
    """
    path = state or output / "state.db"
    if not path.is_file():
        fail(USAGE, f"{path} is not there: no crawl has kept its state here")
    now = int(time.time())
    try:
        database = Database.reading(path)
        rows = [(site, waiting(database, site.site, now)) for site in all_sites(database)]
    except CorruptStateError as error:
        fail(INVALID, f"{path} is damaged ({error}); the next crawl moves it aside and builds it anew")
    except StoreError as error:
        fail(INVALID, f"{path} cannot be read: {error}")
    database.close()
    _print(rows)


def _print(rows: list[tuple[SiteState, Waiting]]) -> None:
    console = Console()
    if not console.is_terminal:
        for site, held in rows:
            click.echo("\t".join(_cells(site, held)))
        return
    table = Table("site", "last run", "last new article", "articles", "pending", "failing", "next visit")
    for site, held in rows:
        table.add_row(*_cells(site, held))
    console.print(table)


def _cells(site: SiteState, held: Waiting) -> tuple[str, ...]:
    due = "due now" if held.due or held.pending else _time(held.next_visit)
    counts = (str(held.articles), str(held.pending), str(held.failing))
    return (site.site, _time(site.last_run_at), _time(site.last_new), *counts, due)


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%SZ") if seconds else "never"
