"""The nodes of a page's data: which there are, which of them are articles, what refers to what."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from harvester.pages.structured.loose_json import Node
from harvester.pages.structured.schema import SCHEMA
from harvester.pages.structured.texts import types_of

_HOLDING: Final = (dict, list)
"""What holds other values; a union of them would be made anew for each of hundreds of values."""
_MOST: Final = 20_000
"""Values that are looked at: a page with more is data, not about an article."""

ARTICLES: Final = frozenset(SCHEMA["articles"])
OTHER_WORKS: Final = frozenset(SCHEMA["other_works"])
_ASIDE: Final = frozenset(SCHEMA["aside"])


@dataclass(slots=True)
class Graph:
    """All nodes with a type, sorted."""

    own: list[Node] = field(default_factory=list)
    """Articles that the page may be about."""
    aside: list[Node] = field(default_factory=list)
    """Articles that are part of something else: of a list, of a live blog."""
    others: list[Node] = field(default_factory=list)
    """Other works that the page may be about."""
    trails: list[Node] = field(default_factory=list)
    """Breadcrumbs."""
    sites: list[Node] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    by_id: dict[str, Node] = field(default_factory=dict)

    def resolved(self, value: object) -> object:
        """Return the node that a bare reference means; everything else as it is."""
        if isinstance(value, list):
            return [self.resolved(each) if isinstance(each, dict) else each for each in value]
        if isinstance(value, dict) and "@id" in value and "name" not in value:
            name = value["@id"]
            return self.by_id.get(name, value) if isinstance(name, str) else value
        return value


def graph_of(values: Iterable[object]) -> Graph:
    """Return the nodes of some values, in document order, each once."""
    graph = Graph()
    waiting: list[tuple[object, bool]] = [(value, False) for value in values][::-1]
    left = _MOST
    while waiting and left:
        left -= 1
        value, is_aside = waiting.pop()
        inner: list[tuple[object, bool]] = []
        if isinstance(value, list):
            inner = [(each, is_aside) for each in value if isinstance(each, _HOLDING)]
        elif isinstance(value, dict):
            _sort(graph, value, is_aside=is_aside)
            held = [(key, each) for key, each in value.items() if isinstance(each, _HOLDING)]
            inner = [(each, is_aside or key in _ASIDE) for key, each in held]
        waiting.extend(reversed(inner))
    return graph


def _sort(graph: Graph, node: Node, *, is_aside: bool) -> None:
    """Put a node where it belongs."""
    name = node.get("@id")
    if isinstance(name, str) and len(node) > len(graph.by_id.get(name, ())) > -1 and len(node) > 1:
        graph.by_id[name] = node
    for kind in types_of(node):
        graph.types.add(kind)
        if kind in ARTICLES:
            (graph.aside if is_aside else graph.own).append(node)
        elif kind in OTHER_WORKS and not is_aside:
            graph.others.append(node)
        elif kind == "BreadcrumbList":
            graph.trails.append(node)
        elif kind == "WebSite":
            graph.sites.append(node)
        else:
            continue
        return
