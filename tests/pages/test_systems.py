"""Articles in the markup of many publishing systems: all of the text, in order, and no furniture.

The pages were written before the code was asked. Each page of ``systems/`` has a text beside it: ``#`` the
headline, ``>`` the standfirst, ``?`` what may stand in the body or not (a fact box, a line on the author),
and the paragraphs that must.
"""

from pathlib import Path

import pytest

from harvester import extract

PAGES = {path.stem: path for path in sorted((Path(__file__).parent / "systems").glob("*.html"))}


def said(path):
    """The texts beside a page by their mark; paragraphs have none."""
    parts = path.with_suffix(".txt").read_text("utf-8").strip().split("\n\n")
    marked = [(part[0], part[2:]) if part[:2] in ("# ", "> ", "? ") else ("", part) for part in parts]
    return {mark: [text for own, text in marked if own == mark] for mark in ("#", ">", "?", "")}


def read(path):
    """The article of a page, its standfirst first where it has one."""
    url = f"https://{path.stem.replace('_', '-')}.example/news/2026/a-fine-day-4711"
    article = extract(path.read_bytes(), url)
    opening = [article.standfirst] if article.standfirst else []
    return article, opening + [part.text for part in article.paragraphs]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_article_is_read_in_the_markup_of_its_system(path):
    """Standfirst and paragraphs come out whole, in their order, and nothing else does."""
    truth = said(path)
    _, texts = read(path)
    assert [text for text in texts if text not in truth["?"]] == truth[">"] + truth[""]
