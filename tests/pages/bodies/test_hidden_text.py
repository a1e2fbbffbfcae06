"""Text that a page holds as data alone."""

# ruff: noqa: E501 - lines of markup are as long as markup is

import json

from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.bodies.hidden_text import body_as_data, paragraphs_of
from harvester.pages.document import Document

LONG = "The lock gate of Brackwater is back in place after eleven weeks in the yard."
OTHER = "Divers lowered the forty tonnes of oak and steel at slack water."


def told(state):
    page = f"<html><body><p>x</p><script type='application/json'>{json.dumps(state)}</script></body></html>"
    return body_as_data(Document(page, "https://gull.example/a"))


def test_markup_and_line_feeds_part_paragraphs():
    """Tags are dropped, entities read, blocks and breaks are ends of paragraphs."""
    assert paragraphs_of("<p>One &amp; <b>two</b></p><p>Three<br>four</p>\nFive") == (
        "One & two",
        "Three",
        "four",
        "Five",
    )


def test_array_with_most_sentences_is_the_body():
    """Among the arrays of a state the one with the longest texts is taken, in its order."""
    state = {
        "menu": {"items": ["News", "World"]},
        "story": {"body": [{"html": f"<p>{LONG}</p>"}, {"html": f"<p>{OTHER}</p>"}]},
    }
    assert told(state) == (LONG, OTHER)


def test_state_without_sentences_tells_nothing():
    """Menus and settings are no text."""
    assert told({"menu": {"items": ["News", "World"]}, "flags": [1, 2, None]}) == ()


def test_broken_and_bottomless_data_tell_nothing():
    """Hostile data ends in time and gives nothing."""
    deep = "[" * 5000 + "]" * 5000
    page = f"<html><body><p>x</p><script type='application/json'>{deep}</script><script type='application/json'>{{'a': {LONG}</script></body></html>"
    assert body_as_data(Document(page, "https://gull.example/a")) == ()


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["content", "items", "text", "x"]), inner, max_size=3)
        ),
        max_leaves=20,
    )
)
def test_any_state_is_read(state):
    """Whatever a script holds, the answer is a tuple of texts."""
    assert all(isinstance(text, str) and text for text in told(state))
