"""Statements on a short way to the driver.

A page needs nine statements, and what SQLAlchemy does around each takes five times what SQLite does within.
These are written in SQLAlchemy Core as all others, so that other databases understand them; they are
compiled once, and their parameters are handed over as they are: numbers, texts and bytes alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ClauseElement, Connection

Key = tuple[ClauseElement | str, ...]
"""A statement and the names of its parameters: an update changes the columns that are given."""


@dataclass(frozen=True, slots=True)
class _Ready:
    sql: str
    order: tuple[str, ...] | None
    """Of the parameters; ``None`` where the driver takes them by name."""
    fixed: Mapping[str, Any]
    """Parameters that stand in the statement itself."""

    def parameters(self, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the driver wants them
        known = {**self.fixed, **values} if self.fixed else values
        return known if self.order is None else [known[name] for name in self.order]


@dataclass(slots=True)
class ShortWay:
    """The driver's own connection behind one of SQLAlchemy, in the same transaction."""

    connection: Connection
    _ready: dict[Key, _Ready] = field(default_factory=dict)

    def run(self, statement: ClauseElement, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a cursor
        """Execute a statement, a constant of its module; return the driver's cursor."""
        key: Key = (statement, *values)
        ready = self._ready.get(key) or self._compiled(key)
        if not self.connection.in_transaction():
            self.connection.begin()
        cursor = self.connection.connection.cursor()
        cursor.execute(ready.sql, ready.parameters(values))
        return cursor

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """What the driver raises where SQLAlchemy raises ``DatabaseError``."""
        driver = self.connection.dialect.loaded_dbapi
        return (driver.DatabaseError,)

    def _compiled(self, key: Key) -> _Ready:
        statement, *names = key
        dialect = self.connection.dialect
        compiled: Any = statement.compile(dialect=dialect, column_keys=[*names])  # type: ignore[union-attr]
        fixed = {
            name: value
            for name, value in compiled.construct_params(_check=False).items()
            if name not in names
        }
        order = tuple(compiled.positiontup) if compiled.positional else None
        ready = self._ready[key] = _Ready(str(compiled), order, fixed)
        return ready
