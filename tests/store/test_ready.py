"""Statements on the short way: the same transaction, the same errors, one compilation."""

import pytest
from sqlalchemy import bindparam, insert, select, text, update

from harvester.store.database import Database
from harvester.store.errors import NotWritableError
from harvester.store.tables import hosts

_PUT = insert(hosts)
_REST = select(hosts.c.not_before).where(hosts.c.host == bindparam("host"), hosts.c.not_before > 5)
_CHANGE = update(hosts).where(hosts.c.host == bindparam("at"))


@pytest.fixture
def database():
    opened = Database.open(None)
    yield opened
    opened.close()


def fill(database):
    for number in range(10_000):
        database.quick(_PUT, {"host": f"{number}.example.org"})


def test_both_ways(database):
    """What one way writes the other reads, before any commit."""
    database.quick(_PUT, {"host": "example.org", "not_before": 7})
    assert database.run(select(hosts.c.not_before)).scalar_one() == 7
    database.run(update(hosts).values(not_before=9))
    assert database.quick(_REST, {"host": "example.org"}).fetchall() == [(9,)]


def test_fixed_values_stand_in_the_statement(database):
    """A value that is written in the statement counts, whatever parameters are given beside it."""
    database.quick(_PUT, {"host": "example.org", "not_before": 5})
    assert database.quick(_REST, {"host": "example.org"}).fetchall() == []


def test_an_update_changes_the_columns_that_are_given(database):
    """One statement serves for any set of columns, and tells how many rows it changed."""
    database.quick(_PUT, {"host": "example.org", "not_before": 5})
    assert database.quick(_CHANGE, {"at": "example.org", "not_before": 8}).rowcount == 1
    assert database.quick(_CHANGE, {"at": "example.org", "host": "example.net"}).rowcount == 1
    assert database.run(select(hosts)).all() == [("example.net", 8)]


def test_dropped_with_the_transaction(database):
    """The first statement of a unit begins it: rolled back, it never was."""
    database.commit()
    database.quick(_PUT, {"host": "example.org"})
    database.roll_back()
    assert database.run(select(hosts)).all() == []


def test_kept_by_the_commit(tmp_path):
    """What was written so alone is there when the file is opened again."""
    database = Database.open(tmp_path / "state.db")
    database.quick(_PUT, {"host": "example.org"})
    database.commit()
    database.close()
    again = Database.open(tmp_path / "state.db")
    assert again.run(select(hosts.c.host)).scalars().all() == ["example.org"]
    again.close()


def test_full_disk(tmp_path):
    """A disk that takes no more ends as ``NotWritableError``, as on the long way."""
    database = Database.open(tmp_path / "state.db")
    pages = database.run(text("PRAGMA page_count")).scalar_one()
    database.run(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(NotWritableError, match="full"):
        fill(database)
    database.close()


def test_insert_new_leaves_what_is_there(database):
    """A row whose key is taken stays as it was."""
    database.insert_new(hosts, {"host": "example.org", "not_before": 1})
    database.insert_new(hosts, {"host": "example.org", "not_before": 2})
    assert database.run(select(hosts.c.not_before)).scalars().all() == [1]
