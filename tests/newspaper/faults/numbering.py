"""Gives every fault of a row an address of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.newspaper.faults.fault import Fault


def numbered(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults, counted within their rows. ``ValueError`` for a name that is taken."""
    rows: Counter[int] = Counter()
    names: set[str] = set()
    for fault in faults:
        if fault.name in names:
            raise ValueError(f"two faults are called {fault.name}")
        names.add(fault.name)
        yield replace(fault, number=rows[fault.row])
        rows[fault.row] += 1
