import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.attribution import parse_source_line
from harvester.parts import Party

HERE = Path(__file__).parent
LINES = [
    json.loads(line)
    for file in sorted(HERE.glob("lines*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
ROLE_RIGHT = 0.97


def scopes(line):
    return ("article", "figure") if line["scope"] == "none" else (line["scope"],)


def folded(name):
    return name.casefold().removeprefix("the ").strip(" .")


@pytest.mark.parametrize("line", LINES, ids=[line["raw"][:60] for line in LINES])
def test_names(line):
    """Every party of the line is named, nobody else is, and "agencies" are flagged as generic."""
    for scope in scopes(line):
        parties = parse_source_line(line["raw"], scope, line["language"]).parties
        got = {(folded(p.name), p.generic) for p in parties}
        assert got == {(folded(p["name"]), p.get("generic", False)) for p in line["parties"]}


def test_roles():
    """The parties' roles are those that a reader would give, but for a few that can be disputed."""
    told = [(line, party) for line in LINES for party in line["parties"]]
    right = sum(party["role"] in _roles(line, party["name"]) for line, party in told)
    assert right / len(told) >= ROLE_RIGHT


def _roles(line, name):
    parties = parse_source_line(line["raw"], scopes(line)[0], line["language"]).parties
    return {p.role for p in parties if folded(p.name) == folded(name)}


@pytest.mark.parametrize(
    "line",
    [line for line in LINES if any(p.get("location") for p in line["parties"])],
    ids=lambda x: x["raw"][:40],
)
def test_locations(line):
    """A place behind a name is its location and no party."""
    parties = parse_source_line(line["raw"], line["scope"], line["language"]).parties
    want = {folded(p["name"]): p.get("location") for p in line["parties"]}
    assert {folded(p.name): p.location for p in parties} == want


def test_outlet_with_material_of_others():
    """An outlet made it; a press service with its place, a paper and "agencies" gave material."""
    line = "Source: tolinvoice.example with Varnia press service (Tolin), Tolin Times and agencies"
    read = parse_source_line(line, "article", "en")
    assert read.label == "Source"
    assert read.raw == line
    assert read.parties == (
        Party("tolinvoice.example", "origcont"),
        Party("Varnia press service", "contentSource", location="Tolin"),
        Party("Tolin Times", "contentSource"),
        Party("agencies", "contentSource", generic=True),
    )


def test_press_service_keeps_its_name_and_its_place():
    """The word "press" is no description in front of a press service, and its place may have two words."""
    line = "Source: The Tolin Lantern with Ellery Ferries press office (Low Marsh)"
    assert parse_source_line(line, "article", "en").parties[1] == Party(
        "Ellery Ferries press office", "contentSource", location="Low Marsh"
    )
    line = "Source: tolinvoice.example with the press service of the Coastal Assembly"
    assert parse_source_line(line, "article", "en").parties[1].name == "press service of the Coastal Assembly"


def test_small_letters_that_open_a_list_of_sources_are_a_house():
    """Behind the label an unknown short name is an agency; before a slash it is an editor."""
    roles = [p.role for p in parse_source_line("Quelle: kpd, Tolin Bote", "article", "de").parties]
    assert roles == ["origcont", "contentSource"]
    roles = [p.role for p in parse_source_line("Quelle: mkr/dpa", "article", "de").parties]
    assert roles[0] == "author"


@pytest.mark.parametrize(
    ("line", "scope", "parties"),
    [
        ("Copyright: Harbour Syndicate, 2025", "article", [("Harbour Syndicate", "copyrightHolder")]),
        ("Quellen: 1 https://tolin.example/ferry", "article", [("tolin.example", "origcont")]),
        ("Written by Ada Quill, PhD on May 3, 2025", "article", [("Ada Quill", "author")]),
        ("Source: Why Can’t the Ferry Run? It’s Complicated [Reuters]", "article", [("Reuters", "origcont")]),
        ("Image credit: Harbour Robotics", "figure", [("Harbour Robotics", "imgSupplier")]),
        ("© dtv Verlag", "figure", [("dtv Verlag", "copyrightHolder")]),
        ("Ada Quill quill@tolin.example", "figure", [("Ada Quill", "author")]),
        ("Harbourshot CC BY-SA 4.0", "figure", [("Harbourshot", "imgSupplier")]),
    ],
)
def test_small_print_around_a_name(line, scope, parties):
    """Numbers of notes, degrees, addresses, licences and headlines are no part of a name."""
    assert [(p.name, p.role) for p in parse_source_line(line, scope, "en").parties] == parties


def test_caption_in_front_of_the_credit():
    """A label, a caption and a bracket: the bracket alone names the giver and where it sits."""
    line = (
        "photo: Varnia's minister Ada Quill met with President Otto Pike in Tolin on 3 May. "
        "(picture courtesy of Varnia presidential administration press service, Tolin)"
    )
    (party,) = parse_source_line(line, "figure", "en").parties
    name = "Varnia presidential administration press service"
    assert party == Party(name, "imgSupplier", location="Tolin")


def test_scope_decides():
    """The same words are a credit in a figure and a source at the foot of an article."""
    (credit,) = parse_source_line("Quelle: dpa", "figure", "de").parties
    (source,) = parse_source_line("Quelle: dpa", "article", "de").parties
    assert (credit.role, source.role) == ("imgSupplier", "origcont")


def test_known_agency_has_an_address():
    """A known agency is identified by its address, satire is not."""
    (agency,) = parse_source_line("Quelle: AFP").parties
    assert agency.uri == "https://www.afp.com/"
    (satire,) = parse_source_line("Kiel (dpo) - Endlich Ruhe").parties
    assert satire.uri is None


@pytest.mark.parametrize("language", ["da", "de", "en", "es", "fi", "fr", "it", "nl", "pl", "pt", "sv", "tr"])
def test_connective_of_the_language(language):
    """The last two of a list are told apart in every language."""
    word = {"da": "og", "de": "und", "en": "and", "es": "y", "fi": "ja", "fr": "et", "it": "e", "nl": "en"}
    word |= {"pl": "i", "pt": "e", "sv": "och", "tr": "ve"}
    read = parse_source_line(f"AFP, dpa {word[language]} Reuters", "article", language)
    assert [p.name for p in read.parties] == ["AFP", "dpa", "Reuters"]


SOURCE_LABELS = (
    "Source|Quelle|Bron|Kilde|Källa|Lähde|Heimild|Fonte|Fuente|Font|Sursa|Źródło|Zdroj|Forrás|Izvor|Vir|Извор"
    "|Източник|Πηγή|Источник|Джерело|Крыніца|Kaynak|Mənbə|Աղբյուր|წყარო|المصدر|منبع|מקור|स्रोत|সূত্র|Nguồn"
    "|Sumber|Allikas|Avots|Šaltinis|Burimi|Iturria|来源|來源|出典|출처|ที่มา|Chanzo"
)


@pytest.mark.parametrize("label", SOURCE_LABELS.split("|"))
@pytest.mark.parametrize("colon", [": ", " : ", "："])
def test_source_label_of_many_languages(label, colon):
    """A label is a label in any language, whatever the colon looks like."""
    read = parse_source_line(f"{label}{colon}Reuters")
    assert read.label == label
    assert [p.name for p in read.parties] == ["Reuters"]


@pytest.mark.parametrize("size", [300_000, 1_990, 400])
@pytest.mark.parametrize(
    "evil", ["a ", "/", "(", "A/", ", ", "Foto: ", "A. ", "© ", "and ", "摄", "[", "dpa/", "1 "]
)
def test_hostile_line_is_quick(evil, size, quick):
    """Long and repetitive input is answered within a second."""
    for scope in ("article", "figure"):
        with quick(1.0):
            parse_source_line((evil * size)[:size], scope)


names = st.text(alphabet=string.ascii_letters + " .,/|()©:;-–'\"äöüéñçşλДа来源、（）", max_size=80)


@given(names, st.sampled_from(["article", "figure"]), st.sampled_from([None, "de", "en", "zh"]))
def test_names_come_from_the_line(text, scope, language):
    """No line breaks the parser, and every name stands in the line."""
    read = parse_source_line(text, scope, language)
    squeezed = "".join(text.split())
    assert all("".join(p.name.split()) in squeezed for p in read.parties if not p.uri)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("mit Video Bildrechte: dpa", ["dpa"]),
        ("© Provided by The Tolin Herald Photograph: Ada Quill/AFP", ["Ada Quill", "AFP"]),
        ("By Ada Quill | ada@tolin.example", []),
        ("Ada Quill is a reporter. Read more", []),
    ],
)
def test_words_in_front_of_a_label(line, names):
    """What stands in front of a label, and addresses, are no parties."""
    assert [p.name for p in parse_source_line(line, "article", "de").parties] == names
