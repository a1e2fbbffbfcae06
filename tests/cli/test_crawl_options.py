"""What each option of ``harvester crawl`` does, seen by a server and in the files."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from harvester.cli import main
from harvester.newspaper import Newspaper, serve

SITE = """
from harvester.site import Feed, Limits, Site


class Lantern(Site):
    hosts = ("{host}",)
    home = "{url}/"
    name = "The Lantern"
    seeds = (Feed("{url}/rss.xml"),)
"""


@pytest.fixture
def paper():
    return Newspaper()


@pytest.fixture
def served(paper):
    with serve(paper) as address:
        yield address


@pytest.fixture
def crawl(served, tmp_path, monkeypatch):
    """Crawl the newspaper into one folder; the result."""
    for name in ("HARVESTER_CONTACT", "HARVESTER_SITES"):
        monkeypatch.delenv(name, raising=False)
    opened = ("--allow-address", f"{served.host}:{served.port}", "--delay", "0")

    def run(*words, site=served.url, output=tmp_path / "out"):
        names = (site,) if site else ()
        return CliRunner().invoke(main, ["crawl", *names, "-o", str(output), *opened, *map(str, words)])

    return run


def written(folder):
    paths = sorted(folder.glob("articles/*/*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_bytes().splitlines()]


def asked(paper, since=0):
    return [visit.request.path for visit in paper.visits[since:]]


def test_all_means_every_site_of_the_own_folders(crawl, served, tmp_path):
    """With a folder of site files ``--all`` crawls these, by their seeds and under their names."""
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "lantern.py").write_text(SITE.format(host=f"{served.host}:{served.port}", url=served.url))
    done = crawl("--all", "--sites", folder, site=None)
    assert done.exit_code == 0, done.stderr
    records = written(tmp_path / "out")
    assert records
    assert {(record["site"]["name"], record["harvester"]["site_rules"]) for record in records} == {
        ("The Lantern", "lantern")
    }


def test_if_due_asks_nothing_right_after_a_crawl(crawl, paper):
    """Each listing has its time: before it, nothing is asked, and that is said."""
    crawl()
    before = len(paper.visits)
    done = crawl("--if-due")
    assert (done.exit_code, asked(paper, before)) == (0, [])
    assert "nothing due" in done.stderr


def test_refresh_asks_known_articles_again(crawl, paper, tmp_path):
    """A second run leaves most articles alone; with ``--refresh`` it asks all, and writes none again."""
    crawl()
    count = len(written(tmp_path / "out"))
    before = len(paper.visits)
    crawl()
    assert len(paper.visits) - before < count / 2
    before = len(paper.visits)
    done = crawl("--refresh")
    assert len(paper.visits) - before >= count
    assert "0 new" in done.stderr
    assert len(written(tmp_path / "out")) == count


def test_backfill_goes_all_the_way_back(crawl, tmp_path):
    """What is older than a first crawl goes is taken, too."""
    crawl()
    count = len(written(tmp_path / "out"))
    crawl("--backfill")
    assert len(written(tmp_path / "out")) == count + 1


def test_since_takes_nothing_earlier(crawl, tmp_path):
    """A date is a promise: no record that was published before it."""
    day = datetime.now(UTC) - timedelta(days=5)
    crawl("--since", f"{day:%Y-%m-%d}")
    dates = [record["published"] for record in written(tmp_path / "out")]
    assert dates
    assert all(date is None or date >= f"{day:%Y-%m-%d}" for date in dates)


def test_proxy_carries_the_whole_crawl(crawl, served, paper, tmp_path):
    """Every request of a crawl names its host to the proxy, and no name is looked up here."""
    contact = ("--contact", "editor@lantern.invalid")
    done = crawl("--proxy", served.url, "--max-articles", 3, *contact, site="http://lantern.invalid/")
    assert done.exit_code == 14, done.stderr
    assert len(written(tmp_path / "out")) == 3
    assert {urlsplit(visit.request.target).hostname for visit in paper.visits} == {"lantern.invalid"}
    manifest = json.loads(next((tmp_path / "out").glob("runs/*/run.json")).read_bytes())
    assert manifest["settings"]["proxy"] == served.url


def test_proxies_of_the_environment_are_never_used(crawl, paper, monkeypatch):
    """HTTP_PROXY would go round the address guard."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert crawl("--max-articles", 1).exit_code == 14
    assert paper.visits


def test_state_remembers_where_lines_go_to_standard_output(crawl, tmp_path):
    """With ``--state`` a second run to standard output writes nothing again."""
    first = crawl("--state", tmp_path / "memory.db", output="-")
    second = crawl("--state", tmp_path / "memory.db", output="-")
    assert len(first.stdout.splitlines()) > 30
    assert (second.exit_code, second.stdout) == (0, "")


def test_contact_is_in_the_user_agent(crawl, paper):
    """A site's owner can see whom to write to."""
    crawl("--max-articles", 1, "--contact", "https://lantern.example/bot")
    agents = {visit.request.headers["user-agent"] for visit in paper.visits}
    assert {agent.partition(" ")[2] for agent in agents} == {"(+https://lantern.example/bot)"}


def test_quiet_prints_nothing_of_a_good_run(crawl):
    """For cron: no mail without a reason."""
    done = crawl("-q", "--max-articles", 2)
    assert (done.stdout, done.exit_code) == ("", 14)
    assert crawl("-q").stderr == ""


def test_delay_is_kept_between_requests(crawl, paper):
    """Two requests to a host are so many seconds apart."""
    before = datetime.now(UTC)
    crawl("--delay", "0.2", "--max-articles", 2)
    seconds = (datetime.now(UTC) - before).total_seconds()
    assert seconds > 0.2 * (len(paper.visits) - 2)
