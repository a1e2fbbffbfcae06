import pytest

from harvester.attribution import parse_byline
from harvester.parts import Author

A, B, C = Author("Ada Lovelace"), Author("Otto Pike"), Author("Pia Stone")
BYLINES = [
    ("By Ada Lovelace", "en", (A,), ()),
    ("By Ada Lovelace and Otto Pike", "en", (A, B), ()),
    ("Ada Lovelace, Otto Pike & Pia Stone", "en", (A, B, C), ()),
    ("Von Ada Lovelace, Otto Pike und Pia Stone", "de", (A, B, C), ()),
    ("Par Ada Lovelace avec AFP", "fr", (A,), ("AFP",)),
    ("Por Ada Lovelace y Otto Pike", "es", (A, B), ()),
    ("di Ada Lovelace e Otto Pike", "it", (A, B), ()),
    ("Por Ada Lovelace e Otto Pike", "pt", (A, B), ()),
    ("Door Ada Lovelace en Otto Pike", "nl", (A, B), ()),
    ("Av Ada Lovelace og Otto Pike", "no", (A, B), ()),
    ("Av Ada Lovelace och Otto Pike", "sv", (A, B), ()),
    ("Ada Lovelace ja Otto Pike", "fi", (A, B), ()),
    ("Ada Lovelace i Otto Pike", "pl", (A, B), ()),
    ("Анна Лодкина и Пётр Волков", "ru", (Author("Анна Лодкина"), Author("Пётр Волков")), ()),
    ("By Ada Lovelace, Political Editor", "en", (Author("Ada Lovelace", "Political Editor"),), ()),
    ("By Ada Lovelace, The Associated Press", "en", (A,), ("The Associated Press",)),
    ("By ADA LOVELACE and OTTO PIKE", "en", (Author("ADA LOVELACE"), Author("OTTO PIKE")), ()),
    ("By Ada Lovelace, CNN", "en", (A,), ("CNN",)),
    ("By Ada Lovelace Associated Press", "en", (A,), ("Associated Press",)),
    ("By ADA LOVELACE AP", "en", (Author("ADA LOVELACE"),), ("AP",)),
    ("Ada Lusa", "pt", (Author("Ada Lusa"),), ()),
    ("By Ada Lovelace | Special to the Tolin Press", "en", (A,), ("Tolin Press",)),
    ("By Ada Lovelace ada@tolin.example", "en", (A,), ()),
    ("By Ada Lovelace @adalovelace", "en", (A,), ()),
    ("By Ada Lovelace Published 3h ago", "en", (A,), ()),
    ("By Ada Lovelace 3 hours ago", "en", (A,), ()),
    ("By Ada Lovelace - May 3, 2024", "en", (A,), ()),
    ("By Ada Lovelace Updated 3 May 2024, 10:28am EST", "en", (A,), ()),
    ("Von Ada Lovelace 03.05.2024, 18:58", "de", (A,), ()),
    ("Von dpa", "de", (), ("dpa",)),
    ("By Reuters Staff", "en", (), ("Reuters Staff",)),
    ("By Ada Lovelace and agencies", "en", (A,), ("agencies",)),
    ("By Ada Lovelace in Tolin", "en", (A,), ()),
    ("Ludwig van der Rohe", "de", (Author("Ludwig van der Rohe"),), ()),
    ("María José de la Cruz", "es", (Author("María José de la Cruz"),), ()),
    ("By J. R. R. Holloway", "en", (Author("J. R. R. Holloway"),), ()),
    ("by Regan", "en", (Author("Regan"),), ()),
]


@pytest.mark.parametrize(("text", "language", "authors", "parties"), BYLINES)
def test_byline(text, language, authors, parties):
    """Persons are authors as printed; agencies and outlets are parties; dates and addresses are neither."""
    byline = parse_byline(text, language)
    assert byline.authors == authors
    assert tuple(p.name for p in byline.parties) == parties


@pytest.mark.parametrize(
    "text", ["", "By", "By signing up, you agree to our terms", "3 min read", "Published 3h ago", "a " * 900]
)
def test_no_byline(text):
    """What names nobody has no author."""
    assert parse_byline(text, "en").authors == ()


def test_long_byline_is_quick(quick):
    """A byline of any length is answered at once."""
    with quick(1.0):
        for evil in ("A/", "@a ", "Jan 1 ", "A B, "):
            parse_byline(evil * 60_000)
            parse_byline((evil * 200)[:390])
