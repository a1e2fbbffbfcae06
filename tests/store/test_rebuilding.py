"""A state that was lost, set back or damaged learns from the files what was written."""

import shutil
import sqlite3

import pytest

from harvester.store.runs import site_state
from tests.record_examples import PLAIN
from tests.store.test_store import SITE, front_with, lines, opened, write


def written(folder, *numbers):
    """Write articles of these numbers and close the state."""
    store = opened(folder)
    front_with(store, *numbers)
    for lease in store.frontier.lease(SITE, SITE, len(numbers)):
        write(store, lease)
    store.outbox.seal(store.now())
    store.close()


def new_links(folder, *numbers):
    """How many of these articles a run would ask for, and what it says."""
    store = opened(folder)
    new = front_with(store, *numbers).new
    notes = store.notes
    store.close()
    return new, notes


def emptied(state):
    state.write_bytes(b"")


def removed(state):
    state.unlink()


def noise(state):
    state.write_bytes(bytes(range(256)) * 400)


def without_version(state):
    with sqlite3.connect(state) as database:
        database.execute("UPDATE meta SET value = 'lantern'")
    database.close()


def of_another_program(state):
    state.unlink()
    with sqlite3.connect(state) as database:
        database.execute("CREATE TABLE frontier (lamp TEXT)")
    database.close()


@pytest.mark.parametrize("lose", [emptied, removed, noise, without_version, of_another_program])
def test_lost_state(tmp_path, lose):
    """However a state was lost, what stands in the files is known again and not asked as new."""
    written(tmp_path, 1, 2)
    lose(tmp_path / "state.db")
    new, notes = new_links(tmp_path, 1, 2, 3)
    assert new == 1
    assert "2 articles known again" in notes[-1]
    assert new_links(tmp_path, 1, 2, 3)[1] == []


def test_state_of_a_backup(tmp_path):
    """A state that was set back learns what was written since."""
    written(tmp_path, 1)
    shutil.copy(tmp_path / "state.db", tmp_path / "backup")
    written(tmp_path, 1, 2)
    shutil.copy(tmp_path / "backup", tmp_path / "state.db")
    assert new_links(tmp_path, 1, 2)[0] == 0


def test_site_of_a_lost_state(tmp_path):
    """A site whose articles are known again was crawled before: no first crawl, and its window, again."""
    written(tmp_path, 1)
    removed(tmp_path / "state.db")
    store = opened(tmp_path)
    known = site_state(store.database, PLAIN.site.host)
    assert (known.is_first_done, known.last_new) == (True, int(PLAIN.retrieved.timestamp()))
    store.close()


def test_torn_tail_of_a_lost_state(tmp_path):
    """A torn line of a file that no state can write again is cut off, and its article asked again."""
    written(tmp_path, 1, 2)
    (file,) = tmp_path.glob("articles/*/*.jsonl")
    file.write_bytes(file.read_bytes()[:-20])
    removed(tmp_path / "state.db")
    assert new_links(tmp_path, 1, 2)[0] == 1
    assert len(lines(tmp_path)) == 1


def test_earlier_state(tmp_path):
    """A state of an earlier harvester gets the columns, tables and indexes that it lacks, and goes on."""
    written(tmp_path, 1)
    with sqlite3.connect(tmp_path / "state.db") as database:
        database.execute("UPDATE meta SET value = '0'")
        database.execute("DROP INDEX frontier_young")
        database.execute("ALTER TABLE frontier DROP COLUMN published")
        database.execute("DROP TABLE hosts")
    database.close()
    assert new_links(tmp_path, 1, 2) == (1, [])
    with sqlite3.connect(tmp_path / "state.db") as database:
        assert database.execute("SELECT value FROM meta").fetchall() == [("1",)]
        assert database.execute("SELECT 1 FROM sqlite_master WHERE name = 'frontier_young'").fetchone()
    database.close()


def test_index_that_lies(tmp_path):
    """After a run that did not end well indexes are checked, too: one that lies would double articles."""
    written(tmp_path, 1)
    with sqlite3.connect(tmp_path / "state.db") as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, '(identity)', '(site)') "
                         "WHERE name = 'frontier_identity'")  # fmt: skip
    database.close()
    _, notes = new_links(tmp_path, 1)
    assert "was damaged" in notes[0]
