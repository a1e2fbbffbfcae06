"""Small learned trees: a table of the package, read once and asked without any library of learning."""

import json
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

Node: TypeAlias = "tuple[int, float, Node, Node] | float"
"""A question (number of the feature, largest value that goes left, left, right) or an answer."""

_SURE: Final = 1.6
"""A sum of answers so far from zero that the rest does not change it."""
_FIRST: Final = 16
"""Trees that every block is put to; the first ones say most."""


class Trees:
    """A sum of trees: above zero means yes."""

    def __init__(self, features: tuple[str, ...], trees: list[Node]) -> None:
        """Keep the trees; ``features`` are the names of what they ask."""
        self.features = features
        self.first, self.rest = trees[:_FIRST], trees[_FIRST:]

    def score(self, row: list[float]) -> float:
        """Return the sum of the answers for one row of features: log odds."""
        score = _sum(self.first, row)
        return score if abs(score) > _SURE else score + _sum(self.rest, row)


def _sum(trees: list[Node], row: list[float]) -> float:
    """Return the sum of the answers of some trees."""
    score = 0.0
    for tree in trees:
        node = tree
        while isinstance(node, tuple):
            feature, most, left, right = node
            node = left if row[feature] <= most else right
        score += node
    return score


def _node(data: object) -> Node:
    """Return a tree of the table: lists of four are questions."""
    if isinstance(data, list):
        feature, most, left, right = data
        return int(feature), float(most), _node(left), _node(right)
    return float(str(data))


@cache
def packaged_trees(name: str) -> Trees:
    """Return the trees of a table of this package."""
    table = json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    return Trees(tuple(table["features"]), [_node(tree) for tree in table["trees"]])
