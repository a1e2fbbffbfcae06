"""What the parts of one run's fetching share."""

import pytest
from scrapy import Request, Spider
from scrapy.crawler import Crawler

from harvester.fetching.state import Fetching
from harvester.limits import LIMITS, Limits
from tests.fetching.wire import settings_for


def crawler(**settings) -> Crawler:
    made = settings_for()
    made.setdict(settings, priority="cmdline")
    return Crawler(Spider, made)


def test_everybody_is_given_the_same():
    """The scheduler and the handler of one crawl; another crawl has its own."""
    one, two = crawler(), crawler()
    assert Fetching.of(one) is Fetching.of(one)
    assert Fetching.of(one) is not Fetching.of(two)


def test_limits_are_those_of_the_settings():
    """And the table's where none are set; a site's own go before both."""
    own = Limits(delay=9)
    assert Fetching.of(crawler(HARVESTER_LIMITS=own)).hosts.limits == own
    state = Fetching.of(crawler(HARVESTER_LIMITS=None))
    assert state.limits is LIMITS
    assert state.limits_for(Request("http://a.example/", meta={"limits": own})) is own
    assert state.limits_for(Request("http://a.example/")) is LIMITS


def test_allowed_addresses_have_one_spelling():
    """However they were written."""
    state = Fetching.of(crawler(HARVESTER_ALLOW_ADDRESSES=["::1", "127.0.0.1:80"]))
    assert set(state.allowed) == {"[::1]", "127.0.0.1:80"}


def test_what_is_no_address_is_not_passed_over():
    """A crawl that would not do what it was told does not begin."""
    with pytest.raises(ValueError, match="localhost"):
        Fetching.of(crawler(HARVESTER_ALLOW_ADDRESSES=["localhost"]))
