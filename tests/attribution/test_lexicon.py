import pytest

from harvester.attribution import load_lexicon, parse_byline, parse_source_line, split_label
from harvester.attribution.lexicon import packaged_lexicon

OWN = """
[source]
xx = ["zoutza"]

[generic]
xx = ["agentzo"]

[[agency]]
name = "Varnia Telegraph Agency"
forms = ["VTA"]
uri = "https://vta.example/"

[[phrase]]
role = "contentSource"
before = ["zo miten von"]
"""


@pytest.fixture
def own(tmp_path):
    """Return a lexicon with words of a language that nobody speaks."""
    file = tmp_path / "words.toml"
    file.write_text(OWN, encoding="utf-8")
    return load_lexicon(file)


def test_words_of_a_user(own):
    """Labels, generic parties, agencies and sentences of one's own file are read."""
    read = parse_source_line("Zoutza: VTA, Agentzo", "article", "xx", own)
    assert [(p.name, p.generic, p.uri) for p in read.parties] == [
        ("VTA", False, "https://vta.example/"),
        ("Agentzo", True, None),
    ]
    assert [p.name for p in parse_source_line("Zo miten von VTA", "article", "xx", own).parties] == ["VTA"]
    assert parse_byline("By VTA", "en", own).parties[0].uri == "https://vta.example/"


def test_other_runs_are_untouched(own):
    """A lexicon of one's own changes nothing for those who use the package's."""
    assert split_label("Zoutza: VTA", own).label == "Zoutza"
    assert split_label("Zoutza: VTA").label is None
    assert load_lexicon() is packaged_lexicon()


def test_malformed_phrase(tmp_path):
    """A phrase without a role is an error."""
    file = tmp_path / "words.toml"
    file.write_text('[[phrase]]\nbefore = ["x y"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="role"):
        load_lexicon(file)


def test_no_word_is_empty():
    """No table holds an empty word, which would match everywhere."""
    lexicon = packaged_lexicon()
    assert all("" not in words for words in lexicon.sets.values())
    assert all(word.strip() for word in lexicon.labels)
