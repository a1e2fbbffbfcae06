"""One text in the markup of many systems: copy, source line, picture and rails come out the same."""

import json
from pathlib import Path

import pytest

from harvester import extract
from harvester.article import Article

HERE = Path(__file__).with_name("one_text")
EXPECTED = json.loads((HERE / "expected.json").read_text("utf-8"))
PAGES = sorted(HERE.glob("*.html"))

every_markup = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def read(page: Path) -> Article:
    return extract(page.read_bytes(), EXPECTED["url"])


@every_markup
def test_copy_is_the_paragraphs_and_nothing_else(page: Path) -> None:
    """Neither source line nor photo line nor rails stay in the body."""
    article = read(page)
    assert article.headline == EXPECTED["headline"]
    assert [paragraph.text for paragraph in article.paragraphs] == EXPECTED["paragraphs"]


@every_markup
def test_source_line_names_its_parties(page: Path) -> None:
    """The line stands without its label, and its parties have their roles and places."""
    article = read(page)
    assert article.source_line == EXPECTED["source_line"]
    parties = [[party.name, party.role, party.location] for party in article.sources]
    assert parties == EXPECTED["sources"]


@every_markup
def test_picture_has_caption_and_credit(page: Path) -> None:
    """Caption and credit are parted, wherever the photo line stands."""
    (image,) = read(page).images
    assert (image.caption, image.credit) == (EXPECTED["caption"], EXPECTED["credit"])
    parties = [[party.name, party.role, party.location] for party in image.parties]
    assert parties == EXPECTED["credit_parties"]


@every_markup
def test_rails_have_their_teasers(page: Path) -> None:
    """Headings, labels, titles, summaries and addresses are those that are printed."""
    found = [
        {
            "heading": rail.heading,
            "teasers": [
                {
                    "labels": list(teaser.labels),
                    "title": teaser.title,
                    "summary": teaser.summary,
                    "url": teaser.url,
                }
                for teaser in rail.teasers
            ],
        }
        for rail in read(page).related
    ]
    assert found == EXPECTED["related"]
