"""From the pieces of a caption to what the picture shows and whose it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.pictures.legends import Legend, photo_line, read_legend
from harvester.pages.pictures.pieces import Piece
from harvester.pages.pictures.words import MAKER

TUG = "The tug leaves Low Marsh."


def whole(*texts):
    return read_legend([Piece(text, is_apart=True) for text in texts])


@pytest.mark.parametrize(
    ("texts", "caption", "credit"),
    [
        ((TUG,), TUG, None),
        ((TUG, "Foto: Ada Quill/dpa"), TUG, "Foto: Ada Quill/dpa"),
        ((f"{TUG} Photo: Ada Quill/Reuters",), TUG, "Photo: Ada Quill/Reuters"),
        ((f"{TUG} (Lanner Shipyard)",), TUG, "Lanner Shipyard"),
        ((f"{TUG} | Ada Quill/Northwire",), TUG, "Ada Quill/Northwire"),
        ((f"{TUG}Ada Quill | Getty Images",), TUG, "Ada Quill | Getty Images"),
        ((TUG, "Ada Quill"), TUG, "Ada Quill"),
        ((TUG, "© Ada Quill"), TUG, "© Ada Quill"),
        (
            (f"{TUG} (AP Photo/Ada Quill)", "Copyright AP Photo"),
            TUG,
            "(AP Photo/Ada Quill) - Copyright AP Photo",
        ),
        ((TUG, "(Picture: Ada Quill)"), TUG, "Picture: Ada Quill"),
        (("Enlarge", TUG, "1 / 4"), TUG, None),
        ((TUG, TUG), TUG, None),
        (("Image caption, " + TUG,), TUG, None),
        (("Quelle: Ada Quill",), None, "Quelle: Ada Quill"),
        (("(The Lantern)",), None, "The Lantern"),
        (("Enlarge",), None, None),
        (("© All rights reserved",), None, None),
        (("Ada Quill/AFP", "Ada Quill/AFP"), None, "Ada Quill/AFP"),
        ((), None, None),
    ],
)
def test_caption_and_credit_are_told_apart(texts, caption, credit):
    """Labels, brackets, bars and elements part what is shown from whose it is; repetitions count once."""
    assert whole(*texts) == Legend(caption, credit)


def test_part_named_credit_is_the_credit():
    """The markup's own name for a part decides, whatever the words."""
    pieces = [Piece(TUG), Piece("private", MAKER, is_apart=True)]
    assert read_legend(pieces) == Legend(TUG, "private")


def test_sentence_in_a_box_named_credit_is_the_caption():
    """A box may hold caption and credit under the credit's name."""
    sentence = "Two men from the yard carry the old anchor over the bridge at Low Marsh."
    pieces = [Piece(sentence, MAKER, is_apart=True), Piece("Fotos: Ada Quill/AFP", MAKER, is_apart=True)]
    assert read_legend(pieces) == Legend(sentence, "Fotos: Ada Quill/AFP")
    assert read_legend([Piece(f"{TUG} Photo: Ada Quill/AFP", MAKER)]) == Legend(TUG, "Photo: Ada Quill/AFP")


def test_credit_inside_another_counts_once():
    """A word, a name and both together are one credit."""
    pieces = [Piece(TUG)] + [Piece(text, MAKER) for text in ("Copyright", "Lantern", "Copyright Lantern")]
    assert read_legend(pieces) == Legend(TUG, "Copyright Lantern")


@pytest.mark.parametrize(
    ("line", "legend"),
    [
        (
            f"photo: {TUG} (picture courtesy of Ellery Ferries press office, Orla)",
            Legend(TUG, "picture courtesy of Ellery Ferries press office, Orla"),
        ),
        ("Foto: Ada Quill/dpa", Legend(None, "Foto: Ada Quill/dpa")),
        ("Quelle: dpa", None),
        ("The tug left: nobody saw it", None),
    ],
)
def test_line_of_text_may_be_a_caption(line, legend):
    """A label for photos opens a line that is a caption, a credit or both."""
    assert photo_line(line) == legend


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_pieces_give_a_legend(texts):
    """No text breaks the reading, and nothing comes out that did not go in."""
    legend = whole(*texts)
    assert legend.caption != ""
    assert legend.credit != ""


def test_label_of_a_caption_is_no_part_of_it():
    """A label that says no more than that it is a picture's is dropped; a credit keeps it."""
    line = f"photo: {TUG} (picture courtesy of Ellery Ferries press office, Orla)"
    credit = "picture courtesy of Ellery Ferries press office, Orla"
    assert read_legend([Piece(line)]) == Legend(TUG, credit)
    assert read_legend([Piece("(Foto: Ada Quill/dpa)")]) == Legend(None, "Foto: Ada Quill/dpa")
