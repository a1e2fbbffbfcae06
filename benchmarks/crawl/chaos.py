"""Kill real crawls at random moments, let one finish, and look for what is lost, doubled or broken.

Each trial crawls the newspaper with ``harvester crawl`` in a process group of its own, kills it ``--kills``
times at moments drawn from ``--seed``, sometimes tears the tail of the newest file, then lets a run finish
and compares with an undisturbed crawl. ``python benchmarks/crawl/chaos.py --trials 10 --kills 10`` kills a
hundred times.
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
from pathlib import Path

from harvester.newspaper import Newspaper, serve

HARVESTER = [sys.executable, *os.environ.get("HARVESTER_MAIN", "-m harvester").split()]
STARTING = 0.6
"""Seconds before a run writes anything: kills fall from here on."""
SLOWED = 1.0
"""Seconds by which runs that are to be killed are slowed down."""


def command(url, output, delay="0"):
    """Return the command of a crawl."""
    address = url.removeprefix("http://")
    return [*HARVESTER, "crawl", url, "-o", str(output), "--delay", delay, "--allow-address", address, "-q"]


def finish(url, output):
    """Let a crawl end by itself; return its exit code and seconds."""
    began = time.monotonic()
    done = subprocess.run(command(url, output), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the run that was left alone ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return time.monotonic() - began


def kill(url, output, seconds, number=signal.SIGKILL):
    """Start a crawl and kill it after some seconds; return whether it was still running."""
    slow = command(url, output, "0.03")
    process = subprocess.Popen(slow, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, number)
        process.wait()
        return True
    return False


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


def trial(url, expected, seconds, chance, kills):
    """Kill, finish, compare; return what is wrong and how many runs were killed."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        killed = torn = 0
        for _ in range(kills):
            killed += kill(url, output, chance.uniform(STARTING, seconds + SLOWED))
            torn += chance.random() < 0.3 and tear(output, chance)
        finish(url, output)
        pairs, broken = read(output)
        finish(url, output)
        again, _ = read(output)
    faults = {
        "lost": len(expected - pairs),
        "doubled": len(pairs - expected),
        "broken": broken,
        "added by one more run": (again - pairs).total(),
    }
    return {name: count for name, count in faults.items() if count}, killed, torn


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - repeatable on purpose
    with serve(Newspaper()) as served, tempfile.TemporaryDirectory() as folder:
        seconds = finish(served.url, Path(folder))
        expected, _ = read(Path(folder))
        print(f"undisturbed: {expected.total()} lines in {seconds:.1f} s")
        wrong = total = 0
        for number in range(options.trials):
            faults, killed, torn = trial(served.url, expected, seconds, chance, options.kills)
            wrong += bool(faults)
            total += killed
            said = faults or "nothing lost"
            print(f"trial {number + 1}: {killed} kills, {torn} torn tails: {said}", flush=True)
    print(f"{total} kills in {options.trials} trials, seed {options.seed}: {wrong} trials with a fault")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
