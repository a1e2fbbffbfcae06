"""Hosts and the domains that their owners registered."""

import pytest

from harvester.urls import plain_host, registrable_domain


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.org", "example.org"),
        ("news.example.co.uk", "example.co.uk"),
        ("example.com.au:8080", "example.com.au"),
        ("tidende.blogspot.com", "tidende.blogspot.com"),
        ("a.b.xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.1:8000", "127.0.0.1:8000"),
        ("[::1]:8000", "[::1]:8000"),
        ("[::1]", "[::1]"),
        ("localhost", "localhost"),
        ("localhost:8000", "localhost:8000"),
        ("news.paper.test", "paper.test"),
        ("co.uk", "co.uk"),
        ("", ""),
    ],
)
def test_the_registrable_domain(host: str, domain: str) -> None:
    """A domain is one label above its public suffix; addresses in numbers stand for themselves, with port."""
    assert registrable_domain(host) == domain


@pytest.mark.parametrize(
    ("host", "plain"),
    [
        ("www.example.org", "example.org"),
        ("www.m.example.org", "example.org"),
        ("amp.news.example.co.uk", "news.example.co.uk"),
        ("m.example.org:8080", "example.org:8080"),
        ("amp.dev", "amp.dev"),
        ("m.co.uk", "m.co.uk"),
        ("mobile.example.org", "example.org"),
        ("127.0.0.1:8000", "127.0.0.1:8000"),
    ],
)
def test_device_hosts_are_the_plain_host(host: str, plain: str) -> None:
    """The labels of devices go as long as a registered domain is left."""
    assert plain_host(host) == plain
