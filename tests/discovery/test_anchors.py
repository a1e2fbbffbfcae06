"""Links of pages that were made to hold up their reader."""

import time

import pytest

from harvester.discovery.listings import read_listing
from harvester.discovery.scope import Scope

STORY = '<a href="/2024/05/06/ferry-returns">Ferry returns after the storm</a>'

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
