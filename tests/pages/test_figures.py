"""Pictures of a page with their captions, and the blocks these take."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.document import Document
from harvester.pages.figures import find_figures
from harvester.pages.found import Headline

URL = "https://lantern.example/harbour/tug-leaves-20451"
TUG = "The new tug leaves the yard at Low Marsh."
PROSE = "<p>The harbour board met on Monday and said that the tug would be at work before the winter.</p>"


def figures(markup, taken=frozenset()):
    page = f"<html><body><h1>New tug at work</h1><article>{PROSE}{markup}{PROSE}</article></body></html>"
    document = Document(page, URL)
    heading = document.walk.blocks[0]
    found = find_figures(document, Headline(heading.text, None, heading, frozenset((0,))), taken)
    return document, [
        figure for figure in found if figure.image.caption or figure.image.credit or figure.image.url
    ]


IMG = "<img src='/p/tug.jpg' width='640' height='360' alt='A tug'>"
TWICE = f"<figcaption>{TUG} <small>Ada Quill</small></figcaption>"

CAPTIONED = [
    f"<figure>{IMG}<figcaption>{TUG} <span class='credit'>Ada Quill</span></figcaption></figure>",
    f"<figure>{IMG}<figcaption><p>{TUG}</p><p>Photo: Ada Quill</p></figcaption></figure>",
    f"<figure>{IMG}<figcaption>{TUG}</figcaption><div class='image-copyright'>Ada Quill</div></figure>",
    f"<figure>{IMG}<div class='x1'>{TUG} Foto: Ada Quill</div></figure>",
    f"<figure><button>{IMG}</button><figcaption>{TUG} (Photo: Ada Quill)</figcaption></figure>",
    f"<figure>{IMG}<figcaption><i class='sr-only'>Image caption</i>{TUG} | Ada Quill</figcaption></figure>",
    f"<div class='wp-caption alignleft'>{IMG}<p class='wp-caption-text'>{TUG} (Photo: Ada Quill)</p></div>",
    f"<div class='media'>{IMG}<p class='photo-caption'>{TUG}</p><p class='photo-credit'>Ada Quill</p></div>",
    f"<div class='css-1'>{IMG}<div class='css-2'><span>{TUG}</span> <span>Ada Quill</span></div></div>",
    f"<dl><dt>{IMG}</dt><dd>{TUG} Photo: Ada Quill</dd></dl>",
    f"<table><tr><td>{IMG}</td></tr><tr><td><i>{TUG} (Photo: Ada Quill)</i></td></tr></table>",
    f"<p>{IMG}</p><p><em>{TUG} Photo: Ada Quill</em></p>",
    f"<div class='box'>{IMG}<span class='caption'>{TUG}</span> <span class='credit'>Ada Quill</span></div>",
    f"<figure><a href='/gallery/20451'>{IMG}</a><figcaption>{TUG} © Ada Quill</figcaption></figure>",
    f"<figure>{IMG}{TWICE}{TWICE}</figure>",
]


def test_link_to_a_larger_file_is_the_picture():
    """A small picture that leads to a file of its own kind is shown large there."""
    _, found = figures(f"<figure><a href='/p/tug-large.jpg'>{IMG}</a><figcaption>{TUG}</figcaption></figure>")
    assert [figure.image.url for figure in found] == ["https://lantern.example/p/tug-large.jpg"]


@pytest.mark.parametrize("markup", CAPTIONED)
def test_caption_and_credit_are_found_in_any_markup(markup):
    """Figures, named boxes, tables, lists and plain neighbours give the same picture."""
    _, found = figures(markup)
    assert [figure.image.caption for figure in found] == [TUG]
    assert "Ada Quill" in found[0].image.credit
    assert found[0].image.url == "https://lantern.example/p/tug.jpg"
    assert found[0].image.alt == "A tug"


@pytest.mark.parametrize("markup", CAPTIONED)
def test_captions_are_taken_and_prose_is_not(markup):
    """Every block of the caption belongs to the figure; the paragraphs around it do not."""
    document, found = figures(markup)
    taken = frozenset().union(*(figure.blocks for figure in found))
    prose = [block.index for block in document.walk.blocks if block.text.startswith("The harbour board")]
    assert taken.isdisjoint(prose)
    assert all(block.index in taken for block in document.walk.blocks if TUG in block.text)


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='/harbour/other-story'><img src='/p/o.jpg'></a>",
        "<div><a href='/harbour/other'><img src='/p/o.jpg'></a><h3><a href='/x'>Other</a></h3></div>",
        "<figure><a href='/o'><img src='/o.jpg'></a><figcaption><a href='/o'>Other</a></figcaption></figure>",
        "<img src='/img/logo.png' width='200' height='90'>",
        "<img src='/p/x.jpg' width='1' height='1'>",
        "<img src='https://stats.example/pixel.gif?u=1'>",
        "<div class='author-box'><img src='/p/ada.jpg'><p>Ada Quill writes about boats.</p></div>",
        "<div class='share'><img src='/p/fb.png'></div>",
        "<img src='data:image/gif;base64,R0lGOD'>",
        "<form><img src='/p/x.jpg'></form>",
        "<img src='/p/ada.jpg' width='120' height='120' alt='Ada Quill'>",
        "<img src='/bootstrap/icons/search.jpg'>",
        "<div class='accreditation'><p>The yard at Low Marsh has built many boats since 1881.</p></div>",
        "<figure><blockquote>We shall see.</blockquote><figcaption>Signe Holt, mayor</figcaption></figure>",
    ],
)
def test_pictures_of_others_are_left_alone(markup):
    """Teasers, logos, trackers, portraits, buttons and who is quoted are none of the article's pictures."""
    assert figures(markup)[1] == []


