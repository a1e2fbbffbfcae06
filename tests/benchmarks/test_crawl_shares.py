"""The accounts of a crawl's CPU time: each step its own, once."""

import subprocess
import sys
from pathlib import Path

SHARES = Path(__file__).parents[2] / "benchmarks/crawl/shares.py"


def test_the_steps_make_the_whole():
    """Start, steps and the rest add up to what the process took; extraction is among them."""
    done = subprocess.run(  # noqa: S603 - a script of ours
        [sys.executable, SHARES, "--pages", "5"], capture_output=True, text=True, check=True
    )
    rows = {line[:20].strip(): float(line[20:29]) for line in done.stdout.splitlines()[1:]}
    whole = rows.pop("all")
    del rows["bare Scrapy"]
    assert rows["extraction"] > 0
    assert abs(sum(rows.values()) - whole) < 0.01 * len(rows)
