"""The last good robots.txt of each host."""

from datetime import UTC, datetime

from harvester.fetching.robots_copies import MemoryCopies, RobotsCopy

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_the_last_copy_is_kept():
    """One for each origin."""
    copies = MemoryCopies()
    copies.put("https://a.example", b"one", NOON)
    copies.put("https://a.example", b"two", NOON)
    copies.put("http://a.example", b"three", NOON)
    assert copies.get("https://a.example") == RobotsCopy(b"two", NOON)


def test_a_host_that_was_never_asked_has_none():
    """No rules are made up."""
    assert MemoryCopies().get("https://a.example") is None
