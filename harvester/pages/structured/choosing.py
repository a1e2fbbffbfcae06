"""Which of the articles that a page describes is its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.pages.structured.graph import Graph
from harvester.pages.structured.loose_json import Node
from harvester.pages.structured.texts import address_of, items, line_of
from harvester.urls import identity_key

_COMPARED: Final = 12
"""Articles whose addresses are compared in every spelling; further ones only as written."""
_LISTED: Final = 3
"""As many different headlines make a listing."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The nodes that describe the page's article, the best first."""

    nodes: tuple[Node, ...] = ()
    is_of_page: bool | None = None


def choose(graph: Graph, page_urls: tuple[str, ...], titles: tuple[str, ...]) -> Chosen:
    """Return the article of a page with these addresses (its own, its canonical one) and these titles."""
    pages = {_plain(url) for url in page_urls}
    same = _at(graph.own, pages) or _at(graph.aside, pages) or _spelled_otherwise(graph, page_urls)
    if same:
        return Chosen(tuple(_by_worth(same)), is_of_page=True)
    titles = tuple(title.casefold() for title in titles)
    return _by_title(graph.own, titles) or _by_title(graph.others, titles, pages) or Chosen()


def _by_title(nodes: list[Node], titles: tuple[str, ...], pages: set[str] | None = None) -> Chosen | None:
    """Return the only article, or the one that the title names; ``None`` for many or none."""
    if pages is not None:
        nodes = [node for node in nodes if _tells(node)]
    named = [node for node in nodes if _is_in(line_of(node.get("headline") or node.get("name")), titles)]
    if not named and len({line_of(node.get("headline")) for node in nodes}) >= _LISTED:
        return None
    nodes = _by_worth(named or nodes)
    if not nodes:
        return None
    addresses = [_plain(each) for each in addresses_of(nodes[0])]
    if pages is not None:
        return Chosen((nodes[0],), True if pages.intersection(addresses) else None)
    return Chosen(tuple(nodes[:_LISTED]) if named else (nodes[0],), False if addresses else None)


def _tells(node: Node) -> bool:
    return any(key in node for key in ("headline", "datePublished", "uploadDate", "articleBody", "author"))


def _by_worth(nodes: list[Node]) -> list[Node]:
    """Sort by how much a node says; of the same, the first comes first."""
    return sorted(nodes, key=lambda node: -_worth(node))


def _worth(node: Node) -> int:
    return (
        4 * ("headline" in node)
        + 2 * ("datePublished" in node)
        + ("articleBody" in node)
        + ("author" in node)
    )


def _is_in(headline: str | None, titles: tuple[str, ...]) -> bool:
    if not headline:
        return False
    folded = headline.casefold()
    return any(folded in title or (title in folded and 2 * len(title) > len(folded)) for title in titles)


def addresses_of(node: Node) -> Iterator[str]:
    """Yield the addresses that an article calls its own, as written."""
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in items(node.get(key)):
            found = address_of(value)
            if found and ("/" in found or key == "url"):
                yield found


def _at(nodes: list[Node], pages: set[str]) -> list[Node]:
    """Return the articles at an address that is written as the page's."""
    return [node for node in nodes if any(_plain(each) in pages for each in addresses_of(node))]


def _spelled_otherwise(graph: Graph, page_urls: tuple[str, ...]) -> list[Node]:
    """Return the articles whose address is the page's in another spelling: AMP, mobile, with tracking."""
    nodes = (*graph.own[:_COMPARED], *graph.aside[:_COMPARED])
    keys = {identity_key(url) for url in page_urls} if nodes else set()
    return [
        node
        for node in nodes
        if any(identity_key(each) in keys for each in addresses_of(node) if "://" in each)
    ]


def _plain(url: str) -> str:
    """Return an address without what differs between spellings, in the cheapest way."""
    rest = url.partition("#")[0].partition("://")[2] or url
    return rest.removeprefix("www.").rstrip("/").lower()
