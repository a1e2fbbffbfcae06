"""Any piece can be printed in any layout, and says the same words in each."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from harvester.newspaper import LAYOUTS, Newspaper, print_page

PAPER = Newspaper(today=date(2026, 5, 4))


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("number", [1004, 2005, 3001, 4006, 4007, 5001])
def test_layout_shows_every_word_of_the_piece(layout, number):
    """Headline, every block, caption, credit, source line and correction stand on the page, once parsed."""
    piece = PAPER.piece(number)
    page = words(
        html.fromstring(print_page(PAPER.sheet(piece, "http://paper.example"), layout)).text_content()
    )
    shown = [piece.headline, *(block.text for block in piece.text), piece.source, piece.correction]
    if piece.photo:
        shown += [piece.photo.caption, piece.photo.credit]
    for text in filter(None, shown):
        assert words(text) in page


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_rails_show_heading_labels_titles_and_links(layout):
    """Both rails of a piece are there with heading, labels, titles, summaries and addresses."""
    piece = PAPER.piece(5001)
    sheet = PAPER.sheet(piece, "http://paper.example")
    tree = html.fromstring(print_page(sheet, layout))
    page, links = words(tree.text_content()), {link.partition("?")[0] for link in tree.xpath("//a/@href")}
    assert [rail.heading for rail in sheet.rails] == ["Related articles", "Popular"]
    assert [len(rail.teasers) for rail in sheet.rails] == [2, 1]
    for rail in sheet.rails:
        assert rail.heading in page
        for teaser in rail.teasers:
            assert teaser.labels == ("Editor's choice", "News")
            assert words(teaser.title) in page
            assert words(teaser.summary) in page
            assert teaser.path in links


def test_portal_shows_no_date_and_no_byline():
    """The piece in the portal's shape has no byline, and no date anywhere on its page."""
    piece = PAPER.piece(5001)
    page = print_page(PAPER.sheet(piece, "http://paper.example"))
    assert piece.byline is None
    assert "2026" not in page
    assert "May" not in page


def test_portal_closes_the_text_with_source_and_photo_line():
    """Source line and photo line share the last paragraph, the credit stands in brackets."""
    tree = html.fromstring(print_page(PAPER.sheet(PAPER.piece(5001), "http://paper.example")))
    last = tree.xpath("//p[strong[starts-with(., 'Source:')]]")[0].text_content().splitlines()[0]
    assert (
        "Source: ellerylantern.example with Halden press service (Mirova), Mirova Times and agencies" in last
    )
    assert last.endswith("(picture courtesy of Halden presidential administration press service, Mirova)")


def test_markup_in_words_stays_words():
    """A headline with angle brackets and quotes is escaped in every layout, JSON-LD included."""
    piece = replace(PAPER.piece(1001), headline='</script><b title="x">5 < 6 & "so"')
    for layout in LAYOUTS:
        tree = html.fromstring(print_page(PAPER.sheet(piece, "http://paper.example"), layout))
        assert not tree.xpath("//b[@title]")
