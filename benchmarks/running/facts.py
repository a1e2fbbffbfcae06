"""When, on what and from which commit figures were measured: the line that stands under a table."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]


def facts(versions=()):
    """One line: day, commit, machine, versions."""
    cores = f"{os.cpu_count()} cores, {platform.machine()}"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    return ", ".join([day, f"commit {_commit()}", f"Python {platform.python_version()}", cores, *versions])


def _commit():
    """The commit, with "+" where the working tree differs from it; "none" outside a repository."""
    said = [_git("rev-parse", "--short", "HEAD"), _git("status", "--porcelain", "--untracked-files=no")]
    return f"{said[0]}{'+' if said[1] else ''}" if said[0] else "none"


def _git(*arguments):
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
