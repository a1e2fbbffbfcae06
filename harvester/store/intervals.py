"""When a listing is asked again, and when an article: the policy of revisits, in one place. Pure."""

from typing import Final

from harvester.limits import DAY, HOUR, MINUTE

SHORTEST: Final = int(15 * MINUTE)
LONGEST: Final = int(DAY)
START: Final = int(HOUR)
JITTER: Final = 0.05
UNCONDITIONAL: Final = 10
"""Every so many polls a listing is asked without validators: some feeds keep their ETag while they change."""

YOUNG: Final = int(2 * DAY)
"""An article is asked again only while it is younger; later only when a listing says that it changed."""
YOUNG_GAP: Final = int(15 * MINUTE)
"""A young article is read again in the next run, then after so long, then twice as long, and so on."""
YOUNG_GAP_WHOLE: Final = int(HOUR)
"""Where the server knows no 304 and sends the whole page: so long before the first time, then as above."""
UNDATED: Final = 20
"""Of articles without a date the newest ones of a site count as young, while they were found lately."""
LATEST: Final = int(8 * DAY)
"""No URL and no host waits longer, whatever a server says: a later time was set by a clock that was wrong."""
GIVEN_UP: Final = 6
"""Failures in a row after which a URL is asked again only when it is announced again."""
MISSING: Final = 2
"""Runs that must find a 404 before the page counts as gone."""


def next_interval(interval: int, links: int, new: int) -> int:
    """Return the seconds until a listing's next visit: ``new`` of its ``links`` were not known.

    Half of them new halves the interval, some new moves it towards the shortest, none new stretches it.
    """
    interval = interval or START
    if new and new * 2 >= links:
        seconds = interval * 0.5
    elif new:
        seconds = 0.8 * interval + 0.2 * SHORTEST
    else:
        seconds = interval * 1.5
    return int(min(max(seconds, SHORTEST), LONGEST))


def is_unconditional(polls: int) -> bool:
    """Tell whether the poll after so many is made without validators."""
    return polls % UNCONDITIONAL == UNCONDITIONAL - 1


def is_due_young(age: int, since: int, polls: int, gap: int) -> bool:
    """Tell whether an article of an age, read ``since`` seconds ago, is to be read again.

    ``polls``: how often in a row it was found unchanged; ``gap``: the wait after the first time.
    """
    if age > YOUNG:
        return False
    return polls == 0 or since >= gap * 2 ** min(polls - 1, 20)


def later(failures: int, jitter: float) -> int:
    """Return the seconds until a run may ask a URL that failed in so many: none, then 1 h, 2 h ... a week."""
    if failures <= 1:
        return 0
    return int(min(HOUR * 2.0 ** min(failures - 2, 10), 7 * DAY) * (1 + jitter))
