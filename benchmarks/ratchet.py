"""The ratchet: figures measured against the floors that are committed in ``floors.toml``."""

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("floors.toml")
HEAD = """\
# Floors: what a change must not lose. Checked by `python benchmarks/floors.py --check`, raised by `--raise`
# to what is measured less the slack. at_least: higher is better; at_most: lower is better. A floor that is
# lowered on purpose is edited by hand, and the commit says why.
"""

Side = Literal["at_least", "at_most"]


@dataclass(frozen=True)
class Figure:
    """One measured figure."""

    part: str
    """What was measured: ``extraction.aeb``."""
    name: str
    value: float
    side: Side
    slack: float = 0.003
    """Room for a change that wins elsewhere, and for noise."""
    limit: float | None = None
    """A floor that is promised, whatever is measured."""

    @property
    def key(self):
        return self.part, self.side, self.name

    def misses(self, floor):
        """Whether the floor is not held."""
        return self.value < floor if self.side == "at_least" else self.value > floor

    def floor(self, before=None):
        """The floor that this figure sets: never a worse one than before."""
        if self.limit is not None:
            return self.limit
        if self.side == "at_least":
            own = math.floor(round(1000 * max(self.value - self.slack, 0), 6)) / 1000
            return own if before is None else max(own, before)
        own = math.ceil(round(1000 * (self.value + self.slack), 6)) / 1000
        return own if before is None else min(own, before)


def read_floors(file=FILE):
    """{(part, side, name): floor}."""
    rooms = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {
        (f"{room}.{part}", side, name): floor
        for room, parts in rooms.items()
        for part, sides in parts.items()
        for side, floors in sides.items()
        for name, floor in floors.items()
    }


def write_floors(floors, file=FILE):
    """Write all floors, one table a part and side."""
    tables = dict.fromkeys((part, side) for part, side, _ in sorted(floors))
    text = [HEAD]
    for part, side in tables:
        own = sorted((name, floor) for (p, s, name), floor in floors.items() if (p, s) == (part, side))
        text += [f"[{part}.{side}]", *(f"{name} = {floor:g}" for name, floor in own), ""]
    file.write_text("\n".join(text).rstrip() + "\n", encoding="utf-8")


def raised(floors, figures):
    """The floors, raised where a figure is better; figures without a floor get one, if it can be missed."""
    new = {figure.key: figure.floor(floors.get(figure.key)) for figure in figures}
    return floors | {key: floor for key, floor in new.items() if floor or key[1] == "at_most"}


def missed(floors, figures):
    """One line for each figure that does not hold its floor."""
    words = {"at_least": "below the floor", "at_most": "above the limit"}
    return [
        f"{f.part} {f.name}: {f.value:.4g} is {words[f.side]} {floors[f.key]:g}"
        for f in figures
        if f.key in floors and f.misses(floors[f.key])
    ]
