"""The article's own pictures among those of its page."""

import json

import pytest

from harvester.pages.document import Document
from harvester.pages.figures import find_figures
from harvester.pages.found import Body, Headline
from harvester.pages.images import choose_images
from harvester.parts import Paragraph

URL = "https://lantern.example/harbour/tug-leaves-20451"
HEADLINE = "New tug at work"
PROSE = "The harbour board met on Monday and said that the tug would be at work before the winter."
TUG = "The new tug leaves the yard at Low Marsh."


def images(markup, head=""):
    """The pictures of a page whose body is its prose."""
    document = Document(f"<html lang='en'><head>{head}</head><body>{markup}</body></html>", URL)
    blocks = document.walk.blocks
    heading = next(block for block in blocks if block.text == HEADLINE)
    found = find_figures(
        document, Headline(HEADLINE, None, heading, frozenset((heading.index,))), frozenset()
    )
    body = tuple(block for block in blocks if block.text.startswith(PROSE))
    return choose_images(document, found, Body(body, tuple(Paragraph("p", block.text) for block in body)))


def page(above="", before="", among="", after=""):
    return (
        f"<main><article>{above}<h1>{HEADLINE}</h1>{before}<p>{PROSE}</p><p>{PROSE} Twice.</p>{among}"
        f"<p>{PROSE} Thrice.</p></article>{after}</main>"
    )


def data(**said):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **said})}</script>"


FIGURE = (
    f"<figure><img src='/p/tug.jpg' alt=''><figcaption>{TUG} Photo: Ada Quill/Reuters</figcaption></figure>"
)


def test_lead_and_pictures_in_the_text_are_the_article_s():
    """The first picture above the text is the lead; later ones follow in reading order."""
    found = images(page(before=FIGURE, among="<p><img src='/p/crew.jpg' width='600' height='400'></p>"))
    assert [(image.url, image.main) for image in found] == [
        ("https://lantern.example/p/tug.jpg", True),
        ("https://lantern.example/p/crew.jpg", False),
    ]


def test_credit_is_read_for_its_parties():
    """Photographer and agency come with their roles; the credit stays as printed."""
    image = images(page(before=FIGURE))[0]
    assert image.credit == "Photo: Ada Quill/Reuters"
    assert [(party.name, party.role) for party in image.parties] == [
        ("Ada Quill", "author"),
        ("Reuters", "imgSupplier"),
    ]


def test_bare_name_in_a_credit_s_own_element_is_a_party():
    """The markup is the label where none is printed."""
    figure = (
        f"<figure><img src='/t.jpg'><figcaption>{TUG} <i class='credit'>Ada Quill</i></figcaption></figure>"
    )
    assert [party.name for party in images(page(before=figure))[0].parties] == ["Ada Quill"]


def test_picture_above_the_headline_may_be_the_lead():
    """Some pages open with the picture."""
    found = images(page(above=FIGURE))
    assert [(image.caption, image.main) for image in found] == [(TUG, True)]


@pytest.mark.parametrize(
    "after",
    [
        "<div><img src='/p/other.jpg' width='300' height='200'><p>More from the harbour</p></div>",
        "<aside><img src='/p/other.jpg' width='300' height='200'></aside>",
    ],
)
def test_pictures_below_the_article_are_not_its_own(after):
    """What follows the text outside of its box is about something else."""
    assert images(page(after=after)) == ()


def test_picture_shown_twice_is_one():
    """One for small screens and one for large ones, with the caption on either."""
    bare = "<img src='/p/tug.jpg' width='600' height='400'>"
    found = images(page(before=bare + FIGURE))
    assert [(image.url, image.caption) for image in found] == [("https://lantern.example/p/tug.jpg", TUG)]


def test_photo_line_is_the_caption_of_the_one_picture_without():
    """A lead without caption and a line about a photo below the text belong together."""
    line = f"<p><em>photo: {TUG} (picture courtesy of Lanner Shipyard, Orla)</em></p>"
    found = images(page(before="<div><img src='/p/tug.jpg' width='640' height='360'></div>", among=line))
    assert [(image.url, image.caption, image.credit) for image in found] == [
        ("https://lantern.example/p/tug.jpg", TUG, "picture courtesy of Lanner Shipyard, Orla")
    ]


def test_lead_that_only_the_data_names_is_taken_where_none_is_shown():
    """The article's data names its picture; what is only shared may be the paper's own sign."""
    said = {"@type": "ImageObject", "url": "/p/tug-large.jpg", "caption": TUG, "creditText": "Ada Quill"}
    image = images(page(), data(headline=HEADLINE, image=said))[0]
    assert (image.url, image.caption, image.credit, image.main) == (
        "https://lantern.example/p/tug-large.jpg",
        TUG,
        "Ada Quill",
        True,
    )
    assert images(page(), "<meta property='og:image' content='/p/tug.jpg'>") == ()
    assert images(page(), data(headline=HEADLINE, image="/img/logo.png")) == ()


def test_data_adds_to_a_picture_what_is_not_printed():
    """The same file in another size is the same picture."""
    said = {
        "@type": "ImageObject",
        "url": "https://cdn.example/harbour-tug-1200x800.jpg",
        "creditText": "Ada Quill",
    }
    bare = "<figure><img src='/p/harbour-tug.jpg' width='640' height='360'></figure>"
    found = images(page(before=bare), data(headline=HEADLINE, image=said))
    assert [(image.url, image.credit, image.main) for image in found] == [
        ("https://lantern.example/p/harbour-tug.jpg", "Ada Quill", True)
    ]


def test_shared_picture_is_the_lead_where_none_stands_above_the_text():
    """A picture in the text is the main one when it is what the page gives for sharing."""
    found = images(page(among=FIGURE), "<meta property='og:image' content='/share/tug.jpg'>")
    assert [image.main for image in found] == [False]
    figure = FIGURE.replace("/p/tug.jpg", "/p/harbour-tug.jpg")
    found = images(page(among=figure), "<meta property='og:image' content='/share/harbour-tug-600x400.jpg'>")
    assert [image.main for image in found] == [True]


def test_picture_with_caption_and_credit_needs_no_text():
    """Where the text is in the data alone, a picture that names its maker is still the article's."""
    found = images(f"<main><h1>{HEADLINE}</h1>{FIGURE}<img src='/p/x.jpg'></main>")
    assert [(image.caption, image.main) for image in found] == [(TUG, False)]


def test_page_without_text_and_pictures_has_none():
    """Nothing shown, nothing told: no pictures."""
    assert images(f"<h1>{HEADLINE}</h1>") == ()
