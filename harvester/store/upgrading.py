"""A state of an earlier harvester gets the tables, columns and indexes that today's has more."""

from collections.abc import Iterator

from sqlalchemy import Column, Connection, Table, inspect, text
from sqlalchemy.schema import CreateColumn

from harvester.store.tables import METADATA


class UnknownTablesError(ValueError):
    """A table has our name and lacks what no default could fill."""


def upgrade(connection: Connection) -> None:
    """Make the tables, columns and indexes that are missing; the caller commits.

    Raises:
        UnknownTablesError: a column is missing that has no default.
    """
    METADATA.create_all(connection)
    found = inspect(connection)
    for table in METADATA.sorted_tables:
        known = {column["name"] for column in found.get_columns(table.name)}
        for column in _missing(table, known):
            words = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(text(f'ALTER TABLE "{table.name}" ADD COLUMN {words}'))
        for index in table.indexes:
            index.create(connection, checkfirst=True)


def _missing(table: Table, known: set[str]) -> Iterator[Column[object]]:
    for column in table.columns:
        if column.name in known:
            continue
        if not column.nullable and column.server_default is None:
            raise UnknownTablesError(f"table {table.name} has no {column.name}")
        yield column
