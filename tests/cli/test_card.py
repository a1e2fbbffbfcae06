"""The card shows a record to a person, and nothing in it can do anything to a terminal."""

from dataclasses import replace

from rich.console import Console

from harvester.cli.card import card
from harvester.parts import Image, Paragraph, Party, Rail, Teaser
from tests.record_examples import FULL, PLAIN


def printed(record):
    console = Console(width=200, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    with console.file:
        console.print(card(record))
        return console.export_text(clear=False), console.export_text(styles=True)


def test_card_shows_headline_text_picture_source_and_rails():
    """Whatever the record holds for a reader is on its card."""
    record = replace(
        FULL,
        source_line="Harbour Post with Saltmere press service (Saltmere) and agencies",
        sources=(Party("Saltmere press service", "contentSource", location="Saltmere"),),
        related=(
            Rail("Popular", "popular", 0, (Teaser("Quay closes", "https://x.example/", labels=("News",)),)),
        ),
    )
    text, _ = printed(record)
    for shown in (
        record.headline,
        record.kicker,
        "The quay reopened.",
        "The quay",
        "Foto: T. Ash/NPA",
        record.source_line,
        "→ Saltmere press service, Saltmere: gave material",
        "Popular",
        "[News] Quay closes",
    ):
        assert shown in text


def test_card_counts_the_paragraphs_that_it_leaves_out():
    """A long text is cut after two paragraphs, and says so."""
    text, _ = printed(replace(PLAIN, paragraphs=tuple(Paragraph("p", f"Line {n}.") for n in range(7))))
    assert "Line 1." in text
    assert "Line 2." not in text
    assert "… and 5 more paragraphs" in text


def test_card_of_a_bare_record_has_only_what_is_known():
    """A record without picture, source line and rails gives a small card."""
    text, _ = printed(PLAIN)
    assert PLAIN.headline in text
    assert "None" not in text
    assert "source" not in text


def test_card_prints_markup_and_escape_codes_as_text():
    """Square brackets are no markup, and escape codes do not reach the terminal."""
    record = replace(PLAIN, headline="[bold]\x1b[2JQuay[/bold]", images=(Image(None, "a\x07b", "[red]c"),))
    text, styled = printed(record)
    assert "[bold]" in text
    assert "[red]c" in text
    assert "\x1b[2J" not in styled
    assert "\x07" not in styled
