"""What the scores of the benchmarks count as right."""

import pytest

from running.corpus import TrueCaption
from running.extracted import Picture
from scoring.counts import Counts, compared
from scoring.fields import authors_f1, compare_paragraphs, days_alike, headline_alike
from scoring.lines import party_name, same_address, same_line
from scoring.pictures import compare_captions, compare_credits
from scoring.rouge import rouge_lsum
from scoring.shingles import compare_bodies, mean_body, spread_of_body
from scoring.texts import folded, letters, words


def test_a_body_is_right_by_runs_of_four_words():
    """One word more at the end costs one run of the four that are given."""
    counts = compare_bodies("the quay was rebuilt in spring", "the quay was rebuilt in spring again")
    assert counts == Counts(3 / 4, 1 / 4, 0)
    assert (counts.precision, counts.recall) == (0.75, 1)


def test_a_body_in_another_order_is_wrong():
    """The same words in another order share no run."""
    assert compare_bodies("one two three four five", "five four three two one").f1 == 0


def test_characters_of_scripts_without_spaces_are_words():
    """A Japanese clause is not one long word."""
    assert words("港は春に 再建") == ["港", "は", "春", "に", "再", "建"]


@pytest.mark.parametrize(
    ("wanted", "given", "f1"), [("", "", 1.0), ("a text", "", 0.0), ("", "a text", 0.0), ("a", "a", 1.0)]
)
def test_nothing_is_right_only_where_nothing_was_wanted(wanted, given, f1):
    """Both empty is perfect, one empty is zero."""
    assert compare_bodies(wanted, given).f1 == f1


def test_pages_weigh_alike_in_the_mean_of_bodies():
    """F1 is that of mean precision and mean recall; an empty answer has no precision."""
    right, empty = compare_bodies("one two three four", "one two three four"), compare_bodies("one two", "")
    assert mean_body([right, empty]) == (1.0, 0.5, pytest.approx(2 / 3))


def test_the_spread_of_equal_pages_is_nothing():
    """Pages that are all the same leave no doubt."""
    page = compare_bodies("one two three four five", "one two three four six")
    assert spread_of_body([page] * 5) == 0


def test_rouge_takes_the_union_of_common_runs():
    """A line found in two halves is found."""
    assert rouge_lsum("a b c d", "a b\nc d", ascii_only=True) == 1.0
    assert rouge_lsum("a b c d", "a c x", ascii_only=True) == pytest.approx(4 / 7)
    assert rouge_lsum("a b", "", ascii_only=True) == 0.0


def test_an_optional_paragraph_is_neither_missed_nor_surplus():
    """It counts as right where it is given."""
    assert compare_paragraphs(("a", "b"), ("a",), {1}) == Counts(1, 0, 0)
    assert compare_paragraphs(("a", "b"), ("a", " b "), {1}) == Counts(2, 0, 0)
    assert compare_paragraphs(("a", "b"), ("a", "c")) == Counts(1, 1, 1)


def test_headlines_are_equal_in_any_typography():
    """Quotes, dashes, case and entities do not count, words do."""
    assert headline_alike("“Quay” – rebuilt", '"quay" - Rebuilt')[0] == 1.0
    assert headline_alike("Quay rebuilt", "Quay rebuilt | The Paper") == (0.0, pytest.approx(4 / 6))


@pytest.mark.parametrize(
    ("wanted", "given", "same", "near"),
    [
        ("2024-05-02", "2024-05-02T23:59:00Z", 1, 1),
        ("2024-05-02T23:30:00-05:00", "2024-05-03T04:30:00+00:00", 1, 1),
        ("2024-05-02T23:30:00", "2024-05-03T04:30:00+00:00", 0, 1),
        ("2024-05-02", "2 May 2024", 1, 1),
        ("2024-05-02", "2024-05-04", 0, 0),
        ("2024-05-02", "soon", 0, 0),
        ("2024-05-02", None, 0, 0),
    ],
)
def test_days_are_the_same_as_written_or_in_utc(wanted, given, same, near):
    """A moment counts only where both say their zone."""
    assert days_alike(wanted, given) == (same, near)


def test_authors_are_a_set_of_names():
    """Order, "by" and punctuation do not count; half of them right is half of the F1's parts."""
    assert authors_f1(["Ada Brook", "B. Lund"], ["B Lund", "By Ada Brook"]) == 1.0
    assert authors_f1(["Ada Brook"], ["Ada Brook", "The Paper"]) == pytest.approx(2 / 3)


def test_a_caption_may_be_given_with_its_credit_and_must_not_be_a_fragment():
    """One holds the other; a fragment is at least 60 % of it."""
    wanted = [TrueCaption("The quay at noon, seen from the harbour", ("Ada Brook",))]
    whole = [Picture("The quay at noon, seen from the harbour. Photo: Ada Brook", "Ada Brook")]
    assert compare_captions(wanted, whole) == (1, 1, 1, 1)
    assert compare_captions(wanted, [Picture("The quay")]) == (0, 1, 0, 1)
    assert compare_credits(wanted, whole) == (1, 1)
    assert compare_credits(wanted, [Picture("Photo: Ada Brook")]) == (0, 1)


def test_a_source_line_is_the_same_without_its_label():
    """A line around it is not."""
    assert same_line("Source: Harbour Press and agencies", "Harbour Press and agencies")
    assert not same_line("Source: Harbour Press", "Harbour Press" + " and more of the text" * 5)
    assert not same_line("Source: Harbour Press", None)


def test_names_and_addresses_have_one_form():
    """Articles before names, tracking and scheme of addresses do not count."""
    assert party_name("The Harbour Press.") == party_name("harbour press")
    assert same_address("/quay?utm_source=x", "https://www.example.org/quay/", "http://example.org/")
    assert not same_address("/quay?id=2", "https://example.org/quay", "http://example.org/")


def test_folding_keeps_what_is_said():
    """Letters of any script stay; soft hyphens and marks go."""
    assert folded("Wieder\u00adaufbau\u00a0&amp; Kai") == "wiederaufbau & kai"
    assert letters("Кай, 2024!") == "кай2024"


def test_bags_count_each_thing_as_often_as_it_stands():
    """Twice given, once wanted: one too much."""
    assert compared("aab", "abb") == Counts(2, 1, 1)
