"""How a state's file is opened: to be written by one run, or only to be read, also beside a run."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from harvester.store.checking import opening_error

_WRITING: Final = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "cache_size=-20000")
_READING: Final = ("busy_timeout=5000",)
_ALONE: Final = "immutable=1"


def writing_engine(path: Path | None) -> Engine:
    """Return the engine of a file; ``None`` for a database that is gone with the process."""
    return _engine(URL.create("sqlite", database=str(path) if path else None), _WRITING)


def reading_connection(path: Path) -> tuple[Engine, Connection]:
    """Return an engine that changes nothing, and its connection.

    Raises:
        CorruptStateError, NotWritableError: the file is no state.
    """
    try:
        return _read(path, _way(path))
    except OperationalError:
        return _last_way(path)
    except (DatabaseError, ValueError) as error:
        raise opening_error(error, path) from error


def _way(path: Path) -> str:
    """Return how to read: beside a run through what it shares, else without leaving such files behind."""
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else _ALONE


def _last_way(path: Path) -> tuple[Engine, Connection]:
    """Read what a run shared in a folder that is now read-only."""
    try:
        return _read(path, _ALONE)
    except (DatabaseError, ValueError) as error:
        raise opening_error(error, path) from error


def _read(path: Path, way: str) -> tuple[Engine, Connection]:
    name = f"file:{quote(str(path.resolve()))}?{way}"
    engine = _engine(URL.create("sqlite", database=name, query={"uri": "true"}), _READING)
    try:
        connection = engine.connect()
        connection.exec_driver_sql("SELECT count(*) FROM meta")
    except BaseException:
        engine.dispose()
        raise
    return engine, connection


def _engine(url: URL, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(url, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
        for words in pragmas:
            connection.execute(f"PRAGMA {words}")

    return engine
