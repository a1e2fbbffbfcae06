"""The benchmark that kills crawls, in its short form."""

import subprocess
import sys
from pathlib import Path

CHAOS = Path(__file__).parents[2] / "benchmarks" / "crawl" / "chaos.py"
SHORT = ("--trials", "1", "--kills", "2", "--pages", "20")


def test_nothing_is_lost():
    """Runs that are killed lose and double nothing; one more run adds nothing."""
    command = [sys.executable, str(CHAOS), *SHORT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 trials with a fault" in done.stdout
