"""Lines leave the outbox as files: a segment's row is durable before its file exists.

The file is a function of its rows. So whatever a kill leaves (no file, half a file, a torn tail, a file
that nobody sealed), the next start writes it again under the same name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from sqlalchemy import delete, func, insert, select, update

from harvester.limits import DAY
from harvester.store.database import Database
from harvester.store.errors import NotWritableError
from harvester.store.files import Written, read_digest, write_whole
from harvester.store.tables import outbox, segments

LINES: Final = 1000
SECONDS: Final = 60.0
"""A segment is sealed when it has so many lines or is so old."""
_AT_ONCE: Final = 200
_PUT: Final = insert(outbox)
STREAM: Final = "stdout:"
"""Before the name of a segment that goes to a stream, not to a file."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sealed file of lines."""

    name: str
    """Path below the output folder."""
    lines: int
    bytes: int
    sha256: str


class Outbox:
    """Lines that are committed with the page they come from and written to files later."""

    def __init__(self, database: Database, output: "Folder | Stream") -> None:
        self._database = database
        self.output = output
        self.waiting = self._count_waiting()
        """Lines without a segment."""

    def _count_waiting(self) -> int:
        return int(self._database.run(select(func.count()).where(outbox.c.segment.is_(None))).scalar_one())

    def put(self, run: str, folder: str, line: bytes) -> None:
        """Add a line for a file in a folder below the output; the caller commits."""
        self._database.quick(_PUT, {"run": run, "folder": folder, "line": line})
        self.waiting += 1

    def seal(self, now: int) -> list[Segment]:
        """Write all waiting lines, one segment a run and folder."""
        asked = (
            select(outbox.c.run, outbox.c.folder, func.count().label("lines"))
            .where(outbox.c.segment.is_(None))
            .group_by(outbox.c.run, outbox.c.folder)
            .order_by(outbox.c.run, outbox.c.folder)
        )
        groups = [(str(row.run), str(row.folder), int(row.lines)) for row in self._database.run(asked)]
        sealed = [self._seal(group, now) for group in groups]
        self.waiting = 0
        return sealed

    def _seal(self, group: tuple[str, str, int], now: int) -> Segment:
        run, folder, lines = group
        belongs = (outbox.c.segment.is_(None), outbox.c.run == run, outbox.c.folder == folder)
        name = self.output.path_of(f"{folder}/{run}-{self._number(run):04d}.jsonl")
        with self._database.durable():
            self._database.insert(segments, [{"name": name, "run": run, "lines": lines}])
            self._database.run(update(outbox).where(*belongs).values(segment=name))
        return self._write(name, lines, now)

    def _number(self, run: str) -> int:
        asked = select(func.count()).where(segments.c.run == run)
        return int(self._database.run(asked).scalar_one()) + 1

    def _write(self, name: str, lines: int, now: int) -> Segment:
        written = self.output.write(name, self._lines(name))
        proof = {"sha256": written.sha256, "bytes": written.bytes, "sealed": now}
        self._database.run(update(segments).where(segments.c.name == name).values(proof))
        self._database.commit()
        return Segment(name, lines, written.bytes, written.sha256)

    def _lines(self, name: str) -> Iterator[bytes]:
        """Yield a segment's lines in the order in which they came, a few at a time."""
        last = 0
        asked = select(outbox.c.seq, outbox.c.line).where(outbox.c.segment == name).order_by(outbox.c.seq)
        while rows := self._database.run(asked.where(outbox.c.seq > last).limit(_AT_ONCE)).all():
            yield from (bytes(row.line) for row in rows)
            last = rows[-1].seq

    def repair(self, now: int) -> list[str]:
        """Write again every segment that is not sealed or whose file is not what was sealed; return names."""
        rewritten = []
        kept = select(segments).where(
            select(outbox.c.seq).where(outbox.c.segment == segments.c.name).exists()
        )
        for row in self._database.run(kept.order_by(segments.c.name)).mappings().all():
            if not self._is_sound(row):
                self._write(row["name"], row["lines"], now)
                rewritten.append(str(row["name"]))
        return rewritten

    def _is_sound(self, row: Any) -> bool:  # noqa: ANN401 - a row
        if not row["sealed"]:
            return False
        return self.output.holds(row["name"], Written(row["sha256"], row["bytes"]))

    def forget(self, now: int, days: float) -> None:
        """Drop the lines of segments that were sealed so many days ago; commit."""
        old = select(segments.c.name).where(segments.c.sealed > 0, segments.c.sealed <= now - days * DAY)
        self._database.run(delete(outbox).where(outbox.c.segment.in_(old)))
        self._database.commit()


class Folder:
    """The output folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path_of(self, name: str) -> str:
        """Return the name under which a segment is known."""
        return name

    def write(self, name: str, lines: Iterator[bytes]) -> Written:
        """Write a segment's file whole."""
        return write_whole(self.root / name, lines)

    def holds(self, name: str, proof: Written) -> bool:
        """Tell whether the file is there and what was sealed."""
        if name.startswith(STREAM):
            return True
        return read_digest(self.root / name) == proof


class Stream:
    """Standard output: what was written once cannot be looked at again."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def path_of(self, name: str) -> str:
        """Return the name under which a segment is known."""
        return STREAM + name

    def write(self, name: str, lines: Iterator[bytes]) -> Written:
        """Write the lines and flush; what is quarantined has no place in a stream of records.

        Raises:
            NotWritableError: nobody reads it any more, or its disk is full.
        """
        try:
            return Written("", self._write(() if "quarantine/" in name else lines))
        except OSError as error:
            raise NotWritableError(f"cannot write to standard output: {error.strerror}") from error

    def _write(self, lines: Iterable[bytes]) -> int:
        count = 0
        for line in lines:
            self._stream.write(line)
            count += len(line)
        self._stream.flush()
        return count

    def holds(self, name: str, proof: Written) -> bool:  # noqa: ARG002 - nobody can tell
        """Tell that what was sealed was written."""
        return True
