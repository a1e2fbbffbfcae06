"""Headline, kicker, authors, dates and language of whole pages, in the markup of many systems."""

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvester.evidence import Evidence
from harvester.pages.page import ArticlePage

FOLDER = Path(__file__).with_name("heads")
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
FETCHED = Evidence(retrieved=datetime(2025, 6, 7, 12, tzinfo=UTC))
KEYS = ("headline", "kicker", "authors", "published", "modified", "language")


def read(name: str) -> dict[str, object]:
    """What harvester reads of a page, in the keys and forms of the expected values."""
    page = (FOLDER / f"{name}.html").read_bytes()
    found = ArticlePage(page, "https://www.sample.example/a/1234", FETCHED).article()
    expected = EXPECTED[name]
    return {
        "headline": found.headline,
        "kicker": found.kicker,
        "authors": [author.name for author in found.authors],
        "published": written(found.published, expected.get("published")),
        "modified": written(found.modified, expected.get("modified")),
        "language": (found.language or "")[:2],
    }


def written(moment: datetime | None, expected: str | None) -> str | None:
    """A moment in the precision of the expected one."""
    return moment and f"{moment:%Y-%m-%dT%H:%M}"[: len(expected or "") or None]


def test_every_page_has_its_expected_values():
    """No page is without them, none of them without a page."""
    assert {path.stem for path in FOLDER.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_head_of_the_article_is_what_a_reader_would_write_down(name: str):
    """What the page shows and says of itself agrees with what a reader would write down."""
    expected = EXPECTED[name]
    found = read(name)
    asked = [key for key in KEYS if key in expected or key == "modified"]
    assert {key: found[key] for key in asked} == {key: expected.get(key) for key in asked}


@pytest.mark.parametrize("declared", ["<html>", '<html lang="en">', '<html lang="de">'])
@pytest.mark.parametrize("name", EXPECTED)
def test_language_is_told_by_the_text_where_a_page_declares_none_or_a_wrong_one(name: str, declared: str):
    """Templates are left in the language of their makers: the text of the article decides."""
    page = re.sub(r"<html[^>]*>", declared, (FOLDER / f"{name}.html").read_text("utf-8"), count=1)
    page = page.replace('"inLanguage"', '"x"')
    found = ArticlePage(page, "https://www.sample.example/a/1234", FETCHED).language or ""
    norwegian = {"nb": "no"}
    wanted = EXPECTED[name]["language"]
    assert norwegian.get(found[:2], found[:2]) == norwegian.get(wanted, wanted)
