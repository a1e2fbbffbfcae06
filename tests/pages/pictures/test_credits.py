"""Whose a picture is, told by words alone."""

import pytest

from harvester.pages.pictures.credits import credit_line, is_sentence, looks_like_names, unbracketed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill", True),
        ("Lanner Shipyard / Northwire", True),
        ("Ines de la Cruz", True),
        ("The tug leaves", False),
        ("Ada Quill.", False),
        ("ada quill", False),
        ("Orla, 11 May 2021", False),
        ("", False),
    ],
)
def test_names_are_told_from_sentences(text, expected):
    """A part of names alone has capitals and no verb."""
    assert looks_like_names(text) is expected


def test_sentence_with_names_is_no_credit():
    """Names in a sentence make no credit where no sign of one stands."""
    assert credit_line("Ada Quill/dpa")
    assert credit_line("Foto: Ada Quill")
    assert not credit_line("Ada Quill (Orla) im Zweikampf mit Signe Holt (Tarn Hollow)")


def test_sentence_is_told_by_length_and_full_stop():
    """A credit may end with a stop and a caption may be short; a long text with a stop is a sentence."""
    assert is_sentence("The new tug of the harbour board leaves the yard at Low Marsh this week.")
    assert not is_sentence("Ada Quill for The Lantern.")


@pytest.mark.parametrize(
    ("credit", "bare"),
    [
        ("(Ada Quill)", "Ada Quill"),
        ("Ada Quill (Northwire)", "Ada Quill (Northwire)"),
        ("Ada Quill)", "Ada Quill"),
    ],
)
def test_brackets_around_a_credit_are_cut(credit, bare):
    """The brackets around all of it go, those inside stay."""
    assert unbracketed(credit) == bare
