"""What a robots.txt says to us."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.robots_rules import PARSED_BYTES, RobotsRules

SITE = "https://paper.example"
FILES = [
    (b"", "/a", True),
    (b"User-agent: *\nDisallow: /\n", "/a", False),
    (b"User-agent: *\nDisallow: /\n", "/robots.txt", True),
    (b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\n", "/a", False),
    ("\ufeffUser-agent: *\nDisallow: /a\n".encode("utf-16-le"), "/a", False),
    ("\ufeffUser-agent: *\nDisallow: /a\n".encode("utf-16-be"), "/a", False),
    (b"User-agent: *\nDisallow:\n", "/a", True),
    (b"User-agent: *\nDisallow: /news\nAllow: /news/open\n", "/news/open/1", True),
    (b"User-agent: *\nAllow: /news/open\nDisallow: /news\n", "/news/shut", False),
    (b"User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", False),
    (b"User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf?x", True),
    (b"User-agent: *\nDisallow: /%C3%A9\n", "/é", False),
    (b"User-agent: harvester\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n", "/b", True),
    (b"User-agent: harvester/2.0\nDisallow: /a\n", "/a", False),
    (b"User-agent: Harvester\nUser-agent: otherbot\nDisallow: /a\n", "/a", False),
    (b"User-agent: otherbot\nUser-agent: harvester\nDisallow: /a\n", "/a", False),
    (b"User-agent: otherbot\nDisallow: /\n\nUser-agent: thirdbot\nDisallow: /\n", "/a", True),
    (b"User-agent: otherbot\nDisallow: /\nUser-agent: *\nDisallow: /b\n", "/a", True),
    (b"User-agent: otherbot\n\nUser-agent: *\nDisallow: /a\n", "/a", False),
    (b"User-agent: harvester*\nDisallow: /a\n", "/a", False),
    (b"User-agent: harv\nDisallow: /\n", "/a", True),
    (b"User-agent: harvester-news\nDisallow: /\n", "/a", True),
    (b"User-agent: *bot\nDisallow: /\n", "/a", True),
    (b"User-agent:\nDisallow: /\n", "/a", True),
    (b"User-agent harvester\nDisallow: /a\n", "/a", False),
    (b"User-agent: newsharvester\nDisallow: /\n", "/a", True),
    (b"User-agent: *\rDisallow: /a\r", "/a", False),
    (b"User-agent: * # all\nDisallow: /a # no\n", "/a", False),
    (b"Disallow: /\n", "/a", True),
    (b"<!DOCTYPE html><p>User-agent: *\nDisallow: /\n", "/a", True),
    (b"\n <html><body>\nUser-agent: *\nDisallow: /\n", "/a", True),
    (b"\xff\xfe\x00 not text \x00", "/a", True),
]


@pytest.mark.parametrize(("body", "path", "allowed"), FILES)
def test_the_rules_are_those_of_the_standard(body, path, allowed):
    """Own group before the one for all, longest rule, stars and dollars, other agents left alone."""
    assert RobotsRules.read(body).is_allowed(SITE + path) == allowed


DELAYS = [
    (b"User-agent: *\nCrawl-delay: 2.5\n", 2.5),
    (b"User-agent: *\nCrawl-delay: often\n", 0),
    (b"User-agent: *\nCrawl-delay: -3\n", 0),
    (b"User-agent: *\nCrawl-delay: inf\n", 0),
    (b"User-agent: *\nRequest-rate: 1/10\n", 10),
    (b"User-agent: *\nRequest-rate: 1/10\nCrawl-delay: 20\n", 20),
    (b"User-agent: *\nRequest-rate: 4/1m\n", 15),
    (b"User-agent: otherbot\nCrawl-delay: 9\n", 0),
    (b"User-agent: harvester\nCrawl-delay: 4\n\nUser-agent: *\nCrawl-delay: 9\n", 4),
    (b"", 0),
]


@pytest.mark.parametrize(("body", "seconds"), DELAYS)
def test_the_delay_is_the_longer_of_both_ways_to_ask_for_one(body, seconds):
    """In seconds; 0 for none, and for what is none."""
    assert RobotsRules.read(body).crawl_delay == seconds


def test_sitemaps_are_those_of_the_file_wherever_they_stand():
    """In groups of others, too."""
    body = b"Sitemap: https://a.example/1.xml\nUser-agent: otherbot\nDisallow: /\nSitemap: https://a.example/2.xml\n"
    assert RobotsRules.read(body).sitemaps == ("https://a.example/1.xml", "https://a.example/2.xml")


def test_what_stands_behind_500_kib_is_not_read():
    """A rule that is cut there is left out whole: half of it would forbid more than it says."""
    head = b"User-agent: *\nDisallow: /first\n"
    filler = b"#" * (PARSED_BYTES - len(head) - 13) + b"\n"
    rules = RobotsRules.read(head + filler + b"Disallow: /half/of/it\n")
    assert not rules.is_allowed(f"{SITE}/first")
    assert rules.is_allowed(f"{SITE}/half")


def test_a_file_made_to_stop_us_does_not():
    """Half a file of agents and half a file of rules are 400 million rules for who keeps them all."""
    agents = b"".join(b"User-agent: b%d\n" % number for number in range(14_000))
    rules = b"".join(b"Disallow: /%d*a*b\n" % number for number in range(13_000))
    began = time.process_time()
    read = RobotsRules.read(agents + b"User-agent: *\n" + rules)
    assert read.is_allowed(f"{SITE}/{'a' * 2000}")
    assert time.process_time() - began < 2


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(body):
    """Whatever a server sends, there are rules."""
    assert RobotsRules.read(body).is_allowed(f"{SITE}/robots.txt")
