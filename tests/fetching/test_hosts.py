"""When a host may be asked again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.hosts import PENALTY_MAX, Hosts, backoff
from harvester.fetching.refused import Refused
from harvester.limits import Limits

LIMITS = Limits(delay=1, backoff=5, retry_after_max=600)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hosts(clock: Clock) -> Hosts:
    return Hosts(LIMITS, clock)


def asked(hosts: Hosts, host: str = "a.example") -> None:
    hosts.begin(host)
    hosts.asks(host)
    hosts.end(host)


def test_a_host_that_nobody_asked_is_ready(hosts, clock):
    """Its first request goes out at once."""
    assert hosts.ready("a.example", clock.now)


def test_a_connection_takes_its_time(hosts, clock):
    """Seconds count from when the request was sent, which may be long after its turn came."""
    hosts.asks("a.example")
    clock.now += 3
    hosts.heard("a.example", sent=clock.now - 0.5)
    assert hosts.next_at("a.example") == clock.now + 0.5


def test_a_crawl_delay_counts_from_the_answer(hosts, clock):
    """A server that is slow to read what was sent sees the whole delay, too."""
    hosts.asks("a.example")
    clock.now += 3
    hosts.heard("a.example", sent=clock.now - 3)
    hosts.crawl_delay("a.example", 2.0)
    assert hosts.next_at("a.example") == clock.now + 2


def test_a_host_is_asked_once_a_second(hosts, clock):
    """Seconds count from the start of a request."""
    asked(hosts)
    assert not hosts.ready("a.example", clock.now + 0.99)
    assert hosts.ready("a.example", clock.now + 1)
    assert hosts.next_at("a.example") == clock.now + 1


def test_hosts_do_not_wait_for_one_another(hosts, clock):
    """Nor do two ports of one machine."""
    asked(hosts, "127.0.0.1:8001")
    assert hosts.ready("127.0.0.1:8002", clock.now)


def test_a_host_has_one_request_at_a_time(hosts, clock):
    """One that was handed out and has not ended keeps the next one back, however long it takes."""
    hosts.begin("a.example")
    assert not hosts.ready("a.example", clock.now + 60)
    assert hosts.busy("a.example") == 1
    hosts.end("a.example")
    assert hosts.ready("a.example", clock.now + 60)


def test_a_site_has_a_pace_of_its_own(hosts, clock):
    """Delay and connections, each or both."""
    hosts.pace("a.example", delay=0)
    hosts.pace("a.example", connections=2)
    asked(hosts)
    hosts.begin("a.example")
    assert hosts.ready("a.example", clock.now)
    hosts.begin("a.example")
    assert not hosts.ready("a.example", clock.now)


def test_the_longer_of_delay_and_crawl_delay_counts(hosts, clock):
    """A site file cannot go below the robots.txt."""
    hosts.crawl_delay("a.example", 7)
    asked(hosts)
    assert hosts.next_at("a.example") == clock.now + 7
    hosts.crawl_delay("a.example", 0.1)
    assert hosts.next_at("a.example") == clock.now + 1


@pytest.mark.parametrize(("seconds", "closed"), [(30, False), (30.5, True), (7200, True)])
def test_a_crawl_delay_above_the_limit_closes_the_host(hosts, clock, seconds, closed):
    """With a reason; it is not asked too fast instead."""
    hosts.crawl_delay("a.example", seconds)
    refusal = hosts.refusal("a.example")
    assert (refusal is not None) == closed
    assert hosts.ready("a.example", clock.now) != closed
    if refusal is not None:
        assert (refusal.reason, refusal.outcome) == ("crawl_delay", "skipped")


def test_retry_after_keeps_the_whole_host_back(hosts, clock):
    """The moment is told, for the ledger."""
    not_before = hosts.trouble("a.example", 60)
    assert not hosts.ready("a.example", clock.now + 59)
    assert hosts.ready("a.example", clock.now + 65)
    assert 59 < (not_before - datetime.now(UTC)).total_seconds() <= 60


def test_retry_after_of_a_day_closes_the_host_to_this_run(hosts, clock):
    """Deferred, with the day in it."""
    hosts.trouble("a.example", 86400)
    refusal = hosts.refusal("a.example")
    assert hosts.next_at("a.example") == float("inf")
    assert (refusal.reason, refusal.outcome, refusal.retryable) == ("retry_after", "deferred", True)
    assert (refusal.not_before - datetime.now(UTC)).total_seconds() > 86390
    assert hosts.ready("b.example", clock.now)


def test_troubles_in_a_row_pause_longer_and_longer(hosts, clock):
    """5, 10, 20 ... seconds; above the limit for Retry-After the host is given up for this run."""
    pauses = []
    while hosts.refusal("a.example") is None:
        hosts.trouble("a.example")
        pauses.append(hosts.next_at("a.example") - clock.now)
        clock.now += pauses[-1]
    assert pauses == [5, 10, 20, 40, 80, 160, 320, float("inf")]


def test_an_answer_ends_a_row_of_troubles(hosts, clock):
    """The next trouble begins at the first pause again."""
    for _ in range(5):
        hosts.trouble("a.example")
    hosts.answered("a.example", 0.1)
    clock.now += 1000
    hosts.trouble("a.example")
    assert hosts.next_at("a.example") == clock.now + 5


def test_a_troubled_host_is_asked_more_slowly_and_recovers(hosts, clock):
    """The pace after a trouble is slower than before; good answers bring it back."""
    hosts.trouble("a.example")
    clock.now += 100
    asked(hosts)
    slow = hosts.next_at("a.example") - clock.now
    for _ in range(20):
        hosts.answered("a.example", 0.0)
    clock.now += 100
    asked(hosts)
    assert slow > 5
    assert hosts.next_at("a.example") - clock.now == 1


def test_a_slow_server_rests_as_long_as_it_worked(hosts, clock):
    """A page that took eight seconds is followed by eight seconds of rest."""
    asked(hosts)
    clock.now += 8
    hosts.answered("a.example", 8)
    assert hosts.next_at("a.example") == clock.now + 8


def test_without_a_delay_nobody_rests(clock):
    """``--delay 0`` is for one's own server."""
    hosts = Hosts(Limits(delay=0), clock)
    hosts.answered("a.example", 3)
    assert hosts.ready("a.example", clock.now)


