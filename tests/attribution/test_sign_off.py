import pytest

from harvester.attribution import is_source_line, parse_sign_off

SOURCES = [
    "Quelle: dpa",
    "(AP)",
    "With files from Ada Quill and Reuters",
    "SDA/sep",
    "Agencies",
    "(dpa/gem)",
    "Mit Material von dpa",
    "This story originally appeared on Tolin Review.",
    "来源：新华网",
    "Fuente: EFE",
    "Mit Agenturmaterial.",
    "By Euronews with Agencies",
    "The Associated Press contributed to this report.",
    'Dieser Artikel ist zuerst bei "Hafenkurier" erschienen.',
    "tolinvoice.example with Varnia press service (Tolin), Tolin Times and agencies",
]
OTHERS = [
    'Source: "We will not raise the fare this year"',
    "Foto: dpa",
    "The ferry sails again.",
    "Ada Quill",
    "Quelle:",
    "",
    "Mit einer großen Mehrheit hat der Rat von Tolin die neue Fähre beschlossen.",
    "Otto Pike told Reuters that he would resign.",
    "Cases of the fever first appeared in West Varnia at the end of August.",
    "Sources say the minister will resign on Monday",
    "The screen comes courtesy of Tolin Glass. It has eight inches.",
    "Lesen Sie auch: Die Fähre von Tolin",
    "With the help of Ada Quill the ferry was saved from the storm in the night.",
]


@pytest.mark.parametrize("text", SOURCES)
def test_source_line(text):
    """A block that is nothing but a source line is told as one."""
    assert is_source_line(text)


@pytest.mark.parametrize("text", OTHERS)
def test_no_source_line(text):
    """Sentences that mention an agency, photo credits and empty labels are none."""
    assert not is_source_line(text)


def test_sign_off_with_roles():
    """Reporters are authors with their places, the editor is told apart."""
    read = parse_sign_off(
        "(Reporting by Ada Quill in Tolin; additional reporting by Otto Pike; editing by Pia Stone)"
    )
    assert [(p.name, p.role, p.location) for p in read.parties] == [
        ("Ada Quill", "author", "Tolin"),
        ("Otto Pike", "author", None),
        ("Pia Stone", "contentEditor", None),
    ]


def test_sign_off_beside_copy_is_none():
    """A paragraph of copy that ends with an attribution is no sign-off: only whole paragraphs are."""
    assert (
        parse_sign_off("The ferry was late again on Monday. The Associated Press contributed to this report.")
        is None
    )


def test_places_beside_the_attribution():
    """A sentence that says where others reported from may stand beside it."""
    read = parse_sign_off(
        "Quill reported from Tolin. Associated Press writer Otto Pike in Lyon contributed to this report."
    )
    assert [p.name for p in read.parties] == ["Associated Press", "Otto Pike"]


def test_long_text_is_quick(quick):
    """Running text of any length is answered at once."""
    with quick(1.0):
        for evil in ("with files from ", "and ", "this article ", ". ", "; "):
            assert not is_source_line(evil * 30_000)
            is_source_line((evil * 300)[:490])
