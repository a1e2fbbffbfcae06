"""One SQLite file, opened carefully: WAL, checked, of a known version; many small units share a commit."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any, Final, Self

from sqlalchemy import ClauseElement, Connection, CursorResult, Executable, Table, insert, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from harvester.store.checking import checked, raise_trouble
from harvester.store.engines import reading_connection, writing_engine
from harvester.store.ready import ShortWay

UNITS: Final = 100
SECONDS: Final = 5.0
"""A commit holds at most so many units, or the units of so many seconds."""
_CHUNK: Final = 500
"""Values in one IN list: below every database's limit on variables."""

Rows = Sequence[Mapping[str, Any]]


class Database:
    """A connection whose transaction stays open over many units; a reader sees them after the commit."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        self._engine = engine
        self._units = 0
        self._since = 0.0
        self._connection = connection
        self._short = ShortWay(self._connection)
        self._broken = self._short.errors
        self._new: dict[Table, ClauseElement] = {}

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open or make the file; ``None`` for a database that is gone with the process.

        Raises:
            CorruptStateError: the file is damaged.
            NotWritableError: it cannot be made or written.
            TooNewError: a later harvester made it.
        """
        engine = writing_engine(path)
        return cls(engine, checked(engine, path))

    @classmethod
    def reading(cls, path: Path) -> Self:
        """Open a file to look at it, in a read-only folder and beside a run, too.

        Raises:
            CorruptStateError, NotWritableError: the file is no state.
        """
        return cls(*reading_connection(path))

    @property
    def connection(self) -> Connection:
        """The one connection, for statements of the rooms of the store."""
        return self._connection

    def run(self, statement: Executable, values: Mapping[str, Any] | Rows | None = None) -> CursorResult[Any]:
        """Execute a statement in the open transaction.

        Raises:
            NotWritableError: the disk is full, gone or read-only.
            CorruptStateError: the file was damaged while it was open.
        """
        try:
            return self._connection.execute(statement, values)
        except DatabaseError as error:
            self.roll_back()
            raise_trouble(error)
            raise

    def quick(self, statement: ClauseElement, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a cursor
        """Execute a statement that a page needs, a constant of its module; return the driver's cursor.

        Raises:
            NotWritableError: the disk is full, gone or read-only.
        """
        try:
            return self._short.run(statement, values)
        except self._broken as error:
            self.roll_back()
            raise_trouble(error)
            raise

    def insert(self, table: Table, rows: Rows) -> None:
        """Insert rows; nothing happens for none."""
        if rows:
            self.run(insert(table), rows)

    def insert_new(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row if its primary key is not there yet."""
        if table not in self._new:
            self._new[table] = _insert_new(self._connection.dialect.name, table)
        self.quick(self._new[table], row)

    def unit(self) -> None:
        """Count one whole unit of work; commit when enough have come together."""
        now = monotonic()
        self._since = self._since if self._units else now
        self._units += 1
        if self._units >= UNITS or now - self._since >= SECONDS:
            self.commit()

    def commit_old(self) -> None:
        """Commit what has waited for its time; called by a clock."""
        if self._units and monotonic() - self._since >= SECONDS:
            self.commit()

    def commit(self) -> None:
        """Commit everything now.

        Raises:
            NotWritableError: the disk is full, gone or read-only.
        """
        self._units = 0
        try:
            self._connection.commit()
        except DatabaseError as error:
            self.roll_back()
            raise_trouble(error)
            raise

    def roll_back(self) -> None:
        """Drop what is not committed."""
        self._units = 0
        with suppress(SQLAlchemyError):
            self._connection.rollback()

    @contextmanager
    def durable(self) -> Iterator[None]:
        """Commit what is done inside so that it survives a loss of power, with all that was before."""
        self.commit()
        self._pragma("synchronous=FULL")
        try:
            yield
            self.commit()
        finally:
            self.roll_back()
            self._pragma("synchronous=NORMAL")

    def _pragma(self, words: str) -> None:
        if self._connection.dialect.name == "sqlite":
            self.run(text(f"PRAGMA {words}"))
            self.commit()

    def close(self) -> None:
        """Close; what is not committed is dropped, as by a kill."""
        self.roll_back()
        self._connection.close()
        self._engine.dispose()


def _insert_new(dialect: str, table: Table) -> ClauseElement:
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - nobody else has to load it

        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the values in pieces that fit into one IN list."""
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
