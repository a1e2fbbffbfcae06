"""``Aside``: large pages are read in a process beside the crawl, which can be killed and blocks nobody.

Reading is given up after so many seconds of CPU time; the process then dies by itself, even in the
middle of a regular expression or of the parser's own code.
"""

import asyncio
import os
import pickle
import signal
import struct
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, Final, TypeVar

_T = TypeVar("_T")
_PATIENCE: Final = 12.0
"""Seconds by the clock for each second of CPU time: a busy machine is no fault of the page."""
_STARTING: Final = 30.0
"""Seconds for the process to import what it needs."""
_LONG: Final = 256_000
"""Bytes of an answer that is unpacked in a thread: 50,000 links take more than a second."""
_LENGTH: Final = struct.Struct("!Q")


class GivenUpError(Exception):
    """Reading took more CPU time than it may, or broke the process that did it."""


class Aside:
    """One process, started when it is needed first and anew after each death."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._busy = asyncio.Lock()
        self._process: Process | None = None
        self._is_closed = False

    async def read(self, function: Callable[..., _T], *arguments: object) -> _T:
        """Return what ``function`` returns; pickle must take the function, its arguments and its result.

        Raises:
            GivenUpError: it took too long, or the process died.
        """
        async with self._busy:
            try:
                async with asyncio.timeout(_STARTING + self._seconds * _PATIENCE):
                    answer = await self._ask((self._seconds, function, arguments))
            except (EOFError, OSError, TimeoutError) as error:
                await self._kill()
                if self._is_closed:  # no fault of the page: nobody waits for it any more
                    raise asyncio.CancelledError from error
                raise GivenUpError(f"given up after {self._seconds:g} s") from error
        result: _T = answer
        return result

    async def _ask(self, question: object) -> Any:  # noqa: ANN401 - whatever the function returns
        process = self._process = self._process or await _started()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        process.stdin.write(_packed(question))
        await process.stdin.drain()
        (length,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
        answer = await process.stdout.readexactly(length)
        if length < _LONG:
            return pickle.loads(answer)  # noqa: S301 - our own process
        return await asyncio.to_thread(pickle.loads, answer)

    async def _kill(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        self._process = None

    async def close(self) -> None:
        """Kill the process; a page that it was reading is not given up, but left."""
        self._is_closed = True
        await self._kill()


async def _started() -> Process:
    """Start the process in a session of its own: Ctrl-C is for the crawl, which ends it."""
    command = (sys.executable, "-m", "harvester.spiders.aside")
    return await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
    )


def _packed(value: object) -> bytes:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Read what is asked until nobody asks any more."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    while len(head := questions.read(_LENGTH.size)) == _LENGTH.size:
        seconds, function, arguments = pickle.loads(questions.read(*_LENGTH.unpack(head)))  # noqa: S301 - ours
        signal.setitimer(signal.ITIMER_PROF, seconds)
        answer = _packed(function(*arguments))
        signal.setitimer(signal.ITIMER_PROF, 0)
        answers.write(answer)
        answers.flush()


def main() -> None:
    """Serve on standard input and output; what anybody prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
