"""Export: what an outcome announces, written in parts where it is long; the store commits the rest whole."""

import asyncio
from dataclasses import replace
from typing import Final

from harvester.store.judging import Announcement, Habits
from harvester.store.outcome import Outcome
from harvester.store.store import Store

AT_ONCE: Final = 1000
"""Links written without a break: a sitemap of 50,000 must not stop the crawl for seconds."""


async def announce_most(outcome: Outcome, store: Store, habits: Habits) -> Announcement:
    """Write the links of a long page but the last ones, with breaks; return what is left to announce.

    Raises:
        NotWritableError: the run has to end.
    """
    page = announcement(outcome, store, habits)
    while len(page.found) > AT_ONCE:
        announced = store.commit_part(replace(page, found=page.found[:AT_ONCE]))
        page = replace(
            page,
            found=page.found[AT_ONCE:],
            before=page.before.with_part(announced),
            offset=page.offset + AT_ONCE,
        )
        await asyncio.sleep(0)
    return page


def announcement(outcome: Outcome, store: Store, habits: Habits) -> Announcement:
    """Return what an outcome announces."""
    lease = outcome.lease
    return Announcement(
        run=store.run,
        site=lease.site,
        found=outcome.links,
        depth=lease.depth + 1,
        stale=lease.stale,
        now=store.now(),
        source=lease.key,
        next_page=outcome.next_page,
        habits=habits,
    )
