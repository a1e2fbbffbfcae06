"""``harvester extract``: one page in, one record out, or one sentence that says why not."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from harvester.article import KEYS
from harvester.cli import main
from harvester.newspaper import Answer, Newspaper, html, plain, serve
from harvester.schema import flaws

WORDS = (
    "The harbour board of Ellery voted on Monday to open the upper quay again, after nine years of repairs."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Quay reopens</title>%s</head>
<body><article><h1>Quay reopens</h1>{"".join(f"<p>{WORDS} It was vote number {n}.</p>" for n in range(5))}
</article></body></html>"""
URL = "https://harbourpost.example/news/quay"


@pytest.fixture(scope="module")
def paper():
    return Newspaper()


@pytest.fixture(scope="module")
def served(paper):
    with serve(paper) as address:
        yield address


@pytest.fixture
def extract(monkeypatch):
    """Run the command; its result."""
    for name in ("HARVESTER_CONTACT", "HARVESTER_SITES"):
        monkeypatch.delenv(name, raising=False)
    return lambda *words, **more: CliRunner().invoke(main, ["extract", *map(str, words)], **more)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "quay.html"
    path.write_text(PAGE % "", "utf-8")
    return path


def opened(served):
    return ("--allow-address", f"{served.host}:{served.port}")


def test_file_becomes_one_line_with_the_keys_in_their_order(extract, page):
    """A page of a file gives one line: all keys of the record, in order, valid, and nothing else."""
    done = extract(page, "--url", URL)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    record = json.loads(done.stdout)
    assert tuple(record) == KEYS
    assert flaws(record) == []
    assert (record["headline"], record["url"], record["version"]) == ("Quay reopens", URL, 1)
    assert record["http"]["status"] is None


def test_standard_input_is_read_like_a_file(extract, page):
    """What comes through a pipe gives the same record."""
    record = json.loads(extract("-", "--url", URL, input=page.read_bytes()).stdout)
    of_file = json.loads(extract(page, "--url", URL).stdout)
    assert record | {"retrieved": None} == of_file | {"retrieved": None}


SAID = [
    (f'<link rel="canonical" href="{URL}">', "its canonical link"),
    (f'<meta property="og:url" content="{URL}">', "its og:url"),
    (f"<!-- saved from url=(0038){URL} -->", "whoever saved it"),
    (f"<!-- Page saved with SingleFile \n url: {URL} \n saved date: Mon May 04 2026 -->", "whoever saved it"),
    (f'<!-- saved from url=(0038){URL} --><link rel="canonical" href="https://a.example/">', "whoever saved"),
]


@pytest.mark.parametrize(("head", "where"), SAID, ids=[head[:30] for head, _ in SAID])
def test_saved_page_says_itself_where_it_stood(extract, page, head, where):
    """Without --url the page's own word counts, the note of who saved it first; and that is told."""
    page.write_text(PAGE % head, "utf-8")
    done = extract(page)
    assert json.loads(done.stdout)["url"] == URL
    assert where in done.stderr
    assert URL in done.stderr


def test_page_without_an_address_asks_for_one(extract, page):
    """Nothing is made up: a relative canonical link is no address."""
    page.write_text(PAGE % '<link rel="canonical" href="/news/quay">', "utf-8")
    done = extract(page)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "quay.html does not say where it stands: add --url URL" in done.stderr


def test_url_is_fetched_with_what_the_response_says(extract, served, paper):
    """A page of the web gives the record that a crawl writes, with status, type and digest."""
    truth = paper.expected()[0]
    done = extract(f"{served.url}{truth.path}", *opened(served))
    assert done.exit_code == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["url"].endswith(truth.path)
    assert record["headline"] == truth.headline
    assert record["http"]["status"] == 200
    assert record["http"]["content_type"].startswith("text/html")
    assert record["http"]["payload_digest"].startswith("sha256:")


def test_noindex_is_told_and_kept(extract, served, paper):
    """Who names one page gets its record; that a crawl would write none is said."""
    paper.bend("/hidden", lambda _: html(PAGE % "").with_headers(("X-Robots-Tag", "noindex")))
    done = extract(f"{served.url}/hidden", *opened(served))
    assert "noindex" in done.stderr
    assert json.loads(done.stdout)["rights"]["robots_meta"] == "noindex"


def test_extract_prints_nothing_but_the_record(page):
    """As a process: the record goes to standard output, everything else to standard error."""
    command = [sys.executable, "-m", "harvester", "extract", str(page), "--url", URL]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)  # noqa: S603 - our own
    assert done.stdout.endswith(b"\n")
    assert done.stdout.count(b"\n") == 1


