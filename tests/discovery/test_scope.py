"""What belongs to a site, and what leads nowhere."""

import pytest

from harvester.discovery.scope import Scope, listing_trap_of, trap_of
from harvester.limits import Limits

BASE = "https://harbour.example"


@pytest.mark.parametrize(
    ("path", "trap"),
    [
        ("/2024/05/05/ferry-returns", None),
        ("/en/news/en/ferry", None),
        ("/a/b/a/b/a/b", "repeated_segments"),
        ("/calendar/calendar/calendar", "repeated_segments"),
        ("/%61/a/a", "repeated_segments"),
        ("/" + "/".join(map(str, range(25))), "depth"),
        ("/" + "x" * 2100, "url_length"),
        ("/a?" + "&".join(f"p{n}=1" for n in range(9)), None),
    ],
)
def test_mazes_are_told(path: str, trap: str | None) -> None:
    """Repeated segments, depth and length without end are refused by name."""
    assert trap_of(BASE + path) == trap


def test_facets_of_listings_are_told() -> None:
    """A listing with more parameters than the limit is not visited; the limit is the site's."""
    faceted = f"{BASE}/news?colour=1&size=2&sort=3&page=4"
    assert listing_trap_of(faceted) == "query_parameters"
    assert listing_trap_of(faceted, Limits(query_parameters=4)) is None
    assert listing_trap_of(f"{BASE}/news?page=4") is None
    assert listing_trap_of(f"{BASE}/a/a/a") == "repeated_segments"


def test_a_pattern_makes_articles_and_unmakes_them() -> None:
    """With a pattern an address is an article exactly when it matches; other kinds stay."""
    scope = Scope(("harbour.example",), r"/n/\d+$")
    assert scope.kind(f"{BASE}/n/7") == "article"
    assert scope.kind(f"{BASE}/2024/05/06/ferry-returns-after-storm") == "section"
    assert scope.kind(f"{BASE}/tag/ferry") == "topic"
