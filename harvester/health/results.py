"""How a run ended: its result, and the exit code that says it honestly."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from harvester.health.exits import (
    ALL_FAILED,
    DONE,
    INTERNAL,
    INTERRUPTED,
    INVALID_RECORDS,
    LIMIT,
    NOT_WRITABLE,
    SOME_FAILED,
    TERMINATED,
    UNHEALTHY,
)
from harvester.store.closing import Count
from harvester.store.segments import Segment

Stop = Literal[
    "done", "limit_articles", "limit_time", "interrupted", "terminated", "not_writable", "internal"
]
_BY_STOP: Final[dict[Stop, int]] = {
    "interrupted": INTERRUPTED,
    "terminated": TERMINATED,
    "not_writable": NOT_WRITABLE,
    "internal": INTERNAL,
}
_LISTINGS: Final = frozenset({"front", "feed", "sitemap", "listing"})
_HAD: Final = frozenset({"fetched", "unchanged"})
_NOT_HAD: Final = frozenset({"failed", "deferred", "skipped"})
BROKEN_RULE: Final = "site_rule"
"""The reason of a page on which a rule of the site file broke."""
_NO_RECORD: Final = frozenset({"no_headline", "invalid", BROKEN_RULE})
_ENOUGH: Final = 10
_MOST: Final = 4
_NO_FAULT: Final = frozenset({"window", "page_known", "stale_listings", "known", "too_old"})
_ONE_PAGE: Final = frozenset({"not_found", "gone", *_NO_RECORD})
"""Faults of a page, not of its site."""
_FEW: Final = 3
"""Articles that must have failed before their site has: one or two may be bad luck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What a run did and how it ended."""

    run: str
    stop: Stop
    exit_code: int
    counts: tuple[Count, ...]
    """Every URL that the run knew, by site, kind, outcome and reason."""
    urls: int
    """How many those are."""
    segments: tuple[Segment, ...]
    failed_sites: tuple[str, ...]
    notes: tuple[str, ...]
    """What else a person should know, one sentence each."""
    seconds: float
    records: int
    """Lines written."""


def exit_code(stop: Stop, counts: Sequence[Count], sites: Sequence[str], failed: Sequence[str]) -> int:
    """Return the exit code of a run over these sites, some of which failed."""
    if stop in _BY_STOP:
        return _BY_STOP[stop]
    if failed:
        return ALL_FAILED if len(failed) == len(sites) else SOME_FAILED
    if unhealthy_sites(counts):
        return UNHEALTHY
    if any(count.reason == "invalid" for count in counts):
        return INVALID_RECORDS
    return LIMIT if stop in ("limit_articles", "limit_time") else DONE


def failed_sites(counts: Iterable[Count]) -> tuple[str, ...]:
    """Return the sites that gave nothing: no listing could be had of them, or hardly an article."""
    told = tuple(counts)
    return tuple(sorted({*without_listing(told), *without_article(told)}))


def with_listing(counts: Iterable[Count]) -> tuple[str, ...]:
    """Return the sites of which a listing was read in this run."""
    had = {count.site for count in counts if count.kind in _LISTINGS and count.outcome == "fetched"}
    return tuple(sorted(had))


def without_listing(counts: Iterable[Count]) -> tuple[str, ...]:
    """Return the sites of which no listing could be had."""
    had, not_had = Counter[str](), Counter[str]()
    for count in counts:
        if count.kind in _LISTINGS:
            had[count.site] += count.urls * (count.outcome in _HAD)
            not_had[count.site] += count.urls * _is_fault(count)
    return tuple(sorted(site for site in not_had if not_had[site] and not had[site]))


def without_article(counts: Iterable[Count]) -> tuple[str, ...]:
    """Return the sites whose articles were asked and could hardly ever be had."""
    had, not_had = Counter[str](), Counter[str]()
    for count in counts:
        if count.kind == "article":
            had[count.site] += count.urls * (count.outcome in _HAD)
            is_fault = count.outcome in ("failed", "deferred") and count.reason not in _ONE_PAGE
            not_had[count.site] += count.urls * is_fault
    return tuple(sorted(site for site in not_had if not_had[site] >= max(_FEW, _MOST * had[site])))


def unhealthy_sites(counts: Iterable[Count]) -> tuple[str, ...]:
    """Return the sites whose article pages were read and made hardly any record: their rules are wrong."""
    good, bad, broken = Counter[str](), Counter[str](), set[str]()
    for count in counts:
        if count.kind == "article":
            good[count.site] += count.urls * (count.outcome in _HAD)
            bad[count.site] += count.urls * _makes_no_record(count.reason)
            broken |= {count.site} if count.reason == BROKEN_RULE else set()
    sick = (site for site in bad if bad[site] >= _ENOUGH or site in broken)
    return tuple(sorted(site for site in sick if bad[site] > _MOST * good[site]))


def _makes_no_record(reason: str) -> bool:
    is_other = reason.startswith("not_article_") and reason != "not_article_url"
    return is_other or reason in _NO_RECORD


def _is_fault(count: Count) -> bool:
    return count.outcome in _NOT_HAD and count.reason not in _NO_FAULT
