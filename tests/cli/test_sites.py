"""``harvester sites``: what is known of sites, and what is wrong with a file."""

import pytest
from click.testing import CliRunner

from harvester.cli import main
from harvester.sites import Sites

POST = """
from harvester.pages.page import ArticlePage, field
from harvester.site import Feed, ListingPage, Site


class HarbourPost(Site):
    hosts = ("harbourpost.example", "hp.example")
    name = "Harbour Post"
    seeds = (Feed("https://harbourpost.example/rss"), ListingPage("https://harbourpost.example/news"))

    class Page(ArticlePage):
        copy_in = "div.text"

        @field
        def kicker(self):
            return self.text("p.rubric")
"""


@pytest.fixture
def sites(monkeypatch):
    monkeypatch.delenv("HARVESTER_SITES", raising=False)
    return lambda *words: CliRunner().invoke(main, ["sites", *map(str, words)])


def test_every_shipped_site_has_a_line(sites):
    """A line a site, its cells apart by tabs, its hosts first and its file last."""
    lines = sites().stdout.splitlines()
    known = Sites.shipped().all
    assert [line.split("\t")[0] for line in lines] == [", ".join(site.hosts) for site in known]
    assert [line.rpartition("/")[2] for line in lines] == [f"{site.rules}.py" for site in known]


def test_own_site_is_told_with_what_differs(sites, tmp_path):
    """Hosts, name, seeds with their kind, the fields that the file finds itself, and the file."""
    (tmp_path / "harbour_post.py").write_text(POST)
    done = sites("--sites", tmp_path)
    line = next(line for line in done.stdout.splitlines() if "harbourpost" in line)
    assert line.split("\t") == [
        "harbourpost.example, hp.example",
        "Harbour Post",
        "Feed https://harbourpost.example/rss, ListingPage https://harbourpost.example/news",
        "copy_in, kicker",
        str(tmp_path / "harbour_post.py"),
    ]


def test_site_of_facts_alone_is_told_so(sites, tmp_path):
    """Without seeds they are discovered; without a page class no field differs."""
    (tmp_path / "post.py").write_text(
        "from harvester.site import Site\nclass P(Site):\n  hosts = ('p.example',)\n"
    )
    line = next(line for line in sites("--sites", tmp_path).stdout.splitlines() if "p.example" in line)
    assert line.split("\t")[1:4] == ["", "discovered", "none"]


BROKEN = [
    ("class P(Site)\n", "post.py:2", "SyntaxError"),
    ("class P(Site):\n    hosts = ('www.p.example',)\n", "post.py:3", "www."),
    (
        "class P(Site):\n    hosts = ('p.example',)\n    tls_unverified = 'yes'\n",
        "post.py:4",
        "True or False",
    ),
]


@pytest.mark.parametrize(("text", "place", "why"), BROKEN)
def test_broken_file_is_named_with_its_line(sites, tmp_path, text, place, why):
    """A site file that cannot be read ends with 4, its line and what is wrong."""
    (tmp_path / "post.py").write_text(f"from harvester.site import Site\n{text}")
    done = sites("--sites", tmp_path)
    assert (done.exit_code, done.stdout) == (4, "")
    assert place in done.stderr
    assert why in done.stderr


def test_folder_that_is_not_there_is_named(sites, tmp_path):
    """A folder that is none ends with 4 and its name."""
    done = sites("--sites", tmp_path / "absent")
    assert done.exit_code == 4
    assert "absent: no such folder" in done.stderr
