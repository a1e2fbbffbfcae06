"""Pages made to hold up their reader, and what is no page."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.evidence import NotAnArticle
from harvester.pages.guard import parsed, tamed

PAGE = "<html><body><p>before</p>{}<p>after</p></body></html>"


def text_of(page: str) -> tuple[str, bool]:
    """The text of a page, and whether its tree is cut."""
    tree = parsed(tamed(page.encode()))
    return "".join(tree.root.itertext()), tree.is_cut


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "empty"),
        (" \n\t\ufeff\n".replace("\ufeff", ""), "empty"),
        ("only words, no page", "not_html"),
        ("a < b and c > d", "not_html"),
        ("%PDF-1.7\n\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11" * 20, "not_html"),
        ("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00<p\x00\x00" * 9, "not_html"),
        ('<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel/></rss>', "not_html"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "not_html"),
        ('<rdf:RDF xmlns:rdf="x"></rdf:RDF>', "not_html"),
        ("<urlset><url/></urlset>", "not_html"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><text>pier</text></svg>', "not_html"),
        ('{"headline": "Ferry", "body": "<p>returns</p>"}', "not_html"),
        ("<p>x</p>" * 1_300_000, "too_large"),
        ("<p>x</p>" * 310_000, "too_complex"),
        ("<p><object>" * 2000, "too_complex"),
    ],
)
def test_what_is_no_page_says_why(page: str, reason: str) -> None:
    """Nothing, words, pictures, feeds, data and endless pages are refused with their reason."""
    with pytest.raises(NotAnArticle) as refused:
        text_of(page)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "page",
    [
        "<p>pier</p>",
        "{ <b>pier</b> }",
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE html><html><body>pier</body></html>',
        "\n<!-- rss --><!doctype html>\n<html><body>pier</body></html>",
        "<p>\x00\x00pi\x00er\x00</p>",
        "<html><frameset></frameset><body>pier</body>",
        "<!DOCTYPE html [<!ENTITY a 'b'>]><p>pier",
    ],
)
def test_what_is_a_page_is_read(page: str) -> None:
    """Fragments, XHTML that names another encoding, zeros: the words are there."""
    text, is_cut = text_of(page)
    assert "pier" in text
    assert not is_cut


@pytest.mark.parametrize("control", ["\x00", "\x08", "\x1b[31m", "\x1f"])
def test_control_characters_are_gone(control: str) -> None:
    """No character that moves a cursor reaches the tree."""
    text, _ = text_of(f"<p>pi{control}er &#8217; &#10; &#x26; &#160;</p>")
    assert not any(letter < " " and letter not in "\t\n" for letter in text)
    assert "’" in text
    assert "&" in text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>before</p></body></html><p>after</p>",
        "<html><body></body></html><!doctype html><html><body><p>before</p><p>after</p></body></html>",
        "<body></body><body class='a'><p>before</p><p>after</p></body>",
        "<HTML><BODY><p>before</p><div><html><body>advert</body></html></div><p>after</p></BODY></HTML>",
        "<html><body><p>before</p></body>\n<div><p>after</p></div></html>",
    ],
)
def test_text_behind_an_early_end_is_read(page: str) -> None:
    """A page does not end where a document put inside it ends; there is one body."""
    root = parsed(tamed(page.encode())).root
    assert [p.text for p in root.iterfind("body//p")] == ["before", "after"]
    assert len(root.findall("body")) == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<div>" * 100_000 + "in" + "</div>" * 100_000,
        "<div>" * 100_000,
        "<div>" * 300 + "in" + "</div>" * 300,
        "<b><i>" * 50_000,
        "<table><tr><td>" * 30_000,
        "<ul><li>" * 50_000,
        "<i><b><u>" * 50_000 + "</a></q>" * 50_000,
        "<lamp-post>" * 1000,
        '<div title="a > b">' * 1000,
    ],
)
def test_a_page_too_deep_gives_what_is_before_and_after(inside: str) -> None:
    """Nesting without end is made flat: the text stays, and the tree says that it was cut."""
    started = time.process_time()
    text, is_cut = text_of(PAGE.format(inside))
    assert text.startswith("before")
    assert text.endswith("after")
    assert ("in" in text) >= ("in" in inside.replace("div", ""))
    assert is_cut
    assert time.process_time() - started < 2


WIDE = {
    "siblings": "<p>x</p>" * 200_000,
    "a node of megabytes": f"<p>{'x' * 9_900_000}</p>",
    "an attribute of megabytes": f"<p title='{'x' * 9_900_000}'>x</p>",
    "list items never closed": "<li>" * 200_000,
    "comments never closed": "<!-- " * 1000,
    "open tags": "<p" * 100_000,
    "signs": "<" * 500_000,
    "entities": "&amp;&#x41;&nosuch;" * 200_000,
    "a script that never ends": "<script>" + "x<y " * 100_000,
}


@pytest.mark.parametrize("name", WIDE)
def test_no_page_takes_long(name: str) -> None:
    """Width, length and what never ends cost a bounded time."""
    started = time.process_time()
    text, _ = text_of(PAGE.format(WIDE[name]))
    assert text.startswith("before")
    assert time.process_time() - started < 2


PIECES = (
    *("<div>", "</div>", "<p>", "<b>", "</b>", "<table>", "<td>", "<script>", "</script>", "<!--", "-->"),
    *("\x00", "\ud800", "é", "<a href='", '"', ">", "<svg/>", "&#0;"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.integers(1, 200))
def test_any_text_is_a_tree_or_no_article(pieces: list[str], times: int) -> None:
    """Nothing raises but the one exception that has a reason."""
    with suppress(NotAnArticle):
        assert parsed(tamed(("".join(pieces) * times).encode("utf-8", "replace"))).root.tag == "html"
