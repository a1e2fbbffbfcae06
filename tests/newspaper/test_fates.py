"""What becomes of every fault in a real crawl: the article, a flagged article, or none and a reason.

All faults are crawled twice, together, each on its own host; then each is judged by itself.
"""

import pytest

from tests.newspaper.crawling import Order, crawl_apart
from tests.newspaper.faults import FAULTS, faulty_edition, judge, judge_again, judge_lines

MEMORY = 500
"""Megabytes that a run over all faults may take."""
BLOCK = 1.0
"""Seconds for which one page may hold the event loop."""


@pytest.fixture(scope="module")
def edition():
    with faulty_edition(tuple(FAULTS.values())) as edition:
        yield edition


@pytest.fixture(scope="module")
def order(edition, tmp_path_factory):
    fronts = tuple(map(edition.front, edition.faults))
    return Order(fronts, edition.addresses, str(tmp_path_factory.mktemp("output")), refresh=False)


@pytest.fixture(scope="module")
def first(edition, order):
    crawled = crawl_apart(order, edition.authority)
    return crawled, {fault.name: edition.complaint(fault) for fault in edition.faults}


AGAIN = {
    name: fault for name, fault in FAULTS.items() if fault.group in {"data", "traps"} or fault.row in {45, 63}
}
"""The faults that a second run is made for; asking all of them again would show nothing new."""


@pytest.fixture(scope="module")
def second(edition, order, first):  # noqa: ARG001 - comes after the first
    edition.next_run()
    fronts = tuple(edition.front(fault) for fault in edition.faults if fault.name in AGAIN)
    return crawl_apart(Order(fronts, order.addresses, order.output, refresh=True), edition.authority)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_fault_becomes_what_it_must(fault, first):
    """Its articles, the clean ones beside it, and the requests that came are as the table says."""
    crawled, complaints = first
    assert judge(fault, crawled.records(fault.host)) == ()
    assert complaints[fault.name] is None


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_absent_article_has_its_reason(fault, first):
    """Where no record is written, the ledger says why, in a word of its own."""
    crawled, _ = first
    if fault.reasons and fault.expect == {"absent"}:
        assert crawled.reasons(fault.host) & fault.reasons


@pytest.mark.parametrize("fault", AGAIN.values(), ids=AGAIN)
def test_second_run_writes_what_changed_alone(fault, second):
    """A second run writes new versions and tombstones, and nothing again."""
    assert judge_again(fault, second.records(fault.host)) == ()


def test_crawl_stays_within_memory_and_time(first):
    """All faults together take less than 500 MB, and no page holds the event loop for a second."""
    report = first[0].report
    assert report.megabytes < MEMORY
    assert report.longest_block < BLOCK


def test_every_line_is_whole(first, second):
    """The files are UTF-8, one object a line, without letters that end lines elsewhere."""
    assert judge_lines(first[0].lines) == ()
    assert judge_lines(second.lines) == ()


def test_nobody_came_to_the_canary(edition, first, second):  # noqa: ARG001 - after both
    """No link, redirect, feed or sitemap led into one's own network."""
    assert edition.strangers == []


def test_every_fault_was_met(edition, first):  # noqa: ARG001 - after the first
    """Each fault was asked for what it does wrong, but for links that must not be followed and for TLS."""
    unmet = {
        "ssrf_links",
        "long_links",
        "climbing_slashes",
        "tls_self_signed",
        "tls_expired",
        "tls_wrong_name",
    }
    met = {
        fault.name for fault in edition.faults if any(fault.takes(one.path) for one in edition.asked(fault))
    }
    assert set(FAULTS) - met <= unmet
