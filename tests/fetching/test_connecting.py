"""Connections go to addresses that were checked, whatever a name resolves to."""

import asyncio
import socket

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver
from scrapy import Request

from harvester.fetching.connecting import GuardedConnector
from harvester.fetching.refused import Refused
from tests.fetching.wire import HTML, open_wire, page, run, settings_for

SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "0.0.0.0",
    "0",
    "localhost",
    "localhost.",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
]


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_of_this_machine_is_connected_to(wire, host):
    """A server that listens here is not reached: the address is refused, no connection is made."""
    port = wire.listener.getsockname()[1]
    wire.answers["/"] = page(HTML)
    answer = run([Request(f"http://{host}:{port}/")], settings_for()).results[0]
    assert isinstance(answer, Refused)
    assert answer.reason in {"address", "dns", "bad_url"}
    assert wire.connections == 0


def test_ipv6_loopback_is_refused_until_it_is_opened():
    """The same guard, the same way to open it."""
    try:
        server = open_wire("::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    server.answers["/"] = page(HTML)
    closed = run([Request(server.url())], settings_for()).results[0]
    opened = run([Request(server.url())], settings_for(server)).results[0]
    server.close()
    assert closed.reason == "address"
    assert opened.body == HTML


def test_another_port_of_an_opened_address_stays_closed(wire, other):
    """``127.0.0.1:8001`` opens that port alone."""
    other.answers["/"] = page(HTML)
    answer = run([Request(other.url())], settings_for(wire)).results[0]
    assert answer.reason == "address"
    assert other.connections == 0


class Rebinding(AbstractResolver):
    """A name server that gives a public address to whoever checks, and this machine afterwards."""

    def __init__(self) -> None:
        self.asked = 0

    async def resolve(self, host, port=0, family=socket.AF_INET):  # noqa: ARG002 - aiohttp's signature
        self.asked += 1
        found = "127.0.0.1" if self.asked > 1 else "93.184.216.34"
        return [
            {"hostname": host, "host": found, "port": port, "family": socket.AF_INET, "proto": 6, "flags": 0}
        ]

    async def close(self) -> None:
        pass


def test_a_name_that_changes_its_address_is_checked_where_it_is_connected_to(wire):
    """The socket is made for the checked address: a later answer of the name server is checked again."""
    port = wire.listener.getsockname()[1]

    async def ask() -> Refused:
        connector = GuardedConnector(())
        connector._resolver = Rebinding()
        await connector._resolver.resolve("news.example")
        async with aiohttp.ClientSession(connector=connector) as session:
            with pytest.raises(Refused) as caught:
                await session.get(f"http://news.example:{port}/")
        return caught.value

    assert asyncio.run(ask()).reason == "address"
    assert wire.connections == 0


def test_a_proxy_of_the_environment_is_not_asked(wire, other, monkeypatch):
    """``http_proxy`` would take every request around the guard."""
    monkeypatch.setenv("http_proxy", other.url())
    wire.answers["/"] = page(HTML)
    answer = run([Request(wire.url())], settings_for(wire, other)).results[0]
    assert answer.body == HTML
    assert other.connections == 0


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/a", "data:text/html,a", "s3://a/b"])
def test_other_schemes_than_the_webs_have_no_handler(url):
    """Whatever a page links, nothing but http and https is fetched."""
    answer = run([Request(url, meta={"dont_obey_robotstxt": True})], settings_for()).results[0]
    assert isinstance(answer, Refused)
    assert answer.reason == "scheme"
