"""What a page says of itself as data, read once: JSON-LD first, else microdata and RDFa Lite.

The root of a page's tree in, one frozen ``StructuredData`` out. Hostile data ends in bounded time and
gives nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from harvester.pages.structured.choosing import choose
from harvester.pages.structured.graph import Graph, graph_of
from harvester.pages.structured.loose_json import LONGEST, read_json
from harvester.pages.structured.microdata import marked_nodes
from harvester.pages.structured.reading import read_article
from harvester.pages.structured.texts import items, line_of, number_of
from harvester.pages.structured.values import (
    StructuredArticle,
    StructuredData,
    StructuredImage,
    StructuredName,
    Syntax,
)
from harvester.pages.walk import Element

_BLOCKS: Final = 100
_CRUMBS: Final = 20


def structured_data(
    scripts: Iterable[Element],
    describing: Callable[[], Element | None],
    page_urls: tuple[str, ...],
    titles: tuple[str, ...],
) -> StructuredData:
    """Return what a page says of itself; its elements' attributes are asked where JSON-LD has no article.

    Args:
        scripts: the page's ``script`` elements.
        describing: gives its tree, ``None`` where no element describes anything.
        page_urls: its address and the canonical one it claims.
        titles: what else the page says its title is, to tell its own article among several.
    """
    graph = graph_of(_values(scripts))
    article = read_article(choose(graph, page_urls, titles), graph, "json_ld")
    if article is None:
        root = describing()
        marked = graph_of(marked_nodes(root) if root is not None else ())
        article = read_article(choose(marked, page_urls, titles), marked, "microdata")
        _join(graph, marked)
    return StructuredData(
        article,
        frozenset(graph.types),
        len(graph.own) + len(graph.aside),
        _breadcrumbs(graph),
        next(filter(None, (line_of(site.get("name")) for site in graph.sites)), None),
    )


def _values(scripts: Iterable[Element]) -> Iterator[object]:
    """Yield the values of the page's JSON-LD blocks, until they are too many or too long."""
    left, size = _BLOCKS, LONGEST
    for script in scripts:
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        left, size = left - 1, size - len(text)
        if left < 0 or size < 0:
            return
        yield from read_json(text)


def _join(graph: Graph, marked: Graph) -> None:
    """Take over from the marked nodes what the others do not say."""
    graph.types |= marked.types
    for mine, other in ((graph.trails, marked.trails), (graph.sites, marked.sites)):
        mine.extend(other)
    if not graph.own and not graph.aside:
        graph.own, graph.aside = marked.own, marked.aside


def _breadcrumbs(graph: Graph) -> tuple[str, ...]:
    """Return the names of the first trail that has any, by position."""
    for trail in graph.trails:
        steps = [step for step in items(trail.get("itemListElement")) if isinstance(step, dict)][:_CRUMBS]
        steps.sort(key=lambda step: number_of(step.get("position")) or 0)
        names = (line_of(step.get("name")) or line_of(graph.resolved(step.get("item"))) for step in steps)
        found = tuple(name for name in names if name and "://" not in name)
        if found:
            return found
    return ()


__all__ = [
    "StructuredArticle",
    "StructuredData",
    "StructuredImage",
    "StructuredName",
    "Syntax",
    "structured_data",
]
