"""The paper changes between two visits, and each change shows where it should and nowhere else."""

from datetime import date
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from harvester.newspaper import Newspaper, Request, plain, serve

TODAY = date(2026, 5, 4)


@pytest.fixture
def paper():
    return Newspaper(today=TODAY)


@pytest.fixture
def ask(paper):
    with serve(paper) as served:
        address = urlsplit(served.url)

        def get(path: str, **headers: str) -> HTTPResponse:
            line = HTTPConnection(address.hostname, address.port, timeout=5)
            line.request(
                "GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()}
            )
            answer = line.getresponse()
            answer.text = answer.read().decode("utf-8", "replace")
            line.close()
            return answer

        yield get


def path_to(paper, number):
    return next(truth.path for truth in paper.expected() if truth.id == number)


def test_every_address_of_every_piece_answers(paper, ask):
    """Each piece is read under all the addresses that ``expected`` names, with its headline."""
    asked = [(truth, path) for truth in paper.expected() for path in truth.paths]
    assert len(asked) > 80
    for truth, path in asked:
        answer = ask(path)
        assert answer.status == 200, path
        if truth.layout != "old":
            assert truth.headline.replace("'", "&#x27;") in answer.text


def test_known_page_is_not_sent_again(ask):
    """Either validator gives 304 without a body while nothing changes."""
    first = ask("/news")
    for known in (
        {"If_None_Match": first.headers["ETag"]},
        {"If_Modified_Since": first.headers["Last-Modified"]},
    ):
        again = ask("/news", **known)
        assert (again.status, again.text) == (304, "")


def test_changed_piece_carries_its_note(paper, ask):
    """A change gives the piece new words, a correction and a new ETag; other pieces keep theirs."""
    path, other = path_to(paper, 1001), path_to(paper, 1005)
    before, beside = ask(path), ask(other)
    paper.change(1001, body="The wall is closed again.", note="Correction: It had been open.")
    after = ask(path, If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert "The wall is closed again." in after.text
    assert "Correction: It had been open." in after.text
    assert ask(other, If_None_Match=beside.headers["ETag"]).status == 304
    truth = next(truth for truth in paper.expected() if truth.id == 1001)
    assert truth.modified > truth.published


def test_furniture_alone_changes_the_bytes_and_not_the_truth(paper, ask):
    """A new advertisement is a new page, and the same article."""
    before, truth = ask(path_to(paper, 1001)), paper.expected()
    paper.redecorate()
    after = ask(path_to(paper, 1001), If_Modified_Since=before.headers["Last-Modified"])
    assert after.status == 200
    assert after.text != before.text
    assert paper.expected() == truth


def test_withdrawn_answers_410_and_lost_404_under_every_address(paper, ask):
    """What is gone is gone from its AMP page, its twin and the listings too."""
    gone = {number: next(t.paths for t in paper.expected() if t.id == number) for number in (1008, 1009)}
    paper.withdraw(1008)
    paper.lose(1009)
    assert [ask(path).status for path in gone[1008]] == [410, 410, 410]
    assert [ask(path).status for path in gone[1009]] == [404, 404]
    assert gone[1008][0] not in ask("/news?page=2").text


def test_published_piece_leads_the_listings(paper, ask):
    """A new piece stands first in its section and in the feed."""
    new = paper.lose(1013)
    paper.publish(new)
    assert ask("/news").text.index(new.headline) < ask("/news").text.index("Harbour wall reopens")


def test_bent_path_answers_as_the_handler_says(paper, ask):
    """A test can let any path fail, and ``visits`` tells what was asked."""
    paper.bend("/robots.txt", lambda _: plain("later", 503))
    assert ask("/robots.txt").status == 503
    assert [(visit.request.path, visit.status) for visit in paper.visits] == [("/robots.txt", 503)]


def test_all_but_one_piece_fall_into_a_first_crawl():
    """Whatever day it is, 48 pieces lie within 30 days before it, none after it, and one is older."""
    for today in (date(2026, 3, 1), date(2028, 2, 29), TODAY):
        ages = [(today - piece.published.date()).days for piece in Newspaper(today=today).pieces]
        assert min(ages) >= 1
        assert sum(age <= 30 for age in ages) == 48
        assert len(ages) == 49


def test_same_day_prints_the_same_paper():
    """Two papers of one day are equal to the byte, so a second run finds nothing new."""
    for target in (
        "/",
        "/rss.xml",
        "/sitemap-articles.xml.gz",
        "/news/harbour-wall-reopens-after-a-winter-of-repairs",
    ):
        request = Request("GET", target, {"host": "paper.example"})
        assert Newspaper(today=TODAY).answer(request) == Newspaper(today=TODAY).answer(request)
