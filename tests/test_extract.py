"""``extract``: the page's words, and around them what the site file and the link know."""

import gc

import pytest

from harvester import Evidence, NotAnArticle, extract
from harvester.evidence import Link
from harvester.parts import Provenance, Teaser
from harvester.sites import Sites

URL = "https://harbourpost.example/news/quay"
WORDS = (
    "The harbour board of Ellery voted on Monday to open the upper quay again, after nine years of repairs."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Quay reopens</title></head>
<body><article><h1>Quay reopens</h1>{"".join(f"<p>{WORDS} It was vote number {n}.</p>" for n in range(5))}
</article></body></html>"""
SITE = """
from harvester.site import Site
from harvester.pages.page import ArticlePage, field


class HarbourPost(Site):
    hosts = ("harbourpost.example",)
    name = "Harbour Post"
    publisher = "Quay Media"
    language = "en-GB"

    class Page(ArticlePage):
        @field
        def kicker(self):
            return "From the quays"
"""


@pytest.fixture
def sites(tmp_path):
    (tmp_path / "harbour_post.py").write_text(SITE)
    return Sites.load([tmp_path])


def test_bytes_and_text_give_the_same_words():
    """A page is bytes as received or text already decoded; only the latter has no encoding."""
    of_bytes, of_text = extract(PAGE.encode(), URL), extract(PAGE, URL)
    assert (of_bytes.headline, of_bytes.body) == (of_text.headline, of_text.body)
    assert (of_bytes.http.encoding, of_text.http.encoding) == ("utf-8", None)


def test_site_file_knows_better(sites):
    """Its name, publisher and language count before the page's; its page class reads the page."""
    article = extract(PAGE, URL, sites=sites)
    assert (article.site.name, article.site.publisher, article.language) == (
        "Harbour Post",
        "Quay Media",
        "en-GB",
    )
    assert (article.kicker, article.site_rules) == ("From the quays", "harbour_post")
    assert Provenance("kicker", "site") in article.provenance


def test_no_sites_is_the_generic_page():
    """Without site files no rules of any take part."""
    assert extract(PAGE, URL, sites=Sites.none()).site_rules is None


def test_link_goes_with_the_article():
    """What the teaser said is kept; a teaser of another story is a warning."""
    teaser = Teaser("Board opens the upper quay", URL, labels=("News",))
    article = extract(PAGE, URL, evidence=Evidence(announced=Link(URL, "listing", teaser)))
    assert Provenance("teaser.labels", "markup", "News") in article.provenance
    assert "soft_404_suspect" not in article.warnings
    other = Teaser("Ferry timetable changes tomorrow", URL)
    article = extract(PAGE, URL, evidence=Evidence(announced=Link(URL, "listing", other)))
    assert "soft_404_suspect" in article.warnings


@pytest.mark.parametrize("page", [b"", b" \n", ""])
def test_page_of_nothing_is_no_article(page):
    """An empty page is refused by its reason."""
    with pytest.raises(NotAnArticle) as caught:
        extract(page, URL)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(was_on):
    """It rests while a page is read, also one that is refused, and never goes on by itself."""
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with pytest.raises(NotAnArticle):
            extract("", "https://gull.example/news/1")
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
