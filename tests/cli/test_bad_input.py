"""Whatever a person types: one clear sentence with the way out, its own exit code, never a traceback."""

import pytest
from click.testing import CliRunner

from harvester.cli import main

CLOSED = "http://127.0.0.1:9"
OPENED = ("--allow-address", "127.0.0.1:9")
URL = "https://harbourpost.example/news/quay"
FILES = {
    "empty.html": b" \n",
    "words.txt": b"just some words\n",
    "noise.bin": bytes(range(256)) * 8,
    "paper.pdf": b"%PDF-1.7\n",
    "feed.xml": b'<?xml version="1.0"?><rss version="2.0"><channel><title>Quays</title></channel></rss>',
    "data.json": b'{"headline": "Quay"}',
    "bare.html": b"<html><body><p>Hello.</p></body></html>",
    "lost.html": b"<title>404 Not Found</title><h1>404 Not Found</h1><hr>nginx",
    "sites/post.py": b"hosts = (",
    "torn.jsonl": b'{"id": 1',
}
WRONG = [
    (["crawl"], 2, "no site: name one"),
    (["crawl", "--sideways", "x.example"], 2, "--sideways"),
    (["crawl", "x.example", "--since", "yesterday"], 2, "'yesterday' is no date: write 2026-05-03"),
    (["crawl", "x.example", "--since", "2999-01-01"], 2, "'2999-01-01' is yet to come"),
    (["crawl", "x.example", "--max-time", "soon"], 2, "'soon' is no duration: write 90s"),
    (["crawl", "x.example", "--max-articles", "0"], 2, "0 is not in the range"),
    (["crawl", "x.example", "--delay", "-1"], 2, "'-1' is no number from 0 on: write 0.5"),
    (["crawl", "x.example", "--delay", "nan"], 2, "'nan' is no number from 0 on"),
    (["crawl", "x.example", "--keep-outbox", "inf"], 2, "'inf' is no number"),
    (["crawl", "x.example", "--allow-address", "quay"], 2, "'quay' is no address"),
    (["crawl", "x.example", "--proxy", "quay"], 2, "no address of a proxy"),
    (["crawl", "x.example", "-o", ""], 2, "-o is empty: name a folder"),
    (["crawl", "http://"], 2, "'http://' is no address of a site: write https://example.org"),
    (["crawl", "ftp://x.example"], 2, "is no address of a site"),
    (["crawl", "http://[::1"], 2, "is no address of a site"),
    (["crawl", "https://x.example:99999"], 2, "is no address of a site"),
    (["crawl", ""], 4, "'' is no known site: see them with 'harvester sites'"),
    (["crawl", "nowherepaper"], 4, "'nowherepaper' is no known site"),
    (["crawl", "https://x.example"], 2, "--contact"),
    (["crawl", "https://x.example", "--contact", "me"], 2, "'me' is no contact"),
    (["crawl", "https://x.example", "--sites", "nowhere"], 4, "nowhere: no such folder of site files"),
    (["crawl", "https://x.example", "--sites", "sites"], 4, "post.py:1: SyntaxError"),
    (["crawl", CLOSED, "-o", "/proc/none"], 3, "cannot write /proc/none"),
    (["crawl", CLOSED, "-o", "words.txt"], 3, "words.txt is no folder; choose another folder with -o"),
    (["crawl", CLOSED, "--state", "."], 2, "'.' is a directory"),
    (["crawl", CLOSED, "--state", "data.json"], 4, "data.json is a file of something else"),
    (["extract"], 2, "Missing argument 'PATH|URL|-'"),
    (["extract", "nowhere.html"], 2, "nowhere.html is not there"),
    (["extract", "x.example/news"], 2, "for a page of the web write https://x.example/news"),
    (["extract", "."], 2, ". is a folder: name one page in it"),
    (["extract", "-"], 2, "standard input is empty"),
    (["extract", "bare.html"], 2, "bare.html does not say where it stands: add --url URL"),
    (["extract", "bare.html", "--url", "quay"], 2, "'quay' is no address that can be fetched"),
    (["extract", "bare.html", "--url", "javascript:quay()"], 2, "is no address that can be fetched"),
    (["extract", "bare.html", "--url", URL], 12, "makes no record: it has no headline"),
    (["extract", "empty.html", "--url", URL], 2, "empty.html is empty"),
    (["extract", "words.txt", "--url", URL], 12, "is no article: it is no HTML"),
    (["extract", "noise.bin", "--url", URL], 12, "is no article: it is no HTML"),
    (["extract", "data.json", "--url", URL], 12, "is no article: it is no HTML"),
    (["extract", "feed.xml", "--url", URL], 12, "is no article: it is no HTML"),
    (["extract", "paper.pdf", "--url", URL], 2, "paper.pdf is no HTML but pdf"),
    (["extract", "lost.html", "--url", URL], 12, "is no article: it says that there is no such page"),
    (["extract", "/dev/zero", "--url", URL], 2, "/dev/zero is larger than 10 MB"),
    (["extract", "bare.html", "--url", URL, "--sites", "sites"], 4, "post.py:1: SyntaxError"),
    (["extract", "bare.html", "--sites", "sites", "--no-sites"], 2, "leave one out"),
    (["extract", CLOSED], 11, "--allow-address ADDR[:PORT]"),
    (["extract", "https://x.example"], 2, "--contact"),
    (["save", "bare.html", "--url", URL], 12, "makes no record"),
    (["sites", "--sites", "words.txt"], 4, "words.txt: no such folder of site files"),
    (["status", "-o", "nowhere"], 2, "nowhere/state.db is not there: no crawl has kept its state here"),
    (["status", "--state", "data.json"], 4, "data.json is damaged"),
    (["validate"], 2, "Missing argument 'FILE...'"),
    (["validate", "nowhere.jsonl"], 2, "nowhere.jsonl cannot be read: No such file or directory"),
    (["validate", "sites"], 2, "sites holds no file of records"),
    (["validate", "torn.jsonl"], 13, "1 lines, 1 of them invalid"),
    (["demo", "-o", "/proc/none"], 3, "cannot write /proc/none"),
    (["harvest"], 2, "No such command 'harvest'"),
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with the files above."""
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    for name in ("HARVESTER_CONTACT", "HARVESTER_SITES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("arguments", "code", "words"), WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_what_cannot_be_done_is_said(arguments, code, words):
    """By its name, with the way out; nothing else is printed."""
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, type(done.exception)) == (code, SystemExit)
    assert words in done.stderr
    assert len(done.stderr.splitlines()) <= 5


@pytest.mark.usefixtures("here")
def test_address_where_nobody_answers(tmp_path):
    """The system's own words, without those of a library's objects."""
    done = CliRunner().invoke(main, ["extract", f"{CLOSED}/news/quay", *OPENED])
    assert (done.exit_code, done.stdout) == (11, "")
    said = done.stderr.removeprefix(f"harvester: {CLOSED}/news/quay: ")
    assert said.startswith("robots_unreachable (connection: Connection refused): without its robots.txt")
    assert not (tmp_path / "output").exists()
