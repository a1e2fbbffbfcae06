"""``Store``: the state and the output of one run, opened together and held under one lock."""

from dataclasses import dataclass, field
from random import uniform

from harvester.jsonl import line_of
from harvester.store.announced import Announced
from harvester.store.announcing import announce, announce_part
from harvester.store.articles import Articles, Written
from harvester.store.database import Database
from harvester.store.foreign import refuse_foreign
from harvester.store.frontier import Frontier
from harvester.store.judging import Announcement
from harvester.store.lock import Lock
from harvester.store.mending import mend, open_database
from harvester.store.outcome import Outcome
from harvester.store.place import Place
from harvester.store.repeating import announce_again
from harvester.store.runs import dead_runs, new_run
from harvester.store.segments import Folder, Outbox, Stream
from harvester.store.settling import Moment, settled

__all__ = ["Place", "Store"]


@dataclass(slots=True)
class Store:
    """What a run writes to."""

    database: Database
    outbox: Outbox
    lock: Lock | None
    place: Place
    run: str
    died: list[str]
    """Earlier runs that were killed; their reports are still to be written."""
    notes: list[str]
    """What was found and mended at the start, one sentence each."""
    known: int = 0
    """URLs that became known to the run, counted one by one as they did."""
    is_broken: bool = False
    """True after an outcome could not be written."""
    frontier: Frontier = field(init=False)
    articles: Articles = field(init=False)

    def __post_init__(self) -> None:
        """Open the rooms over the database."""
        self.frontier = Frontier(self.database)
        self.articles = Articles(self.database)

    @classmethod
    def open(cls, place: Place) -> "Store":
        """Take the lock, open the state, write again what a kill left unfinished, begin a run.

        Raises:
            ForeignStateError: the state that was named is a file of something else.
            HeldError: another run holds the state.
            NotWritableError: state or output cannot be written.
            TooNewError: a later harvester wrote the state.
        """
        refuse_foreign(place)
        lock = Lock(place.lock) if place.lock else None
        notes: list[str] = []
        try:
            return _opened(place, lock, notes)
        except BaseException:
            if lock:
                lock.close()
            raise

    def now(self) -> int:
        """Return whole seconds since 1970."""
        return int(self.place.clock())

    def commit_part(self, part: Announcement) -> Announced:
        """Write some links of a long page; without the page's own outcome they are announced again.

        Raises:
            NotWritableError: the disk is full, gone or read-only.
        """
        self.is_broken = True
        announced = announce_part(self.database, part)
        self.database.unit()
        self.known += announced.known
        self.is_broken = False
        return announced

    def commit(self, outcome: Outcome, announcement: Announcement) -> Announced:
        """Write everything that one response means; it shares a commit with others, and is never halved.

        After an error the store is broken: what was not committed is dropped, and the run has to end.

        Raises:
            NotWritableError: the disk is full, gone or read-only.
        """
        self.is_broken = True
        try:
            announced = self._commit(outcome, announcement)
            self.is_broken = False
        finally:
            if self.is_broken:
                self.database.roll_back()
        return announced

    def _commit(self, outcome: Outcome, announcement: Announcement) -> Announced:
        announced = announce(self.database, announcement)
        if outcome.outcome == "unchanged" and outcome.lease.kind != "article":
            again = announce_again(self.database, self.run, outcome.lease.key)
            announced = announced.with_more(Announced(known=again))
        moment = Moment(self.run, announcement.now, uniform(-1, 1))  # noqa: S311 - spreads visits
        self.frontier.settle(outcome.lease.key, settled(outcome, announced, moment))
        self._keep(outcome)
        woken = self.frontier.ask_aliases(outcome.lease.key, self.run) if _is_lost(outcome) else frozenset()
        self.known += announced.known - announcement.before.known
        self.database.unit()
        return announced.with_more(Announced(hosts=woken))

    def _keep(self, outcome: Outcome) -> None:
        """Keep version and addresses in mind; put the line, or the quarantined one, in the outbox."""
        if outcome.article_id is not None:
            self.articles.name(outcome.article_id, outcome.addresses)
        if outcome.quarantined is not None:
            self.outbox.put(self.run, "quarantine", outcome.quarantined)
        record = outcome.record
        if record is not None and outcome.hashes is not None:
            lease = outcome.lease
            self.articles.write(Written(record, lease.site, lease.key, self.run, outcome.hashes))
            self.outbox.put(
                self.run, f"articles/date={record.retrieved:%Y-%m-%d}", outcome.line or line_of(record)
            )

    def close(self) -> None:
        """Close the state and let the lock go; what was not committed is dropped."""
        self.database.close()
        if self.lock:
            self.lock.close()


def _is_lost(outcome: Outcome) -> bool:
    return outcome.outcome == "failed" and outcome.lease.kind == "article"


def _opened(place: Place, lock: Lock | None, notes: list[str]) -> Store:
    database = open_database(place, notes)
    try:
        output = Stream(place.stream) if place.stream else Folder(place.output)
        outbox = Outbox(database, output)
        mend(database, outbox, place, notes)
        died = dead_runs(database)
        return Store(database, outbox, lock, place, new_run(database, place.clock()), died, notes)
    except BaseException:
        database.close()
        raise
