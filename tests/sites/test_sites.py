"""The known sites are found by looking."""

import sys
from pathlib import Path

import pytest

from harvester.pages.page import ArticlePage
from harvester.site import Site
from harvester.sites import BrokenSite, Sites, UnknownSite

PAPER = """
from harvester.site import Feed, Site


class Paper(Site):
    hosts = ("paper.example",)
    name = "The Paper"
    seeds = (Feed("https://paper.example/rss"),)
"""
PAGED = f"""
from harvester.pages.page import ArticlePage, field{PAPER}
    class Page(ArticlePage):
        @field
        def kicker(self):
            return self.text("p.rubric")
"""


def written(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    return folder


def test_a_file_added_is_a_site_known(tmp_path: Path) -> None:
    """A file in a user's folder is found by host, by subdomain, by the file's name and the paper's."""
    sites = Sites.load([written(tmp_path, paper_example=PAPER)])
    found = [
        sites.for_host("paper.example"),
        sites.for_host("www.Paper.example"),
        sites.for_host("sport.paper.example"),
        sites.for_name("paper_example"),
        sites.for_name("the paper"),
        sites.for_name("www.paper.example"),
        sites.for_url("https://paper.example/a"),
    ]
    assert {site and site.rules for site in found} == {"paper_example"}


def test_a_host_that_nobody_described_has_no_file() -> None:
    """Unknown hosts and names give None; unknown addresses give the generic site."""
    sites = Sites.none()
    assert sites.for_host("paper.example") is None
    assert sites.for_name("paper") is None
    assert sites.for_url("https://paper.example/a").rules is None


def test_loopback_with_a_port_is_a_host(tmp_path: Path) -> None:
    """A site file may describe one port of this machine; other ports are other sites."""
    sites = Sites.load([written(tmp_path, local=PAPER.replace('"paper.example"', '"127.0.0.1:8000"'))])
    assert sites.for_url("http://127.0.0.1:8000/a").rules == "local"
    assert sites.for_host("127.0.0.1:8001") is None
    assert sites.for_host("127.0.0.1") is None


def test_a_users_file_replaces_others_for_its_hosts(tmp_path: Path) -> None:
    """Of two files for one host the one in the first folder counts."""
    first = written(tmp_path / "a", mine=PAPER)
    second = written(tmp_path / "b", other=PAPER.replace("The Paper", "Another"))
    assert Sites.load([first, second]).for_host("paper.example").name == "The Paper"
    assert Sites.load([second, first]).for_host("paper.example").name == "Another"


def test_files_of_one_name_in_two_folders_do_not_clash(tmp_path: Path) -> None:
    """Two folders may hold a file of the same name, each with a helper of the same name."""
    for folder, host in (("a", "one.example"), ("b", "two.example")):
        paper = f"from ._facts import NAME\n{PAPER}".replace("paper.example", host).replace(
            '"The Paper"', "NAME"
        )
        written(tmp_path / folder, json=paper, _facts=f"NAME = 'Paper {folder}'\n")
    sites = Sites.load([tmp_path / "a", tmp_path / "b"])
    assert sites.for_host("one.example").name == "Paper a"
    assert sites.for_host("two.example").name == "Paper b"
    assert not hasattr(sys.modules["json"], "Paper")


def test_a_changed_file_counts_when_read_again(tmp_path: Path) -> None:
    """Reading a folder again reads what is there now."""
    Sites.load([written(tmp_path, paper=PAPER)])
    again = Sites.load([written(tmp_path, paper=PAPER.replace("The Paper", "New Paper"))])
    assert again.for_host("paper.example").name == "New Paper"


BROKEN = [
    (PAPER.replace("class Paper(Site):", "class Paper(Site:"), 5, "SyntaxError"),
    (PAPER.replace('("paper.example",)', '"paper.example"'), 6, "tuple"),
    (PAPER.replace("name =", "nmae ="), 7, "did you mean 'name'"),
    (PAPER.replace('"https://paper', '"paper'), 8, "no http(s) address"),
    (PAPER.replace("import Feed,", "import Fead,"), 2, "ImportError"),
    (PAPER + "\nraise SystemError('odd')\n", 10, "SystemError: odd"),
    (PAPER + "\n1 / 0\n", 10, "ZeroDivisionError"),
    (PAGED.replace("kicker", "kiker"), 13, "did you mean 'kicker'"),
    (PAGED.replace("        @field\n", ""), 12, "@field"),
    (PAGED.replace("(ArticlePage):", ":"), 11, "subclass of ArticlePage"),
    (PAGED.replace("@field", "unwanted = ('p..by',)\n\n        @field"), 12, "CSS"),
    (PAGED.replace("@field", "name = 'Page'\n\n        @field"), 12, "a page has no 'name'"),
    ("x = 1\n", 0, "no class derived from Site"),
    ("", 0, "no class derived from Site"),
    (PAPER + PAPER.replace("class Paper", "class Second"), 0, "2 classes"),
    ("\0", 0, "SyntaxError"),
]


@pytest.mark.parametrize(("source", "line", "why"), BROKEN)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, source: str, line: int, why: str) -> None:
    """Whatever is wrong with a site file: one error with file, line and a sentence."""
    with pytest.raises(BrokenSite) as caught:
        Sites.load([written(tmp_path, paper=source)])
    assert caught.value.path == tmp_path / "paper.py"
    assert caught.value.line == line or not line
    assert why in caught.value.why


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused with the file's name."""
    (tmp_path / "paper.py").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BrokenSite, match=r"paper\.py"):
        Sites.load([tmp_path])


