"""A host's turn: one request at a time, however many are asked for."""

import asyncio
import time

import pytest
from scrapy import Request

from harvester.fetching.hosts import Hosts
from harvester.fetching.refused import Refused
from harvester.fetching.state import Fetching
from harvester.fetching.turns import Turns
from harvester.limits import Limits
from tests.fetching.wire import HTML, page, run, settings_for


class Slow:
    """Answers after a moment, and counts how many requests were being answered at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    def __call__(self, conn, _) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        time.sleep(0.05)
        self.now -= 1
        conn.sendall(page(HTML))


def test_a_host_has_one_connection_at_a_time(wire):
    """Ten pages asked for at once are asked one after the other."""
    slow = wire.answers["/"] = Slow()
    run([Request(wire.url()) for _ in range(10)], settings_for(wire))
    assert len(wire.asked) == 11
    assert slow.most == 1


def test_a_site_may_have_two(wire):
    """When its file says so."""
    slow = wire.answers["/"] = Slow()

    def prepare(crawler):
        Fetching.of(crawler).hosts.pace(wire.host, connections=2)

    run([Request(wire.url()) for _ in range(10)], settings_for(wire), prepare=prepare)
    assert slow.most == 2


def test_hosts_are_asked_side_by_side(wire, other):
    """One that takes its time keeps no other waiting."""
    wire.answers["/"] = lambda conn, _: (time.sleep(0.4), conn.sendall(page(HTML)))
    other.answers["/"] = page(HTML)
    run([Request(wire.url()), Request(other.url())], settings_for(wire, other))
    assert other.asked[-1].at - wire.asked[-1].at < 0.3


def test_requests_keep_their_distance(wire):
    """Of a host, whatever they are for."""
    wire.answers["/"] = page(HTML)
    run([Request(wire.url()) for _ in range(4)], settings_for(wire, delay=0.15))
    times = [asked.at for asked in wire.asked]
    assert times[-1] - times[0] >= 4 * 0.15 - 0.1


def test_what_was_handed_out_is_counted_until_it_ends(wire):
    """The scheduler sees a busy host at once, and a free one afterwards."""
    seen = []
    wire.answers["/"] = page(HTML)

    def prepare(crawler):
        hosts = Fetching.of(crawler).hosts
        original = hosts.begin

        def begin(host: str) -> None:
            original(host)
            seen.append((hosts.busy(host), hosts.ready(host, hosts.clock())))

        hosts.begin = begin

    found = run([Request(wire.url())], settings_for(wire), prepare=prepare)
    assert seen[0] == (1, False)
    assert found.fetching.hosts.busy(wire.host) == 0


def test_a_host_out_of_reach_is_slowed_down(wire):
    """A refused connection moves the host's next moment, for all its pages."""
    request = Request(wire.url(), meta={"dont_obey_robotstxt": True})
    settings = settings_for(wire, backoff=30)
    wire.close()
    answer = run([request], settings).results[0]
    assert (answer.reason, answer.retryable) == ("connection", True)
    assert answer.not_before is not None


def test_a_long_pause_is_not_slept_through(wire):
    """A request that meets one goes back to the ledger instead of holding its place."""
    wire.answers["/"] = page(HTML)

    def prepare(crawler):
        Fetching.of(crawler).hosts.pause(wire.host, 300)

    began = time.monotonic()
    answer = run([Request(wire.url())], settings_for(wire), prepare=prepare).results[0]
    assert (answer.reason, answer.outcome) == ("retry_after", "deferred")
    assert answer.not_before is not None
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("delay", [0, 20])
def test_stopping_ends_all_requests_at_once(wire, delay):
    """Those on the wire and those that wait for their turn; each goes back to the ledger."""
    wire.answers["/"] = lambda conn, _: conn.recv(1)

    def prepare(crawler):
        turns = Fetching.of(crawler).turns
        asyncio.get_running_loop().call_later(0.3, turns.stop)

    began = time.monotonic()
    limits = {"delay": delay, "idle_seconds": 30, "request_seconds": 30}
    found = run([Request(wire.url()) for _ in range(3)], settings_for(wire, **limits), prepare=prepare)
    assert {(answer.reason, answer.outcome) for answer in found.results} == {("stopped", "deferred")}
    assert time.monotonic() - began < 3


def test_nothing_begins_after_the_stop():
    """A request that comes too late is refused, too."""

    async def late() -> Refused:
        turns = Turns(Hosts(Limits()))
        turns.stop()
        with pytest.raises(Refused) as caught:
            async with turns.turn("a.example"):
                pass
        return caught.value

    assert asyncio.run(late()).reason == "stopped"
