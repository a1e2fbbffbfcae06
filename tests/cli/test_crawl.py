"""``harvester crawl`` as a person runs it: in a process of its own, with its exit code and its words."""

# ruff: noqa: S603 - processes of our own

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from harvester.newspaper import Newspaper, serve


@pytest.fixture(scope="module")
def paper():
    return Newspaper()


@pytest.fixture(scope="module")
def served(paper):
    with serve(paper) as address:
        yield address


@pytest.fixture
def asked(paper):
    """Wait until the newspaper was asked so many times more."""
    before = len(paper.visits)

    def wait(times):
        deadline = time.monotonic() + 20
        while len(paper.visits) < before + times and time.monotonic() < deadline:
            time.sleep(0.02)

    return wait


ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("HARVESTER_")}


def harvester(*arguments):
    return [sys.executable, "-m", "harvester", *map(str, arguments)]


def run(*arguments, **more):
    facts = {"capture_output": True, "text": True, "timeout": 60, "env": ENVIRONMENT}
    return subprocess.run(harvester(*arguments), check=False, **facts | more)


def crawling(served, output, *arguments):
    """Return the arguments of a crawl of the newspaper."""
    fast = ("--delay", "0", "--allow-address", f"{served.host}:{served.port}")
    return ("crawl", served.url, "-o", output, *fast, *arguments)


def written(output):
    """Return how often each (id, version) was written; broken lines raise."""
    pairs = Counter()
    for path in output.glob("articles/*/*.jsonl"):
        text = path.read_bytes()
        assert text.endswith(b"\n")
        records = [json.loads(line) for line in text.splitlines()]
        pairs.update((record["id"], record["version"]) for record in records)
    return pairs


@pytest.fixture(scope="module")
def undisturbed(served, tmp_path_factory):
    """A crawl that nobody disturbs, and its output."""
    output = tmp_path_factory.mktemp("undisturbed")
    return run(*crawling(served, output)), output


def test_first_and_second(served, undisturbed):
    """The first run writes valid records and says so in one line; the second writes none."""
    first, output = undisturbed
    count = written(output).total()
    assert first.returncode == 0
    assert f"{count} new, 0 known" in first.stderr
    assert first.stdout == ""
    checked = run("validate", output / "articles")
    assert (checked.returncode, checked.stderr) == (0, f"{count} lines, 0 of them invalid\n")
    second = run(*crawling(served, output))
    assert second.returncode == 0
    assert "0 new, " in second.stderr
    assert written(output).total() == count


def test_stdout(served, undisturbed):
    """Lines go to standard output and nothing else does."""
    done = run(*crawling(served, "-"))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(records) == written(undisturbed[1]).total()
    assert "--state" in done.stderr


def test_status(undisturbed):
    """The state tells of each site when it was crawled and what waits."""
    told = run("status", "-o", undisturbed[1]).stdout
    site, last, new, articles, *_ = told.rstrip("\n").split("\t")
    assert site.startswith("127.0.0.1:")
    assert last.startswith("20")
    assert new.startswith("20")
    assert int(articles) > 10


def test_status_of_what_cannot_be_written(undisturbed, tmp_path):
    """Looking leaves nothing behind and needs no right to write; a damaged state is named."""
    shutil.copy(undisturbed[1] / "state.db", tmp_path / "state.db")
    (tmp_path / "state.db").chmod(0o444)
    before = sorted(tmp_path.iterdir())
    assert run("status", "-o", tmp_path).stdout == run("status", "-o", undisturbed[1]).stdout
    assert sorted(tmp_path.iterdir()) == before
    (tmp_path / "other.db").write_bytes(b"lantern" * 2000)
    done = run("status", "--state", tmp_path / "other.db")
    assert (done.returncode, "is damaged" in done.stderr) == (4, True)


def test_json_logs(served, tmp_path):
    """Logs can be JSON, an event a line: what became of each URL, and why."""
    done = run(*crawling(served, tmp_path, "-v", "--log-format", "json", "--max-articles", "1"))
    events = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    assert {"time", "level", "event", "run", "site", "url", "outcome", "reason"} <= set(events[-1])


def test_scrapy(served, undisturbed, tmp_path):
    """Scrapy's own command writes the same articles, with the same data in every field."""
    own = ["-a", f"site={served.url}", "-a", f"output={tmp_path}", "-a", "delay=0"]
    opened = ["-s", f"HARVESTER_ALLOW_ADDRESSES={served.host}:{served.port}"]
    command = [sys.executable, "-m", "scrapy", "crawl", "news", *own, *opened]
    environment = ENVIRONMENT | {"SCRAPY_SETTINGS_MODULE": "harvester.settings"}
    subprocess.run(command, check=True, capture_output=True, timeout=60, env=environment)
    assert written(tmp_path) == written(undisturbed[1])
    assert data(tmp_path) == data(undisturbed[1])


def data(output):
    """Return all that the records of a folder say, but when they were retrieved."""
    lines = (line for path in output.glob("articles/*/*.jsonl") for line in path.read_bytes().splitlines())
    records = (json.loads(line) for line in lines)
    return {record["id"]: {**record, "retrieved": None} for record in records}


def test_broken_site_file(tmp_path):
    """A broken site file is named with its line."""
    (tmp_path / "paper.py").write_text("from harvester.site import Site\n\nclass Paper(Site)\n")
    done = run("crawl", "http://127.0.0.1:9", "--sites", tmp_path, "-o", tmp_path / "out")
    assert done.returncode == 4
    assert "paper.py:3" in done.stderr


