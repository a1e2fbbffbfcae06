"""The exit code says what happened, and nothing else."""

import pytest

from harvester.health.reporting import MiscountError, check_sum
from harvester.health.results import RunResult, exit_code, failed_sites
from harvester.health.table import lines, sentence
from harvester.store.closing import Count

GOOD = (Count("a", "front", "fetched", "front", 1), Count("a", "article", "fetched", "new", 3))
KNOWN = (Count("a", "feed", "unchanged", "not_modified", 1), Count("a", "article", "skipped", "known", 412))
BAD = (Count("b", "front", "failed", "dns", 1),)
DENIED = (Count("b", "front", "skipped", "robots", 1),)
PARTLY = (*GOOD, Count("a", "feed", "failed", "not_found", 1))
INVALID = (*GOOD, Count("a", "article", "skipped", "invalid", 1))

SICK = (*GOOD, Count("a", "article", "skipped", "not_article_listing", 13))
BROKEN = (GOOD[0], Count("a", "article", "failed", "site_rule", 2))
ONCE = (*GOOD, Count("a", "article", "failed", "site_rule", 1))
SITEMAP = (*GOOD, Count("a", "article", "skipped", "not_article_url", 900))
REFUSED = (
    GOOD[0],
    Count("a", "article", "failed", "bad_status", 2),
    Count("a", "article", "deferred", "timeout", 1),
)
MISSING = (GOOD[0], Count("a", "article", "failed", "not_found", 9))
UNLUCKY = (GOOD[0], Count("a", "article", "deferred", "timeout", 2))

CODES = [
    ("done", SICK, ["a"], 12),
    ("done", BROKEN, ["a"], 12),
    ("done", ONCE, ["a"], 0),
    ("done", SITEMAP, ["a"], 0),
    ("done", GOOD, ["a"], 0),
    ("done", KNOWN, ["a"], 0),
    ("done", REFUSED, ["a"], 11),
    ("done", (*GOOD, *REFUSED), ["a"], 0),
    ("done", MISSING, ["a"], 0),
    ("done", UNLUCKY, ["a"], 0),
    ("done", (), ["a"], 0),
    ("done", PARTLY, ["a"], 0),
    ("done", (*GOOD, *BAD), ["a", "b"], 10),
    ("done", BAD, ["b"], 11),
    ("done", DENIED, ["b"], 11),
    ("done", INVALID, ["a"], 13),
    ("limit_articles", GOOD, ["a"], 14),
    ("limit_time", GOOD, ["a"], 14),
    ("interrupted", GOOD, ["a"], 130),
    ("terminated", BAD, ["b"], 143),
    ("not_writable", GOOD, ["a"], 3),
    ("internal", GOOD, ["a"], 1),
]


@pytest.mark.parametrize(("stop", "counts", "sites", "code"), CODES)
def test_exit_code(stop, counts, sites, code):
    """Each end has its code."""
    assert exit_code(stop, counts, sites, failed_sites(counts)) == code


def test_failed_sites():
    """A site has failed when no listing of it could be had, or hardly an article."""
    assert failed_sites((*PARTLY, *BAD)) == ("b",)
    assert failed_sites((*REFUSED, *BAD)) == ("a", "b")


def test_no_article():
    """A site whose articles all failed is named, so that nobody takes the empty output for no news."""
    assert "hardly any article could be had of: a" in list(lines(result(*REFUSED)))


def test_miscount():
    """A URL without an outcome is a defect that nobody overlooks."""
    assert check_sum(GOOD, 4) == 4
    with pytest.raises(MiscountError, match="5 URLs became known to the run, 4 have an outcome"):
        check_sum(GOOD, 5)


def result(*counts, **more):
    facts = {
        "run": "r",
        "stop": "done",
        "exit_code": 0,
        "counts": counts,
        "urls": sum(count.urls for count in counts),
        "segments": (),
        "failed_sites": (),
        "notes": (),
        "seconds": 8.06,
        "records": 3,
    }
    return RunResult(**facts | more)


SENTENCES = [
    (GOOD, "3 new, 0 known in 8.1 s"),
    (KNOWN, "0 new, 412 known in 8.1 s"),
    (
        (
            *GOOD,
            *KNOWN,
            Count("a", "article", "fetched", "changed", 2),
            Count("a", "article", "failed", "tls", 1),
        ),
        "3 new, 2 changed, 412 known, 1 failed in 8.1 s",
    ),
]


@pytest.mark.parametrize(("counts", "words"), SENTENCES)
def test_sentence(counts, words):
    """A run is told in one line."""
    assert sentence(result(*counts)) == words


def test_lines():
    """The plain table counts every URL once, and says what a limit left out."""
    told = list(lines(result(*GOOD, Count("a", "article", "skipped", "window", 7))))
    assert told[:4] == [
        "fetched    new                                 3  articles, written",
        "fetched    front                               1  front pages, to find articles",
        "skipped    window                              7  more than a first crawl takes",
        "in all                                        11  addresses that this run knew",
    ]
    assert "--backfill" in told[-1]
