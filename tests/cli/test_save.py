"""``harvester save``: a page and its JSON for a test of a site file."""

import json
import os

import pytest
from click.testing import CliRunner

from harvester.cli import main
from harvester.cli.save import saved_place
from harvester.evidence import Evidence
from harvester.extract import extract
from harvester.newspaper import Newspaper, serve

URL = "https://www.harbourpost.example/news/2026/Quay-reopens.html?page=1"
PAGE = (
    "<!doctype html><title>Quay reopens</title><article><h1>Quay reopens</h1><p>The upper quay is open again."
)


@pytest.fixture
def save(monkeypatch, tmp_path):
    """Run the command in an empty folder; its result."""
    monkeypatch.chdir(tmp_path)
    for name in ("HARVESTER_CONTACT", "HARVESTER_SITES"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "quay.html").write_bytes(PAGE.encode("utf-16"))
    return lambda *words: CliRunner().invoke(main, ["save", *map(str, words)])


def test_page_and_json_lie_in_the_folder_of_the_host(save, tmp_path):
    """The page byte for byte, the JSON beside it, both named on standard output."""
    done = save("quay.html", "--url", URL)
    assert done.exit_code == 0, done.stderr
    page, values = (tmp_path / line for line in done.stdout.splitlines())
    assert page == tmp_path / "tests/sites/harbourpost_example/quay-reopens.html"
    assert page.read_bytes() == PAGE.encode("utf-16")
    record = json.loads(values.read_bytes())
    assert (record["headline"], record["url"]) == ("Quay reopens", URL.partition("?")[0] + "?page=1")
    assert values.read_text("utf-8").count("\n") > 40
    assert "harvester" not in record


def test_saved_page_can_be_read_again_from_what_the_json_says(save, tmp_path):
    """Address, header and time are in the JSON: a test needs nothing else to read the page again."""
    with serve(Newspaper()) as served:
        path = Newspaper().expected()[0].path
        done = save(f"{served.url}{path}", "--allow-address", f"{served.host}:{served.port}", "-o", "saved")
    page, values = (tmp_path / line for line in done.stdout.splitlines())
    record = json.loads(values.read_bytes())
    article = extract(page.read_bytes(), record["url"], evidence=Evidence(record["http"]["content_type"]))
    assert (article.headline, article.body) == (record["headline"], record["body"])


def test_what_was_saved_is_written_over_on_purpose_only(save, tmp_path):
    """A JSON that somebody corrected is not lost by a second call."""
    save("quay.html", "--url", URL)
    saved = tmp_path / "tests/sites/harbourpost_example/quay-reopens.json"
    saved.write_text("{}")
    done = save("quay.html", "--url", URL)
    assert (done.exit_code, saved.read_text()) == (2, "{}")
    assert "--force" in done.stderr
    assert save("quay.html", "--url", URL, "--force").exit_code == 0
    assert saved.read_text() != "{}"


def test_saved_page_can_be_saved_again_in_its_place(save):
    """After a rule was mended the saved page itself gives the new JSON."""
    first = save("quay.html", "--url", URL).stdout.splitlines()[0]
    assert save(first, "--url", URL, "--force").stdout.splitlines()[0] == first


PLACES = [
    ("https://x.example/", "x_example"),
    ("https://x.example/a/b/", "x_example/b"),
    ("https://X.example:8080/Überschrift-über-Öl.php", "x_example_8080"),
    ("https://x.example/../../etc/passwd", "x_example/passwd"),
    ("https://x.example/" + "long-" * 60, "x_example/long"),
    ("https://x.example/CON", "x_example/con"),
    ("https://[::1]:8000/a%2f..%2fb", "1_8000"),
]


@pytest.mark.parametrize(("url", "start"), PLACES)
def test_names_of_files_are_harmless(tmp_path, url, start):
    """Whatever an address holds: letters, digits and hyphens, not long, inside the folder."""
    place = saved_place(tmp_path, url).relative_to(tmp_path)
    assert str(place).startswith(start)
    assert len(place.parts) == 2
    assert all(
        set(part) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_") and len(part) <= 64 for part in place.parts
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_of_others(save, tmp_path):
    """A folder without leave to write ends with its name."""
    tmp_path.chmod(0o500)
    assert save("quay.html", "--url", URL).exit_code == 3


def test_folder_that_cannot_be_written_is_named(save, tmp_path):
    """A file in the way of the folder ends with its own exit code and its name."""
    (tmp_path / "taken").write_text("in the way")
    done = save("quay.html", "--url", URL, "-o", "taken/saved")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "taken" in done.stderr


def test_what_makes_no_record_is_not_saved(save, tmp_path):
    """A page without a headline leaves nothing behind."""
    (tmp_path / "quay.html").write_text("<p>Nothing to see.")
    done = save("quay.html", "--url", URL)
    assert done.exit_code == 12
    assert not (tmp_path / "tests").exists()
