"""Lines that stand among copy and are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.bodies.furniture import is_label, purpose_of

MORE, LETTER, SHARE, COMMENT, ADS, PICTURE, RIGHTS, FACTS = range(1, 9)


@pytest.mark.parametrize(
    ("line", "purpose"),
    [
        ("Read more: The tide table of May", MORE),
        ("» Lesen Sie auch: Die Schleuse schließt", MORE),
        ("Lire aussi : le phare éteint", MORE),
        ("Читайте также: Маяк погас", MORE),
        ("関連記事", MORE),
        ("اقرأ أيضا: المنارة", MORE),
        ("Sign up for the harbour letter", LETTER),
        ("Jetzt abonnieren", LETTER),
        ("Share this article", SHARE),
        ("Paylaş", SHARE),
        ("Leave a comment", COMMENT),
        ("12 Comments", COMMENT),
        ("3 комментария", COMMENT),
        ("12 boats", 0),
        ("Advertisement", ADS),
        ("ANZEIGE", ADS),
        ("Foto: Tove Lindqvist", PICTURE),
        ("All rights reserved", RIGHTS),
        ("Lesezeit: 3 Minuten", FACTS),
    ],
)
def test_opening_words_tell_what_a_line_is_for(line, purpose):
    """In many languages, in capitals, behind arrows and bullets."""
    assert purpose_of(line) == purpose


@pytest.mark.parametrize(
    "line",
    ["Shares in the yard are not traded.", "Adrift for two days", "Photographic paper is rare.", "The boats"],
)
def test_words_that_begin_like_a_phrase_are_no_phrase(line):
    """A phrase counts where a word ends after it."""
    assert purpose_of(line) == 0


def test_label_is_the_phrase_and_nothing_more():
    """A sentence that opens with the same words is no label."""
    assert is_label("Advertisement:")
    assert not is_label("Advertisement in newspapers began in the harbour towns.")


@given(st.text(max_size=80))
def test_any_text_has_a_purpose_or_none(text):
    """Nothing that a page prints breaks the look-up."""
    assert 0 <= purpose_of(text) <= FACTS
