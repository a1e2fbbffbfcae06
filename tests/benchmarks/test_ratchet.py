"""The ratchet of floors."""

from ratchet import Figure, missed, raised, read_floors, write_floors

F1 = Figure("extraction.aeb", "f1", 0.95, "at_least")
LEAK = Figure("extraction.aeb", "leak", 0.02, "at_most")


def test_floors_are_written_and_read_back(tmp_path):
    """What is raised is what is read, with a little room below the figure."""
    file = tmp_path / "floors.toml"
    write_floors(raised({}, [F1, LEAK]), file)
    assert read_floors(file) == {
        ("extraction.aeb", "at_least", "f1"): 0.947,
        ("extraction.aeb", "at_most", "leak"): 0.023,
    }
    assert read_floors(tmp_path / "none.toml") == {}


def test_a_floor_never_gets_worse():
    """A worse figure leaves the floor where it is."""
    floors = raised({}, [F1, LEAK])
    worse = [Figure(F1.part, F1.name, 0.5, "at_least"), Figure(LEAK.part, LEAK.name, 0.5, "at_most")]
    assert raised(floors, worse) == floors
    better = Figure(F1.part, F1.name, 0.96, "at_least")
    assert raised(floors, [better])[better.key] == 0.957


def test_a_figure_that_falls_is_named_with_its_floor():
    """Which figure, what came, what was to be held."""
    floors = {F1.key: 0.96, LEAK.key: 0.01}
    assert missed(floors, [F1, LEAK]) == [
        "extraction.aeb f1: 0.95 is below the floor 0.96",
        "extraction.aeb leak: 0.02 is above the limit 0.01",
    ]
    assert missed({F1.key: 0.95, LEAK.key: 0.02}, [F1, LEAK]) == []
    assert missed({}, [F1]) == []


def test_a_promised_limit_does_not_move():
    """It is the floor whatever is measured, and a floor of nothing is none."""
    promised = Figure("extraction.all", "ms_slowest", 40, "at_most", limit=500)
    assert raised({}, [promised]) == {promised.key: 500}
    assert raised({}, [Figure("a.b", "c", 0.0, "at_least")]) == {}
