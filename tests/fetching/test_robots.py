"""robots.txt before every request."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from scrapy import Request

from harvester.fetching.refused import Refused
from harvester.fetching.robots_copies import MemoryCopies
from harvester.fetching.state import Fetching
from tests.fetching.wire import HTML, QUICK, page, run, settings_for

TEXT = "Content-Type: text/plain"
SHUT = page(b"User-agent: *\nDisallow: /shut\n", TEXT)


def crawl(wire, *paths: str, copies: MemoryCopies | None = None, in_turn: bool = True, **limits):
    """Ask for the paths one after the other; return what came of each."""
    for path in paths:
        wire.answers.setdefault(path, page(HTML))

    def prepare(crawler):
        if copies is not None:
            Fetching.of(crawler).copies = copies

    requests = [Request(wire.url(path)) for path in paths]
    return run(requests, settings_for(wire, **limits), in_turn=in_turn, prepare=prepare)


def kept(wire, body: bytes, hours: float) -> MemoryCopies:
    """Return copies that hold a robots.txt of so many hours ago."""
    copies = MemoryCopies()
    copies.put(f"http://{wire.host}", body, datetime.now(UTC) - timedelta(hours=hours))
    return copies


def test_it_is_asked_once_and_before_anything_else(wire):
    """Also when many pages are asked for at once."""
    wire.answers["/robots.txt"] = SHUT
    found = crawl(wire, "/a", "/b", "/c", in_turn=False)
    assert all(answer.status == 200 for answer in found.results)
    assert wire.paths()[0] == "/robots.txt"
    assert wire.paths().count("/robots.txt") == 1


def test_what_it_forbids_is_skipped_and_not_asked(wire):
    """With its reason."""
    wire.answers["/robots.txt"] = SHUT
    refused, _ = crawl(wire, "/shut/a", "/open").results
    assert (refused.reason, refused.outcome) == ("robots", "skipped")
    assert wire.paths() == ["/robots.txt", "/open"]


def test_each_origin_has_its_own(wire, other):
    """A port is a host of its own here."""
    wire.answers["/robots.txt"] = SHUT
    wire.answers["/shut"] = other.answers["/shut"] = page(HTML)
    requests = [Request(wire.url("/shut")), Request(other.url("/shut"))]
    refused, fetched = run(requests, settings_for(wire, other)).results
    assert refused.reason == "robots"
    assert fetched.status == 200


@pytest.mark.parametrize("status", ["400 Bad", "401 No", "403 No", "404 No", "410 Gone", "451 No"])
def test_one_that_is_not_there_allows_everything(wire, status):
    """RFC 9309: unavailable."""
    wire.answers["/robots.txt"] = page(b"User-agent: *\nDisallow: /\n", TEXT, status=status)
    assert crawl(wire, "/a").results[0].status == 200


@pytest.mark.parametrize("status", ["429 Busy", "500 Ill", "502 Ill", "503 Ill", "504 Ill", "408 Slow"])
def test_one_that_is_out_of_reach_forbids_everything(wire, status):
    """RFC 9309: unreachable; to be tried again, and the host is left in peace until then."""
    wire.answers["/robots.txt"] = page(b"", TEXT, status=status)
    found = crawl(wire, "/a", "/b")
    assert [answer.reason for answer in found.results] == ["robots_unreachable"] * 2
    assert all(answer.retryable and answer.not_before for answer in found.results)
    assert set(wire.paths()) == {"/robots.txt"}


BROKEN = {
    "no answer": b"",
    "garbage": b"hello\r\n\r\n",
    "a cut body": page(b"User-agent: *\nDisallow: /\n", TEXT)[:-3],
    "noise called gzip": page(b"\0\1\2" * 90, TEXT, "Content-Encoding: gzip"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer_forbids_everything(wire, name):
    """What was not read cannot allow."""
    wire.answers["/robots.txt"] = lambda conn, _: conn.sendall(BROKEN[name])
    assert crawl(wire, "/a").results[0].reason == "robots_unreachable"
    assert set(wire.paths()) == {"/robots.txt"}


def test_a_host_that_is_not_there_is_told_as_such():
    """The name does not resolve: no word of robots."""
    answer = run([Request("http://no-such-paper.invalid/")], settings_for()).results[0]
    assert (answer.reason, answer.outcome) == ("dns", "deferred")


def test_the_last_good_copy_serves_for_a_day(wire):
    """Of a host that is out of reach its rules of yesterday are obeyed."""
    wire.answers["/robots.txt"] = page(b"", status="503 Ill")
    refused, fetched = crawl(
        wire, "/shut", "/open", copies=kept(wire, b"User-agent: *\nDisallow: /shut\n", 23)
    ).results
    assert refused.reason == "robots"
    assert fetched.status == 200


def test_a_copy_of_two_days_ago_serves_no_more(wire):
    """Then nothing is allowed."""
    wire.answers["/robots.txt"] = page(b"", status="503 Ill")
    answer = crawl(wire, "/open", copies=kept(wire, b"User-agent: *\nDisallow:\n", 25)).results[0]
    assert answer.reason == "robots_unreachable"


def test_a_copy_of_this_hour_is_not_asked_again(wire):
    """Runs that follow one another ask once an hour."""
    wire.answers["/robots.txt"] = SHUT
    crawl(wire, "/a", copies=kept(wire, b"", 0.9))
    assert wire.paths() == ["/a"]


def test_an_older_copy_is_asked_again_when_a_run_begins(wire):
    """And what is said now counts, and is kept."""
    wire.answers["/robots.txt"] = SHUT
    copies = kept(wire, b"", 1.1)
    assert crawl(wire, "/shut", copies=copies).results[0].reason == "robots"
    copy = copies.get(f"http://{wire.host}")
    assert copy.body == b"User-agent: *\nDisallow: /shut\n"
    assert datetime.now(UTC) - copy.fetched < timedelta(minutes=1)


def test_one_that_was_not_there_is_kept_as_empty(wire):
    """A host without robots.txt that falls ill an hour later is still free."""
    copies = MemoryCopies()
    crawl(wire, "/a", copies=copies)
    assert copies.get(f"http://{wire.host}").body == b""


def test_one_that_grows_old_in_a_run_is_asked_again(wire):
    """After a day; here after no time at all."""
    wire.answers["/robots.txt"] = SHUT
    crawl(wire, "/a", "/b", robots_lifetime=0, robots_stale=0)
    assert wire.paths() == ["/robots.txt", "/a", "/robots.txt", "/b"]


@pytest.mark.parametrize(("hops", "allowed"), [(5, False), (6, True)])
def test_five_redirects_are_followed_and_then_it_is_not_there(wire, other, hops, allowed):
    """Also to another host, which asks for no robots.txt of its own on the way."""
    names = ["/robots.txt", *(f"/r{number}" for number in range(1, hops + 1))]
    for here, there in pairwise(names):
        wire.answers[here] = page(b"", f"Location: {there}", status="302 Found")
    wire.answers[names[-2]] = page(b"", f"Location: {other.url(names[-1])}", status="301 Moved")
    other.answers[names[-1]] = SHUT
    wire.answers["/shut"] = page(HTML)
    answer = run([Request(wire.url("/shut"))], settings_for(wire, other)).results[0]
    assert isinstance(answer, Refused) != allowed
    assert "/robots.txt" not in other.paths()


def test_a_redirect_to_a_closed_address_forbids_everything(wire, other):
    """It is not connected to, and what stands there is not known."""
    wire.answers["/robots.txt"] = page(b"", f"Location: {other.url('/robots.txt')}", status="302 Found")
    answer = crawl(wire, "/a").results[0]
    assert isinstance(answer, Refused)
    assert other.connections == 0


def test_an_endless_one_is_read_to_its_limit(wire):
    """What stands in the first part counts."""

    def endless(conn, _):
        conn.sendall(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /shut\n")
        while True:
            conn.sendall(b"# and on\n" * 1000)

    wire.answers["/robots.txt"] = endless
    refused, fetched = crawl(wire, "/shut", "/open").results
    assert refused.reason == "robots"
    assert fetched.status == 200


def test_crawl_delay_is_obeyed(wire):
    """Between any two requests, the robots.txt itself included."""
    wire.answers["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 0.3\n", TEXT)
    crawl(wire, "/a", "/b", in_turn=False)
    times = [asked.at for asked in wire.asked]
    assert all(after - before >= 0.2 for before, after in pairwise(times))


def test_a_crawl_delay_of_hours_closes_the_host(wire):
    """Skipped with a reason; the next page is not even looked up."""
    wire.answers["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 7200\n", TEXT)
    found = crawl(wire, "/a", "/b")
    assert [(answer.reason, answer.outcome) for answer in found.results] == [("crawl_delay", "skipped")] * 2
    assert wire.paths() == ["/robots.txt"]


def test_a_redirect_s_next_hop_is_asked_for_its_robots_txt(wire):
    """A page may not be reached through another one that is allowed."""
    wire.answers["/robots.txt"] = SHUT
    wire.answers["/old"] = page(b"", "Location: /shut/new", status="301 Moved")
    wire.answers["/shut/new"] = page(HTML)
    answer = run([Request(wire.url("/old"))], settings_for(wire)).results[0]
    assert (answer.reason, answer.url) == ("robots", wire.url("/shut/new"))
    assert "/shut/new" not in wire.paths()


def test_its_sitemaps_are_known_afterwards(wire):
    """For who looks for seeds: no second request."""
    wire.answers["/robots.txt"] = page(b"Sitemap: https://a.example/s.xml\n", TEXT)
    found = crawl(wire, "/a")
    assert found.fetching.sitemaps[wire.host] == ("https://a.example/s.xml",)


def test_it_is_asked_as_who_we_are(wire):
    """With the user agent of every other request."""
    crawl(wire, "/a")
    assert {asked.header("User-Agent") for asked in wire.asked} == {wire.asked[1].header("User-Agent")}
    assert wire.asked[0].header("User-Agent").startswith("harvester/")


def test_a_silent_one_is_given_up_in_time(wire):
    """And forbids everything."""
    wire.answers["/robots.txt"] = lambda conn, _: conn.recv(1)
    answer = crawl(wire, "/a", idle_seconds=0.2).results[0]
    assert answer.reason == "robots_unreachable"
    assert "timeout" in answer.detail
    assert QUICK.request_seconds > 0.2
