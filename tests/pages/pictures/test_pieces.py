"""The pieces of a caption."""

import pytest

from harvester.pages.document import Document
from harvester.pages.pictures.pieces import pieces_of
from harvester.pages.pictures.words import MAKER


def pieces(markup):
    walk = Document(f"<html><body><figure>{markup}</figure></body></html>", "https://lantern.example/a").walk
    block = walk.blocks[0]
    return pieces_of(block, block.box.stop - block.box.start)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figcaption>The tug leaves.</figcaption>", ["The tug leaves."]),
        ("<figcaption>The tug leaves.<span>Ada Quill</span></figcaption>", ["The tug leaves.", "Ada Quill"]),
        ("<figcaption><span>The tug</span><span>Ada Quill</span></figcaption>", ["The tug", "Ada Quill"]),
        ("<figcaption><div><span>The tug.</span> Foto: Ada</div></figcaption>", ["The tug.", "Foto: Ada"]),
        (
            "<figcaption>The <i>Constance</i> and <a href='/x'>the tug</a></figcaption>",
            ["The Constance and the tug"],
        ),
        ("<figcaption>The tug <b class='credit'>Ada</b></figcaption>", ["The tug", "Ada"]),
        ("<figcaption>The tug<span class='sr-only'>Caption</span></figcaption>", ["The tug"]),
        (
            "<figcaption><span>The tug.</span><span>Foto: Ada<span>/</span>dpa</span></figcaption>",
            ["The tug.", "Foto: Ada/dpa"],
        ),
    ],
)
def test_pieces_are_parted_where_elements_stand_apart(markup, expected):
    """Elements that only set words off part nothing; what nobody sees is left out."""
    assert [piece.text for piece in pieces(markup)] == expected


def test_piece_knows_its_name():
    """A class inside of a caption says whose the picture is."""
    kinds = [piece.kind & MAKER for piece in pieces("<figcaption>Tug <i class='author'>Ada</i></figcaption>")]
    assert kinds == [0, MAKER]
