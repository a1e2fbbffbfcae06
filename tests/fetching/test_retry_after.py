"""Retry-After, as servers send it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.retry_after import LONGEST, parse_retry_after

NOW = datetime(2026, 3, 2, 12, 0, 0, tzinfo=UTC)
FORMS = [
    ("120", 120),
    (" 120 ", 120),
    ("0", 0),
    ("1.5", 1.5),
    ("86400", 86400),
    ("999999999999", LONGEST),
    ("Mon, 02 Mar 2026 12:02:00 GMT", 120),
    ("Mon, 02 Mar 2026 12:02:00", 120),
    ("Monday, 02-Mar-26 12:02:00 GMT", 120),
    ("Mon Mar  2 12:02:00 2026", 120),
    ("Mon, 02 Mar 2026 14:02:00 +0200", 120),
    ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST),
    ("Mon, 02 Mar 2026 11:59:59 GMT", None),
    ("Sun, 06 Nov 1994 08:49:37 GMT", None),
    ("-30", None),
    ("", None),
    ("soon", None),
    ("9" * 40, None),
    ("120, 60", None),
    ("2026-03-02T12:02:00Z", None),
    ("Mon, 99 Foo 2026 12:02:00 GMT", None),
    ("٣", None),
]


@pytest.mark.parametrize(("value", "expected"), FORMS)
def test_seconds_and_dates_to_come_are_read(value, expected):
    """Anything else is garbage, and the caller's own delay serves."""
    assert parse_retry_after(value, NOW) == expected


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(value):
    """It answers with seconds within a year, or with nothing."""
    seconds = parse_retry_after(value, NOW)
    assert seconds is None or 0 <= seconds <= LONGEST
