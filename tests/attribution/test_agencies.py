import pytest

from harvester.attribution import Agency, load_agencies
from harvester.attribution.agencies import AgencyBook

BOOK = AgencyBook(load_agencies())
MANY = 300


def test_table_of_the_package():
    """The package knows hundreds of agencies, and every form names one."""
    agencies = load_agencies()
    assert len(agencies) >= MANY
    assert all(
        BOOK.find(form) for agency in agencies for form in (agency.name, *agency.forms, *agency.services)
    )


@pytest.mark.parametrize(
    "form",
    ["dpa", "DPA", "dpa/lno", "Associated Press", "THE ASSOCIATED PRESS", "AFP", "新华社", "رويترز", "ТАСС"],
)
def test_known_form(form):
    """Short names, capitals, services and other scripts are known."""
    assert BOOK.knows(form)


@pytest.mark.parametrize("text", ["dpo", "aa", "Aa", "gem", "Ada Quill", "", "pa"])
def test_unknown_form(text):
    """Satire, small letters of a short name and persons are no agencies."""
    assert not BOOK.knows(text)


def test_file_of_a_user(tmp_path):
    """A file of the same form gives agencies of one's own."""
    file = tmp_path / "agencies.toml"
    file.write_text('[[agency]]\nname = "Varnia Telegraph Agency"\nforms = ["VTA"]\n', encoding="utf-8")
    assert load_agencies(file) == (Agency("Varnia Telegraph Agency", forms=("VTA",)),)


def test_unknown_key_is_an_error(tmp_path):
    """A misspelt key is an error that names the agency."""
    file = tmp_path / "agencies.toml"
    file.write_text('[[agency]]\nname = "VTA"\nform = ["V"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="VTA"):
        load_agencies(file)
