"""Logs without secrets."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from harvester.fetching.logs import RedactingFormatter, SafeFilter, safe_line
from harvester.store.errors import StoreError

SECRET = "open-the-locker"  # noqa: S105 - nobody's
TEXTS = [
    f"asked http://reader:{SECRET}@paper.example/a twice",
    f"<GET https://paper.example/a?page=2&access_token={SECRET}&x=1>",
    f"http://a.example/?api_key={SECRET} and //reader:{SECRET}@b.example/",
    f"HTTP://READER:{SECRET}@PAPER.EXAMPLE/",
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_secret_of_a_url_is_shown(text):
    """The rest of the sentence is."""
    shown = safe_line(text)
    assert SECRET not in shown
    assert "example" in shown.lower()


@given(st.text(max_size=200))
def test_no_text_moves_a_terminal(text):
    """Escapes, bidi marks and line separators are shown as what they are."""
    assert not set(safe_line(text)) & {"\x1b", "\r", "\x9b", "\x07", "\u2028", "\u202e", "\0"}


def test_a_handler_with_the_filter_shows_no_secret(caplog):
    """Whoever wrote the message, with arguments or without."""
    caplog.handler.addFilter(SafeFilter())
    logging.getLogger("any.library").warning("gave up %s: %d%%", f"http://a:{SECRET}@b.example/", 5)
    assert SECRET not in caplog.text
    assert "5%" in caplog.text


def test_nothing_is_formatted_that_nobody_reads(caplog):
    """Responses and items are messages for debugging: without it there are none."""
    caplog.set_level(logging.INFO, "scrapy")
    made, spider = RedactingFormatter(), Spider("any")
    request = Request("http://b.example/")
    assert made.crawled(request, Response(request.url), spider) is None
    assert made.scraped({}, Response(request.url), spider) is None


def test_scrapy_s_own_messages_are_safe(caplog):
    """Of responses, failures and errors in callbacks."""
    caplog.set_level(logging.DEBUG, "scrapy")
    made, spider = RedactingFormatter(), Spider("any")
    request = Request(f"http://a:{SECRET}@b.example/")
    response = Response(request.url)
    failure = Failure(ValueError("a"))
    messages = [
        made.crawled(request, response, spider),
        made.download_error(failure, request, spider, f"no {request.url}"),
        made.spider_error(failure, request, response, spider),
    ]
    shown = [message["msg"] % message["args"] for message in messages]
    assert all("b.example" in line and SECRET not in line for line in shown)


def test_error_of_a_pipeline_names_the_page_alone():
    """Not all that was read of it; an output that cannot be written is told at the end of the run."""
    message = RedactingFormatter().item_error(object(), ValueError(), None, Spider("news"))
    assert (message["level"], message["msg"] % message["args"]) == (logging.ERROR, "Error processing object")
    assert (
        RedactingFormatter().item_error(object(), StoreError(), None, Spider("n"))["level"] == logging.DEBUG
    )
