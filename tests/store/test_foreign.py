"""A file of somebody else's is never taken for a state."""

import sqlite3
from contextlib import closing

import pytest

from harvester.store.errors import ForeignStateError
from harvester.store.store import Place, Store


def named(path):
    return Place(output=path.parent / "output", state=path)


def a_letter(path):
    path.write_text("Dear Alma, the ferry was late again.\n", encoding="utf-8")


def a_database(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()


@pytest.mark.parametrize("make", [a_letter, a_database])
def test_foreign(tmp_path, make):
    """A letter and another program's database are refused by name, and left as they are."""
    path = tmp_path / "mine"
    make(path)
    before = path.read_bytes()
    with pytest.raises(ForeignStateError, match="mine is a file of something else"):
        Store.open(named(path))
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]


def test_own(tmp_path):
    """A state of ours is opened under any name, with and without a lock beside it; so is an empty file."""
    path = tmp_path / "mine"
    path.touch()
    for _ in range(2):
        Store.open(named(path)).close()
        (tmp_path / "mine.lock").unlink()


def test_damaged(tmp_path):
    """What a lock beside it shows to have been ours is mended."""
    path = tmp_path / "mine"
    Store.open(named(path)).close()
    path.write_bytes(b"no state any more" * 300)
    store = Store.open(named(path))
    assert "was damaged" in store.notes[0]
    store.close()