def test_paragraph_that_holds_a_picture_stays_a_paragraph():
    """A box that is named for its copy makes no caption of the sentences beside a picture."""
    line = "The yard at Low Marsh has built boats since 1881, and the town has sailed in every one of them."
    (figure,) = figures(f"<div class='story-copy'><p><img src='/p/tug.jpg'>{line}</p></div>")[1]
    assert (figure.image.caption, figure.blocks) == (None, frozenset())


def test_picture_for_browsers_without_scripts_is_the_real_one():
    """The blank and the picture in its ``noscript`` are one picture."""
    _, found = figures(
        "<figure><img src='/blank.gif' class='lazy'><noscript><img src='/p/real.jpg'></noscript></figure>"
    )
    assert [figure.image.url for figure in found] == ["https://lantern.example/p/real.jpg"]


def test_each_picture_of_a_gallery_has_its_own_caption():
    """The nearest picture before a caption is the one it is about."""
    slides = "".join(
        f"<li><img src='/p/{n}.jpg'><div class='caption'>Boat number {n} at its mooring.</div></li>"
        for n in "abc"
    )
    _, found = figures(f"<div class='gallery'><ul>{slides}</ul></div>")
    assert [(f.image.url[-5:], f.image.caption) for f in found] == [
        (f"{n}.jpg", f"Boat number {n} at its mooring.") for n in "abc"
    ]


def test_photo_line_among_the_text_is_a_figure_of_its_own():
    """A line that opens with "photo:" is taken line by line: the rest of its block is not touched."""
    document, found = figures(
        f"<p><b>Source: Northwire</b><br><em>photo: {TUG} (picture courtesy of Lanner Yard, Orla)</em></p>"
    )
    assert [(f.image.url, f.image.caption) for f in found] == [(None, TUG)]
    assert found[0].image.credit == "picture courtesy of Lanner Yard, Orla"
    assert not found[0].blocks
    block, line = found[0].lines[0]
    assert line in document.walk.blocks[block].text.split("\n")


