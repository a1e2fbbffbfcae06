"""One run a state: a lock that dies with the process that holds it."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from harvester.store.errors import HeldError, NotWritableError


class Lock:
    """``flock`` on a file beside the state; released on ``close`` and by any death of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once.

        Raises:
            HeldError: another process has it.
            NotWritableError: the file cannot be made.
        """
        self._file = _opened(path)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._file, 20, 0).decode("ascii", "replace").strip()
            self.close()
            raise HeldError(
                f"another run{f' (process {holder})' if holder else ''} holds {path.with_suffix('')}: "
                "wait until it ends, or give this one a state of its own with --state"
            ) from None
        os.truncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def close(self) -> None:
        """Let the lock go."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        is_file = isinstance(error, FileExistsError | NotADirectoryError)
        why = f"{path.parent} is no folder" if is_file else f"cannot write {path}: {error.strerror}"
        raise NotWritableError(f"{why}; choose another folder with -o, or another --state") from error
