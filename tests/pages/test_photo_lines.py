"""The body without the lines that are about pictures."""

from harvester.pages.document import Document
from harvester.pages.figures import find_figures
from harvester.pages.found import Body, Headline
from harvester.pages.photo_lines import without_lines
from harvester.parts import Paragraph


def left(markup):
    """The texts of the paragraphs that are left."""
    document = Document(f"<html><body>{markup}</body></html>", "https://lantern.example/a")
    blocks = tuple(document.walk.blocks)
    body = Body(blocks, tuple(Paragraph("p", block.text) for block in blocks))
    found = without_lines(body, find_figures(document, Headline(), frozenset()))
    assert len(found.blocks) == len(found.paragraphs)
    return [part.text for part in found.paragraphs]


def test_credit_at_the_foot_of_a_paragraph_is_no_copy():
    """The line goes, the paragraph stays."""
    assert left("<p>The tug is at work.<br>Foto: Ada Quill/dpa</p>") == ["The tug is at work."]


def test_source_line_beside_a_photo_line_stays():
    """Only the lines about pictures are taken: the source is another field's."""
    markup = (
        "<p><b>Source: Northwire</b><br><i>photo: The tug. (picture courtesy of Lanner Yard, Orla)</i></p>"
    )
    assert left(markup) == ["Source: Northwire"]


def test_body_without_such_lines_is_untouched():
    """Text with a colon is text."""
    assert left("<p>The mayor said: photos lie.<br>Nobody laughed.</p>") == [
        "The mayor said: photos lie.\nNobody laughed."
    ]


def test_paragraphs_from_the_page_s_data_stay():
    """A body without blocks has no lines that a figure could take."""
    document = Document(
        "<html><body><p>Foto: Ada Quill/dpa<br>Text.</p></body></html>", "https://lantern.example/a"
    )
    body = Body((), (Paragraph("p", "The tug is at work."),))
    assert without_lines(body, find_figures(document, Headline(), frozenset())) == body
