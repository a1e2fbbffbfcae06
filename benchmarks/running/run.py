"""Run an extractor over pages in processes of its own, with its own interpreter."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from running.corpus import read_lines
from running.extracted import Answer, answer_from
from running.extractors import EXTRACTORS

WORKER = Path(__file__).with_name("worker.py")
PEERS = Path(__file__).parents[2] / ".venv-bench/bin/python"
SECONDS = 60
"""After so long a page is given up."""


@dataclass(frozen=True)
class Asked:
    """A page to read."""

    id: str
    url: str
    file: Path


@dataclass(frozen=True)
class Run:
    """The answers of one extractor."""

    version: str
    rss: int
    """Megabytes, of the largest process."""
    answers: dict[str, Answer]

    @property
    def errors(self):
        return sum(bool(answer.error) for answer in self.answers.values())


class NoRun(Exception):  # noqa: N818 - it says what is missing
    """The extractor is not installed, or ended before its time."""


def run(name, pages: list[Asked], workers=1):
    """Read all pages; with several workers each takes every n-th page. Raises ``NoRun``."""
    interpreter = PEERS if EXTRACTORS[name].is_peer else Path(sys.executable)
    if not interpreter.exists():
        raise NoRun(f"{name}: no {interpreter}, make it with: make .venv-bench/.ready")
    with tempfile.TemporaryDirectory() as folder:
        parts = [pages[i::workers] for i in range(workers) if pages[i::workers]]
        started = [_start(interpreter, name, part, Path(folder) / str(i)) for i, part in enumerate(parts)]
        return _joined([_read(name, *one) for one in started])


def _start(interpreter, name, part, path):
    job, out = path.with_suffix(".job"), path.with_suffix(".out")
    job.write_text("".join(json.dumps({"id": p.id, "url": p.url, "file": str(p.file)}) + "\n" for p in part))
    command = [interpreter, WORKER, name, job, out, str(SECONDS)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment), out


def _read(name, process, out):
    _, errors = process.communicate()
    if process.returncode:
        raise NoRun(f"{name} ended with {process.returncode}:\n{errors[-2000:]}")
    *answers, facts = read_lines(out)
    return Run(facts["version"], facts["rss"], {a["id"]: answer_from(a) for a in answers})


def _joined(runs):
    answers = {i: answer for one in runs for i, answer in one.answers.items()}
    return Run(runs[0].version, max(one.rss for one in runs), answers)
