"""The demo as a person runs it: a process, a terminal or none, the same folder twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PIECES = 48
"""Of the paper's 49 pieces one is older than a first crawl goes back."""


def demo(folder: Path, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "harvester", "demo", *options],
        cwd=folder,
        env=os.environ | {"COLUMNS": "120"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def articles(folder: Path) -> list[dict]:
    return [
        json.loads(line)
        for path in folder.glob("articles/*/*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def first(folder):
    return demo(folder)


@pytest.fixture(scope="module")
def second(folder, first):  # noqa: ARG001 - comes after the first
    return demo(folder)


def test_articles_land_in_output(folder, first):
    """The paper's articles lie in ``output``, each once."""
    assert first.returncode == 0, first.stderr
    written = articles(folder / "output")
    assert len(written) == PIECES
    assert len({record["headline"] for record in written}) == PIECES


def test_first_article_is_shown_as_a_card(folder, first):
    """The card bears the headline of the first line that was written, and the file that holds it is named."""
    path = next((folder / "output").glob("articles/*/*.jsonl"))
    headline = json.loads(path.read_text("utf-8").splitlines()[0])["headline"]
    assert headline[:40] in first.stdout
    assert str(path.relative_to(folder)) in first.stdout


def test_outcomes_are_counted(first):
    """The table of outcomes and the command that was run are on the terminal, apart from the card."""
    assert f"{PIECES} new" in first.stderr
    assert "harvester crawl http://127.0.0.1:" in first.stderr


def test_second_run_says_that_nothing_changed(folder, second):
    """Run again, the same paper is found at the same address: nothing is written, and that is said."""
    assert second.returncode == 0, second.stderr
    assert "0 new" in second.stderr
    assert "Nothing has changed" in second.stdout
    assert "harvester demo -o" in second.stdout
    assert len(articles(folder / "output")) == PIECES


def test_afresh_means_another_folder(folder, second):  # noqa: ARG001 - after both
    """In another folder all articles are new again."""
    again = demo(folder, "-o", "elsewhere")
    assert f"{PIECES} new" in again.stderr
    assert len(articles(folder / "elsewhere")) == PIECES


def test_folder_that_cannot_be_written_is_named(tmp_path):
    """A file in the way of the folder ends with a sentence, not with a traceback."""
    (tmp_path / "output").write_text("in the way")
    ended = demo(tmp_path)
    assert ended.returncode in {2, 3}
    assert "output" in ended.stderr
    assert "Traceback" not in ended.stderr
