"""What a link means to a URL that is known."""

from datetime import UTC, datetime

import pytest

from harvester.evidence import Link
from harvester.store.judging import Announcement, Habits, judge, judge_next
from harvester.store.outcome import Found

NOW = 1_800_000_000
HOUR = 3600


def time(seconds):
    return datetime.fromtimestamp(NOW + seconds, UTC)


def page(**more):
    facts = {"run": "now", "site": "x", "found": (), "depth": 1, "stale": 0, "now": NOW}
    return Announcement(**facts | more)


def row(**more):
    facts = {
        "kind": "article",
        "state": "ended",
        "run": "before",
        "fetched": NOW - HOUR,
        "lastmod": NOW - 2 * HOUR,
        "published": 0,
        "reason": "new",
        "polls": 0,
    }
    return facts | more


def link(modified=None, refused=None, **more):
    modified = None if modified is None else time(modified)
    return Found(Link("https://x.example/a", "feed", modified=modified, **more), "article", 2, refused)


JUDGED = [
    ("known", link(), row(), "count"),
    ("as old as before", link(-2 * HOUR), row(), "count"),
    ("changed", link(-HOUR / 2), row(), "ask"),
    ("cried wolf once", link(-HOUR / 2), row(polls=1), "ask"),
    ("cried wolf often", link(-HOUR / 2), row(polls=5), "count"),
    ("too old now", link(-HOUR / 2, refused="too_old"), row(), "count"),
    ("waits", link(), row(state="pending"), "leave"),
    ("waits, and says more", link(published=time(0)), row(state="pending"), "enrich"),
    ("had in this run", link(), row(run="now"), "leave"),
    ("had in this run, new date", link(-HOUR / 2), row(run="now"), "enrich"),
    ("was too old, is not now", link(), row(fetched=0, reason="too_old"), "ask"),
    ("was disallowed", link(), row(fetched=0, reason="robots"), "ask"),
    ("is another form", link(), row(fetched=0, reason="alias"), "count"),
    ("failed for good", link(), row(fetched=0, reason="bad_status"), "count"),
    ("listing again", link(), row(kind="listing"), "ask"),
    ("sitemap as before", link(-2 * HOUR), row(kind="sitemap"), "count"),
    ("sitemap changed", link(-HOUR), row(kind="sitemap"), "ask"),
    ("sitemap without a date", link(), row(kind="sitemap"), "ask"),
]


@pytest.mark.parametrize(
    ("found", "known", "verdict"), [case[1:] for case in JUDGED], ids=[c[0] for c in JUDGED]
)
def test_judge(found, known, verdict):
    """A known URL is asked again only for a reason."""
    assert judge(page(), found, known) == verdict


def test_refresh():
    """A refreshing run asks every announced article that it has not had yet."""
    habits = Habits(refresh=True)
    assert judge(page(habits=habits), link(), row()) == "ask"
    assert judge(page(habits=habits), link(), row(run="now")) == "leave"


NEXT = Found(Link("https://x.example/?page=2", "listing"), "listing", 1)


@pytest.mark.parametrize(
    ("articles", "new", "stale", "thorough", "refused"),
    [
        (10, 3, 0, False, None),
        (10, 0, 0, False, "page_known"),
        (10, 0, 0, True, None),
        (0, 0, 0, False, None),
        (0, 0, 4, False, "stale_listings"),
        (10, 0, 4, True, "stale_listings"),
        (10, 1, 4, False, None),
    ],
)
def test_next(articles, new, stale, thorough, refused):
    """A listing is gone on with until a whole page is known, or five pages in a row brought nothing."""
    announcement = Announcement(
        run="now",
        site="x",
        found=(),
        depth=1,
        stale=stale,
        now=NOW,
        next_page=NEXT,
        habits=Habits(thorough=thorough),
    )
    assert judge_next(announcement, articles, new).refused == refused


def test_no_next():
    """A listing without a next page ends."""
    assert judge_next(page(), 10, 10) is None


def test_past_the_window():
    """A page with nothing but articles before the window is the last one."""
    old = page(found=(link(refused="too_old"), link(refused="too_old")), next_page=NEXT)
    assert judge_next(old, 0, 0).refused == "too_old"
