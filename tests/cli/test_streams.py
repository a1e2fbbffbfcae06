"""Standard streams that are closed, full or of another encoding: a sentence and an exit code."""

# ruff: noqa: S603 - processes of our own

import json
import subprocess
import sys

import pytest

from harvester.newspaper import serve
from harvester.newspaper.edition import Newspaper

PAGE = (
    "<html><title>Kvæn quay</title><body><article><h1>Kvæn quay</h1><p>{}</p></article></body></html>".format(
        "The harbour board of Ellery voted on Monday to open the upper quay again. " * 5
    )
)
URL = "https://harbourpost.example/news/quay"


@pytest.fixture(scope="module")
def served():
    with serve(Newspaper()) as address:
        yield address


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "quay.html"
    path.write_text(PAGE, "utf-8")
    return path


def shell(redirection, *words, **more):
    """Run a command with its streams redirected by a shell."""
    command = [sys.executable, "-m", "harvester", *map(str, words)]
    line = ["sh", "-c", f'"$@" {redirection}', "sh", *command]
    return subprocess.run(line, capture_output=True, timeout=60, check=False, **more)


@pytest.mark.parametrize(
    ("redirection", "why"),
    [(">/dev/full", "the disk is full"), (">&-", "it is closed")],
    ids=["full", "shut"],
)
@pytest.mark.parametrize("words", [("schema",), ("sites",), ("extract",)], ids=lambda words: words[0])
def test_output_that_takes_nothing_is_no_success(page, words, redirection, why):
    """What could not be printed is said, with the code of an output that cannot be written."""
    more = (page, "--url", URL) if words == ("extract",) else ()
    done = shell(redirection, *words, *more)
    assert done.stderr.decode() == f"harvester: standard output cannot be written: {why}\n"
    assert done.returncode == 3


def test_a_reader_that_goes_is_told_of():
    """Nobody reads the other end of the pipe: as after ``| head -1``."""
    command = [sys.executable, "-m", "harvester", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read().decode()
    assert said == "harvester: standard output cannot be written: who read it has gone\n"
    assert process.returncode == 3


def test_closed_input_is_an_empty_page():
    """A process that was started without standard input has nothing to read."""
    done = shell("<&-", "extract", "-", "--url", URL)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "harvester: standard input is empty: give the HTML of an article page\n"


def test_records_are_utf8_whatever_the_terminal_is(page):
    """The encoding of the terminal is for remarks, never for data."""
    done = shell("", "extract", page, "--url", URL, env={"PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout.decode("utf-8"))["headline"] == "Kvæn quay"


def test_card_is_shown_on_a_terminal_without_its_letters(tmp_path):
    """A letter that the terminal does not have becomes a question mark; the demo goes on."""
    done = shell("", "demo", "-o", tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b"one line of JSON each" in done.stdout


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"], ids=["full", "shut"])
def test_crawl_into_a_stream_that_takes_nothing_ends(served, tmp_path, redirection):
    """It stops at once with 3; with a state, the next run prints what this one could not, and the rest."""
    fast = ("--delay", "0", "--allow-address", f"{served.host}:{served.port}")
    words = ("crawl", served.url, "-o", "-", "--backfill", "--state", tmp_path / "state.db", *fast)
    done = shell(redirection, *words)
    assert (done.returncode, b"Traceback" in done.stderr) == (3, False)
    assert b"cannot write to standard output" in done.stderr
    rest = shell("", *words)
    identities = [json.loads(line)["id"] for line in rest.stdout.splitlines()]
    assert rest.returncode == 0
    assert len(identities) == len(set(identities)) == len(Newspaper().expected())
