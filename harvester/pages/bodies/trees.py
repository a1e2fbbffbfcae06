"""Small learned trees: a table of the package, read once and asked without any library of learning."""

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from math import floor
from typing import Any, Final, TypeAlias

from harvester.pages.bodies.questions import WHOLE

Node: TypeAlias = tuple[int, float, Any, Any]
"""A question (number of the feature, largest value that goes left, left, right), or -1 and an answer."""

_ANSWER: Final = -1
_SURE: Final = 1.2
"""A sum of the first answers so far from zero that the rest hardly ever changes its sign."""
_FIRST: Final = 16
"""Trees that every block is put to; the first ones say most."""


class Trees:
    """A sum of trees: above zero means yes."""

    def __init__(self, features: tuple[str, ...], trees: list[Node]) -> None:
        """Keep the trees; ``features`` are the names of what they ask."""
        self.features = features
        whole = frozenset(at for at, name in enumerate(features) if name in WHOLE)
        self._first, self._rest = _summed(trees[:_FIRST], whole), _summed(trees[_FIRST:], whole)

    def score(self, row: list[float]) -> float:
        """Return the sum of the answers for one row of features: log odds."""
        score = self._first(row)
        return score if abs(score) > _SURE else score + self._rest(row)


def _summed(trees: list[Node], whole: frozenset[int]) -> Callable[[list[float]], float]:
    """Return the function that sums the answers of some trees; ``whole`` features are whole numbers.

    Every block is put to them: as one expression they cost a third of what a loop over nodes does.
    """
    terms = " + ".join(["0.0", *(_expression(tree, whole) for tree in trees)])
    found: Callable[[list[float]], float] = eval(f"lambda row: {terms}", {})  # noqa: S307 - only numbers
    return found


def _expression(node: Node, whole: frozenset[int]) -> str:
    """Return a tree as Python; its numbers are all that comes from outside.

    Numbers of one type are compared in half the time: whole ones with whole ones.
    """
    feature, most, left, right = node
    if feature == _ANSWER:
        return f"({most!r})"
    bound = floor(most) if feature in whole else most
    return f"({_expression(left, whole)} if row[{feature}] <= {bound!r} else {_expression(right, whole)})"


def as_node(data: object) -> Node:
    """Return a tree of the table: lists of four are questions."""
    if isinstance(data, list):
        feature, most, left, right = data
        return int(feature), float(most), as_node(left), as_node(right)
    return _ANSWER, float(str(data)), None, None


@cache
def packaged_trees(name: str) -> Trees:
    """Return the trees of a table of this package."""
    table = json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    return Trees(tuple(table["features"]), [as_node(tree) for tree in table["trees"]])
