"""What a server says of a page, for the next request."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import Headers

from harvester.fetching.validators import Validators, read_validators

DATE = "Mon, 02 Mar 2026 12:00:00 GMT"
HEADERS = [
    ({}, Validators()),
    ({"ETag": '"a"'}, Validators('"a"')),
    ({"ETag": ' W/"a" ', "Last-Modified": DATE}, Validators('W/"a"', DATE)),
    ({"ETag": ""}, Validators()),
    ({"ETag": "a" * 600}, Validators()),
    ({"ETag": "caf\u00e9"}, Validators()),
]


@pytest.mark.parametrize(("headers", "expected"), HEADERS)
def test_they_are_read_as_sent(headers, expected):
    """What cannot be sent back is none."""
    assert read_validators(Headers(headers)) == expected


def test_each_becomes_its_header():
    """Both where both are known."""
    assert Validators('"a"', DATE).headers == {"If-None-Match": '"a"', "If-Modified-Since": DATE}
    assert Validators().headers == {}


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_text_gets_a_line_break_into_a_request(etag, modified):
    """Whoever made the validators."""
    assert all(value.isprintable() for value in Validators(etag, modified).headers.values())
