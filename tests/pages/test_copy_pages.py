from html import escape

import pytest

from harvester import extract
from tests.pages.copy_pages import PAGES, PROSE

TIMES = 4
"""Paragraphs of a page."""


def printed(page):
    """Return the page as a paper prints it: head, headline, copy, what stands around it, a foot."""
    prose = escape(PROSE[page.language], quote=False)
    texts = [f"{n}. {prose}" if n else prose for n in range(TIMES)]
    texts[0] = page.opening + texts[0]
    texts[-1] += page.closing
    copy = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f'<!doctype html><html lang="{page.language}"><head><meta charset="utf-8">'
        "<title>Ferry – Tolin</title></head><body>"
        '<header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>'
        f'<main><article><h1>Ferry</h1>{page.above}<div class="copy">{copy}{page.last}</div>{page.below}'
        '</article></main><footer><p><a href="/imprint">Imprint</a></p></footer></body></html>'
    )


def read(page):
    """Return the article of the page."""
    return extract(printed(page), "https://tolin.example/2026/ferry")


every_page = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


@every_page
def test_source_line_is_found_without_its_label(page):
    """The line is kept as printed, wherever it stands and however it is marked up; else there is none."""
    assert read(page).source_line == page.line


@every_page
def test_parties_are_named_with_their_roles(page):
    """Source line, dateline, suffix and sign-off name the parties; in doubt nobody is named."""
    parties = [(party.name, party.role) for party in read(page).sources]
    assert parties == list(page.parties)


@every_page
def test_body_is_the_copy_and_nothing_else(page):
    """The dateline stays in the body; source line, suffix, sign-off and corrections do not."""
    paragraphs = [paragraph.text for paragraph in read(page).paragraphs]
    assert len(paragraphs[:TIMES]) == TIMES
    assert paragraphs[0] == page.opening + PROSE[page.language]
    assert paragraphs[TIMES - 1] == f"{TIMES - 1}. {PROSE[page.language]}"
    left = " ".join(paragraphs[TIMES:])
    assert page.line is None or page.parties == () or page.line not in left
    assert all(note not in left for note in page.corrections)


@every_page
def test_dateline_and_corrections(page):
    """The dateline and the notes of correction are those that are printed."""
    article = read(page)
    assert (article.dateline.raw if article.dateline else None) == page.dateline
    assert tuple(note.text for note in article.corrections) == page.corrections


def test_label_is_told_in_the_provenance():
    """The label that a source line has lost stands beside it."""
    labelled = [page for page in PAGES if page.label]
    assert labelled
    for page in labelled:
        told = [each.detail for each in read(page).provenance if each.field == "source_line"]
        assert told == [page.label]
