"""The extractors by name. Their libraries are imported only where they run."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from running import ours, parsers, peers


@dataclass(frozen=True)
class Extractor:
    """How an extractor is made, and whose it is."""

    make: Callable
    """Gives ``read(page: bytes, url: str) -> Extracted``."""
    package: str
    is_peer: bool = False
    """Peers run with the interpreter of their own environment."""

    @property
    def version(self):
        try:
            return f"{self.package} {version(self.package)}"
        except PackageNotFoundError:
            return self.package


EXTRACTORS = {
    "harvester": Extractor(ours.generic, "harvester"),
    "harvester_sites": Extractor(ours.with_sites, "harvester"),
    "trafilatura": Extractor(peers.trafilatura, "trafilatura", is_peer=True),
    "trafilatura_fast": Extractor(peers.trafilatura_fast, "trafilatura", is_peer=True),
    "trafilatura_precision": Extractor(peers.trafilatura_precision, "trafilatura", is_peer=True),
    "newspaper4k": Extractor(peers.newspaper4k, "newspaper4k", is_peer=True),
    "readability": Extractor(peers.readability, "readability-lxml", is_peer=True),
    "resiliparse": Extractor(peers.resiliparse, "Resiliparse", is_peer=True),
    "floor_lxml": Extractor(parsers.lxml, "lxml"),
    "floor_parsel": Extractor(parsers.parsel, "parsel"),
    "floor_walk": Extractor(parsers.walk, "lxml"),
}