def test_two_files_for_one_host_are_refused(tmp_path: Path) -> None:
    """In one folder a host has one file."""
    with pytest.raises(BrokenSite, match=r"paper\.example is in a\.py already"):
        Sites.load([written(tmp_path, a=PAPER, b=PAPER)])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that is not there is no empty folder."""
    with pytest.raises(BrokenSite, match="no such folder"):
        Sites.load([tmp_path / "absent"])


def test_shipped_sites_are_all_sound() -> None:
    """Every site file of the package is read, each with its file's name and hosts of its own."""
    sites = Sites.shipped().all
    assert all(site.rules and site.hosts for site in sites)
    assert len({host for site in sites for host in site.hosts}) == sum(len(site.hosts) for site in sites)


def test_own_sites_are_those_of_the_users_folders(tmp_path: Path) -> None:
    """What a user asks for with "all": the sites of the own folders, or the shipped ones."""
    assert [site.rules for site in Sites.load([written(tmp_path, paper=PAPER)]).own] == ["paper"]
    shipped = Sites.shipped()
    assert shipped.own == shipped.all


def test_sites_by_hand_join_those_of_files(tmp_path: Path) -> None:
    """A site with a page class of its own takes part beside the files, and before one of the same host."""

    class Other(Site):
        hosts = ("paper.example",)

        class Page(ArticlePage):
            pass

    known = Sites.load([written(tmp_path, paper=PAPER)])
    assert known.including([Site.generic("https://x.example")]) is known
    assert known.including(Sites.load([tmp_path]).all) is known
    assert type(known.including([Other()]).for_host("paper.example")) is Other


def test_folders_are_kept_for_another_process(tmp_path: Path) -> None:
    """Sites read from folders say which; those by hand cannot be read again."""
    assert Sites.load([tmp_path]).folders == (tmp_path,)
    assert Sites.none().folders is None


ASKED = [
    ("commonspace_eu", "commonspace.eu"),
    ("www.commonspace.eu", "commonspace.eu"),
    ("harbourpost.example", "harbourpost.example"),
    ("https://harbourpost.example/news", "harbourpost.example"),
    ("127.0.0.1:8001", "127.0.0.1:8001"),
    ("localhost", "localhost"),
]


@pytest.mark.parametrize(("name", "host"), ASKED)
def test_a_person_names_a_site_by_name_host_or_address(name: str, host: str) -> None:
    """Known or not."""
    assert Sites.shipped().asked(name).host == host


def test_a_word_that_names_no_site_is_told_from_a_broken_address() -> None:
    """The one is looked up in the list of sites, the other written again."""
    with pytest.raises(UnknownSite, match="'harbour' is no known site: see them with 'harvester sites'"):
        Sites.shipped().asked("harbour")
    with pytest.raises(ValueError, match="'http://' is no address of a site"):
        Sites.shipped().asked("http://")
