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


PROMOTED = """<!doctype html><title>Boats return</title><body><article><h1>Boats return</h1>
<p class=by>By Ann Rowe <span class=follow>Follow the author</span></p>
<p>The first boats came back to the <b>har</b>bour on Monday<span class=new> (opens in a new window)</span>,
after eleven weeks at sea.</p>
<div class=promo><figure><img src=/mug.jpg width=800 height=600><figcaption>A mug with a boat on it.
Photo: Tom Hale</figcaption></figure><p>Our shop has mugs with boats on them, for all the family.</p></div>
<p>Their crews had been waiting for the wind to turn since the end of March, said the harbour master.</p>
</article>"""


def test_what_is_unwanted_is_taken_out_before_anything_is_read():
    """Boxes with their pictures, and words inside of a line; the text behind them stays."""

    class Page(ArticlePage):
        unwanted = ("div.promo", "span.new, span.follow", "html", "p.absent")

    article = Page(PROMOTED, URL).article()
    assert [part.text for part in article.paragraphs] == [
        "The first boats came back to the harbour on Monday, after eleven weeks at sea.",
        "Their crews had been waiting for the wind to turn since the end of March, said the harbour master.",
    ]
    assert (article.images, [author.name for author in article.authors]) == ((), ["Ann Rowe"])


def test_what_is_always_copy_is_in_the_body_in_its_place():
    """The page's own small print, where a site says that it is text; what other fields have stays theirs."""

    class Page(ArticlePage):
        copy_in = "div.text > p:not(.note)"
        always_copy = "p.note, h1, p.rubric"

    page = PAGE.replace(
        "<div class=promo>", "<p class=note>(c)</p><p>And so they did, to the very last one.</p>"
    )
    texts = [part.text for part in Page(page, URL).article().paragraphs]
    assert texts[0] == PARAGRAPHS[0]
    assert texts.index("(c)") == texts.index(PARAGRAPHS[-1]) + 1
    assert not {"Boats return", "Fishing"} & set(texts)


def test_rules_say_in_provenance_what_they_decide():
    """``copy_in`` decides the body, ``unwanted`` no field of its own."""
    ruled = [each.field for each in RuledPage(PAGE, URL).article().provenance if each.method == "site"]
    assert ruled == ["body", "kicker"]


TEXTS = [
    ("p.by", "By Ann Rowe Follow the author"),
    ("b", "har"),
    ("figcaption", "A mug with a boat on it. Photo: Tom Hale"),
    ("article > p:nth-of-type(2)::text", "The first boats came back to the"),
    ("img::attr(src)", "/mug.jpg"),
    ("h1, title", "Boats return"),
    (
        "div",
        "A mug with a boat on it. Photo: Tom Hale Our shop has mugs with boats on them, for all the family.",
    ),
    ("h6", None),
]


@pytest.mark.parametrize(("css", "text"), TEXTS)
def test_a_selector_gives_text_as_a_reader_sees_it(css, text):
    """Words stay whole across inline elements, blocks stand apart, attributes can be asked for."""
    assert ArticlePage(PROMOTED, URL).text(css) == text


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