def test_credit_may_stand_in_an_attribute():
    """Where nothing is printed, data attributes and titles tell whose a picture is."""
    assert (
        figures("<figure><img src='/p/a.jpg' data-credit='Ada Quill'></figure>")[1][0].image.credit
        == "Ada Quill"
    )
    _, found = figures("<figure><img src='/p/a.jpg' title='Two boats | dpa/Ada Quill'></figure>")
    assert found[0].image.credit == "dpa/Ada Quill"


def test_caption_of_a_film_is_kept_without_address():
    """What a player shows has a caption; it is no text of the article."""
    _, found = figures(
        f"<figure><iframe src='https://a.example/1'></iframe><figcaption>{TUG}</figcaption></figure>"
    )
    assert [(f.image.url, f.image.caption) for f in found] == [(None, TUG)]


def test_figure_may_show_its_picture_as_a_background():
    """Where a figure has nothing else to show, the background of its box is the picture."""
    _, found = figures(
        f"<figure><b style='background-image:url(/p/tug.jpg)'></b><figcaption>{TUG}</figcaption></figure>"
    )
    assert [(f.image.url, f.image.caption) for f in found] == [("https://lantern.example/p/tug.jpg", TUG)]


def test_licence_and_notice_are_read_from_the_caption():
    """A link to a licence and the words behind the sign of copyright are facts of the picture."""
    _, found = figures(
        f"<figure>{IMG}<figcaption>{TUG} © Ada Quill <a rel='license' "
        "href='https://creativecommons.org/licenses/by/4.0/'>CC</a></figcaption></figure>"
    )
    assert found[0].image.license_url == "https://creativecommons.org/licenses/by/4.0/"
    assert found[0].image.copyright_notice.startswith("© Ada Quill")


def test_blocks_of_rails_are_in_no_figure():
    """What another field took stays with it."""
    markup = f"<figure>{IMG}<figcaption>{TUG}</figcaption></figure>"
    document, _ = figures(markup)
    caption = next(block.index for block in document.walk.blocks if block.text == TUG)
    _, found = figures(markup, taken=frozenset((caption,)))
    assert all(caption not in figure.blocks for figure in found)


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='/a.jpg'>" * 3000,
        "<figure><img src='/a.jpg'>" * 1500,
        "<div class='caption'>" * 300 + "<img src='/a.jpg'>" + "</div>" * 300,
        f"<figure>{'<figcaption>Boats.</figcaption>' * 3000}</figure>",
        "<figure>" + "".join(f"<img src='/{n}.jpg'><figcaption>Boat {n}.</figcaption>" for n in range(2000)),
        f"<img src='/a.jpg' srcset='{', '.join(f'/{n}.jpg {n}w' for n in range(1, 3000))}'>",
        f"<p>{'photo: Boats.<br>' * 2000}</p>",
    ],
)
def test_pages_of_pictures_take_little_time(markup):
    """The work grows with the page and no faster: a second is far more than it takes."""
    document = Document(f"<html><body><h1>New tug</h1>{markup}</body></html>", URL)
    assert document.walk.blocks
    start = time.process_time()
    find_figures(document, Headline(), frozenset())
    assert time.process_time() - start < 1


@given(
    st.lists(
        st.sampled_from(
            [
                "<figure>",
                "</figure>",
                "<img src='/a.jpg'>",
                "<figcaption>",
                "</figcaption>",
                "Boats.",
                "<div class='caption'>",
                "</div>",
                "<picture>",
                "<source srcset='/b.jpg 9w'>",
                "</picture>",
                "<noscript>",
                "</noscript>",
                "<a href='/x'>",
                "</a>",
                "<br>",
            ]
        ),
        max_size=40,
    )
)
def test_any_markup_is_read(parts):
    """Damaged markup gives figures in order, each block in one figure at most."""
    document, found = figures("".join(parts))
    blocks = [index for figure in found for index in figure.blocks]
    assert len(blocks) == len(set(blocks))
    assert all(0 <= index < len(document.walk.blocks) for index in blocks)
    assert [figure.at for figure in found] == sorted(figure.at for figure in found)
