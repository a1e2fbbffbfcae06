"""White space as a reader sees it."""

import pytest

from harvester.pages.counting import count_words
from harvester.pages.spaces import BREAK, folded, stretches


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  one \n two\t", "one two"),
        ("one\u00a0two", "one two"),
        ("har\u00adbour", "harbour"),
        ("\ufeffone\u200b two", "one two"),
        ("one\x1b[1m two\x08", "one[1m two"),
        ("", ""),
    ],
)
def test_white_space_is_folded_and_invisible_characters_go(raw, expected):
    """Spaces of any kind are one space; soft hyphens and zero-width characters are none."""
    assert folded(raw) == expected


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("one two", ["one two"]),
        (f"one{BREAK}two", ["one\ntwo"]),
        (f"one{BREAK}{BREAK}two", ["one", "two"]),
        (f"{BREAK} one {BREAK}\n {BREAK} two {BREAK}", ["one", "two"]),
        (f" {BREAK}{BREAK} ", []),
        ("", []),
    ],
)
def test_two_breaks_part_paragraphs_and_one_parts_lines(run, expected):
    """A single line break stays as a line feed, two begin a new stretch."""
    assert stretches(run) == expected


def test_preformatted_text_keeps_its_lines():
    """Spaces of a poem in ``pre`` are its own."""
    assert stretches(f"a\n  b{BREAK}c\n", is_preformatted=True) == ["a\n  b\nc"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Boats return to port", 4),
        ("", 0),
        ("港に船が戻った", None),
        ("เรือกลับสู่ท่าเรือ", None),
        ("선박이 항구로", 2),
    ],
)
def test_words_are_counted_where_spaces_part_them(text, words):
    """Chinese, Japanese and Thai have no spaces between words; Korean has."""
    assert count_words(text) == words
