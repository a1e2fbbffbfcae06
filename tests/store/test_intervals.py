"""The policy of revisits."""

import pytest

from harvester.store.intervals import is_due_young, is_unconditional, later, next_interval

HOUR = 3600


@pytest.mark.parametrize(
    ("interval", "links", "new", "expected"),
    [
        (HOUR, 10, 5, HOUR / 2),
        (HOUR, 10, 10, HOUR / 2),
        (HOUR, 10, 1, 0.8 * HOUR + 0.2 * 900),
        (HOUR, 10, 0, 1.5 * HOUR),
        (HOUR, 0, 0, 1.5 * HOUR),
        (1000, 10, 10, 900),
        (20 * HOUR, 10, 0, 24 * HOUR),
        (0, 10, 0, 1.5 * HOUR),
    ],
)
def test_interval(interval, links, new, expected):
    """Many new links bring the next visit nearer, none put it off, within 15 minutes and a day."""
    assert next_interval(interval, links, new) == expected


def test_unconditional():
    """Every tenth poll asks without validators."""
    assert [poll for poll in range(30) if is_unconditional(poll)] == [9, 19, 29]


@pytest.mark.parametrize(
    ("age", "since", "polls", "expected"),
    [
        (1, 0.01, 0, True),
        (1, 0.2, 1, False),
        (1, 0.25, 1, True),
        (5, 0.9, 3, False),
        (5, 1, 3, True),
        (49, 48, 0, False),
    ],
)
def test_young(age, since, polls, expected):
    """A young article is read again at once, then after gaps that double; an old one is not. In hours."""
    assert is_due_young(int(age * HOUR), int(since * HOUR), polls, HOUR // 4) is expected


def test_later():
    """What failed once is asked in the next run; then the wait grows from an hour to a week."""
    waits = [later(failures, 0) / HOUR for failures in range(1, 12)]
    assert waits[:5] == [0, 1, 2, 4, 8]
    assert waits[-1] == 7 * 24
