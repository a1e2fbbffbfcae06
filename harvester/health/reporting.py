"""The run's manifest beside every URL's outcome: ``output/runs/<run>/run.json`` and ``urls.jsonl``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson
import scrapy
from sqlalchemy import select

from harvester.health.results import RunResult
from harvester.health.tally import Tally
from harvester.store.closing import Count, counts, endings
from harvester.store.database import Database
from harvester.store.files import write_whole
from harvester.store.runs import end_run, run_facts
from harvester.store.tables import segments
from harvester.urls import redacted


class MiscountError(AssertionError):
    """A run lost count of its URLs: a defect of ours."""


def check_sum(found: tuple[Count, ...], known: int) -> int:
    """Return how many URLs a run knew.

    Raises:
        MiscountError: the URLs counted one by one, as they became known, are not as many as the outcomes.
    """
    total = sum(count.urls for count in found)
    if total != known:
        raise MiscountError(f"{known} URLs became known to the run, {total} have an outcome")
    return total


@dataclass(frozen=True, slots=True)
class Report:
    """What is written of a run."""

    result: RunResult
    tally: Tally
    settings: Mapping[str, Any]
    """Those that matter for what came out."""


def write_report(database: Database, folder: Path, report: Report) -> None:
    """Write the manifest and the outcomes. Raises ``NotWritableError``."""
    run = report.result.run
    write_whole(folder / run / "urls.jsonl", _lines(database, run))
    manifest = _manifest(database, report)
    text = orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    write_whole(folder / run / "run.json", [text])


def write_dead(database: Database, folder: Path | None, run: str, now: int) -> None:
    """Write what is known of a run that was killed; its URLs go on in the next one."""
    if folder is not None:
        found = counts(database, run)
        facts = _times(database, run) | {"run": run, "result": "killed", "outcomes": _outcomes(found)}
        write_whole(folder / run / "urls.jsonl", _lines(database, run))
        text = orjson.dumps(facts, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        write_whole(folder / run / "run.json", [text])
    end_run(database, run, now, "killed")
    database.commit()


def _lines(database: Database, run: str) -> Iterator[bytes]:
    for ending in endings(database, run):
        shown = redacted(ending.url)
        safe = ending if shown == ending.url else replace(ending, url=shown)
        yield orjson.dumps(safe, option=orjson.OPT_APPEND_NEWLINE)


def _manifest(database: Database, report: Report) -> dict[str, Any]:
    result = report.result
    return {
        "run": result.run,
        "result": result.stop,
        "exit_code": result.exit_code,
        **_times(database, result.run),
        "seconds": round(result.seconds, 3),
        "records": result.records,
        "urls": result.urls,
        "outcomes": _outcomes(result.counts),
        "sites": _sites(report),
        "files": _files(database, result.run),
        "notes": list(result.notes),
        "versions": {"harvester": version("harvester"), "scrapy": scrapy.__version__},
        "settings": dict(report.settings),
    }


def _times(database: Database, run: str) -> dict[str, str | None]:
    started, ended, _ = run_facts(database, run)
    return {"started": _time(started), "ended": _time(ended)}


def _time(seconds: int) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else None


def _outcomes(found: "tuple[Count, ...] | list[Count]") -> dict[str, dict[str, int]]:
    summed: dict[str, dict[str, int]] = {}
    for count in found:
        reasons = summed.setdefault(count.outcome, {})
        reasons[count.reason] = reasons.get(count.reason, 0) + count.urls
    return summed


def _sites(report: Report) -> list[dict[str, Any]]:
    names = sorted({count.site for count in report.result.counts} | set(report.tally.sites))
    return [_site(name, report) for name in names]


def _site(name: str, report: Report) -> dict[str, Any]:
    own = tuple(count for count in report.result.counts if count.site == name)
    tally = report.tally.sites.get(name)
    records = tally.records if tally else 0
    rates = (
        {field: round(count / records, 3) for field, count in sorted(tally.filled.items())} if tally else {}
    )
    return {
        "site": name,
        "failed": name in report.result.failed_sites,
        "records": records,
        "outcomes": _outcomes(own),
        "fill_rates": rates,
    }


def _files(database: Database, run: str) -> list[dict[str, Any]]:
    """Return the files that hold lines of the run."""
    facts = segments.c["name", "lines", "bytes", "sha256"]
    rows = database.run(select(*facts).where(segments.c.run == run).order_by(segments.c.name))
    return [{"name": row.name, "lines": row.lines, "bytes": row.bytes, "sha256": row.sha256} for row in rows]
