"""``Document``: one page, parsed once; every field asks it."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final
from urllib.parse import urljoin

from parsel import Selector

from harvester.evidence import Evidence
from harvester.pages.decoding import Decoded, decode
from harvester.pages.guard import parsed, tamed
from harvester.pages.strays import body_of
from harvester.pages.structured import StructuredData, structured_data
from harvester.pages.walk import Element, Walk
from harvester.pages.walker import walked

_SPEAKING: Final = ("base", "link", "meta", "script", "title")
_DESCRIBING: Final = (b"itemscope", b"itemtype", b"typeof=", b"typeof =")
"""One of these is in every page whose elements describe something; most have none."""
_META_NAMES: Final = ("property", "name", "itemprop", "http-equiv")


class Document:
    """One page: its tree, what its head says, what its body shows. Nothing of it changes once read."""

    def __init__(self, page: bytes | str, url: str, evidence: Evidence | None = None) -> None:
        """Read the page of an address; raises ``NotAnArticle`` for what is empty or no HTML."""
        self.url = url
        """The page's address, after redirects."""
        self.evidence = evidence or Evidence()
        self.decoded: Decoded = decode(page, self.evidence.content_type)
        tree = parsed(tamed(self.decoded.utf8))
        self.root: Element = tree.root
        """The ``html`` element."""
        self.body: Element = body_of(self.root)
        """The ``body`` element, or all there is."""
        self.is_cut = tree.is_cut
        """True when the tree is too deep and ends before the page does."""

    @cached_property
    def _speaking(self) -> Mapping[str, list[Element]]:
        """The elements that speak of the page, by tag: found in one pass over the tree."""
        found: dict[str, list[Element]] = {tag: [] for tag in _SPEAKING}
        for element in self.root.iter(*_SPEAKING):
            found[str(element.tag)].append(element)
        return found

    @cached_property
    def base_url(self) -> str:
        """The address that relative ones refer to."""
        base = next(iter(self._speaking["base"]), None)
        try:
            return urljoin(self.url, (base.get("href") or "").strip()) if base is not None else self.url
        except ValueError:
            return self.url

    @cached_property
    def metas(self) -> Mapping[str, tuple[str, ...]]:
        """The contents of ``meta`` elements by their lower-case name, property, itemprop or http-equiv."""
        found: dict[str, list[str]] = {}
        for meta in self._speaking["meta"]:
            content = " ".join((meta.get("content") or "").split())
            for key in _META_NAMES if content else ():
                name = meta.get(key)
                if name:
                    found.setdefault(name.lower(), []).append(content)
        return MappingProxyType({name: tuple(values) for name, values in found.items()})

    def meta(self, *names: str) -> str | None:
        """Return the first content of the first of these names that the page has."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)

    @cached_property
    def links(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses of ``link`` elements by each lower-case word of their ``rel``, as written."""
        found: dict[str, list[str]] = {}
        for link in self._speaking["link"]:
            href = (link.get("href") or "").strip()
            for word in (link.get("rel") or "").lower().split() if href else ():
                found.setdefault(word, []).append(href)
        return MappingProxyType({word: tuple(hrefs) for word, hrefs in found.items()})

    @property
    def scripts(self) -> list[Element]:
        """The ``script`` elements, in the order of the page."""
        return self._speaking["script"]

    @cached_property
    def title(self) -> str | None:
        """The ``title`` of the head, white space folded."""
        element = next(iter(self._speaking["title"]), None)
        text = " ".join("".join(element.itertext()).split()) if element is not None else ""
        return text or None

    @cached_property
    def walk(self) -> Walk:
        """What the page shows, block by block."""
        return walked(self.body)

    @cached_property
    def structured(self) -> StructuredData:
        """What the page says of itself as data: JSON-LD, microdata, RDFa."""
        canonical = self.links.get("canonical", ())[:1]
        titles = (self.meta("og:title"), self.title)
        said = tuple(title for title in titles if title)
        return structured_data(self._speaking["script"], self._describing, (self.url, *canonical), said)

    def _describing(self) -> Element | None:
        """Return the tree where its elements may describe something."""
        page = self.decoded.utf8.lower()
        return self.root if any(mark in page for mark in _DESCRIBING) else None

    @cached_property
    def selector(self) -> Selector:
        """The tree for Parsel: what the rules of a site file ask."""
        return Selector(root=self.root, type="html", base_url=self.base_url)
