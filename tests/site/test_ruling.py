"""A site's own rules on a page: what breaks has a file and a line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvester.evidence import NotAnArticle
from harvester.extract import extract
from harvester.site.ruling import BrokenRule
from harvester.sites import Sites

URL = "https://harbourpost.example/news/quay"
WORDS = "<p>The harbour board of Ellery voted on Monday to open the upper quay again.</p>"
PAGE = f"<title>Quay reopens</title><h1>Quay reopens</h1>{WORDS * 5}"
SITE = """from datetime import UTC, datetime
from harvester.pages.page import ArticlePage, field
from harvester.parts import Author, Paragraph
from harvester.site import Site

class HarbourPost(Site):
    hosts = ("harbourpost.example",)
    class Page(ArticlePage):
        @field
        def {name}(self):
            return {value}
"""


def described(folder: Path, name: str, value: str) -> Sites:
    (folder / "post.py").write_text(SITE.format(name=name, value=value))
    return Sites.load([folder])


BROKEN = [
    ("headline", "1 / 0", 11, "ZeroDivisionError: division by zero"),
    ("kicker", "self.text('p.rubric').upper()", 11, "'NoneType' object has no attribute 'upper'"),
    ("headline", "42", 9, "headline must be str or None, not 42"),
    ("paragraphs", "['The quay']", 9, "paragraphs must be a tuple of Paragraph, not ['The quay']"),
    ("authors", "('Ada Quill',)", 9, "authors must be a tuple of Author, not ('Ada Quill',)"),
    ("published", "datetime(2026, 5, 4)", 9, "published must be a datetime with a zone or None"),
    ("paragraphs", "None", 9, "paragraphs must be a tuple of Paragraph, not None"),
]


@pytest.mark.parametrize(("name", "value", "line", "why"), BROKEN)
def test_broken_rule_is_named_with_its_line(
    tmp_path: Path, name: str, value: str, line: int, why: str
) -> None:
    """Whether it raises, or its value breaks something behind it, or would only be no record."""
    with pytest.raises(BrokenRule) as broken:
        extract(PAGE, URL, sites=described(tmp_path, name, value))
    assert broken.value.place == f"{tmp_path}/post.py:{line}"
    assert why in broken.value.why


SOUND = [
    ("headline", "None", None),
    ("kicker", "'Fishing'", "Fishing"),
    ("published", "datetime(2026, 5, 4, tzinfo=UTC)", datetime(2026, 5, 4, tzinfo=UTC)),
    ("corrections", "()", ()),
]


@pytest.mark.parametrize(("name", "value", "given"), SOUND)
def test_sound_rule_gives_its_value(tmp_path: Path, name: str, value: str, given: object) -> None:
    """What the field may hold stands in the article."""
    assert getattr(extract(PAGE, URL, sites=described(tmp_path, name, value)), name) == given


def test_page_that_is_no_article_is_no_fault_of_a_rule(tmp_path: Path) -> None:
    """A rule that only articles satisfy is not asked on an error page."""
    with pytest.raises(NotAnArticle, match="not_found"):
        extract("<h1>Page not found</h1><p>Sorry.</p>", URL, sites=described(tmp_path, "kicker", "1 / 0"))
