"""Tags that would hold up the parser."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.crowds import uncrowded
from harvester.pages.guard import parsed, tamed

STORY = "<p>Ferry returns after the storm</p>"


@pytest.mark.parametrize(
    "attribute",
    [
        'a{}="1"',
        "a{}",
        "a{}='>'",
        'a{}="<p>"',
        "a{}/",
        "a{}=1",
        "a{}<",
        "a{}\n=\n'1'",
        "data-lamp-{}-at-sea",
    ],
)
@pytest.mark.parametrize("count", [30_000, 300_000])
def test_a_tag_of_a_million_attributes_loses_them(attribute: str, count: int) -> None:
    """A crowded tag is left bare, in whatever way its attributes are written; the text around it is read."""
    crowd = " ".join(attribute.format(number) for number in range(count))
    page = f"<html><body>{STORY * 50}<div {crowd}></div>{STORY}</body></html>"
    started = time.process_time()
    root = parsed(tamed(page.encode())).root
    assert len(root.findall("body/p")) == 51
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "page",
    [
        STORY,
        f'<div props="{"{&quot;a&quot;: 1, " * 20_000}">{STORY}</div>',
        f"<div {'data-x=1 ' * 300}>{STORY}</div>" * 20,
        '<a href="' * 100_000,
        "<p>" + "x" * 1_000_000,
        f"<script>if (a <b) {{ {'lamp = pier; ' * 20_000} }}</script>{STORY}",
        f"<STYLE>{'a { b: c } ' * 20_000}</STYLE>{STORY}",
        f"<svg><path d='{'1.5 0 00-.8 ' * 20_000}'/></svg>{STORY}",
    ],
)
def test_other_pages_stay_as_they_are(page: str) -> None:
    """Long attributes, scripts, many tags and broken quotes are not touched, and cost no time."""
    started = time.process_time()
    assert uncrowded(page.encode()) == page.encode()
    assert time.process_time() - started < 1


@given(st.text(alphabet="<>ab='\" /!-\n"), st.integers(1, 3000))
def test_no_text_raises(piece: str, times: int) -> None:
    """Whatever is repeated, the page comes back, no longer than it was."""
    page = (piece * times).encode()
    assert len(uncrowded(page)) <= len(page)
