"""How far back a run goes at a site, and how many articles it takes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from harvester.evidence import Link
from harvester.limits import Limits
from harvester.spiders.options import Options
from harvester.store.runs import SiteState


@dataclass(slots=True)
class Window:
    """What a run still takes of one site."""

    since: datetime | None
    """Links with an earlier date are left out; ``None``: all."""
    budget: int | None
    """Records; ``None``: any number."""
    is_default: bool
    """True when nobody asked for this window: what it leaves out is left out for good."""
    is_strict: bool = False
    """True when a person gave the date: articles that turn out to be earlier make no record."""
    written: int = 0
    asked: int = 0
    """Articles that are on the wire."""

    @property
    def left(self) -> int | None:
        """How many articles may be asked now; ``None``: any number."""
        return None if self.budget is None else max(self.budget - self.written - self.asked, 0)

    @property
    def is_spent(self) -> bool:
        """Whether the budget is written."""
        return self.budget is not None and self.written >= self.budget

    def is_before(self, link: Link) -> bool:
        """Tell whether a link's date lies before the window; one without a date never does."""
        date = link.published or link.modified
        return self.since is not None and date is not None and date < self.since


def window(options: Options, state: SiteState, limits: Limits, now: float) -> Window:
    """Return the window of a run at a site: a first crawl goes back some days and takes so many articles."""
    is_default = options.max_articles is None and options.since is None and not options.backfill
    return Window(
        since=options.since or (None if options.backfill else _since(state, limits, now)),
        budget=options.max_articles or _first_budget(is_default, state, limits),
        is_default=is_default,
        is_strict=options.since is not None,
    )


def _first_budget(is_default: bool, state: SiteState, limits: Limits) -> int | None:  # noqa: FBT001 - a fact
    """Return how many articles a first crawl takes: the runs that were killed before took some of them."""
    if not is_default or state.is_first_done:
        return None
    return max(limits.first_articles - state.articles, 0)


def _since(state: SiteState, limits: Limits, now: float) -> datetime:
    """Return the day to go back to: counted from the last run, so that a pause leaves no gap."""
    last = state.last_run_at if state.is_first_done else now
    return datetime.fromtimestamp(min(last, now), UTC) - timedelta(days=limits.first_days)
