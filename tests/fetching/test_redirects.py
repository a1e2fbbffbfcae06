"""Redirects, followed to their end or refused."""

import pytest
from scrapy import Request

from harvester.fetching.refused import Refused
from harvester.fetching.validators import Validators
from tests.fetching.wire import HTML, page, run, settings_for


def moved(target: str, status: str = "302 Found", *headers: str) -> bytes:
    return page(b"", f"Location: {target}", *headers, status=status)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"])
def test_the_spider_gets_the_page_at_the_end(wire, ask, status):
    """In answer to its request: same callback, same meta; the way is told."""
    wire.answers["/old"] = moved("/new", status)
    wire.answers["/new"] = page(HTML)
    answer = ask("/old", meta={"ledger": 7})
    assert (answer.url, answer.body) == (wire.url("/new"), HTML)
    assert answer.meta["ledger"] == 7
    assert answer.meta["redirect_urls"] == [wire.url("/old")]


TARGETS = [
    ("new", "/a/new"),
    ("?page=2", "/a/old?page=2"),
    ("../new", "/new"),
    (" /new ", "/new"),
    ("/caf\u00e9", "/caf%C3%A9"),
    ("/a b", "/a%20b"),
    ("//{host}/new", "/new"),
    ("/new#part", "/new"),
    ("/new%0d%0aX-Injected:%20yes", "/new%0d%0aX-Injected:%20yes"),
]


@pytest.mark.parametrize(("target", "path"), TARGETS)
def test_a_location_is_read_as_a_browser_reads_it(wire, ask, target, path):
    """Relative, padded, with raw letters; nothing of it becomes a header."""
    wire.answers["/a/old"] = moved(target.replace("{host}", wire.host))
    wire.answers[path.partition("?")[0]] = page(HTML)
    if "?" in path:
        wire.answers["/a/old"] = lambda conn, asked: conn.sendall(
            page(HTML) if "?" in asked.path else moved(target)
        )
    answer = ask("/a/old")
    assert not isinstance(answer, Refused), answer
    assert wire.asked[-1].path == path
    assert wire.asked[-1].header("X-Injected") is None


def test_raw_latin_1_is_an_address_too(wire, ask):
    """Bytes that are no UTF-8 are sent back as they came."""
    wire.answers["/"] = b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\nContent-Length: 0\r\n\r\n"
    wire.answers["/caf%E9"] = page(HTML)
    assert ask("/").body == HTML


REFUSED = [
    ("", "bad_redirect"),
    ("  ", "bad_redirect"),
    ("/old", "redirect_loop"),
    ("/old#there", "redirect_loop"),
    ("http://[half/of:an:address", "bad_redirect"),
    ("file:///etc/passwd", "scheme"),
    ("javascript:alert(1)", "bad_redirect"),
    ("data:text/html,hello", "scheme"),
    ("ftp://paper.example/a", "scheme"),
    ("http://other.example/", "scope"),
    ("http://127.0.0.1:1/", "scope"),
]


@pytest.mark.parametrize(("target", "reason"), REFUSED)
def test_a_location_that_leads_nowhere_is_refused(wire, ask, target, reason):
    """By name, and without another request."""
    wire.answers["/old"] = moved(target)
    assert ask("/old").reason == reason
    assert wire.paths() == ["/robots.txt", "/old"]


def test_a_redirect_without_location_is_no_page(wire, ask):
    """Whatever stands in its body."""
    wire.answers["/"] = page(HTML, status="302 Found")
    assert ask("/").reason == "bad_redirect"


def test_a_circle_ends_where_it_closes(wire, ask):
    """Two requests, not five."""
    wire.answers["/a"], wire.answers["/b"] = moved("/b"), moved("/a")
    answer = ask("/a")
    assert answer.reason == "redirect_loop"
    assert answer.outcome == "failed"
    assert wire.paths() == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(("hops", "arrives"), [(5, True), (6, False)])
def test_five_hops_are_followed(wire, ask, hops, arrives):
    """The sixth is one too many."""
    for number in range(hops):
        wire.answers[f"/{number}"] = moved(f"/{number + 1}")
    wire.answers[f"/{hops}"] = page(HTML)
    answer = ask("/0")
    assert isinstance(answer, Refused) != arrives
    assert len(wire.paths()) == 7
    assert arrives or answer.reason == "redirects"


def test_another_site_is_followed_to_where_the_request_allows_it(wire, other):
    """By its registrable domain, or to any; the guard and the robots.txt hold there, too."""
    wire.answers["/"] = moved(other.url("/there"))
    other.answers["/there"] = page(HTML)
    scopes = [(), (other.host,), "any"]
    requests = [Request(wire.url(), meta={"scope": scope}) for scope in scopes]
    refused, named, every = run(requests, settings_for(wire, other)).results
    assert refused.reason == "scope"
    assert named.body == every.body == HTML
    assert other.paths()[0] == "/robots.txt"


def test_an_allowed_site_at_a_closed_address_is_refused(wire, other):
    """Scope opens no address."""
    wire.answers["/"] = moved(other.url("/there"))
    answer = run([Request(wire.url(), meta={"scope": "any"})], settings_for(wire)).results[0]
    assert answer.reason == "address"
    assert other.connections == 0


def test_nothing_secret_goes_to_another_site(wire, other):
    """Neither conditions nor credentials nor where we come from."""
    wire.answers["/"] = moved(other.url("/there"))
    other.answers["/there"] = page(HTML)
    known = Validators(etag='"one"')
    request = Request(
        wire.url(), headers={"Authorization": "Basic eDp5"}, meta={"scope": "any", "validators": known}
    )
    run([request], settings_for(wire, other))
    sent = other.asked[-1]
    assert (sent.header("Authorization"), sent.header("Referer"), sent.header("If-None-Match")) == (None,) * 3
    assert wire.asked[-1].header("If-None-Match") == '"one"'


def test_conditions_hold_on_the_way_to_the_same_site_s_page(wire, ask):
    """What the ledger keeps for an address are the validators of the page behind it."""
    wire.answers["/old"] = moved("/new")
    wire.answers["/new"] = b'HTTP/1.1 304 Not Modified\r\nETag: "one"\r\n\r\n'
    answer = ask("/old", meta={"validators": Validators(etag='"one"')})
    assert answer.status == 304


@pytest.mark.parametrize("link", ["http://reader:secret-word@{host}/", "http://reader@{host}/"])
def test_credentials_of_a_link_are_never_sent(wire, link):
    """Nobody gave them to us to use."""
    wire.answers["/"] = page(HTML)
    run([Request(link.replace("{host}", wire.host))], settings_for(wire))
    assert len(wire.asked) == 2
    assert all(asked.header("Authorization") is None for asked in wire.asked)


def test_each_hop_waits_for_its_turn(wire, ask):
    """A redirect is a request like any other to its host."""
    wire.answers["/a"] = moved("/b")
    wire.answers["/b"] = page(HTML)
    ask("/a", delay=0.2)
    first, second, third = (asked.at for asked in wire.asked)
    assert second - first >= 0.12
    assert third - second >= 0.12


def test_a_large_body_of_a_redirect_is_not_read(wire, ask):
    """Nor an endless one."""

    def endless(conn, _):
        conn.sendall(b"HTTP/1.1 302 Found\r\nLocation: /new\r\n\r\n")
        while True:
            conn.sendall(b"x" * 9000)

    wire.answers["/old"], wire.answers["/new"] = endless, page(HTML)
    assert ask("/old").body == HTML
