"""Export: commit an outcome whole."""

from harvester.store.announced import Announced
from harvester.store.judging import Announcement, Habits
from harvester.store.outcome import Outcome
from harvester.store.store import Store


def export(outcome: Outcome, store: Store, habits: Habits) -> Announced:
    """Write links, ledger row, version and line of one response in one unit.

    Raises:
        NotWritableError: the run has to end.
    """
    lease = outcome.lease
    page = Announcement(
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
    return store.commit(outcome, page)
