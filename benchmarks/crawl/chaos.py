"""Kill real crawls at random moments, let one finish, and look for what is lost, doubled or broken.

Each trial crawls a site of loopback with ``harvester crawl`` in a process group of its own: the newspaper and
a site of many pages in turn. It ends ``--kills`` runs with SIGKILL (``--signal TERM`` or ``INT`` asks them to
end) at moments drawn from ``--seed``. They count from when the run took its lock: on a busy machine, too,
kills fall into the crawl. Now and then the tail of the newest file is torn. Then one run may finish, is
compared with an undisturbed crawl, and one more run must add nothing.

``python benchmarks/crawl/chaos.py --trials 10 --kills 10 --seed 1`` kills a hundred times.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from harvester.newspaper import Newspaper, big_site, serve

HARVESTER = [sys.executable, *os.environ.get("HARVESTER_MAIN", "-m harvester").split()]
CODES = {"KILL": -signal.SIGKILL, "TERM": 143, "INT": 130}
PATIENCE = {"KILL": 60, "TERM": 10, "INT": 5}
"""Seconds in which a run must have ended."""
SOONER = 0.7
"""Where a run was over before its moment came, the next ones come sooner."""
STARTING = 60
"""Seconds for a run to take its lock."""
TEARING = 0.3
"""How often a tail is torn."""
PAGE_BYTES = 8_000
COMMITTED = 6.0
"""Seconds within which a run has committed something, so that not all kills find an empty state."""


@dataclass
class Paper:
    """A site, and what an undisturbed crawl of it gave."""

    url: str
    delay: str
    """Seconds between two requests: the newspaper has few pages."""
    expected: Counter = field(default_factory=Counter)
    seconds: float = 0.0

    def command(self, output):
        """Return the command of a crawl."""
        address = self.url.removeprefix("http://")
        quiet = ("--delay", self.delay, "--allow-address", address, "-q")
        return [*HARVESTER, "crawl", self.url, "-o", str(output), *quiet]

    def measure(self):
        """Crawl without any disturbance."""
        with tempfile.TemporaryDirectory() as folder:
            finish(self, Path(folder))
            self.expected, _ = read(Path(folder))
            (report,) = Path(folder).glob("runs/*/run.json")
            self.seconds = json.loads(report.read_text())["seconds"]


def finish(paper, output):
    """Let a crawl end by itself."""
    done = subprocess.run(paper.command(output), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the run that was left alone ended with {done.returncode}:\n{done.stderr[-3000:]}")


def kill(paper, output, seconds, name):
    """Start a crawl, end it so many seconds after it took its lock; return what was wrong, and if it ran."""
    process = subprocess.Popen(paper.command(output), stderr=subprocess.DEVNULL, start_new_session=True)
    if not holds(process, output):
        return Counter(), False
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        send(process, name)
        return ended(process, name), True
    return Counter(), False


def ended(process, name):
    """Wait for a run that was told to end; return what was wrong with how it did."""
    try:
        code = process.wait(PATIENCE[name])
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return Counter({f"not ended after {PATIENCE[name]} s": 1})
    return Counter({f"ended with {code}": code not in (CODES[name], 0)})


def send(process, name):
    """Kill the whole group; ask only the process itself to end."""
    if name == "KILL":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.send_signal(getattr(signal, f"SIG{name}"))


def holds(process, output):
    """Wait until the run holds its lock; tell whether it still runs."""
    lock, deadline = output / "state.db.lock", time.monotonic() + STARTING
    while time.monotonic() < deadline and process.poll() is None:
        if lock.exists() and lock.read_text().strip() == str(process.pid):
            return True
        time.sleep(0.005)
    return process.poll() is None


def tear(output, chance):
    """Cut the newest file of lines in the middle of a line, or add half a line."""
    files = sorted(output.glob("articles/*/*.jsonl"), key=lambda path: path.stat().st_mtime)
    if not files:
        return False
    whole = files[-1].read_bytes()
    cut = whole[: -chance.randrange(1, 200)]
    files[-1].write_bytes(cut if chance.random() < 0.5 else whole + b'{"id":"ar')
    return True


def read(output):
    """Return the (id, version) pairs of all lines, and how many lines are broken."""
    pairs, broken = Counter(), 0
    for path in output.glob("articles/*/*.jsonl"):
        data = path.read_bytes()
        broken += bool(data) and not data.endswith(b"\n")
        for line in data.splitlines():
            try:
                record = json.loads(line)
                pairs[record["id"], record["version"]] += 1
            except ValueError:
                broken += 1
    return pairs, broken


def disturb(paper, output, chance, options):
    """End run after run; return what was wrong at once, how many were ended, how many tails were torn."""
    wrong, ran, torn = Counter(), 0, 0
    reach = max(2 * paper.seconds / options.kills, COMMITTED)
    while ran < options.kills:
        found, was_running = kill(paper, output, chance.uniform(0, reach), options.signal)
        wrong += found
        ran += was_running
        reach *= 1 if was_running else SOONER
        if options.signal != "KILL":
            wrong["broken at once"] += read(output)[1]
        else:  # who may end cleanly leaves whole lines behind: nothing else may have torn them
            torn += chance.random() < TEARING and tear(output, chance)
    return wrong, ran, torn


def trial(paper, chance, options):
    """Disturb, finish, compare; return what is wrong, how many runs were ended, how many tails torn."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        wrong, ran, torn = disturb(paper, output, chance, options)
        finish(paper, output)
        pairs, broken = read(output)
        finish(paper, output)
        again, _ = read(output)
    wrong["lost"] += len(paper.expected - pairs)
    wrong["doubled"] += len(pairs - paper.expected)
    wrong["broken"] += broken
    wrong["added by one more run"] += (again - pairs).total()
    return +wrong, ran, torn


def papers(stack, options):
    """Serve the newspaper and the site of many pages, and crawl each undisturbed."""
    sites = ((Newspaper(), "0.05"), (big_site(options.pages, PAGE_BYTES), "0"))
    served = [Paper(stack.enter_context(serve(site)).url, delay) for site, delay in sites]
    for paper in served:
        paper.measure()
        print(f"undisturbed: {paper.expected.total()} lines in {paper.seconds:.1f} s", flush=True)
    return served


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=800, help="of the site of many pages")
    parser.add_argument("--signal", choices=sorted(CODES), default="KILL")
    return parser.parse_args()


def main():
    options = arguments()
    chance = random.Random(options.seed)  # noqa: S311 - repeatable on purpose
    with ExitStack() as stack:
        sites, bad, total = papers(stack, options), 0, 0
        for number in range(options.trials):
            wrong, ran, torn = trial(sites[number % len(sites)], chance, options)
            bad += bool(wrong)
            total += ran
            said = dict(wrong) or "nothing lost"
            print(f"trial {number + 1}: {ran} ended, {torn} torn tails: {said}", flush=True)
    what = f"{total} SIG{options.signal} in {options.trials} trials, seed {options.seed}"
    print(f"{what}: {bad} trials with a fault")
    sys.exit(1 if bad or not total else 0)


if __name__ == "__main__":
    main()
