"""Whether a file is a sound state of ours, and what an error of the database means to a run."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from harvester.store.errors import CorruptStateError, NotWritableError, StoreError, TooNewError
from harvester.store.tables import SCHEMA, meta, runs
from harvester.store.upgrading import upgrade

_CORRUPT: Final = ("malformed", "not a database", "unsupported file format")


def checked(engine: Engine, path: Path | None) -> Connection:
    """Return a connection to a sound file of our version.

    Raises:
        CorruptStateError, NotWritableError, TooNewError: there is none.
    """
    try:
        connection = engine.connect()
        _check_soundness(connection, "quick_check")
        upgrade(connection)
        _check_version(connection, path)
        if connection.execute(select(runs.c.run).where(runs.c.ended == 0)).first():
            _check_soundness(connection, "integrity_check")  # a run did not end well: the indexes, too
        connection.commit()
    except (DatabaseError, ValueError) as error:
        engine.dispose()
        raise opening_error(error, path) from error
    except StoreError:
        engine.dispose()
        raise
    return connection


def _check_soundness(connection: Connection, check: str) -> None:
    if connection.dialect.name == "sqlite":
        verdict = str(connection.execute(text(f"PRAGMA {check}(1)")).scalar_one())
        if verdict != "ok":
            raise CorruptStateError(" ".join(verdict.split()))


def _check_version(connection: Connection, path: Path | None) -> None:
    found = connection.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar()
    if found is None:
        connection.execute(insert(meta), {"name": "schema", "value": str(SCHEMA)})
    elif int(found) > SCHEMA:
        raise TooNewError(
            f"{path} was written by a later harvester: update harvester, or choose another --state"
        )
    elif int(found) < SCHEMA:
        connection.execute(update(meta).where(meta.c.name == "schema").values(value=str(SCHEMA)))


def opening_error(error: DatabaseError | ValueError, path: Path | None) -> StoreError:
    """Tell a file that cannot be had from one that holds no state of ours."""
    words = _words(error)
    if isinstance(error, OperationalError) and not _is_corrupt(words):
        return NotWritableError(f"cannot write {path}: {words}; choose another folder with -o or --state")
    return CorruptStateError(words)


def raise_trouble(error: Exception) -> None:
    """Raise what an error of the database, or of its driver, means to a run; return where it is our own.

    Raises:
        CorruptStateError: the file was damaged while it was open.
        NotWritableError: the disk is full, gone or read-only.
    """
    words = _words(error)
    if _is_corrupt(words):
        raise CorruptStateError(f"the state is damaged ({words}): the next run builds it anew") from error
    if type(error).__name__ == "OperationalError":  # SQLAlchemy's, or any driver's
        raise NotWritableError(f"the state cannot be written: {words}") from error


def _words(error: Exception) -> str:
    return str(error.orig if isinstance(error, DatabaseError) else error)


def _is_corrupt(words: str) -> bool:
    """Tell damage from a disk that is full or gone."""
    return any(sign in words for sign in _CORRUPT)
