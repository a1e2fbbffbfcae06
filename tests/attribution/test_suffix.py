import pytest

from harvester.attribution import split_agency_suffix

SUFFIXES = [
    "(AP)",
    "(dpa/gem)",
    "(APA/sda/dpa)",
    "（共同）",
    "(afp)",
    "(Reuters)",
    "/dpa",
    "- dpa",
    "(sda/reuters)",
    "(AFP, Reuters)",
]
NONE = [
    "The end.",
    "The end (in German).",
    "Sie sagte es (CDU)",
    "He came and/or went",
    "See table (1)",
    "",
    "It was 3 / 4",
]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_suffix_is_cut_off(suffix):
    """An agency at a paragraph's end is cut off, as printed."""
    assert split_agency_suffix(f"The ferry sails again. {suffix}") == ("The ferry sails again.", suffix)


@pytest.mark.parametrize("text", NONE)
def test_paragraph_stays(text):
    """A bracket that names no agency stays in the paragraph."""
    assert split_agency_suffix(text) == (text, None)


def test_long_paragraph_is_quick(quick):
    """Only the end of a paragraph is looked at."""
    with quick(0.5):
        for evil in ("(", ")", "/", "- ", " ", "(a"):
            split_agency_suffix(evil * 150_000)
