"""What counts as a line or a rail found on a page."""

from dataclasses import replace

import pytest

from attribution.annotation import TrueLine, TrueRail, TrueTeaser
from attribution.pages import score_lines
from attribution.pages import table as table_of_lines
from attribution.rails import score_rails
from attribution.rails import table as table_of_rails
from running.extracted import Answer, Extracted, Named, Picture, Rail, Teaser
from running.run import Run

URL = "https://lundby.example/news/quay"
SOURCE = TrueLine("p", URL, "source", "article", "Source: Harbour Press and agencies", ("Harbour Press",))
CREDIT = TrueLine("p", URL, "photo credit", "figure", "Photo: Ada Brook/HP", ("Ada Brook", "HP"))
DATELINE = TrueLine("p", URL, "agency dateline", "article", "LUNDBY (HP) —", ("HP",))
LOOKALIKE = TrueLine("p", URL, "not-a-credit", "none", "Source: the river Lund", ())
TEASERS = (Teaser("Fees rise", "https://lundby.example/fees", ("News",)), Teaser("Herring fair", "/fair"))
RAIL = TrueRail(
    "p",
    URL,
    "More from the harbour",
    "related",
    in_body=False,
    count=2,
    ends=(
        TrueTeaser("Fees rise", "/fees?utm_source=rail", "News"),
        TrueTeaser("Herring fair", "/fair", None),
    ),
)
GIVEN = Extracted(
    headline="Quay to be rebuilt",
    body="LUNDBY (HP) — The quay will be rebuilt.",
    source_line="Harbour Press and agencies",
    sources=(Named("Harbour Press"), Named("agencies", generic=True), Named("HP")),
    dateline="LUNDBY (HP) —",
    pictures=(Picture("The quay", "Ada Brook/HP", (Named("Ada Brook"), Named("HP"))),),
    rails=(Rail("More from the harbour", "related", TEASERS),),
)


def run(extracted):
    return Run("harvester", 0, {"p": Answer("p", 0.001, 1, None, extracted)})


def scored(line, extracted):
    [score] = score_lines([line], run(extracted))
    return score


@pytest.mark.parametrize("line", [SOURCE, CREDIT, DATELINE])
def test_a_line_is_right_in_its_field_with_its_parties(line):
    """Found, all named parties there, nothing of it in the body but the dateline."""
    score = scored(line, GIVEN)
    assert (score.found, score.parties, bool(score.in_body), score.wrong) == (True, True, False, False)


def test_a_line_that_stayed_in_the_body_is_wrong():
    """Alone on its line, or at the end of one in brackets of its own."""
    assert scored(SOURCE, replace(GIVEN, body=f"The quay.\n{SOURCE.raw}")).in_body
    bracketed = replace(SOURCE, raw="(HP)")
    assert scored(bracketed, replace(GIVEN, body="The quay will be rebuilt. (HP)")).in_body


def test_a_credit_without_one_of_its_names_is_not_found():
    """Half a credit is none."""
    half = replace(GIVEN, pictures=(Picture("The quay", "Ada Brook", (Named("Ada Brook"),)),))
    assert (scored(CREDIT, half).found, scored(CREDIT, half).parties) == (False, False)


def test_a_look_alike_must_be_kept_out():
    """It is no source line and no credit; nothing else is asked of it."""
    assert scored(LOOKALIKE, GIVEN).kept_out
    assert scored(LOOKALIKE, replace(GIVEN, source_line="the river Lund")).wrong
    assert scored(LOOKALIKE, GIVEN).found is None


def test_a_rail_is_exact_by_heading_titles_addresses_and_count():
    """Relative addresses and tracking do not count against it."""
    [score] = score_rails([RAIL], run(GIVEN))
    assert (score.recall, score.exact, score.kind, score.label, score.leak) == (True, True, True, True, False)
    assert not score.absolute


def test_a_rail_with_a_teaser_too_many_is_found_and_not_exact():
    """The count is off, the last teaser another."""
    longer = Rail("More from the harbour", "related", (*TEASERS, Teaser("Subscribe", "/subscribe")))
    [score] = score_rails([RAIL], run(replace(GIVEN, rails=(longer,))))
    assert (score.recall, score.count, score.titles, score.exact) == (True, False, False, False)


def test_a_rail_serves_one_of_the_page():
    """Two annotated rails need two given ones."""
    first, second = score_rails([RAIL, RAIL], run(GIVEN))
    assert (first.recall, second.recall) == (True, False)


def test_a_title_of_a_rail_in_the_body_leaks():
    """Found or not; the heading by itself is told apart."""
    leaking = replace(GIVEN, rails=(), body="The quay.\nMore from the harbour\nHerring fair")
    [score] = score_rails([RAIL], run(leaking))
    assert (score.recall, score.leak, score.head_leak) == (False, True, True)


def test_tables_sum_what_is_told():
    """Shares are of the lines that were asked."""
    lines = table_of_lines(score_lines([SOURCE, CREDIT, DATELINE, LOOKALIKE], run(GIVEN)), run(GIVEN))
    assert (lines["all"]["found"], lines["all"]["kept_out"], lines["all"]["errors"]) == (1.0, 1.0, 0)
    rails = table_of_rails(score_rails([RAIL, RAIL], run(GIVEN)), run(GIVEN))
    assert (rails["all"]["recall"], rails["all"]["exact"], rails["all"]["per_page"]) == (0.5, 0.5, 1.0)
