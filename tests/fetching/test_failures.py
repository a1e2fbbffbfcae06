"""Any failure as one refusal."""

import ssl

import aiohttp
import pytest
from aiohttp.http_exceptions import LineTooLong
from scrapy import exceptions as scrapy_errors
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet import error as twisted_errors
from twisted.python.failure import Failure

from harvester.fetching.failures import failure_reason
from harvester.fetching.refused import Refused


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """Return the error as if it had been raised from the cause."""
    error.__cause__ = cause
    return error


def answered(message: str) -> aiohttp.ClientResponseError:
    return aiohttp.ClientResponseError(None, (), status=400, message=message)


ERRORS = [
    (TimeoutError(), "timeout", "deferred"),
    (aiohttp.ConnectionTimeoutError("a"), "timeout", "deferred"),
    (aiohttp.SocketTimeoutError("a"), "timeout", "deferred"),
    (scrapy_errors.DownloadTimeoutError(), "timeout", "deferred"),
    (twisted_errors.TimeoutError(), "timeout", "deferred"),
    (scrapy_errors.CannotResolveHostError(), "dns", "deferred"),
    (twisted_errors.DNSLookupError(), "dns", "deferred"),
    (ConnectionResetError("gone"), "connection", "deferred"),
    (aiohttp.ServerDisconnectedError(), "connection", "deferred"),
    (scrapy_errors.DownloadConnectionRefusedError(), "connection", "deferred"),
    (raised(scrapy_errors.DownloadConnectionRefusedError(), ssl.SSLError("bad")), "tls", "failed"),
    (ssl.SSLCertVerificationError("bad"), "tls", "failed"),
    (twisted_errors.ConnectionLost(), "connection", "deferred"),
    (scrapy_errors.ResponseDataLossError(), "corrupt", "deferred"),
    (aiohttp.ClientPayloadError(), "corrupt", "deferred"),
    (scrapy_errors.DownloadCancelledError(), "too_large", "failed"),
    (raised(answered("Got more than 1 bytes"), LineTooLong("a", 1)), "too_large", "failed"),
    (answered("Too many headers received"), "too_large", "failed"),
    (answered("Invalid HTTP header"), "protocol", "failed"),
    (aiohttp.InvalidURL("a"), "bad_url", "skipped"),
    (scrapy_errors.UnsupportedURLSchemeError(), "scheme", "skipped"),
    (scrapy_errors.NotSupported(), "scheme", "skipped"),
    (HttpError(Response("http://a.example/", status=503)), "bad_status", "deferred"),
    (HttpError(Response("http://a.example/", status=403)), "bad_status", "failed"),
    (KeyError("a"), "internal", "failed"),
]


@pytest.mark.parametrize(("error", "reason", "outcome"), ERRORS)
def test_every_library_s_failure_has_its_word(error, reason, outcome):
    """As an exception, and as a failure of Twisted."""
    for form in (error, Failure(error)):
        refused = failure_reason(form)
        assert (refused.reason, refused.outcome) == (reason, outcome)


def test_a_refusal_stays_what_it_is():
    """The same object, with all it knows."""
    refused = Refused("robots", "disallowed")
    assert failure_reason(Failure(refused)) is refused


def test_its_words_are_one_short_line():
    """A server's bytes in an error clear nobody's terminal."""
    refused = failure_reason(ConnectionResetError("a\r\nb\x1b[2J" + "c" * 999))
    assert refused.detail.isprintable()
    assert len(refused.detail) <= 200


def test_a_circle_of_causes_ends():
    """An error that is its own cause's cause."""
    one, two = KeyError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one
    assert failure_reason(one).reason == "internal"


def test_its_words_hold_no_secret():
    """An address in an error may have a password in it."""
    refused = failure_reason(
        aiohttp.InvalidURL("http://reader:open-the-locker@a.example/?token=open-the-locker")
    )
    assert "open-the-locker" not in refused.detail


KEY = aiohttp.client_reqrep.ConnectionKey("quay.example", 443, True, True, None, None, None)  # noqa: FBT003
SAID = [
    (
        aiohttp.ClientConnectorError(KEY, ConnectionRefusedError(111, "Connect call failed")),
        "Connection refused",
    ),
    (aiohttp.ClientConnectorDNSError(KEY, OSError(None, "no such host")), "no such host"),
    (aiohttp.ClientConnectorDNSError(KEY, OSError("none")), ""),
    (aiohttp.ClientConnectorCertificateError(KEY, ssl.SSLCertVerificationError("expired")), "('expired',)"),
]


@pytest.mark.parametrize(("error", "words"), SAID)
def test_its_words_are_the_systems(error, words):
    """Without the objects of a library, which differ from run to run."""
    assert failure_reason(error).detail == words
