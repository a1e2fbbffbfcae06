"""``make bench-crawl``: harvester beside bare Scrapy on the same site of loopback, in the same run.

Each side runs in a process of its own, with one connection a host and no delay; a third serves the site.
CPU time and memory are the system's account of that process and of those that it started.
``--pages 1000 --hosts 1`` is the short form, ``--pages 1000 --hosts 20`` the long one (20,000 pages), which
tells how much memory grows from the 2,000th page to the last.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
HARVESTER = [sys.executable, *os.environ.get("HARVESTER_MAIN", "-m harvester").split()]
SETTLED = 2000
"""Pages after which memory must not grow any more."""


@dataclass
class Cost:
    """What one side took."""

    name: str
    pages: int
    cpu: float
    wall: float
    rss: float
    curve: list[tuple[int, float]]
    """Pages so far, megabytes."""

    @property
    def ms(self):
        return 1000 * self.cpu / max(self.pages, 1)


@contextmanager
def served(pages, hosts):
    """Serve the big site in a process of its own; yield its addresses."""
    command = [sys.executable, "-m", "harvester.newspaper", "--pages", str(pages), "--hosts", str(hosts)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield [server.stdout.readline().strip() for _ in range(hosts)]
    finally:
        server.terminate()
        server.wait()


def watched(name, command, count, so_far=lambda: 0):
    """Run a command; account for its CPU time, and now and then for its pages ``so_far`` and its memory."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    curve: list[tuple[int, float]] = []
    watcher = threading.Thread(target=_sample, args=(process.pid, so_far, curve), daemon=True)
    watcher.start()
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{name} ended with {process.returncode}:\n{errors[-2000:]}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(name, count(), cpu, time.monotonic() - began, usage.ru_maxrss / 1024, curve)


def _sample(pid, so_far, curve):
    while True:
        pages = so_far()
        try:
            text = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            return
        for line in text.splitlines():
            if line.startswith("VmRSS"):
                curve.append((pages, int(line.split()[1]) / 1024))
        time.sleep(0.5)


def lines(paths):
    """Count the lines of files."""
    return sum(1 for path in paths for _ in path.open("rb"))


def written(state):
    """Count the records that a crawl has committed so far."""
    try:
        with closing(sqlite3.connect(f"file:{state}?mode=ro", uri=True)) as database:
            return database.execute("SELECT count(*) FROM versions").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def ours(urls, folder, pages):
    """Crawl with harvester."""
    output = folder / "ours"
    options = ["-o", str(output), "--delay", "0", "--max-articles", str(pages), "-q"]
    for url in urls:
        options += ["--allow-address", url.removeprefix("http://")]
    command = [*HARVESTER, "crawl", *urls, *options]
    return watched(
        "harvester",
        command,
        lambda: lines(output.glob("articles/*/*.jsonl")),
        lambda: written(output / "state.db"),
    )


def bare(urls, folder):
    """Crawl with bare Scrapy."""
    out = folder / "bare.jsonl"
    command = [sys.executable, str(HERE / "bare.py"), str(out), *urls]
    return watched("bare Scrapy", command, lambda: lines([out]))


def at(cost, pages):
    """Return the memory when about so many pages were written."""
    return min(cost.curve, key=lambda point: abs(point[0] - pages))[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="of each host")
    parser.add_argument("--hosts", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with served(options.pages, options.hosts) as urls, tempfile.TemporaryDirectory() as folder:
        costs = [bare(urls, Path(folder)), ours(urls, Path(folder), options.pages)]
    print(f"{'':12} {'pages':>7} {'CPU ms/page':>12} {'pages/s':>8} {'max RSS MB':>11}")
    for cost in costs:
        print(f"{cost.name:12} {cost.pages:7} {cost.ms:12.2f} {cost.pages / cost.wall:8.1f} {cost.rss:11.0f}")
    print(f"harvester takes {costs[1].ms / costs[0].ms:.2f} times the CPU of bare Scrapy a page")
    if costs[1].pages >= 2 * SETTLED:
        early, late = at(costs[1], SETTLED), at(costs[1], costs[1].pages)
        growth = f"{100 * (late / early - 1):+.0f} %"
        print(f"harvester's memory: {early:.0f} MB at {SETTLED} pages, {late:.0f} MB at the end: {growth}")
    if options.json:
        options.json.write_text(json.dumps([vars(cost) for cost in costs], indent=1))


if __name__ == "__main__":
    main()
