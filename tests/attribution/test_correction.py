import pytest

from harvester.attribution import is_correction, parse_correction

NOTES = [
    ("An earlier version of this article misstated the name of the ferry.", None),
    ("Correction, May 3, 2024: The ferry was built in 1962.", "May 3, 2024"),
    ("Korrektur vom 3. Mai 2024: Die Fähre wurde 1962 gebaut.", "3. Mai 2024"),
    ("In einer früheren Version dieses Artikels stand ein falsches Datum.", None),
    ("Rectificatif : le ferry date de 1962.", None),
    ("Fe de errores: el barco es de 1962.", None),
    ("Dans une première version de cet article, le nom était faux.", None),
    ("Rettelse 03.05.2024: Færgen er fra 1962.", "03.05.2024"),
    ("Editor's note: This story was corrected to give the right name.", None),
    ("Anmerkung der Redaktion: Wir haben einen Fehler im zweiten Absatz korrigiert.", None),
    ("更正：渡轮建于1962年。", None),
    ("訂正：船は1962年に造られました。", None),
    ("Поправка. Паром построен в 1962 году.", None),
    ("This article was amended on 3 May 2024 because the name was wrong.", "3 May 2024"),
]
OTHERS = [
    "The ferry sails again.",
    "The correction of the harbour wall took years.",
    "",
    "Update: The ferry sails again.",
    "Editor's note: Ada Quill is a friend of the author.",
    "Correctional officers went on strike in Tolin.",
]


@pytest.mark.parametrize(("text", "date"), NOTES)
def test_correction(text, date):
    """A note is told as one, with the date printed in it."""
    note = parse_correction(text)
    assert note is not None
    assert (note.text, note.date_raw) == (text, date)


@pytest.mark.parametrize("text", OTHERS)
def test_no_correction(text):
    """Copy about corrections, updates and other notes are none."""
    assert not is_correction(text)


def test_long_text_is_quick(quick):
    """Running text of any length is answered at once."""
    with quick(1.0):
        for evil in ("Correction ", "1.1.", "May 1 ", "an earlier "):
            is_correction(evil * 30_000)
            is_correction((evil * 300)[:1490])
