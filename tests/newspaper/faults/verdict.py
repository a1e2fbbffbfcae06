"""What became of a fault's articles, read from the records that a crawl wrote."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.newspaper.faults.fault import Fault
from tests.newspaper.faults.words import CLEAN, ending, mark

Written = Mapping[str, Any]
"""One record, as its line of JSON has it."""

ODD = frozenset({*map(chr, range(10)), *map(chr, range(11, 32)), "\x7f", "\x85", "\u2028", "\u2029"})
"""What no file of records may hold as it is: readers would see other lines, or none."""


def became(fault: Fault, path: str, records: Iterable[Written]) -> str:
    """``article``, ``flagged``, ``absent``; ``half`` for a cut one without a warning, ``twice`` for several."""
    found = records_of(fault, path, records)
    if len(found) != 1:
        return "twice" if found else "absent"
    if found[0]["warnings"] or found[0]["http"]["truncated_reason"]:
        return "flagged"
    return "article" if _is_whole(fault, path, found[0]) else "half"


def _is_whole(fault: Fault, path: str, record: Written) -> bool:
    return ending(fault.key, path) in (record["body"] or "")


def records_of(fault: Fault, path: str, records: Iterable[Written]) -> "list[Written]":
    """The records of a page: those that hold the name that only its text has, or that stand at its address."""
    name = mark(fault.key, path)
    return [record for record in own(fault, records) if _holds(record, name) or _is_at(record, path)]


def own(fault: Fault, records: Iterable[Written]) -> "list[Written]":
    """The records of the fault's site."""
    return [record for record in records if f"//{fault.host}:" in record["url"]]


def _holds(record: Written, name: str) -> bool:
    return name in f"{record['headline']} {record['body']}"


def _is_at(record: Written, path: str) -> bool:
    return path.lower() in {urlsplit(record[key]).path.lower() for key in ("url", "requested_url")}


def judge(fault: Fault, records: Iterable[Written]) -> tuple[str, ...]:
    """What is wrong with the records of the fault's site; empty when all is as it must be."""
    ours = own(fault, records)
    return (*_fates(fault, ours), *_words(fault, ours), *_looks(fault, ours))


def judge_again(fault: Fault, records: Iterable[Written]) -> tuple[str, ...]:
    """What is wrong with what a second run wrote: it writes what changed, and nothing else."""
    ours = own(fault, records)
    if fault.second == "nothing":
        return tuple(f"{record['url']} was written again" for record in ours)
    complaints = (_again(fault, path, ours) for path in fault.articles)
    return tuple(filter(None, complaints))


def judge_lines(written: bytes) -> tuple[str, ...]:
    """What is wrong with the bytes of a file of records: broken lines, strange letters, invalid UTF-8."""
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError as error:
        return (f"byte {error.start} is no UTF-8",)
    odd = sorted(ODD & set(text))
    lines = text.split("\n")
    broken = [number for number, line in enumerate(lines[:-1], 1) if not _is_object(line)]
    tail = ("the last line has no end",) if lines[-1] else ()
    return (*(f"{letter!r} in the file" for letter in odd), *(f"line {n} is broken" for n in broken), *tail)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _fates(fault: Fault, ours: "list[Written]") -> Iterator[str]:
    for paths, expected in ((fault.articles, fault.expect), (CLEAN, fault.clean)):
        for path in paths:
            fate = became(fault, path, ours)
            if not _also(fault, path, ours, fate) & expected:
                yield f"{path} became {fate}, expected {' or '.join(sorted(expected))}"


def _also(fault: Fault, path: str, ours: "list[Written]", fate: str) -> set[str]:
    """A whole article with a warning is as good as one without, where one is wanted."""
    whole = fate == "flagged" and _is_whole(fault, path, records_of(fault, path, ours)[0])
    return {fate, "article"} if whole else {fate}


def _words(fault: Fault, ours: "list[Written]") -> Iterator[str]:
    text = json.dumps(ours, ensure_ascii=False)
    yield from (f"{word!r} is in a record" for word in fault.never if word in text)
    if any(records_of(fault, path, ours) for path in fault.articles):
        yield from (f"{word!r} is in no record" for word in fault.says if word not in text)


def _looks(fault: Fault, ours: "list[Written]") -> Iterator[str]:
    if fault.look:
        seen = (record for path in fault.articles for record in records_of(fault, path, ours))
        yield from filter(None, map(fault.look, seen))


def _again(fault: Fault, path: str, ours: "list[Written]") -> str | None:
    found = records_of(fault, path, ours)
    if len(found) != 1:
        return f"{path} was written {len(found)} times, expected once"
    if found[0]["version"] < 2:
        return f"{path} has version {found[0]['version']}"
    wanted = "canceled" if fault.second == "tombstone" else "usable"
    return None if found[0]["status"] == wanted else f"{path} is {found[0]['status']}, expected {wanted}"
