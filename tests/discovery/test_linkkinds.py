"""Articles told from all else, by the shapes that the world's news systems print."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.discovery.linkkinds import Standing, classify_link

LINES = Path(__file__).with_name("addresses.txt").read_text("utf-8").splitlines()[1:]
TABLE = [tuple(line.split()) for line in LINES]


@pytest.mark.parametrize(("kind", "path"), TABLE)
def test_an_address_is_told_by_its_shape(kind: str, path: str) -> None:
    """Dates, slugs, numbers and words of the path tell what an address is, on any site."""
    assert classify_link(f"https://harbour.example{path}") == kind


def test_the_table_is_large() -> None:
    """The table of shapes holds more than two hundred forms, each once."""
    assert len(TABLE) == len(set(TABLE)) > 300


STANDING = [
    ("/games/bee-simulator/", "A review of the bee simulator: small game, large wings", "body", "article"),
    ("/games/bee-simulator/", None, "body", "section"),
    ("/games/bee-simulator/", "Bee simulator", "navigation", "section"),
    ("/magazin/unter-segeln", "Unter Segeln um die halbe Welt: was eine Familie lernte", "body", "article"),
    ("/vi-climate", "Climate", "navigation", "section"),
    ("/global/sign-up-for-the-first-ferry-letter", "Sign up", "footer", "section"),
    ("/impressum-der-hafenpost-zeitung-3347228.html", "Impressum", "footer", "section"),
    ("/rss-die-feeds-der-hafenpost-im-netz-3516462.html", "RSS", "navigation", "section"),
    ("/2024/05/06/ferry-returns-after-storm", "", "body", "article"),
    ("/2024/05/06/ferry-returns-after-storm", "Read more", "body", "article"),
    (
        "/2024/05/06/ferry-returns-after-storm",
        "Ferry returns after the storm of the century",
        "navigation",
        "article",
    ),
    ("/kultur/hafen-und-mehr", "嵐のあと、渡し船が港に戻る。船長は語る", "body", "article"),
    ("/tag/ferry", "Ferry returns after the storm of the century, captain says", "body", "topic"),
    ("/about-us", "About the harbour post and the people who make it every day", "body", "service"),
    ("/news", "All the news of the harbour, the quay and the islands around it", "body", "section"),
]


@pytest.mark.parametrize(("path", "text", "place", "kind"), STANDING)
def test_how_a_link_stands_decides_what_shape_leaves_open(
    path: str, text: str | None, place: str, kind: str
) -> None:
    """A long text in the page's body speaks for an article, a short one in a menu against it."""
    assert classify_link(f"https://harbour.example{path}", Standing(text, place)) == kind


@given(st.text())
def test_any_address_has_a_kind(path: str) -> None:
    """Nothing raises, whatever the address."""
    assert classify_link(f"https://harbour.example/{path}")
    assert classify_link(path)
