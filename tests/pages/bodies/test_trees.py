"""Trees of a table: asked without a library of learning."""

from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.bodies.questions import FEATURES
from harvester.pages.bodies.trees import Trees, packaged_trees

YES, NO = (-1, 0.5, None, None), (-1, -0.5, None, None)


def test_sum_of_answers_is_the_score():
    """Values up to the bound go left, greater ones right."""
    trees = Trees(("size",), [(0, 10.0, NO, YES), (0, 20.0, NO, YES)])
    assert [trees.score([value]) for value in (10.0, 10.5, 21.0)] == [-1.0, 0.0, 1.0]


def test_sure_sum_of_the_first_trees_is_not_asked_on():
    """Sixteen trees of one mind decide; the rest are spared."""
    trees = Trees(("size",), [YES] * 16 + [(-1, -100.0, None, None)])
    assert trees.score([0.0]) == 8.0


def test_table_of_the_package_asks_what_rows_answer():
    """The table was learned on the rows that the code makes now."""
    assert packaged_trees("trees").features == FEATURES


@given(st.lists(st.floats(-1e6, 1e6), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_any_row_has_a_finite_score(row):
    """No value leads out of a tree."""
    assert abs(packaged_trees("trees").score(row)) < 100
