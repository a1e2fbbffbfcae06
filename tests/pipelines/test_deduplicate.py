"""Which article a page is, and whether anything is written of it: with a real store."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harvester.article import Article
from harvester.evidence import Link
from harvester.parts import Http, SiteFacts
from harvester.pipelines.check import check
from harvester.pipelines.deduplicate import deduplicate
from harvester.pipelines.export import announcement
from harvester.store.judging import Habits
from harvester.store.opening import Opening, open_site
from harvester.store.outcome import Found, Outcome
from harvester.store.store import Place, Store

SITE = "harbourpost.example"
BODY = "The quay reopened on Monday.\n\nShips came from four towns.\n\nThe mayor spoke."


@pytest.fixture
def store(tmp_path):
    opened = Store.open(Place(output=tmp_path))
    yield opened
    opened.close()


def lease(store, url, site=SITE):
    """Lease a URL in a run of its own."""
    store.run += "+"
    seeds = [Found(Link(url, "listing"), "listing", 0)]
    open_site(store.database, Opening(store.run, site, seeds, store.now(), is_described=True))
    host = url.split("/")[2]
    (found,) = store.frontier.lease(site, host, 1)
    return replace(found, kind="article")


def page(url, **more):
    facts = {"headline": "Quay reopens", "body": BODY, "http": Http(status=200, payload_digest=digest(more))}
    return Article(**{"url": url, "site": SiteFacts(SITE)} | facts | more)


def digest(facts):
    return "sha256:" + hashlib.sha256(repr(facts).encode()).hexdigest()


def read(store, article, *, asked=None, site=SITE):
    """Let an article page walk the pipelines; return its outcome."""
    outcome = Outcome(
        lease=lease(store, asked or article.url, site),
        outcome="fetched",
        reason="new",
        status=200,
        retrieved=datetime(2026, 5, 3, tzinfo=UTC),
        article=article,
    )
    outcome = deduplicate(check(outcome), store.articles)
    store.commit(outcome, announcement(outcome, store, Habits()))
    return outcome


def missing(store, url, reason, status):
    """Let a page that is gone walk the pipelines."""
    outcome = Outcome(
        lease=lease(store, url),
        outcome="failed",
        reason=reason,
        status=status,
        retrieved=datetime(2026, 5, 4, tzinfo=UTC),
    )
    outcome = deduplicate(outcome, store.articles)
    store.commit(outcome, announcement(outcome, store, Habits()))
    return outcome


URL = f"https://{SITE}/news/quay"


def test_new(store):
    """An article that nobody has seen is its first version."""
    record = read(store, page(URL)).record
    assert (record.version, record.version_cause, record.changes) == (1, "first", ())


def test_unchanged(store):
    """The same article again writes nothing."""
    read(store, page(URL))
    again = read(store, page(URL))
    assert (again.record, again.outcome, again.reason) == (None, "unchanged", "same_content")


FURNITURE = [
    {"http": Http(status=200, payload_digest="sha256:" + "f" * 64)},
    {"modified": datetime(2026, 5, 5, tzinfo=UTC)},
    {"body": BODY.replace(" ", "\u00a0 ")},
    {"keywords": ("harbour",)},
]


@pytest.mark.parametrize("change", FURNITURE)
def test_furniture(store, change):
    """Another advertisement, another time stamp, other white space: no new version."""
    read(store, page(URL))
    assert read(store, page(URL, **change)).record is None


def test_changed(store):
    """A changed text is the next version; it names what changed and the version before."""
    first = read(store, page(URL)).record
    second = read(store, page(URL, body=BODY + "\n\nCorrection: on Tuesday.", headline="Quay open")).record
    assert (second.id, second.version, second.version_cause) == (first.id, 2, "publisher")
    assert second.changes == ("headline", "body")
    assert second.previous_content_hash == first.content_hash


def test_our_own_change(store):
    """The same bytes read in another way by newer code: nothing is written."""
    read(store, page(URL))
    same_bytes = page(URL, headline="Quay reopens!", http=page(URL).http)
    assert read(store, same_bytes).reason == "extractor"


FORMS = [
    f"https://{SITE}/news/quay/amp",
    f"https://www.{SITE}/news/quay",
    f"http://{SITE}/news/quay/",
    f"https://{SITE}/news/quay?print=1",
]


@pytest.mark.parametrize("form", FORMS)
def test_other_forms(store, form):
    """Another form of an article's address is the same article, even when its text differs a little."""
    first = read(store, page(URL)).record
    other = read(store, page(form, body=BODY + "\n\nRead more on our site."))
    assert (other.record, other.reason, other.article_id) == (None, "alias", first.id)


def test_same_text(store):
    """The same text under another address of the site is the same article, named by its next version."""
    first = read(store, page(URL)).record
    copy = f"https://{SITE}/archive/2026/quay-again"
    assert read(store, page(copy)).article_id == first.id
    assert read(store, page(URL, headline="Quay open")).record.also_at == (copy,)


