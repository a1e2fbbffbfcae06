"""``Run``: everything that belongs to one crawl. Given sites, state, output and options, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from harvester.fetching.hosts import Hosts
from harvester.health.logs import log_outcome
from harvester.health.results import Stop
from harvester.health.tally import Tally, Unwatched, Watch
from harvester.limits import DAY
from harvester.pipelines.export import announcement
from harvester.site import Site
from harvester.sites import Sites
from harvester.spiders.options import Options
from harvester.spiders.queues import Queues
from harvester.spiders.reading import first_seeds
from harvester.spiders.windows import Window, window
from harvester.store.announced import Announced
from harvester.store.closing import explain_rest, skip_rest
from harvester.store.judging import Announcement, Habits
from harvester.store.links import seconds
from harvester.store.opening import Opening, open_site
from harvester.store.outcome import Lease, Outcome
from harvester.store.runs import SiteState, note_site, site_state
from harvester.store.segments import LINES, SECONDS, Segment, Stream
from harvester.store.store import Store


@dataclass(slots=True)
class Run:
    """One crawl while it goes."""

    store: Store
    sites: dict[str, Site]
    """By main host."""
    options: Options
    files: Sites
    """The sites whose page rules take part."""
    watch: Watch = field(default_factory=Unwatched)
    stop: Stop = "done"
    """Why it ends."""
    error: BaseException | None = None
    """What ended it from inside."""
    segments: list[Segment] = field(default_factory=list)
    tally: Tally = field(init=False)
    windows: dict[str, Window] = field(init=False)
    queues: Queues = field(init=False)
    _states: dict[str, SiteState] = field(init=False)
    _held: dict[str, list[int]] = field(default_factory=dict)
    """Listings of each site that a budget leaves to a later run."""
    _sealed: float = field(default_factory=monotonic)

    def __post_init__(self) -> None:
        """Look up what is known of each site."""
        self.tally = Tally(self.store.run)
        self._states = {name: site_state(self.store.database, name) for name in self.sites}
        self.windows = {name: self._window(site) for name, site in self.sites.items()}
        self.queues = Queues(self.store.frontier, self.windows)

    @classmethod
    def of(cls, store: Store, sites: Sequence[Site], options: Options, watch: Watch | None = None) -> "Run":
        """Return a run over sites, each once."""
        known = {site.host: site.within(options.limits) for site in sites}
        return cls(store, known, options, options.known.including(sites), watch or Unwatched())

    def _window(self, site: Site) -> Window:
        return window(self.options, self._states[site.host], site.limits, self.store.now())

    def open(self) -> None:
        """Make pending what is to be asked first."""
        for name, site in self.sites.items():
            opening = Opening(
                run=self.store.run,
                site=name,
                seeds=first_seeds(site),
                now=self.store.now(),
                is_described=bool(site.seeds),
                only_due=self.options.only_due,
                refresh_since=seconds(self.windows[name].since) if self.options.refresh else None,
            )
            self.store.known += open_site(self.store.database, opening)
            self.queues.wake(name, self.store.frontier.pending_hosts(name))
        self.store.database.commit()
        self.watch.began(self.tally)

    def next_lease(self, hosts: Hosts) -> Lease | None:
        """Return what is to be asked next; listings that nobody needs any more are passed over."""
        while (lease := self.queues.next(hosts)) is not None:
            if lease.rank == 1 and self._has_enough(lease.site):
                self._pass_over(lease)
                continue
            self.windows[lease.site].asked += lease.kind == "article"
            return lease
        return None

    def _pass_over(self, lease: Lease) -> None:
        """Leave a listing out: for good where nobody asked for the window, else to a later run."""
        if self.windows[lease.site].is_default:
            self._commit(Outcome(lease=lease, outcome="skipped", reason="window"))
        else:
            self._held.setdefault(lease.site, []).append(lease.key)

    def _has_enough(self, site: str) -> bool:
        """Tell whether as many articles wait as the window takes."""
        left = self.windows[site].left
        return left is not None and self.store.frontier.count_pending(site) >= left

    def habits(self, site: str) -> Habits:
        """Return how far the run looks at a site."""
        stale = self.sites[site].limits.stale_listings
        return Habits(self.options.refresh, self.options.is_thorough, stale)

    def settle(self, outcome: Outcome, page: Announcement | None = None) -> Announced:
        """Commit an outcome with what is left to announce of its page, and count it.

        Raises:
            NotWritableError: the run has to end.
        """
        taken = self.windows[outcome.lease.site]
        taken.asked -= outcome.lease.kind == "article"
        taken.written += outcome.record is not None
        announced = self._commit(outcome, page)
        if taken.budget is not None and outcome.lease.kind == "article" and outcome.record is None:
            self._take_up(outcome.lease.site)
        if self.store.outbox.waiting >= LINES or isinstance(self.store.outbox.output, Stream):
            self.seal()
        return announced

    def _take_up(self, site: str) -> None:
        """Look again at what a budget held back: an article that was asked made no record."""
        self.store.frontier.give_back(self._held.pop(site, ()))
        self.queues.wake(site, self.store.frontier.pending_hosts(site))

    def give_back(self, lease: Lease) -> None:
        """Return a lease that was not asked because the run ends."""
        self.windows[lease.site].asked -= lease.kind == "article"
        self.store.frontier.give_back([lease.key])

    def _commit(self, outcome: Outcome, page: Announcement | None = None) -> Announced:
        page = page or announcement(outcome, self.store, self.habits(outcome.lease.site))
        announced = self.store.commit(outcome, page)
        self.queues.wake(outcome.lease.site, announced.hosts)
        self.tally.add(outcome)
        log_outcome(self.store.run, outcome)
        self.watch.changed(self.tally)
        return announced

    def seal(self) -> None:
        """Commit, and write the lines that wait to their files."""
        self.store.database.commit()
        self._sealed = monotonic()
        if self.store.outbox.waiting:
            self.segments += self.store.outbox.seal(self.store.now())

    def tick(self) -> None:
        """Commit and seal what has waited for its time; called every second.

        Raises:
            NotWritableError: the run has to end.
        """
        self.store.database.commit_old()
        is_midnight = self.store.now() % DAY < 1
        if monotonic() - self._sealed >= SECONDS or is_midnight:
            self.seal()

    def fail(self, error: BaseException, stop: Stop) -> None:
        """Note what ends the run from inside; the first error counts."""
        if self.error is None:
            self.error, self.stop = error, stop

    def close(self) -> None:
        """Give every URL its outcome, write the lines, note what is known of the sites now."""
        self.queues.close()
        self.store.frontier.give_back([key for held in self._held.values() for key in held])
        for name, taken in self.windows.items():
            self._end_site(name, taken)
        self.seal()

    def _end_site(self, name: str, taken: Window) -> None:
        database, run = self.store.database, self.store.run
        if taken.is_spent and taken.is_default:
            skip_rest(database, run, name, "window")
        elif taken.is_spent and self.store.frontier.count_pending(name) and self.stop == "done":
            self.stop = "limit_articles"
        explain_rest(database, run, name, "limit_articles" if self.stop == "done" else self.stop)
        state = self._states[name]
        is_done = state.is_first_done or self.stop in ("done", "limit_articles")
        now = self.store.now()
        new = self.tally.sites[name].records if name in self.tally.sites else 0
        note_site(database, SiteState(name, run, now, is_done, now if new else state.last_new))
