"""The article's own pictures among those of its page."""

from harvester.pages.document import Document
from harvester.pages.figures import Figure
from harvester.pages.found import Body
from harvester.parts import Image


def choose_images(document: Document, figures: tuple[Figure, ...], body: Body) -> tuple[Image, ...]:
    """Return the lead picture and the pictures in the text."""
    return tuple(figure.image for figure in figures)
