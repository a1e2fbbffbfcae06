"""``harvester crawl [SITE|URL]...``."""

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO, NoReturn

import click
from rich.console import Console

from harvester.cli.choosing import allow_option, contact_option, load_sites, proxy_option, sites_option
from harvester.cli.durations import Day, Duration, Number
from harvester.cli.ending import fail
from harvester.cli.logs import LogFormat, set_up_logs
from harvester.fetching.contact import ContactNeededError
from harvester.health.exits import HELD, INTERRUPTED, INVALID, NOT_WRITABLE, TERMINATED, USAGE
from harvester.health.progress import progress
from harvester.health.results import RunResult
from harvester.health.table import remarks, show
from harvester.health.tally import Unwatched, Watch
from harvester.site import Site
from harvester.sites import Sites, UnknownSite
from harvester.spiders.crawl import crawl
from harvester.spiders.options import Options
from harvester.store.errors import ForeignStateError, HeldError, StoreError, TooNewError
from harvester.store.place import KEEP_OUTBOX

_STDOUT = "-"
_EXITS = (
    "Exit codes: 0 done, 2 usage, 3 output not writable, 4 invalid site, 5 state in use, "
    "10 some sites failed, 11 all failed, 12 rules of a site unhealthy, 13 invalid records, "
    "14 stopped at a limit, 130/143 interrupted."
)
_OPTIONS = (
    "since",
    "max_articles",
    "backfill",
    "refresh",
    "delay",
    "contact",
    "proxy",
    "keep_outbox",
)
"""Those that a run takes under their own names."""


@click.command(epilog=_EXITS)
@click.argument("names", nargs=-1, metavar="[SITE|URL]...")
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    help='Folder for what is harvested; "-": standard output.',
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File of what is remembered.  [default: state.db in the output]",
)
@sites_option
@click.option(
    "--all", "every", is_flag=True, help="Crawl every site of your folders; without any, every shipped one."
)
@click.option("--since", type=Day(), help="Nothing that was published before this day.")
@click.option(
    "--max-articles",
    type=click.IntRange(min=1),
    help="Records of each site; the rest stays for the next run.",
)
@click.option("--max-time", type=Duration(), help="For the whole run: 90s, 15m, 2h.")
@click.option("--backfill", is_flag=True, help="Go all the way back.")
@click.option("--refresh", is_flag=True, help="Ask known articles again, too.")
@click.option("--if-due", is_flag=True, help="Ask only listings whose next visit has come.")
@click.option("--delay", type=Number(), help="Seconds between two requests to a host.  [default: 1]")
@contact_option
@allow_option
@proxy_option
@click.option(
    "--keep-outbox",
    type=Number(),
    default=KEEP_OUTBOX,
    show_default=True,
    metavar="DAYS",
    help="How long written lines can be written again.",
)
@click.option("-v", "--verbose", count=True, help="Log what becomes of every URL; twice: everything.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(**given: Any) -> None:  # noqa: ANN401 - click's options
    """Crawl sites and write their new articles as JSON Lines.

    SITE is a site with a file of its own (see "harvester sites"), URL any other news site: its feeds,
    sitemaps and listings are found. A second run writes only what is new or changed.
    """
    log_format: LogFormat = given["log_format"]
    set_up_logs(log_format, verbose=given["verbose"], is_quiet=given["quiet"])
    known = load_sites(given["folders"])
    sites = _sites(given, known)
    if not sites:
        fail(USAGE, "no site: name one, give a URL, or say --all")
    if not given["output"]:
        fail(USAGE, "-o is empty: name a folder, or - for standard output")
    _collect_seldom()
    with _ended_by_signals():
        result = _run(sites, given, known)
        if not given["quiet"]:
            show(result, Console(stderr=True))
        elif result.exit_code:
            click.echo("\n".join(remarks(result)), err=True)
    sys.exit(result.exit_code)


def _collect_seldom() -> None:
    """Look for garbage less often, and not among what lives as long as the process: 7 % of its CPU time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _sites(given: dict[str, Any], known: Sites) -> list[Site]:
    chosen = list(known.own) if given["every"] else []
    return list(dict.fromkeys([*chosen, *(_site(name, known) for name in given["names"])]))


def _site(name: str, known: Sites) -> Site:
    try:
        return known.asked(name)
    except UnknownSite as error:
        fail(INVALID, str(error))
    except ValueError as error:
        fail(USAGE, str(error))


def _run(sites: list[Site], given: dict[str, Any], known: Sites) -> RunResult:
    output: Path | BinaryIO = Path(given["output"])
    if given["output"] == _STDOUT:
        output = sys.stdout.buffer
        if given["state"] is None and not given["quiet"]:
            click.echo("nothing is remembered of this run: --state PATH would", err=True)
    try:
        return crawl(sites, given["state"], output, _options(given, known), _watch(given))
    except ContactNeededError as error:
        fail(USAGE, str(error))
    except HeldError as error:
        fail(HELD, str(error))
    except (ForeignStateError, TooNewError) as error:
        fail(INVALID, str(error))
    except (StoreError, OSError) as error:
        fail(NOT_WRITABLE, str(error))


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End with the exit code of a signal also before the crawl hears it, and until the process is gone."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except KeyboardInterrupt:
        fail(INTERRUPTED, "interrupted; run it again to go on")


def _terminate(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - a handler's arguments
    fail(TERMINATED, "terminated; run it again to go on")


def _options(given: dict[str, Any], known: Sites) -> Options:
    return Options(
        known=known,
        **{name: given[name] for name in _OPTIONS},
        max_seconds=given["max_time"],
        only_due=given["if_due"],
        allow_addresses=given["allowed"],
    )


def _watch(given: dict[str, Any]) -> Watch:
    return Unwatched() if given["quiet"] or given["verbose"] else progress(Console(stderr=True))
