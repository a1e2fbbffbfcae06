"""Hashes of texts and fields."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.article import Article
from harvester.duplicates import content_hash, field_hashes
from harvester.duplicates.exact import CHANGES, folded, overlap, paragraph_marks
from harvester.parts import Author, Correction, Image, SiteFacts

ARTICLE = Article(
    url="https://x.example/a",
    site=SiteFacts("x.example"),
    headline="Quay reopens",
    standfirst="After a year",
    body="The quay reopened.\n\nShips came.",
    authors=(Author("Ines Marlow"),),
    published=datetime(2026, 5, 3, tzinfo=UTC),
    source_line="Harbour Post with agencies",
    images=(Image("https://x.example/i/quay-1200x800.jpg?sig=1", "The quay", "T. Ash"),),
    corrections=(Correction(None, "An earlier version named the wrong quay."),),
)
TURNS = [
    ("headline", {"headline": "Quay open"}),
    ("standfirst", {"standfirst": None}),
    ("body", {"body": "The quay reopened."}),
    ("authors", {"authors": (Author("Tom Ash"),)}),
    ("published", {"published": datetime(2026, 5, 4, tzinfo=UTC)}),
    ("source_line", {"source_line": "Harbour Post"}),
    ("images", {"images": (Image("https://x.example/i/mayor.jpg", "The mayor", "T. Ash"),)}),
    ("corrections", {"corrections": ()}),
]


def changed(article, status="usable"):
    before, after = field_hashes(ARTICLE), field_hashes(article, status)
    return [field for field in CHANGES if before[field] != after[field]]


@pytest.mark.parametrize(("field", "facts"), TURNS)
def test_each_field(field, facts):
    """A change of one field changes its hash and no other."""
    assert changed(replace(ARTICLE, **facts)) == [field]


def test_status():
    """A tombstone differs in its status."""
    assert changed(ARTICLE, "canceled") == ["status"]


NO_TURNS = [
    {"images": (Image("https://cdn.example/quay-600x400.jpg?sig=2", "The quay", "T. Ash", alt="quay"),)},
    {"body": " The quay\u00a0reopened.\n\n\nShips came.\n"},
    {"modified": datetime(2026, 5, 9, tzinfo=UTC)},
    {"keywords": ("port",), "section": ("News",)},
    {"authors": (Author("Ines Marlow", "editor", "https://x.example/marlow"),)},
]


@pytest.mark.parametrize("facts", NO_TURNS)
def test_furniture(facts):
    """Another size of a picture, white space, time stamps, tags: nothing that makes a version."""
    assert changed(replace(ARTICLE, **facts)) == []


@given(st.text(), st.text())
def test_content_hash(headline, body):
    """White space and the form of letters make no other text; a moved boundary does."""
    spaced = f" {body}\n"
    decomposed = unicodedata.normalize("NFD", headline)
    assert content_hash(headline, body) == content_hash(decomposed, spaced)
    if folded(body):
        assert content_hash(headline, body) != content_hash(f"{headline} {body}", "")


def test_long_text_is_folded_as_a_short_one():
    """A text that is folded in pieces comes out as if it were folded at once."""
    words = ("harbour ", "e\u0301 ", " \n", "\u00a0", "x" * 300)
    text = "".join(words[n * n % 5] for n in range(30_000))
    assert folded(text) == " ".join(unicodedata.normalize("NFC", text).split())
    assert folded("x" * 300_000) == "x" * 300_000


def test_overlap():
    """The share of the shorter text that the longer one has, too."""
    one, two = paragraph_marks("A.\n\nB.\n\nC."), paragraph_marks("b.\n\nX.")
    assert overlap(one, two) == 0.5
    assert overlap(one, one) == 1.0
    assert overlap(one, paragraph_marks(None)) == 0.0
