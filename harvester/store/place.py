"""Where a run keeps its state and puts its lines."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import BinaryIO

KEEP_OUTBOX = 7.0
"""Days for which the lines of sealed files are kept, so that a lost file can be written again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a run keeps its state and puts its lines."""

    output: Path
    state: Path | None = None
    """``None``: ``state.db`` in the output folder; with a stream, nowhere."""
    stream: BinaryIO | None = None
    """Where the lines go instead of into files."""
    keep_outbox: float = KEEP_OUTBOX
    clock: Callable[[], float] = time

    @property
    def database(self) -> Path | None:
        """The file of the state; ``None`` when nothing is remembered."""
        return self.state or (None if self.stream else self.output / "state.db")

    @property
    def lock(self) -> Path | None:
        """The file that a run locks; ``None`` when nothing is remembered."""
        return self.database and self.database.with_name(f"{self.database.name}.lock")
