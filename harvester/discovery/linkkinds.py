"""Articles told from all else that a page links to, on sites that nobody described.

Evidence adds up: the shape of the address first, then how the link stands on its page. The words in
``urls/words.toml`` correct what shape alone gets wrong; a language that has none there is told by shape.
"""

from dataclasses import dataclass
from typing import Final, Literal
from unicodedata import east_asian_width

from harvester.urls.shapes import Shape, is_service_text, shape_of

LinkKind = Literal["article", "section", "topic", "archive", "media", "service", "file"]
Place = Literal["body", "navigation", "footer"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a link stands on its page."""

    text: str | None = None
    """Its longest text on the page; ``None`` when unknown, "" for a picture alone."""
    place: Place = "body"
    heading: bool = False
    """True where it is, holds or follows from a heading."""


_THRESHOLD: Final = 2.0
_WORDS: Final = (0.0, 0.0, 0.5, 1.0, 2.0, 2.5, 3.0)
_DATES: Final = {"none": 0.0, "year": 0.5, "inside": 2.5, "end": -4.0}
_NUMBERS: Final = {"none": 0.0, "short": 0.5, "long": 1.5}
_QUERIES: Final = {"none": 0.0, "article": 2.0, "listing": -2.0, "service": -6.0}
_FAMILIES: Final = {"article": 1.0, "topic": -3.5, "archive": -2.5, "media": -3.0, "service": -4.0}
_PLACES: Final = {"body": 0.0, "navigation": -1.5, "footer": -2.0}
_WIDTHS: Final = ((50, 1.5), (35, 1.0), (22, 0.5), (14, 0.0), (1, -1.0), (0, 0.0))
_MENU_WIDTH: Final = 22
UNKNOWN: Final = Standing()


def classify_link(url: str, standing: Standing = UNKNOWN) -> LinkKind:
    """Return what an absolute address most likely is."""
    shape = shape_of(url)
    if shape.is_file:
        return "file"
    if shape.depth + (shape.query == "article") and _score(shape, standing) >= _THRESHOLD:
        return "article"
    return _kind_of_other(shape)


def _score(shape: Shape, standing: Standing) -> float:
    """Add up the evidence; an address that says nothing is not made an article by its text alone."""
    of_shape = _of_shape(shape)
    return of_shape + _of_standing(standing) if of_shape > 0 else 0.0


def _of_shape(shape: Shape) -> float:
    words = _WORDS[min(shape.words, len(_WORDS) - 1)]
    families = sum(_FAMILIES[family] for family in shape.families if not _is_dated_archive(family, shape))
    page = 0.5 if shape.extension else 0.0
    paged = -2.0 if shape.page_number and shape.number == "none" and shape.query != "article" else 0.0
    return words + families + page + paged + _DATES[shape.date] + _of_number(shape) + _QUERIES[shape.query]


def _is_dated_archive(family: str, shape: Shape) -> bool:
    """Old articles lie in archives too: a day in the path and a slug behind it speak louder."""
    return family == "archive" and shape.date == "inside"


def _of_number(shape: Shape) -> float:
    """Weigh the sign of a database: alone, beside a slug, or after a word such as "article"."""
    number = max(_NUMBERS[shape.number], 1.5 if shape.code else 0.0)
    beside_words = number > 1 and (shape.words > 1 or shape.bare_number)
    after_marker = number > 0 and "article" in shape.families
    marks_words = shape.words > 1 and "article" in shape.families
    return number + 0.5 * beside_words + 0.5 * (after_marker or marks_words)


def _of_standing(standing: Standing) -> float:
    place = _PLACES[standing.place]
    if standing.text is None:
        return place
    width = _width(standing.text)
    if standing.place != "body" and 0 < width < _MENU_WIDTH:
        place -= 1.0
    service = -3.0 if is_service_text(standing.text) else 0.0
    heading = 0.5 if standing.heading else 0.0
    return place + service + heading + next(value for least, value in _WIDTHS if width >= least)


def _width(text: str) -> int:
    """Count letters, those of wide scripts twice."""
    return len(text) if text.isascii() else len(text) + sum(east_asian_width(char) in "WF" for char in text)


def _kind_of_other(shape: Shape) -> LinkKind:
    """Name what is no article by the plainest sign."""
    if "service" in shape.families or shape.query == "service":
        return "service"
    if "media" in shape.families:
        return "media"
    if "topic" in shape.families:
        return "topic"
    if "archive" in shape.families or shape.date == "end" or shape.page_number or shape.query == "listing":
        return "archive"
    return "section"
