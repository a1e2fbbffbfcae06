"""Dates as feeds and sitemaps print them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.discovery.dates import read_date

TEN = datetime(2024, 5, 6, 10, tzinfo=UTC)
EIGHT = datetime(2024, 5, 6, 8, tzinfo=UTC)
DAY = datetime(2024, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("Mon, 06 May 2024 10:00:00 +0200", EIGHT),
        ("Mon, 06 May 2024 10:00:00 GMT", TEN),
        ("Mon, 06 May 2024 10:00:00 Z", TEN),
        ("Mon, 6 May 2024 10:00 UT", TEN),
        ("Mon, 06 May 24 05:00:00 EST", TEN),
        ("06 May 2024 10:00:00 CEST", EIGHT),
        ("Mon, 06 May 2024 10:00:00 +02:00", EIGHT),
        ("Mon, 06 May 2024 10:00:00 GMT+2", EIGHT),
        ("Mon, 06 May 2024 10:00:00 +0200 (CEST)", EIGHT),
        ("Monday, 06-May-24 10:00:00 GMT", TEN),
        ("Mon,  06 May 2024\n 10:00:00   +0000", TEN),
        ("May 6, 2024 10:00 am GMT", TEN),
        ("May 6, 2024 12:00 am GMT", DAY),
        ("2024-05-06T10:00:00Z", TEN),
        ("2024-05-06T10:00:00.123456789+02:00", EIGHT),
        ("2024-05-06T10:00:00+0200", EIGHT),
        ("2024-05-06T10:00+02:00", EIGHT),
        ("2024-05-06 10:00:00 +0200", EIGHT),
        ("2024-05-06 10:00:00 UTC", TEN),
        ("20240506T100000Z", TEN),
        ("2024-05-06", DAY),
        ("6 May 2024", DAY),
        ("2024-05-05T24:00:00Z", DAY),
        ("lun., 6 mai 2024 10:00:00 +0200", EIGHT),
        ("1714989600", TEN),
        ("6. Mai 2024", DAY),
        ("Mon, 06 May 2024 25:00:00 GMT", DAY),
        ("Mon, 06 May 2024 10:61:00 GMT", DAY),
    ],
)
def test_a_date_with_a_zone_is_a_moment(raw: str, moment: datetime) -> None:
    """RFC 822, ISO 8601 and what is printed instead; a day alone, or with a wrong clock, is its midnight."""
    assert read_date(raw).replace(microsecond=0) == moment


@pytest.mark.parametrize(
    "raw",
    [
        None, "", "yesterday", "2024", "10:00", "Mon, 32 May 2024 10:00:00 GMT",
        "Mon, 06 Foo 2024 10:00:00 GMT",
        "2024-13-01", "2024-02-30T10:00:00Z", "0000-00-00", "0000-00-00T00:00:00Z", "99999-01-01",
        "Mon, 06 May 2024 10:00:00",
        "2024-05-06T10:00:00", "2024-05-06 10:00", "Mon, 06 May 2024 10:00:00 XYZ",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
        "05/06/2024", "x" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_moment_is_none(raw: str | None) -> None:
    """No such day, no zone, no date: nothing is guessed."""
    assert read_date(raw) is None


@given(st.text(alphabet="0123456789-:T+Z., MonyGTA"))
def test_nothing_raises(raw: str) -> None:
    """Any text is a moment in UTC or None."""
    moment = read_date(raw)
    assert moment is None or moment.tzinfo is UTC
