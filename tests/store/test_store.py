"""The state and its files, through a kill at any line."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from harvester.duplicates import field_hashes
from harvester.evidence import Link
from harvester.store.errors import HeldError, NotWritableError
from harvester.store.judging import Announcement
from harvester.store.opening import Opening, open_site
from harvester.store.outcome import Found, Outcome
from harvester.store.store import Place, Store
from tests.record_examples import PLAIN

SITE = "harbourpost.example"
FRONT = Found(Link(f"https://{SITE}/", "listing"), "front", 0)


def article(number):
    return Found(Link(f"https://{SITE}/news/{number}", "listing"), "article")


def opened(folder, **place):
    store = Store.open(Place(output=folder, **place))
    store.known += open_site(store.database, Opening(store.run, SITE, [FRONT], store.now()))
    return store


def announcement(store, found=(), **more):
    return Announcement(store.run, SITE, found, depth=1, stale=0, now=store.now(), **more)


def front_with(store, *numbers):
    """Fetch the front page, which links to articles of these numbers."""
    (lease,) = store.frontier.lease(SITE, SITE, 1)
    links = tuple(article(number) for number in numbers)
    outcome = Outcome(lease=lease, outcome="fetched", reason="listing", status=200, links=links)
    return store.commit(outcome, announcement(store, links))


def write(store, lease):
    number = lease.url.rpartition("/")[2]
    record = replace(PLAIN, id=f"art_{number:0>26}", url=lease.url, requested_url=lease.url)
    outcome = Outcome(
        lease=lease, outcome="fetched", reason="new", status=200, record=record, article_id=record.id
    )
    outcome = replace(outcome, hashes=field_hashes(record), addresses=(("own", record.url),))
    store.commit(outcome, announcement(store))


def lines(folder):
    files = sorted(folder.glob("articles/*/*.jsonl"))
    return [json.loads(line)["id"][-1] for file in files for line in file.read_bytes().splitlines()]


def test_links_wait(tmp_path):
    """New links wait to be asked, in the order of the page, and count as known to the run."""
    store = opened(tmp_path)
    announced = front_with(store, 1, 2, 3)
    assert (announced.articles, announced.new, announced.hosts) == (3, 3, {SITE})
    assert store.known == 4
    leases = store.frontier.lease(SITE, SITE, 5)
    assert [lease.url[-1] for lease in leases] == ["1", "2", "3"]
    assert store.frontier.lease(SITE, SITE, 5) == []
    store.close()


def test_other_forms_wait_for_the_first(tmp_path):
    """Of several forms of one article only the first is asked; when it fails, the others are."""
    store = opened(tmp_path)
    (lease,) = store.frontier.lease(SITE, SITE, 1)
    forms = [Found(Link(f"https://{SITE}/news/1{end}", "listing"), "article") for end in ("", "/amp", "/")]
    outcome = Outcome(lease=lease, outcome="fetched", reason="listing", status=200)
    assert store.commit(outcome, announcement(store, forms)).new == 1
    (first,) = store.frontier.lease(SITE, SITE, 5)
    gone = Outcome(lease=first, outcome="failed", reason="bad_status", status=403)
    assert store.commit(gone, announcement(store)).hosts == {SITE}
    assert {lease.url for lease in store.frontier.lease(SITE, SITE, 5)} == {
        f"https://{SITE}/news/1/amp",
        f"https://{SITE}/news/1/",
    }
    store.close()


def test_seal(tmp_path):
    """Sealed lines stand in one file of the day of retrieval, and nothing waits."""
    store = opened(tmp_path)
    front_with(store, 1, 2)
    for lease in store.frontier.lease(SITE, SITE, 5):
        write(store, lease)
    (segment,) = store.outbox.seal(store.now())
    assert segment.name == f"articles/date=2026-05-03/{store.run}-0001.jsonl"
    assert (segment.lines, lines(tmp_path)) == (2, ["1", "2"])
    assert store.outbox.waiting == 0
    store.close()


def test_kill_before_the_commit(tmp_path):
    """What was not committed is asked again: the page is lost, its line as well."""
    store = opened(tmp_path)
    front_with(store, 1)
    store.database.commit()
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    write(store, lease)
    store.close()  # drops the open transaction, as a kill does
    store = opened(tmp_path)
    assert [lease.url[-1] for lease in store.frontier.lease(SITE, SITE, 9, rank=2)][-1:] == ["1"]
    assert lines(tmp_path) == []
    store.close()


def test_kill_before_the_seal(tmp_path):
    """Committed lines reach a file at the next start, once."""
    store = opened(tmp_path)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    write(store, lease)
    store.database.commit()
    store.close()
    for _ in range(2):
        store = opened(tmp_path)
        assert lines(tmp_path) == ["1"]
        store.close()


@pytest.mark.parametrize("damage", ["torn", "grown", "gone", "part"])
def test_damaged_files(tmp_path, damage):
    """A file that is torn, grown, gone or half-renamed is written again under its own name."""
    store = opened(tmp_path)
    front_with(store, 1, 2)
    for lease in store.frontier.lease(SITE, SITE, 5):
        write(store, lease)
    (segment,) = store.outbox.seal(store.now())
    store.close()
    path = tmp_path / segment.name
    whole = path.read_bytes()
    if damage in ("gone", "part"):
        path.rename(path.with_name(f".{path.name}.part" if damage == "part" else "elsewhere"))
    else:
        path.write_bytes(whole[:-7] if damage == "torn" else whole + b'{"id"')
    store = opened(tmp_path)
    assert path.read_bytes() == whole
    assert [file.name for file in path.parent.glob("*.jsonl")] == [path.name]
    assert len(store.notes) == 1
    store.close()


def test_unsealed_file(tmp_path):
    """A kill between the segment's row and its file: the next start writes the file."""
    store = opened(tmp_path)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    write(store, lease)
    (segment,) = store.outbox.seal(store.now())
    store.database.run(text("UPDATE segments SET sealed = 0, sha256 = NULL"))
    store.database.commit()
    store.close()
    (tmp_path / segment.name).unlink()
    store = opened(tmp_path)
    assert lines(tmp_path) == ["1"]
    store.close()


