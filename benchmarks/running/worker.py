"""Run one extractor over pages, in this process: ``worker.py NAME JOB OUT SECONDS``.

JOB and OUT are JSON lines: {id, url, file} in, one ``Answer`` a page out, then one line with the facts of the
run. A page that takes longer than SECONDS is given up.
"""

import contextlib
import gc
import io
import json
import logging
import resource
import signal
import sys
import time
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from running.extracted import Answer, Extracted
from running.extractors import EXTRACTORS

WARM = 4
"""So many pages are read before the clock runs: imports, word lists, caches."""


class TooLong(BaseException):
    """No extractor's ``except Exception`` may catch it."""


def answer(read, page, row, seconds):
    signal.setitimer(signal.ITIMER_REAL, seconds)
    began = time.process_time()
    found, error = Extracted(), None
    try:
        found = read(page, row["url"])
    except TooLong:
        error = f"timeout after {seconds} s"
    except Exception as wrong:  # noqa: BLE001 - whatever an extractor raises is a result
        error = f"{type(wrong).__name__}: {wrong}"[:300]
    finally:
        cpu = time.process_time() - began
        signal.setitimer(signal.ITIMER_REAL, 0)
    return Answer(row["id"], cpu, len(page), error, found)


def give_up(*_):
    raise TooLong


def main(name, job, out, seconds):
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGALRM, give_up)
    extractor = EXTRACTORS[name]
    read = extractor.make()
    rows = [json.loads(line) for line in Path(job).read_text(encoding="utf-8").splitlines()]
    pages = [Path(row["file"]).read_bytes() for row in rows]
    for row, page in zip(rows[:WARM], pages, strict=False):
        answer(read, page, row, seconds)
    gc.collect()
    with Path(out).open("w", encoding="utf-8") as file:
        for row, page in zip(rows, pages, strict=True):
            file.write(json.dumps(asdict(answer(read, page, row, seconds))) + "\n")
        rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        file.write(json.dumps({"version": extractor.version, "rss": rss}) + "\n")


if __name__ == "__main__":
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as errors:
        try:
            main(*sys.argv[1:4], float(sys.argv[4]))
        except Exception:
            sys.__stderr__.write(errors.getvalue()[-2000:])
            raise
