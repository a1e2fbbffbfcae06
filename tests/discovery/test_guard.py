"""HTML that would hold up the parser."""

import time

import pytest

from harvester.discovery.guard import uncrowded
from harvester.discovery.listings import read_listing
from harvester.discovery.scope import Scope

STORY = '<a href="/2024/05/06/ferry-returns">Ferry returns after the storm</a>'


@pytest.mark.parametrize("attribute", ['a{}="1"', "a{}", "a{}='>'", 'a{}="<p>"', "a{}/", "a{}=1"])
def test_a_tag_of_a_million_attributes_loses_them(attribute: str) -> None:
    """A crowded tag is left bare, in whatever way its attributes are written; links around it are read."""
    crowd = " ".join(attribute.format(number) for number in range(100_000))
    started = time.process_time()
    listing = read_listing(f"<div {crowd}></div>{STORY}", "https://h.example/", Scope(("h.example",)))
    assert [link.url for link in listing.links] == ["https://h.example/2024/05/06/ferry-returns"]
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "page",
    [
        STORY,
        f'<div props="{"{&quot;a&quot;: 1, " * 20_000}">{STORY}</div>',
        f"<div {'data-x=1 ' * 300}>{STORY}</div>" * 20,
        '<a href="' * 100_000,
        "<p>" + "x" * 1_000_000,
    ],
)
def test_other_pages_stay_as_they_are(page: str) -> None:
    """Long attributes, many tags and broken quotes are not touched, and cost no time."""
    started = time.process_time()
    assert uncrowded(page) == page
    assert time.process_time() - started < 1


HOSTILE = {
    "deep": "<div>" * 100_000 + STORY,
    "siblings": "<p>x</p>" * 100_000 + STORY,
    "a long text": f"<p>{'x' * 5_000_000}</p>{STORY}",
    "links": "".join(f'<a href="/2024/05/06/ferry-{n}-returns">Ferry {n}</a>' for n in range(20_000)),
    "open quotes": '<a href="' * 100_000,
    "open tags": "<" * 1_000_000,
    "long class": f'<div class="{"nav-" * 100_000}">{STORY * 200}</div>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_long(name: str) -> None:
    """Depth, width and length without end cost a bounded time."""
    started = time.process_time()
    listing = read_listing(f"{STORY}{HOSTILE[name]}", "https://h.example/", Scope(("h.example",)))
    assert listing.links or "open" in name
    assert time.process_time() - started < 3
