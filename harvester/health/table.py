"""What a person reads at the end of a run: a table of outcomes, a sentence on what is new, where it lies."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.table import Table

from harvester.health.meanings import meaning
from harvester.health.results import RunResult, unhealthy_sites, without_article, without_listing

_KNOWN: Final = frozenset({"known", "same_content", "same_bytes", "not_modified", "alias", "extractor"})
_STOPS: Final = {
    "limit_articles": "stopped at --max-articles; run it again to go on",
    "limit_time": "stopped at --max-time; run it again to go on",
    "interrupted": "interrupted; what was harvested is sealed, run it again to go on",
    "terminated": "terminated; what was harvested is sealed, run it again to go on",
    "not_writable": "stopped: the output or the state cannot be written",
    "internal": "stopped by an error of harvester's own",
}
_IN_ALL: Final = "addresses that this run knew"
_WINDOW: Final = frozenset({"window", "too_old"})


def sentence(result: RunResult) -> str:
    """Return the run in one line: "12 new, 2 changed, 412 known, 3 failed in 8.1 s"."""
    articles = Counter[str]()
    for count in result.counts:
        if count.kind == "article":
            articles[_word(count.outcome, count.reason)] += count.urls
    words = [f"{articles['new']} new"]
    words += [f"{articles[word]} {word}" for word in ("changed", "canceled", "withheld") if articles[word]]
    words += [f"{articles['known']} known"]
    words += [
        f"{articles[word]} {word}" for word in ("skipped", "deferred", "failed", "pending") if articles[word]
    ]
    return f"{', '.join(words)} in {result.seconds:.1f} s"


def _word(outcome: str, reason: str) -> str:
    if reason in _KNOWN:
        return "known"
    return reason if outcome == "fetched" else outcome


def lines(result: RunResult) -> Iterator[str]:
    """Yield the table as plain lines: outcome, reason, number of URLs, the reason in words; the sentence."""
    for outcome, reason, urls in rows(result):
        yield f"{outcome:<10} {reason:<28} {urls:>8}  {meaning(reason)}".rstrip()
    yield f"{'in all':<10} {'':<28} {result.urls:>8}  {_IN_ALL}"
    yield sentence(result)
    yield from remarks(result)


def rows(result: RunResult) -> list[tuple[str, str, int]]:
    """Return outcome, reason and number of URLs, the largest first within each outcome."""
    summed = Counter[tuple[str, str]]()
    for count in result.counts:
        summed[count.outcome, _kinded(count.kind, count.reason)] += count.urls
    order = ("fetched", "unchanged", "skipped", "deferred", "failed", "pending")
    return sorted(
        ((outcome, reason, urls) for (outcome, reason), urls in summed.items()),
        key=lambda row: (order.index(row[0]), -row[2], row[1]),
    )


def _kinded(kind: str, reason: str) -> str:
    """Tell a listing that is unchanged from an article that is."""
    return reason if kind in ("article", reason) else f"{kind}: {reason}"


def remarks(result: RunResult) -> Iterator[str]:
    """Yield what else a person should know."""
    if not result.urls:
        yield "nothing due"
    if result.stop in _STOPS:
        yield _STOPS[result.stop]
    if any(count.reason in _WINDOW and count.kind == "article" for count in result.counts):
        yield "older articles were left out: --since DATE, --max-articles N or --backfill take more"
    for words, sites in (("no listing", without_listing), ("hardly any article", without_article)):
        if failed := sites(result.counts):
            yield f"{words} could be had of: {', '.join(failed)}"
    for site in unhealthy_sites(result.counts):
        yield f"hardly any article page of {site} made a record: look at its quarantine and its site file"
    yield from result.notes


def show(result: RunResult, console: Console) -> None:
    """Print the end of a run: a table on a terminal, plain lines elsewhere."""
    if console.is_terminal:
        console.print(_rich(result))
        return
    for line in lines(result):
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _rich(result: RunResult) -> RenderableType:
    table = Table("outcome", "reason", box=None, header_style="bold", pad_edge=False)
    table.add_column("URLs", justify="right")
    table.add_column("that is", style="dim")
    for outcome, reason, urls in rows(result):
        table.add_row(outcome, reason, f"{urls:,}", meaning(reason))
    table.add_row("[bold]in all[/]", "", f"[bold]{result.urls:,}[/]", _IN_ALL)
    return Group(table, "", sentence(result), *remarks(result))
