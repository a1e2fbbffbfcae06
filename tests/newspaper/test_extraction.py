"""Every page of the newspaper is read as it was printed, in its own layout and in all others."""

from datetime import date
from urllib.parse import urljoin

import pytest

from harvester.evidence import Evidence
from harvester.newspaper import LAYOUTS, Newspaper, Request
from tests.newspaper.compare import differences

extract = pytest.importorskip("harvester.extract").extract

PAPER = Newspaper(today=date(2026, 5, 4))
HOST = "lantern.example"
EXPECTED = {truth.id: truth for truth in PAPER.expected()}


def fetched(path):
    """The page of a path and what its header says of it."""
    answer = PAPER.answer(Request("GET", path, {"host": HOST}))
    return b"".join(answer.parts), answer.header("Content-Type")


@pytest.mark.parametrize("number", EXPECTED)
def test_page_is_recorded_as_it_was_printed(number):
    """Headline, text, byline, dates, picture, credit, source line and rails are those of the desk."""
    truth = EXPECTED[number]
    page, content_type = fetched(truth.path)
    article = extract(
        page, urljoin(f"http://{HOST}", truth.path), evidence=Evidence(content_type=content_type)
    )
    assert differences(truth, article) == ()


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_same_words_in_other_markup_are_the_same_article(layout):
    """The piece with source line, courtesy credit and two rails comes out the same in every layout."""
    truth = EXPECTED[5001]
    sheet = PAPER.sheet(PAPER.piece(5001), f"http://{HOST}")
    article = extract(LAYOUTS[layout](sheet), sheet.url)
    found = [
        difference for difference in differences(truth, article) if not difference.startswith("published")
    ]
    assert found == []