def test_forgotten_lines(tmp_path):
    """Lines older than they are kept are dropped, and their file is left to its owner."""
    store = opened(tmp_path)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    write(store, lease)
    (segment,) = store.outbox.seal(store.now())
    store.close()
    opened(tmp_path, keep_outbox=0).close()
    (tmp_path / segment.name).unlink()
    opened(tmp_path).close()
    assert lines(tmp_path) == []


def test_one_run_a_state(tmp_path):
    """A second run on the same state ends at once and says who holds it."""
    store = opened(tmp_path)
    with pytest.raises(HeldError, match=r"process \d+"):
        Store.open(Place(output=tmp_path))
    store.close()
    opened(tmp_path).close()


def test_damaged_state(tmp_path):
    """A damaged state is moved aside; the new one knows every article that was written."""
    store = opened(tmp_path)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    write(store, lease)
    store.outbox.seal(store.now())
    store.close()
    (tmp_path / "state.db").write_bytes(b"not a database, but long enough to be looked at" * 100)
    store = opened(tmp_path)
    assert "moved to state.db.damaged-" in store.notes[0]
    assert "1 articles known again" in store.notes[1]
    assert list(tmp_path.glob("state.db.damaged-*"))
    assert front_with(store, 1).new == 0
    assert store.articles.known(f"art_{'1':0>26}").previous.version == 1
    store.close()


def test_unwritable(tmp_path):
    """An output that is no folder is refused with its name."""
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritableError, match="file"):
        Store.open(Place(output=tmp_path / "file" / "deeper"))


def test_nothing_remembered():
    """Without a state nothing is left behind."""
    stream = io.BytesIO()
    store = opened(Path("/nonexistent"), stream=stream)
    front_with(store, 1)
    (lease,) = store.frontier.lease(SITE, SITE, 5)
    write(store, lease)
    store.outbox.seal(store.now())
    assert stream.getvalue().count(b"\n") == 1
    store.close()