def test_redirects(store):
    """An address that led to the article by redirect is named beside it."""
    record = read(store, page(URL), asked=f"https://{SITE}/?p=17").record
    assert record.also_at == (f"https://{SITE}/?p=17",)
    assert read(store, page(URL)).reason == "alias"


def test_other_sites(store):
    """Another site's copy of the text is always an article of its own."""
    first = read(store, page(URL)).record
    other = "https://tidenews.example/quay"
    copy = read(store, page(other, site=SiteFacts("tidenews.example")), site="tidenews.example").record
    assert copy.id != first.id
    assert copy.content_hash == first.content_hash


def test_same_headline(store):
    """Two articles with one headline are two articles."""
    first = read(store, page(URL)).record
    second = read(store, page(f"https://{SITE}/news/tides", body="The tide tables of May.")).record
    assert first.id != second.id


def test_no_body(store):
    """Two pages with a headline alone are not taken for one text."""
    assert read(store, page(URL, body=None)).record
    assert read(store, page(f"https://{SITE}/news/film", body=None)).record


def test_canonical_first(store):
    """An article reached by two addresses has the id of the canonical one, whichever comes first."""
    other = f"https://{SITE}/mobile-edition/17"
    mobile = read(store, page(other, canonical_url=URL)).record
    assert read(store, page(URL)).article_id == mobile.id


def test_canonical_hijack(store):
    """A page that claims another article's address with another text stays an article of its own."""
    first = read(store, page(URL)).record
    liar = page(f"https://{SITE}/news/quay-2", canonical_url=URL, body="Buy pills.", headline="Pills")
    second = read(store, liar).record
    assert second.id != first.id
    assert "canonical_refused" in second.warnings
    assert read(store, page(URL, headline="Quay open")).record.version == 2


def test_gone(store):
    """A 410 of a known article writes a tombstone, once; a comeback is a version that says so."""
    first = read(store, page(URL)).record
    stone = missing(store, URL, "gone", 410).record
    assert (stone.id, stone.version, stone.status, stone.changes) == (first.id, 2, "canceled", ("status",))
    assert (stone.body, stone.previous_content_hash) == (None, first.content_hash)
    assert missing(store, URL, "gone", 410).record is None
    back = read(store, page(URL)).record
    assert (back.version, back.status, back.changes) == (3, "usable", ("status",))


def test_withheld(store):
    """A 451 withholds."""
    read(store, page(URL))
    assert missing(store, URL, "gone", 451).record.status == "withheld"


def test_not_found_once(store):
    """One 404 says nothing; the second, in a later run, is a tombstone."""
    read(store, page(URL))
    assert missing(store, URL, "not_found", 404).record is None
    assert missing(store, URL, "not_found", 404).record.status == "canceled"


def test_never_seen(store):
    """A page that was never an article leaves no tombstone."""
    assert missing(store, URL, "gone", 410).record is None


def sorry(number, **more):
    return page(f"https://{SITE}/news/{number}", headline="Sorry", body="We cannot find that.", **more)


def test_many_pages_of_one_text(store):
    """The third address with the same words and no name in common tells of an error page served as 200."""
    assert [read(store, sorry(number)).reason for number in (11, 12, 13, 14)] == [
        "new",
        "alias",
        "soft_404_suspect",
        "soft_404_suspect",
    ]


def test_forms_of_one_name(store):
    """One article under many addresses with its name in them stays one article."""
    forms = ("news/quay-17", "amp/quay-17/full", "print/quay-17/all", "region/quay-17", "mobile/quay-17/x")
    reasons = [read(store, page(f"https://{SITE}/{form}")).reason for form in forms]
    assert reasons == ["new", "alias", "alias", "alias", "alias"]


def test_suspect_text(store):
    """A page that its link announced as another story, with words known of the site, is no article."""
    read(store, sorry(11))
    outcome = read(store, sorry(12, warnings=("soft_404_suspect",)))
    assert (outcome.reason, outcome.record) == ("soft_404_suspect", None)
    assert b"Sorry" in outcome.quarantined


def test_maintenance(store):
    """While a site shows one text everywhere, known articles do not become versions of it."""
    first, second = URL, f"https://{SITE}/news/tides"
    read(store, page(first))
    read(store, page(second, body="The tide tables of May."))
    closed = {"headline": "Back soon", "body": "We are working on it."}
    read(store, page(first, **closed))
    outcome = read(store, page(second, **closed))
    assert (outcome.reason, outcome.record) == ("soft_404_suspect", None)
    assert read(store, page(second, body="The tide tables of May.")).reason == "same_content"


def test_emptied(store):
    """A page that lost all its text is no version of the article that it had."""
    read(store, page(URL))
    outcome = read(store, page(URL, headline="Harbour Post", body=None))
    assert (outcome.reason, outcome.detail) == ("soft_404_suspect", "its text is gone")
