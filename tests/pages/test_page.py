"""An article page, and the rules of a site that override some of its fields."""

import pytest

from harvester.article import Article
from harvester.evidence import NotAnArticle
from harvester.extract import extract
from harvester.pages.page import ArticlePage, field
from harvester.parts import Provenance
from harvester.site import Site
from harvester.sites import Sites

URL = "https://harbourpost.example/news/boats-return"
PARAGRAPHS = (
    "The first boats came back to the harbour on Monday, after eleven weeks at sea and two storms.",
    "Their crews had been waiting for the wind to turn since the end of March, said the harbour master.",
    "“We are glad to see them home again,” she said, while the last of the nets were being unloaded.",
)
PAGE = f"""<!doctype html><html lang=en><head><title>Boats return | The Harbour Post</title></head><body>
<article><p class=rubric>Fishing</p><h1>Boats return</h1><div class=text>
{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}
<div class=promo>
<p>Our shop has mugs with boats on them, and shirts with anchors, for all of your family.</p>
</div>
</div></article></body></html>"""


class RuledPage(ArticlePage):
    unwanted = ("div.promo",)
    copy_in = "div.text"

    @field
    def kicker(self) -> str | None:
        return self.text("p.rubric")


class HarbourPost(Site):
    hosts = ("harbourpost.example",)
    zone = "Europe/Oslo"
    Page = RuledPage


def test_article_is_a_value_of_what_the_page_shows():
    """Headline, paragraphs and body are there, and the body is its paragraphs."""
    article = extract(PAGE, URL, sites=Sites.none())
    assert isinstance(article, Article)
    assert article.headline == "Boats return"
    assert [part.text for part in article.paragraphs][:3] == list(PARAGRAPHS)
    assert article.body == "\n\n".join(part.text for part in article.paragraphs)
    assert article.char_count == len(article.body)
    assert article.word_count == len(article.body.split())
    assert article.site_rules is None


def test_site_overrides_the_fields_that_differ_and_no_other():
    """A rule replaces one field, says so in provenance, and leaves the others to the generic page."""
    article = extract(PAGE, URL, sites=Sites((HarbourPost().named("harbourpost_example"),)))
    assert [part.text for part in article.paragraphs] == list(PARAGRAPHS)
    assert (article.kicker, article.headline) == ("Fishing", "Boats return")
    assert Provenance("kicker", "site") in article.provenance
    assert article.site_rules == "harbourpost_example"


def test_page_class_of_another_kind_is_refused():
    """A site's Page that is no ArticlePage is an error of its author."""

    class Wrong(Site):
        hosts = ("harbourpost.example",)
        Page = dict

    with pytest.raises(TypeError, match=r"Wrong\.Page"):
        extract(PAGE, URL, sites=Sites((Wrong(),)))


@pytest.mark.parametrize("page", [b"", b"   \n", "", "<html><body></body></html>"])
def test_empty_page_is_no_article(page):
    """Nothing to read is said as a reason, not as an empty article."""
    with pytest.raises(NotAnArticle) as none:
        extract(page, URL)
    assert none.value.reason == "empty"


def test_words_are_not_counted_in_scripts_without_spaces():
    """Japanese has characters to count, English has words."""
    text = "港に船が戻った。" * 30
    article = extract(PAGE.replace(PARAGRAPHS[0], text).replace(PARAGRAPHS[1], text), URL)
    assert article.word_count is None
    assert article.char_count > len(text)
