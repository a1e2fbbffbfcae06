"""Certificates are verified, and an exception is told."""

import gc

import pytest
from scrapy import Request

from tests.fetching.wire import HTML, open_wire, page, run, settings_for
from tests.newspaper.faults.certificates import authority_pem, context


@pytest.fixture
def trusted(tmp_path, monkeypatch):
    """Trust the tests' own authority, and no other."""
    path = tmp_path / "authority.pem"
    path.write_bytes(authority_pem())
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


def secure(kind: str):
    server = open_wire()
    made = context(kind, "127.0.0.1")
    server.wrap = lambda conn: made.wrap_socket(conn, server_side=True)
    server.answers["/"] = page(HTML)
    return server


@pytest.mark.parametrize("kind", ["self_signed", "expired", "wrong_name"])
@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_nobody_should_believe_is_refused(kind, caplog):
    """Not retried: it will be wrong tomorrow, too. And told once, not by the event loop as well."""
    server = secure(kind)
    answer = run([Request(server.url())], settings_for(server)).results[0]
    server.close()
    assert (answer.reason, answer.outcome) == ("tls", "failed")
    assert server.asked == []
    gc.collect()
    assert not [record for record in caplog.records if record.name == "asyncio"]


@pytest.mark.parametrize("kind", ["self_signed", "expired", "wrong_name"])
def test_a_site_may_be_excepted_and_its_pages_say_so(kind):
    """Its robots.txt is asked in the same way."""
    server = secure(kind)
    request = Request(server.url(), meta={"tls_unverified": True})
    answer = run([request], settings_for(server)).results[0]
    server.close()
    assert answer.body == HTML
    assert "tls_unverified" in answer.flags
    assert server.paths() == ["/robots.txt", "/"]


@pytest.mark.usefixtures("trusted")
def test_a_sound_certificate_says_nothing():
    """No flag."""
    server = secure("sound")
    answer = run([Request(server.url())], settings_for(server)).results[0]
    server.close()
    assert answer.body == HTML
    assert answer.flags == []
