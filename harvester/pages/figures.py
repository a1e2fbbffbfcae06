"""Figures: pictures of a page with their captions and credits."""

from dataclasses import dataclass

from harvester.pages.document import Document
from harvester.pages.found import Headline
from harvester.parts import Image


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what is printed below it."""

    image: Image
    at: int
    """Index of the block that follows the picture."""
    blocks: frozenset[int] = frozenset()
    """The blocks of caption and credit."""


def find_figures(document: Document, headline: Headline, taken: frozenset[int]) -> tuple[Figure, ...]:
    """Return the pictures of a page that may be the article's, in reading order."""
    return ()