def test_password_in_the_address(served, tmp_path):
    """A name and a password in a site's address are nobody's to keep: no file and no log has them."""
    known = crawling(served, tmp_path, "-v")
    done = run(
        *(f"http://ada:l4nt3rn@{served.host}:{served.port}" if part == served.url else part for part in known)
    )
    assert (done.returncode, "l4nt3rn" in done.stderr) == (0, False)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"l4nt3rn" in path.read_bytes()]


def test_closed_address(served, tmp_path):
    """Loopback is not connected to unless it was opened on purpose."""
    done = run("crawl", served.url, "-o", tmp_path, "--delay", "0")
    assert done.returncode == 11
    assert "--allow-address" in done.stderr


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_interrupted(served, asked, tmp_path, name, code):
    """An interrupted run ends within seconds with what it has sealed, and says how to go on."""
    slow = ["0.1" if argument == "0" else argument for argument in crawling(served, tmp_path)]
    process = subprocess.Popen(harvester(*slow), stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    asked(15)
    process.send_signal(getattr(signal, name))
    began = time.monotonic()
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, "Traceback" in errors) == (code, False)
    assert time.monotonic() - began < 5
    assert written(tmp_path).total() > 0
    assert "run it again to go on" in errors


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.06, 0.12, 0.25])
def test_terminated_while_it_starts(served, tmp_path, seconds):
    """However soon after its start a run is asked to end, it ends, and with the same code."""
    process = subprocess.Popen(harvester(*crawling(served, tmp_path, "-q")), env=ENVIRONMENT)
    lock = tmp_path / "state.db.lock"
    while not lock.exists() or lock.read_text().strip() != str(process.pid):
        time.sleep(0.005)
    time.sleep(seconds)
    process.terminate()
    assert process.wait(10) == 143


def processor_seconds():
    """Of processes that have ended: other programs' work is no fault of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_held(served, tmp_path):
    """A second run on one state ends at once and says so; the first goes on."""
    slow = [argument if argument != "0" else "0.2" for argument in crawling(served, tmp_path)]
    process = subprocess.Popen(harvester(*slow), stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    try:
        while not (tmp_path / "state.db-wal").exists():
            time.sleep(0.05)
        began = processor_seconds()
        second = run(*crawling(served, tmp_path))
        assert (second.returncode, str(process.pid) in second.stderr) == (5, True)
        assert processor_seconds() - began < 3
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()


def test_killed(served, undisturbed, tmp_path):
    """Killed at three moments, torn once: the run that follows has each article once, one more adds none."""
    for seconds in (0.9, 1.1, 1.3):
        process = subprocess.Popen(
            harvester(*crawling(served, tmp_path)), env=ENVIRONMENT, stderr=subprocess.DEVNULL
        )
        time.sleep(seconds)
        process.kill()
        process.wait()
    for path in list(tmp_path.glob("articles/*/*.jsonl"))[-1:]:
        path.write_bytes(path.read_bytes()[:-9])
    assert run(*crawling(served, tmp_path)).returncode == 0
    assert written(tmp_path) == written(undisturbed[1])
    assert run(*crawling(served, tmp_path)).returncode == 0
    assert written(tmp_path) == written(undisturbed[1])


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def test_full_disk(served, undisturbed, tmp_path):
    """When nothing more can be written the run ends with its own code and whole lines; later it goes on."""
    done = run(*crawling(served, tmp_path), preexec_fn=limit_files)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)
    written(tmp_path)
    assert run(*crawling(served, tmp_path)).returncode == 0
    assert written(tmp_path) == written(undisturbed[1])


def test_few_handles(served, undisturbed, tmp_path):
    """Forty file handles are enough."""
    few = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))  # noqa: E731 - said once
    done = run(*crawling(served, tmp_path), preexec_fn=few)
    assert done.returncode == 0
    assert written(tmp_path) == written(undisturbed[1])


def test_schema():
    """The schema is printed as JSON."""
    assert json.loads(run("schema").stdout)["title"] == "Record"


def test_limit(served, tmp_path):
    """A run that stops at a limit says how to go on."""
    done = run(*crawling(served, tmp_path, "--max-articles", "3"))
    assert done.returncode == 14
    assert written(tmp_path).total() == 3
    assert "run it again to go on" in done.stderr


BROKEN_SITE = """
from harvester.pages.page import ArticlePage, field
from harvester.site import Site


class Lantern(Site):
    hosts = ("{host}:{port}",)
    home = "http://{host}:{port}/"

    class Page(ArticlePage):
        @field
        def kicker(self):
            return {value}
"""


def test_broken_rule_of_a_site_is_named_and_mended(served, tmp_path):
    """The run says which rule broke and ends with 12; once it is mended, the pages are read again."""
    site, output = tmp_path / "lantern.py", tmp_path / "out"
    site.write_text(BROKEN_SITE.format(host=served.host, port=served.port, value="1 / 0"))
    command = crawling(served, output, "--sites", tmp_path)
    broken = run(*command)
    assert (broken.returncode, "Traceback" in broken.stderr) == (12, False)
    assert f"{site}:13: ZeroDivisionError: division by zero: this broke on 48 pages" in broken.stderr
    site.write_text(BROKEN_SITE.format(host=served.host, port=served.port, value="'Harbour'"))
    mended = run(*command)
    assert mended.returncode == 0
    assert "48 new" in mended.stderr
    assert len(written(output)) == 48
