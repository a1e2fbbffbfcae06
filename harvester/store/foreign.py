"""Files that are somebody else's: a mistyped ``--state`` must not cost anybody a file."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from harvester.store.errors import ForeignStateError
from harvester.store.place import Place
from harvester.store.tables import METADATA

_MAGIC: Final = b"SQLite format 3\0"


def refuse_foreign(place: Place) -> None:
    """Check a state that was named by hand; one with a lock beside it has been ours before.

    Raises:
        ForeignStateError: the file holds something else.
    """
    path = place.state
    if path is None or place.lock is None or place.lock.exists() or not path.is_file():
        return
    if _is_foreign(path):
        raise ForeignStateError(
            f"{path} is a file of something else, not a state of harvester: choose another --state"
        )


def _is_foreign(path: Path) -> bool:
    with path.open("rb") as file:
        opening = file.read(len(_MAGIC))
    if opening != _MAGIC:
        return bool(opening)
    tables = _tables(path)
    return bool(tables) and tables.isdisjoint(METADATA.tables)


def _tables(path: Path) -> frozenset[str]:
    """Return the names of the tables of a database; none of a damaged one, which others mend."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.Error:
        return frozenset()
    return frozenset(name for (name,) in rows)