SITE = """
from harvester.pages.page import ArticlePage, field
from harvester.site import Site


class HarbourPost(Site):
    hosts = ("harbourpost.example",)

    class Page(ArticlePage):
        @field
        def kicker(self):
            return "From the quays"
"""


def test_site_file_takes_part_and_can_be_left_out(extract, page, tmp_path, monkeypatch):
    """``--sites`` and HARVESTER_SITES bring a site's rules in, ``--no-sites`` leaves all of them out."""
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "post.py").write_text(SITE)
    record = json.loads(extract(page, "--url", URL, "--sites", folder).stdout)
    assert (record["kicker"], record["harvester"]["site_rules"]) == ("From the quays", "post")
    monkeypatch.setenv("HARVESTER_SITES", str(folder))
    assert json.loads(extract(page, "--url", URL).stdout)["kicker"] == "From the quays"
    record = json.loads(extract(page, "--url", URL, "--no-sites").stdout)
    assert (record["kicker"], record["harvester"]["site_rules"]) == (None, None)
    assert extract(page, "--url", URL, "--no-sites", "--sites", folder).exit_code == 2


WRONG = [
    ([], 2, "PATH|URL|-"),
    (["absent.html", "--url", URL], 2, "absent.html is not there"),
    (["example.org/news/quay"], 2, "write https://example.org/news/quay"),
    ([".", "--url", URL], 2, ". is a folder"),
    (["quay.html", "--sideways"], 2, "--sideways"),
    (["quay.html", "--url", "quay"], 2, "'quay' is no address"),
    (["quay.html", "--url", "ftp://x.example/a"], 2, "'ftp://x.example/a' is no address"),
    (["empty.html", "--url", URL], 2, "empty.html is empty"),
    (["photo.html", "--url", URL], 2, "photo.html is no HTML but jpeg"),
    (["packed.html", "--url", URL], 2, "packed.html is no HTML but gzip"),
    (["large.html", "--url", URL], 2, "large.html is larger than 10 MB"),
    (["file:///etc/passwd"], 2, "'file:///etc/passwd' is no address"),
    ([URL], 2, "--contact"),
    ([URL, "--contact", "me"], 2, "'me' is no contact"),
    ([URL, "--url", URL], 2, "--url is for files"),
    (["quay.html", "--url", URL, "--sites", "absent"], 4, "absent"),
    (["http://127.0.0.1:9/a", "--allow-address", "nonsense"], 2, "nonsense"),
    (["http://127.0.0.1:9/a"], 11, "--allow-address"),
    (["http://127.0.0.1:9/a", "--allow-address", "127.0.0.1:9"], 11, "http://127.0.0.1:9/a: "),
]


@pytest.mark.parametrize("case", WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_what_cannot_be_done_is_one_sentence(extract, page, monkeypatch, case):
    """Each mistake names the thing and the way out, with its own exit code and nothing on standard output."""
    words, code, said = case
    monkeypatch.chdir(page.parent)
    (page.parent / "empty.html").write_text(" \n")
    (page.parent / "photo.html").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (page.parent / "packed.html").write_bytes(b"\x1f\x8b\x08\x00aaaa")
    (page.parent / "large.html").write_bytes(b"a" * 10_000_001)
    done = extract(*words)
    assert (done.exit_code, done.stdout) == (code, ""), done.stderr
    assert isinstance(done.exception, SystemExit)
    assert said in done.stderr
    assert len(done.stderr.splitlines()) <= 4


def test_answers_that_bring_no_page(extract, served, paper):
    """A page that is not there, one that robots.txt closes and a picture are told by their reason."""
    paper.bend("/gone", lambda _: plain("gone", 410))
    paper.bend("/photo", lambda _: Answer(parts=(b"\xff\xd8\xff\xe0",)))
    for path, reason in (("/gone", "gone"), ("/photo", "not_text"), ("/absent-page", "not_found")):
        done = extract(f"{served.url}{path}", *opened(served))
        assert (done.exit_code, done.stdout) == (11, "")
        assert f"{path}: {reason}" in done.stderr


def test_broken_site_file_is_named_with_its_line(extract, page, tmp_path):
    """A site file that cannot be read ends the command before any page is touched."""
    (tmp_path / "post.py").write_text("from harvester.site import Site\n\nclass Post(Site)\n")
    done = extract(page, "--url", URL, "--sites", tmp_path)
    assert (done.exit_code, done.stdout) == (4, "")
    assert "post.py:3" in done.stderr
