"""The two ends of a run: what earlier runs left, and what this one leaves."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from harvester.fetching.proxy import read_proxy, shown
from harvester.health.hints import barren_sentence, broken_sentence, fault_sentence
from harvester.health.reporting import Report, check_sum, write_dead, write_report
from harvester.health.results import (
    BROKEN_RULE,
    RunResult,
    exit_code,
    failed_sites,
    with_listing,
    without_article,
    without_listing,
)
from harvester.spiders.options import Options
from harvester.spiders.run import Run
from harvester.store.closing import Count, counts, details, first_fault, knows_article
from harvester.store.errors import StoreError
from harvester.store.runs import end_run
from harvester.store.store import Place


def begin(run: Run) -> None:
    """Write the reports of runs that were killed, and make pending what is to be asked first."""
    folder = _reports(run.store.place)
    for dead in run.store.died:
        write_dead(run.store.database, folder, dead, run.store.now())
    run.open()


def _reports(place: Place) -> Path | None:
    return None if place.stream else place.output / "runs"


def finish(run: Run) -> RunResult:
    """Give every URL its outcome, seal, write the report; return the result."""
    _attempt(run, run.close)
    found = _attempt(run, partial(_counts, run)) or ()
    urls = check_sum(found, run.store.known) if run.error is None else sum(count.urls for count in found)
    run.store.notes += _attempt(run, partial(_faults, run, found)) or []
    _attempt(run, partial(_write, run, _result(run, found, urls)))
    run.watch.ended(run.tally)
    return _result(run, found, urls)


_T = TypeVar("_T")
_SHOWN: Final = 3


def _attempt(run: Run, step: Callable[[], _T]) -> _T | None:
    """Do a step; where nothing can be written the run ends so, and what is committed stays."""
    try:
        return step()
    except StoreError as error:
        run.fail(error, "not_writable")
        return None


def _counts(run: Run) -> tuple[Count, ...]:
    return tuple(counts(run.store.database, run.store.run))


def _faults(run: Run, found: tuple[Count, ...]) -> list[str]:
    """Return a sentence for each site that failed, and for the rules of site files that broke most."""
    database, name = run.store.database, run.store.run
    faults = [
        *(first_fault(database, name, site) for site in without_listing(found)),
        *(first_fault(database, name, site, of_article=True) for site in without_article(found)),
    ]
    broken = details(database, name, BROKEN_RULE)[:_SHOWN]
    return [
        *(barren_sentence(site) for site in _barren(run, found)),
        *(fault_sentence(fault) for fault in faults if fault),
        *(broken_sentence(*each) for each in broken),
    ]


def _barren(run: Run, found: tuple[Count, ...]) -> list[str]:
    """Return the sites whose listings were read and never led to an article, in no run."""
    return [site for site in with_listing(found) if not knows_article(run.store.database, site)]


def _result(run: Run, found: tuple[Count, ...], urls: int) -> RunResult:
    barren = _attempt(run, partial(_barren, run, found)) or []
    failed = tuple(sorted({*failed_sites(found), *barren}))
    return RunResult(
        run=run.store.run,
        stop=run.stop,
        exit_code=exit_code(run.stop, found, list(run.sites), failed),
        counts=found,
        urls=urls,
        segments=tuple(run.segments),
        failed_sites=failed,
        notes=(*run.store.notes, *([str(run.error)] if run.error else [])),
        seconds=run.tally.seconds,
        records=run.tally.records,
    )


def _write(run: Run, result: RunResult) -> None:
    """Write the report of a run that ended by itself; one that could not write is reported by the next."""
    if run.error is not None:
        return
    database, folder = run.store.database, _reports(run.store.place)
    end_run(database, run.store.run, run.store.now(), result.stop)
    database.commit()
    if folder is not None:
        write_report(database, folder, Report(result, run.tally, _told(run.options)))


def _told(options: Options) -> dict[str, Any]:
    """Return the options that matter for what came out."""
    return {
        "since": options.since.isoformat() if options.since else None,
        "max_articles": options.max_articles,
        "max_seconds": options.max_seconds,
        "backfill": options.backfill,
        "refresh": options.refresh,
        "only_due": options.only_due,
        "delay": options.delay,
        "contact": options.contact,
        "allow_addresses": list(options.allow_addresses),
        "proxy": shown(read_proxy(options.proxy)) if options.proxy else None,
    }
