"""Pages that leave out the tags of head and body, as HTML5 allows."""

import pytest

from harvester.pages.document import Document

TITLE = "<title>The lock gate is back</title><meta name=author content='Tove Lindqvist'>"
HEADLINE = "<h1>The lock gate is back</h1>"
TEXT = "<p>Divers lowered it at slack water.</p>"


@pytest.mark.parametrize(
    "page",
    [
        f"<!doctype html>{TITLE}<main>{HEADLINE}{TEXT}</main>",
        f"<!doctype html>{TITLE}<header>{HEADLINE}</header><div>{TEXT}</div>",
        f"<html><head>{TITLE}<article>{HEADLINE}{TEXT}</article></html>",
        f"<html><head>{TITLE}<the-app></the-app></head><body>{HEADLINE}{TEXT}</body></html>",
        f"<html><head>{TITLE}</head><body>{HEADLINE}{TEXT}</body></html>",
        f"{TITLE}{HEADLINE}{TEXT}",
    ],
)
def test_content_is_read_wherever_the_parser_left_it(page):
    """In the order of the page; the head keeps what is the head's."""
    document = Document(page, "https://gull.example/news/1")
    assert [block.text for block in document.walk.blocks] == [
        "The lock gate is back",
        "Divers lowered it at slack water.",
    ]
    assert document.meta("author") == "Tove Lindqvist"
