"""Figures of a block by its words and its neighbours."""

from harvester.pages.bodies.beside import Beside
from harvester.pages.bodies.measures import Measures
from harvester.pages.document import Document

NAMES = (
    *("appeals", "persons", "appeals_after", "near_links", "commas", "asked_before", "run", "size_before"),
    *("links_before", "siblings"),
)
COPY = "<p>The lock gate of Brackwater is back in place after eleven weeks in the yard, the board said.</p>"


def figures(body, at):
    walk = Document(f"<html><body>{body}</body></html>", "https://gull.example/a").walk
    return dict(zip(NAMES, Beside(Measures(walk, -1)).figures(walk.blocks[at]), strict=True))


def test_words_that_ask_and_words_for_persons_are_counted_whatever_their_ending():
    """A house speaks to its readers in a few words; a report has hardly any of them."""
    asked = "<p>Subscribe to our newsletter and follow us on Facebook!</p>"
    found = figures(COPY + asked, 1)
    assert found["appeals"] >= 4
    assert found["persons"] > 3
    told = figures(COPY + asked, 0)
    assert (told["appeals"], told["persons"], told["appeals_after"]) == (0, 0.0, found["appeals"])


def test_text_that_gaps_part_is_of_several_runs():
    """A few lines between two paragraphs part nothing, many do."""
    few, many = "<p>More</p>" * 2, "<p>Menu</p>" * 6
    assert figures(COPY + few + COPY, 0)["run"] == 1.0
    assert figures(COPY + many + COPY, 0)["run"] == 0.5
    assert figures(COPY + many + COPY, 3)["run"] == 0.0


def test_lines_that_ask_above_and_links_around_are_counted():
    """What stands below share buttons and among links seldom is copy."""
    found = figures("<p>Share this</p><p>Read more</p><p><a href='/b'>Tides</a></p>" + COPY, 3)
    assert (found["asked_before"], found["links_before"], found["siblings"]) == (2, 1.0, 1)
    assert 0 < found["near_links"] < 0.2
