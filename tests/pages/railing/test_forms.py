"""Whole pages with rails as well-known systems print them, and pages without any.

Each page in ``forms`` was written with what a reader finds on it before it was ever read by the code.
"""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from harvester.pages.page import ArticlePage
from harvester.parts import Rail

FORMS = sorted(Path(__file__).with_name("forms").glob("*.html"))
PAGES = [form.with_suffix("") for form in FORMS]


def read(form: Path) -> ArticlePage:
    expected = json.loads(form.with_suffix(".json").read_text("utf-8"))
    return ArticlePage(form.with_suffix(".html").read_bytes(), expected["url"])


def gist(rail: Rail, names: frozenset[str]) -> dict[str, object]:
    """A rail with what the page is asked of its teasers."""
    said = json.loads(json.dumps([asdict(teaser) for teaser in rail.teasers]))
    teasers = [{name: each[name] for name in names} for each in said]
    return {"heading": rail.heading, "kind": rail.kind, "teasers": teasers}


def asked(rails: list[dict[str, list[dict[str, object]]]]) -> frozenset[str]:
    """What a page says of its teasers: title and address, on some pages labels and summary."""
    return frozenset(name for rail in rails for teaser in rail["teasers"] for name in teaser)


@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
def test_rails_of_a_page(form: Path) -> None:
    """Heading, kind, titles and addresses are those that a reader finds, and nothing else is a rail."""
    expected = json.loads(form.with_suffix(".json").read_text("utf-8"))["rails"]
    assert [gist(rail, asked(expected)) for rail in read(form).related] == expected


@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
def test_no_teaser_stands_in_the_body(form: Path) -> None:
    """Neither headings nor titles of rails are copy."""
    page = read(form)
    lines = {paragraph.text for paragraph in page.paragraphs}
    assert lines
    for rail in page.related:
        assert rail.heading not in lines
        assert not any(teaser.title in line for teaser in rail.teasers for line in lines if teaser.title)
