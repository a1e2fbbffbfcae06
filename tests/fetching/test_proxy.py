"""A proxy that was named on purpose carries every request; what it must not fetch is not asked of it."""

import pytest
import yarl
from scrapy import Request

from harvester.fetching.proxy import check_target, read_proxy, shown
from harvester.fetching.refused import Refused
from tests.fetching.wire import HTML, page, run, settings_for


def through(proxy, *urls):
    """Ask through a proxy; what came."""
    settings = settings_for()
    settings.set("HARVESTER_PROXY", proxy, priority="cmdline")
    return run([Request(url) for url in urls], settings).results


def test_every_request_goes_through_the_proxy(wire):
    """Pages and robots.txt alike are asked of the proxy by their whole address; nothing is looked up here."""
    wire.answers["http://paper.invalid/a"] = page(HTML)
    (found,) = through(wire.url("/"), "http://paper.invalid/a")
    assert found.body == HTML
    assert wire.paths() == ["http://paper.invalid/robots.txt", "http://paper.invalid/a"]


def test_password_goes_to_the_proxy_alone(wire):
    """User name and password of the proxy are its own header; no site sees them."""
    wire.answers["http://paper.invalid/a"] = page(HTML)
    through(f"http://ann:secret@{wire.host}", "http://paper.invalid/a")
    assert wire.asked[0].header("Proxy-Authorization").startswith("Basic ")
    assert wire.asked[0].header("Authorization") is None


def test_tls_is_asked_for_as_a_tunnel(wire):
    """Of https the proxy gets to know the host alone; one that refuses the tunnel brings no page."""
    wire.answers["paper.invalid:443"] = page(b"", status="403 Forbidden")
    (refused,) = through(wire.url("/"), "https://paper.invalid/a")
    assert isinstance(refused, Refused)
    assert set(wire.paths()) == {"paper.invalid:443"}


def test_proxy_that_is_not_there_brings_no_page(wire):
    """Nobody at its address: the request ends as one to a host that does not answer."""
    address = wire.url("/")
    wire.close()
    (refused,) = through(address, "http://paper.invalid/a")
    assert refused.reason in {"connection", "robots_unreachable"}


CLOSED = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://x.localhost/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://[::ffff:10.0.0.1]/",
    "http://10.1.2.3/",
    "http://paper.example:8080/",
    "https://paper.example:22/",
]


@pytest.mark.parametrize("url", CLOSED)
def test_guard_holds_as_far_as_it_sees(url):
    """Numbers of one's own network, names of this machine and odd ports are not asked of a proxy either."""
    with pytest.raises(Refused) as caught:
        check_target(yarl.URL(url), ())
    assert caught.value.reason == "address"


@pytest.mark.parametrize("url", ["http://paper.example/", "https://paper.example/a", "http://93.184.215.14/"])
def test_the_web_is_open(url):
    """Names and public numbers on the web's ports."""
    check_target(yarl.URL(url), ())


def test_address_opened_on_purpose_is_open_through_a_proxy():
    """``--allow-address`` holds here, too."""
    check_target(yarl.URL("http://127.0.0.1:8001/"), ("127.0.0.1:8001",))


@pytest.mark.parametrize(
    "text", ["", "proxy", "proxy:3128", "ftp://p.example", "http://", "http://p.example/a", "http://p:x"]
)
def test_what_is_no_proxy_is_refused(text):
    """One sentence with the form that is wanted."""
    with pytest.raises(ValueError, match=r"write http://proxy\.example:3128"):
        read_proxy(text)


def test_password_is_not_shown():
    """What is told of a proxy holds no secret."""
    assert shown(read_proxy("http://ann:secret@proxy.example:3128/")) == "http://proxy.example:3128"
