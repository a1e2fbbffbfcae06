"""How a command ends that cannot do what was asked: one sentence, and the exit code that says it."""

import sys
from typing import NoReturn

import click


def fail(code: int, words: str) -> NoReturn:
    """Print one sentence and end with an exit code of ``health.results``."""
    click.echo(f"harvester: {words}", err=True)
    sys.exit(code)


def remark(words: str) -> None:
    """Print a sentence beside what was asked for."""
    click.echo(f"harvester: {words}", err=True)
