"""``Store``: the state and the output of one run, opened together and held under one lock."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import uniform
from time import time
from typing import BinaryIO

from harvester.jsonl import line_of
from harvester.store.announcing import Announced, announce
from harvester.store.articles import Articles, Written
from harvester.store.database import CorruptStateError, Database
from harvester.store.errors import NotWritableError
from harvester.store.frontier import Frontier
from harvester.store.judging import Announcement
from harvester.store.lock import Lock
from harvester.store.opening import return_leases
from harvester.store.outcome import Outcome
from harvester.store.rebuilding import rebuild
from harvester.store.repeating import announce_again
from harvester.store.runs import dead_runs, new_run
from harvester.store.segments import Folder, Outbox, Stream
from harvester.store.settling import Moment, settled

KEEP_OUTBOX = 7.0
"""Days for which the lines of sealed files are kept, so that a lost file can be written again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a run keeps its state and puts its lines."""

    output: Path
    state: Path | None = None
    """``None``: ``state.db`` in the output folder; with a stream, nowhere."""
    stream: BinaryIO | None = None
    """Where the lines go instead of into files."""
    keep_outbox: float = KEEP_OUTBOX
    clock: Callable[[], float] = time

    @property
    def database(self) -> Path | None:
        """The file of the state; ``None`` when nothing is remembered."""
        return self.state or (None if self.stream else self.output / "state.db")


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
            HeldError: another run holds the state.
            NotWritableError: state or output cannot be written.
            TooNewError: a later harvester wrote the state.
        """
        lock = Lock(_beside(place.database)) if place.database else None
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

    def commit(self, outcome: Outcome, announcement: Announcement) -> Announced:
        """Write everything that one response means; it shares a commit with others, and is never halved.

        Raises:
            NotWritableError: the disk is full, gone or read-only; the run has to end.
        """
        announced = announce(self.database, announcement)
        if outcome.outcome == "unchanged" and outcome.lease.kind != "article":
            again = announce_again(self.database, self.run, outcome.lease.key)
            announced = replace(announced, known=announced.known + again)
        moment = Moment(self.run, announcement.now, uniform(-1, 1))  # noqa: S311 - spreads visits
        self.frontier.settle(outcome.lease.key, settled(outcome, announced, moment))
        self._keep(outcome)
        woken = self.frontier.ask_aliases(outcome.lease.key, self.run) if _is_lost(outcome) else frozenset()
        self.known += announced.known
        self.database.unit()
        return replace(announced, hosts=announced.hosts | woken)

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
            self.outbox.put(self.run, f"articles/date={record.retrieved:%Y-%m-%d}", line_of(record))

    def close(self) -> None:
        """Close the state and let the lock go; what was not committed is dropped."""
        self.database.close()
        if self.lock:
            self.lock.close()


def _is_lost(outcome: Outcome) -> bool:
    return outcome.outcome == "failed" and outcome.lease.kind == "article"


def _beside(state: Path) -> Path:
    return state.with_name(f"{state.name}.lock")


def _opened(place: Place, lock: Lock | None, notes: list[str]) -> Store:
    database = _database(place, notes)
    try:
        output = Stream(place.stream) if place.stream else Folder(place.output)
        outbox = Outbox(database, output)
        _mend(database, outbox, place, notes)
        died = dead_runs(database)
        return Store(database, outbox, lock, place, new_run(database, place.clock()), died, notes)
    except BaseException:
        database.close()
        raise


def _mend(database: Database, outbox: Outbox, place: Place, notes: list[str]) -> None:
    now = int(place.clock())
    leases = return_leases(database)
    database.commit()
    rewritten = outbox.repair(now)
    if outbox.waiting:
        rewritten += [segment.name for segment in outbox.seal(now)]
    if leases or rewritten:
        notes.append(
            f"an earlier run did not end well: {leases} URLs taken up again, {len(rewritten)} files rewritten"
        )
    outbox.forget(now, place.keep_outbox)


def _database(place: Place, notes: list[str]) -> Database:
    """Open the state; move a damaged one aside and build it anew from the lines that were written."""
    path = place.database
    if path is not None:
        _make_folder(path.parent)
    try:
        return Database(path)
    except CorruptStateError as error:
        if path is None:
            raise
        aside = _move_aside(path, int(place.clock()))
        database = Database(path)
        count = rebuild(database, place.output / "articles")
        notes.append(f"{path} was damaged ({error}): moved to {aside.name}, {count} articles known again")
        return database


def _move_aside(path: Path, now: int) -> Path:
    aside = path.with_name(f"{path.name}.damaged-{now}")
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritableError(f"cannot write {folder}: {error.strerror}; choose another folder") from error
