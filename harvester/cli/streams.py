"""Standard input, output and error as they may be: closed, full, or of another encoding than UTF-8."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBADF, EDQUOT, EFBIG, EIO, ENOSPC, EPIPE
from typing import Final, NoReturn

from harvester.cli.ending import fail
from harvester.health.exits import INTERRUPTED, NOT_WRITABLE

_STREAMS: Final = {"stdin": ("r", os.O_RDONLY), "stdout": ("w", os.O_RDONLY), "stderr": ("w", os.O_WRONLY)}
"""What stands in for a closed one: nothing to read; a place that refuses what is written, so that nobody
takes it for written; a place where remarks go unread."""
_REFUSED: Final = {
    EBADF: "it is closed",
    EPIPE: "who read it has gone",
    ENOSPC: "the disk is full",
    EDQUOT: "the quota is used up",
    EFBIG: "the file may not be so large",
    EIO: "the disk fails",
}


@contextmanager
def standard_streams() -> Iterator[None]:
    """Run a command such that its streams work, or it says that they do not.

    Ends the process with 130 for Ctrl-C, with 3 where standard output takes no more.
    """
    for name, (mode, flags) in _STREAMS.items():
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        yield
        sys.stdout.flush()
    except SystemExit as end:
        _flush_before(end)
        raise
    except KeyboardInterrupt:
        fail(INTERRUPTED, "interrupted")
    except OSError as error:
        _refused(error)


def _flush_before(end: SystemExit) -> None:
    """Print what waits; a command that did not do all it should has said so already."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if not end.code:
            _refused(error)
        _let_go()


def _refused(error: OSError) -> NoReturn:
    """End with 3 for an error of standard output; any other is none of ours."""
    if error.errno not in _REFUSED or error.filename is not None:
        raise error
    _let_go()
    fail(NOT_WRITABLE, f"standard output cannot be written: {_REFUSED[error.errno]}")


def _let_go() -> None:
    """Let what is left in the buffer go nowhere, or Python would complain of it when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
