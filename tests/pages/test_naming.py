"""The names of boxes, and what they hide."""

import time

import pytest
from lxml import html

from harvester.pages.flags import HIDDEN
from harvester.pages.walk import Walk
from harvester.pages.walker import walked


def walk_of(body: str) -> Walk:
    return walked(html.fromstring(f"<html><body>{body}</body></html>").find("body"))


def test_names_are_in_lower_case() -> None:
    """Class and id are one name, as they are written but for capitals; a box without either has none."""
    walk = walk_of('<div class="Story Lead" id="Top"><p>Ferry</p></div><p CLASS="İstanbul">Pier</p>')
    assert [box.name for box in walk.boxes] == ["", "story lead top", "", "i̇stanbul"]


def test_a_hiding_name_hides_all_that_lies_inside() -> None:
    """Boxes, blocks, pictures and times in a box for screen readers are hidden; what stands behind is not."""
    walk = walk_of(
        '<div class="Note SR-Only"><ul><li>Skip <img src="a.png"><time>5 May</time></li></ul></div>'
        '<p>Ferry returns <img src="b.png"><time>6 May</time></p>'
    )
    for found in (walk.blocks, walk.media, walk.clocks):
        assert [bool(each.flags & HIDDEN) for each in found] == [True, False]
    assert [bool(box.flags & HIDDEN) for box in walk.boxes] == [False, True, True, True, False]


@pytest.mark.parametrize("name", ["israel", "overflow-hidden", "full-screen", "sr-onlyish", "invisible-ink"])
def test_names_that_only_look_like_it_hide_nothing(name: str) -> None:
    """A word inside another, or of a style sheet, is no sign."""
    assert not any(box.flags & HIDDEN for box in walk_of(f'<div class="{name}"><p>Ferry</p></div>').boxes)


def test_a_page_of_hidden_boxes_costs_no_more_than_its_length() -> None:
    """Fifty thousand hidden boxes, each with a picture, are read in seconds."""
    walk = walk_of('<div class="sr-only screen-reader-text"><img src="a.png">Skip</div>' * 50_000)
    started = time.process_time()
    again = walked(walk.boxes[0].element)
    assert time.process_time() - started < 10
    assert all(block.flags & HIDDEN for block in again.blocks)
