"""Whole crawls of the newspaper, over real HTTP, into a real state."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from harvester.jsonl import record_of_line
from harvester.limits import LIMITS
from harvester.newspaper import Newspaper, plain, serve
from harvester.newspaper.web import html, xml
from harvester.site import Site
from harvester.spiders.crawl import crawl
from harvester.spiders.options import Options

HURRY = replace(LIMITS, delay=0, backoff=0.05)


@pytest.fixture
def paper():
    return Newspaper()


@pytest.fixture
def served(paper):
    with serve(paper) as address:
        yield address


class Press:
    """One newspaper and the folder that it is harvested into."""

    def __init__(self, paper, served, folder):
        self.paper, self.url, self.folder = paper, served.url, folder
        self.address = f"{served.host}:{served.port}"

    def crawl(self, output=None, **options):
        """Crawl; return the result and what was asked."""
        before = len(self.paper.visits)
        given = Options(delay=0, allow_addresses=(self.address,), limits=HURRY, **options)
        result = crawl([self.site()], None, output or self.folder, given)
        return result, self.paper.visits[before:]

    def site(self):
        site = Site.generic(f"{self.url}/")
        vars(site)["limits"] = HURRY
        return site

    def records(self):
        lines = [line for path in self.files() for line in path.read_bytes().splitlines(keepends=True)]
        return [record_of_line(line) for line in lines]

    def files(self):
        return sorted(self.folder.glob("articles/*/*.jsonl"))

    def last(self):
        """The records of the last file."""
        return [record_of_line(line) for line in self.files()[-1].read_bytes().splitlines(keepends=True)]

    def path(self, number):
        return next(each.path for each in self.paper.expected() if each.id == number)


@pytest.fixture
def press(paper, served, tmp_path):
    return Press(paper, served, tmp_path)


def counted(result, kind="article"):
    return {(count.outcome, count.reason): count.urls for count in result.counts if count.kind == kind}


def paths(records):
    return [record.url.partition("//")[2].partition("/")[2] for record in records]


def test_first_crawl(press):
    """Every article that may be had is written once; the rest has a reason."""
    result, _ = press.crawl()
    written = paths(press.records())
    assert (result.exit_code, result.records) == (0, len(written))
    assert len(written) == len(set(written))
    wanted = {each.path.lstrip("/") for each in press.paper.expected()}
    assert set(written) <= wanted
    assert len(written) == counted(result)["fetched", "new"]
    assert result.urls == sum(count.urls for count in result.counts)


def test_second_run(press):
    """An unchanged paper is asked for its listings only, sends nothing, and nothing is written."""
    first, _ = press.crawl()
    result, visits = press.crawl()
    assert (result.exit_code, result.records) == (0, 0)
    assert {visit.status for visit in visits if "robots" not in visit.request.path} == {304}
    known = sum(urls for (outcome, _), urls in counted(result).items() if outcome in ("skipped", "unchanged"))
    assert known == sum(counted(first).values())


def test_publish(press):
    """A new article is the only one that is asked and written."""
    first = press.paper.pieces[0]
    press.crawl()
    press.paper.publish(replace(first, id=9001, headline="Ferry returns to the upper harbour"))
    result, visits = press.crawl()
    assert result.records == 1
    assert press.last()[0].headline == "Ferry returns to the upper harbour"
    assert sum(visit.sent for visit in visits) < 3 * max(visit.sent for visit in visits)


def feed(press):
    """Numbers of written articles that the feed announces, the newest first."""
    written = set(paths(press.records()))
    found = [each.id for each in press.paper.expected() if each.path.lstrip("/") in written]
    return found[:5]


def test_change(press):
    """A changed article is a new version with what changed."""
    press.crawl()
    number = feed(press)[1]
    before = next(record for record in press.records() if press.path(number) in record.url)
    press.paper.change(number, body="Another text.\n\nQuite another one.", note="Correction: the text.")
    result, _ = press.crawl()
    (after,) = press.last()
    assert (result.records, after.id, after.version) == (1, before.id, 2)
    assert "body" in after.changes
    assert after.previous_content_hash == before.content_hash


def test_furniture(press):
    """New advertisements on every page are no news."""
    press.crawl()
    press.paper.redecorate()
    result, _ = press.crawl(refresh=True)
    assert result.records == 0
    assert counted(result).get(("unchanged", "same_content"), 0) > 10


def test_withdrawn(press):
    """An article that vanishes from among older ones is asked, and its 410 is a tombstone."""
    press.crawl()
    number = feed(press)[1]
    path = press.path(number)
    press.paper.withdraw(number)
    result, _ = press.crawl()
    (stone,) = press.last()
    assert (stone.status, stone.version, stone.changes) == ("canceled", 2, ("status",))
    assert path in stone.url
    assert counted(result)["fetched", "canceled"] == 1


def test_lost(press):
    """A 404 counts when a second run finds it, too."""
    press.crawl()
    press.paper.lose(feed(press)[1])
    result, _ = press.crawl()
    assert (result.records, counted(result)["failed", "not_found"]) == (0, 1)
    result, _ = press.crawl()
    assert result.records == 1
    assert press.last()[0].status == "canceled"


def test_budget(press):
    """A budget is kept to the record, said by the exit code, and the next run goes on."""
    everything, _ = press.crawl(output=io.BytesIO())
    result, _ = press.crawl(max_articles=5)
    assert (result.exit_code, result.stop, result.records) == (14, "limit_articles", 5)
    assert counted(result)["pending", "limit_articles"] > 10
    for _ in range(2):
        result, _ = press.crawl()
    assert len(press.records()) == everything.records
    assert len({record.id for record in press.records()}) == everything.records


def test_time_limit(press):
    """A time limit ends the run in time; the rest is taken up by the next one."""
    press.paper.bend("/robots.txt", lambda _: plain("User-agent: *\nCrawl-delay: 1\n"))
    result, _ = press.crawl(max_seconds=2)
    assert (result.exit_code, result.stop) == (14, "limit_time")
    assert result.seconds < 6
    assert any(count.reason == "limit_time" for count in result.counts)


def test_stream(press):
    """Lines can go to a stream; then nothing is remembered and no file is made."""
    lines = io.BytesIO()
    result, _ = press.crawl(output=lines)
    records = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert len(records) == result.records > 30
    assert list(press.folder.iterdir()) == []


def test_passing_trouble(press):
    """A page that fails once is asked again in the same run."""
    path, answers = press.paper.expected()[0].path, []
    bent = press.paper._bent

    def fail_once(request):
        answers.append(request)
        del bent[path]
        return plain("busy", 500)

    press.paper.bend(path, fail_once)
    press.crawl()
    assert len(answers) == 1
    assert path.lstrip("/") in paths(press.records())


def test_lasting_trouble(press):
    """A page that fails three times is left to a later run; the others are had."""
    path = press.paper.expected()[0].path
    press.paper.bend(path, lambda _: plain("busy", 500))
    result, visits = press.crawl()
    assert len([visit for visit in visits if visit.request.path == path]) == 3
    assert counted(result)["deferred", "bad_status"] == 1
    assert result.exit_code == 0


def test_refused_articles(press):
    """A site that shows its listings and refuses every article has failed, and says why."""
    for page in press.paper.expected():
        press.paper.bend(page.path, lambda _: plain("not for you", 403))
    result, _ = press.crawl()
    assert (result.exit_code, result.failed_sites) == (11, (press.site().host,))
    assert any("bad_status (403): the server refuses" in note for note in result.notes)


class Empty:
    """A site whose front page a script would fill."""

    def answer(self, request):
        page = "<title>The Gull</title><div id='root'></div><a href='#!/story/1'>The lock gate is back</a>"
        return html(page) if request.path == "/" else plain("not here", 404)


def test_site_without_articles(tmp_path):
    """A site where no article was ever found has failed, and the run says what may help."""
    with serve(Empty()) as served:
        address = f"{served.host}:{served.port}"
        options = Options(delay=0, allow_addresses=(address,), limits=HURRY)
        result = crawl([Site.generic(f"{served.url}/")], None, tmp_path, options)
    assert (result.exit_code, result.failed_sites) == (11, (address,))
    assert any("no address of an article was found there" in note for note in result.notes)


class Hidden(Empty):
    """The same, with a sitemap where sitemaps usually are, and one article."""

    def answer(self, request):
        if request.path == "/sitemap.xml":
            entry = f"<url><loc>{request.base}/news/the-lock-gate-is-back-4711</loc></url>"
            return xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entry}</urlset>')
        if request.path.startswith("/news/"):
            text = "<p>The lock gate of Brackwater is back in place after eleven weeks in the yard.</p>" * 3
            return html(f"<title>The lock gate is back</title><h1>The lock gate is back</h1>{text}")
        return super().answer(request)


def test_front_page_that_leads_nowhere(tmp_path):
    """Sitemaps and feeds are looked for where they usually are."""
    with serve(Hidden()) as served:
        options = Options(delay=0, allow_addresses=(f"{served.host}:{served.port}",), limits=HURRY)
        result = crawl([Site.generic(f"{served.url}/")], None, tmp_path, options)
    assert (result.exit_code, result.records) == (0, 1)


def test_dead_host(tmp_path):
    """A host that is out of reach fails the site by name."""
    options = Options(delay=0, allow_addresses=("127.0.0.1:9",), limits=HURRY)
    site = Site.generic("http://127.0.0.1:9/")
    vars(site)["limits"] = HURRY
    result = crawl([site], None, tmp_path, options)
    assert (result.exit_code, result.failed_sites) == (11, ("127.0.0.1:9",))


def test_manifest(press):
    """The manifest and the outcomes beside it tell the same as the result."""
    result, _ = press.crawl()
    folder = press.folder / "runs" / result.run
    manifest = json.loads((folder / "run.json").read_bytes())
    urls = [json.loads(line) for line in (folder / "urls.jsonl").read_bytes().splitlines()]
    assert manifest["urls"] == len(urls) == result.urls
    assert sum(sum(reasons.values()) for reasons in manifest["outcomes"].values()) == result.urls
    (file,) = (file for file in manifest["files"] if file["name"].startswith("articles"))
    assert file["lines"] == result.records
    assert Path(press.folder, file["name"]).stat().st_size == file["bytes"]
    assert {url["article"] for url in urls if url["reason"] == "new"} == {r.id for r in press.records()}


def test_nothing_due(press):
    """A run that may only ask what is due asks nothing right after another."""
    press.crawl()
    result, visits = press.crawl(only_due=True)
    assert (result.exit_code, visits, result.urls) == (0, [], 0)
