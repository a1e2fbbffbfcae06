"""What a run has done so far, counted while it does it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Final, Protocol

from harvester.article import Record
from harvester.store.outcome import Outcome

FIELDS: Final = (
    "headline",
    "standfirst",
    "byline",
    "authors",
    "published",
    "modified",
    "language",
    "body",
    "source_line",
    "sources",
    "images",
    "related",
)
"""What fill rates are told of."""


@dataclass(slots=True)
class SiteTally:
    """What was done at one site."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Responses by outcome and reason."""
    records: int = 0
    """Lines written: new articles, changed ones, tombstones."""
    filled: Counter[str] = field(default_factory=Counter)
    """Records that have a field."""
    asked: str = ""
    """The address that was asked last."""

    def add(self, outcome: Outcome) -> None:
        """Count an outcome and its record."""
        self.outcomes[outcome.outcome, outcome.reason] += 1
        self.asked = outcome.lease.url
        if outcome.record is not None:
            self._fill(outcome.record)

    def _fill(self, record: Record) -> None:
        self.records += 1
        self.filled.update(name for name in FIELDS if getattr(record, name))


@dataclass(slots=True)
class Tally:
    """What a run has done so far. Whoever shows it reads it; nobody else writes it."""

    run: str
    sites: dict[str, SiteTally] = field(default_factory=dict)
    first: Record | None = None
    """The first record that was written."""
    clock: Callable[[], float] = monotonic
    started: float = field(init=False)

    def __post_init__(self) -> None:
        """Take the time."""
        self.started = self.clock()

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.sites.setdefault(outcome.lease.site, SiteTally()).add(outcome)
        self.first = self.first or outcome.record

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return self.clock() - self.started

    @property
    def records(self) -> int:
        """Lines written at all sites."""
        return sum(site.records for site in self.sites.values())

    @property
    def responses(self) -> int:
        """Outcomes at all sites."""
        return sum(site.outcomes.total() for site in self.sites.values())


class Watch(Protocol):
    """Whoever wants to see a run while it goes."""

    def began(self, tally: Tally) -> None:
        """The run begins; the tally goes on changing."""

    def changed(self, tally: Tally) -> None:
        """Something was counted."""

    def ended(self, tally: Tally) -> None:
        """The run is over."""


class Unwatched:
    """Nobody looks."""

    def began(self, tally: Tally) -> None:
        """Show nothing."""

    def changed(self, tally: Tally) -> None:
        """Show nothing."""

    def ended(self, tally: Tally) -> None:
        """Show nothing."""
