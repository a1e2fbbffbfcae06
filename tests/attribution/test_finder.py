from hypothesis import given
from hypothesis import strategies as st

from harvester.attribution.finder import Finder

words = st.text(alphabet="abc ", min_size=1, max_size=5)


def test_longest_phrase_wins():
    """Of two phrases at one place the longer is found."""
    assert Finder(["with", "with files from"]).at("with files from x") == "with files from"


def test_words_only():
    """A phrase is found where a word starts, not inside of one."""
    assert list(Finder(["art"]).words("smart art")) == [(6, "art")]


@given(st.lists(words, min_size=1, max_size=8), st.text(alphabet="abc ", max_size=30))
def test_inside_agrees_with_a_plain_search(phrases, text):
    """The index finds exactly what a plain search finds."""
    assert Finder(phrases).inside(text) == any(phrase in text for phrase in phrases)
