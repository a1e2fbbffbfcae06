"""What a start finds and puts right: a damaged state, leases of a dead run, files that are not whole."""

from pathlib import Path

from harvester.store.database import Database
from harvester.store.errors import CorruptStateError, NotWritableError
from harvester.store.opening import return_leases
from harvester.store.place import Place
from harvester.store.rebuilding import learn_files
from harvester.store.segments import Outbox


def mend(database: Database, outbox: Outbox, place: Place, notes: list[str]) -> None:
    """Take up what a dead run had in its hands; write again what it left unwritten; note it."""
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


def open_database(place: Place, notes: list[str]) -> Database:
    """Open the state, move a damaged one aside; learn the lines that it knows nothing of."""
    path = place.database
    if path is not None:
        _make_folder(path.parent)
    database = _opened(path, int(place.clock()), notes)
    if path is not None and place.stream is None:
        count = learn_files(database, place.output, int(place.clock()))
        if count:
            notes.append(f"{count} articles known again, from files that {path.name} knew nothing of")
    return database


def _opened(path: Path | None, now: int, notes: list[str]) -> Database:
    try:
        return Database.open(path)
    except CorruptStateError as error:
        if path is None:
            raise
        aside = _move_aside(path, now)
        notes.append(f"{path} was damaged ({error}): moved to {aside.name}")
        return Database.open(path)


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
