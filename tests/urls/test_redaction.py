"""URLs as they may stand in a log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.urls import redacted


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://ada:secret@example.org/a", "https://***@example.org/a"),
        ("https://ada:p@ss@example.org/a", "https://***@example.org/a"),
        ("https://example.org/a?token=abc&id=1", "https://example.org/a?token=***&id=1"),
        ("https://example.org/a?id=1&access_token=abc", "https://example.org/a?id=1&access_token=***"),
        ("https://example.org/a?X-Amz-Signature=abc", "https://example.org/a?X-Amz-Signature=***"),
        ("https://example.org/a?api_key=abc#auth=def", "https://example.org/a?api_key=***#auth=***"),
        ("https://example.org/monkey=1?keyword=x", "https://example.org/monkey=1?keyword=x"),
        ("https://example.org/a\x1b[31m\n\u202eb", "https://example.org/a%1B[31m%0A%E2%80%AEb"),
        ("https://example.org/a@b", "https://example.org/a@b"),
    ],
)
def test_secrets_are_hidden(url: str, shown: str) -> None:
    """User names, passwords and token parameters are hidden, control characters are encoded."""
    assert redacted(url) == shown


@given(st.text())
def test_a_logged_address_is_one_printable_line(text: str) -> None:
    """Whatever the address, the log gets one bounded line of printable ASCII."""
    shown = redacted(text)
    assert shown.isascii()
    assert shown.isprintable() or not shown
    assert len(shown) <= 503