def test_a_closed_host_stays_closed(hosts, clock):
    """Whatever else is said of it."""
    hosts.close("a.example", Refused("robots_unreachable"))
    hosts.answered("a.example", 0.1)
    hosts.pause("a.example", 1)
    assert not hosts.ready("a.example", clock.now + 10**9)


@given(st.integers(1, 10**6))
def test_no_number_of_failures_overflows_the_delay(failures):
    """It doubles up to a bound."""
    assert backoff(LIMITS, failures) <= LIMITS.backoff * 2**20


STEPS = st.lists(st.sampled_from(["ask", "trouble", "answer", "later"]), max_size=40)


@given(STEPS)
def test_whatever_happens_requests_keep_their_distance(steps):
    """Never two within a second, and no pace slower than the limits and the longest penalty."""
    clock = Clock()
    hosts = Hosts(LIMITS, clock)
    last = float("-inf")
    for step in steps:
        if step == "ask" and hosts.ready("a.example", clock.now):
            assert clock.now - last >= LIMITS.delay
            last = clock.now
            asked(hosts)
        elif step == "trouble":
            hosts.trouble("a.example")
        elif step == "answer":
            hosts.answered("a.example", 0.2)
        clock.now += 0.3
    wait = hosts.next_at("a.example") - clock.now
    assert wait <= LIMITS.retry_after_max + PENALTY_MAX or hosts.refusal("a.example")
