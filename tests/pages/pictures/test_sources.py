"""Where a picture is: the largest real address of its markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from harvester.pages.pictures.sources import address, background, is_placeholder, largest

BASE = "https://lantern.example/harbour/tug"


def found(markup):
    root = html.fromstring(f"<div>{markup}</div>")
    return largest(list(root.iter("img", "source", "amp-img")), BASE)


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ("<img src='/p/tug.jpg'>", "https://lantern.example/p/tug.jpg"),
        ("<img src='//cdn.example/tug.jpg'>", "https://cdn.example/tug.jpg"),
        ("<img src='tug.jpg'>", "https://lantern.example/harbour/tug.jpg"),
        (
            "<img src='/s.jpg' srcset='/a.jpg 320w, /b.jpg 1280w, /c.jpg 640w'>",
            "https://lantern.example/b.jpg",
        ),
        ("<img src='/s.jpg' srcset='/a.jpg 1x,/b.jpg 2x'>", "https://lantern.example/b.jpg"),
        (
            "<img src='/s.jpg' srcset='/w_60,h_40/a.jpg 60w, /w_90,h_60/a.jpg 90w'>",
            "https://lantern.example/w_90,h_60/a.jpg",
        ),
        ("<img src='data:image/gif;base64,R0' data-src='/real.jpg'>", "https://lantern.example/real.jpg"),
        ("<img src='/blank.gif' data-original='/real.jpg'>", "https://lantern.example/real.jpg"),
        (
            "<img src='/grey-placeholder.png' data-srcset='/a.jpg 100w, /b.jpg 900w'>",
            "https://lantern.example/b.jpg",
        ),
        ("<img src='/small.jpg' data-lazy-src='/wp/large.jpg'>", "https://lantern.example/wp/large.jpg"),
        (
            "<img src='/tug-1024x683.jpg' srcset='/tug-300x200.jpg 300w'>",
            "https://lantern.example/tug-1024x683.jpg",
        ),
        ("<img src='/large.jpg' data-thumb='/thumb.jpg'>", "https://lantern.example/large.jpg"),
        ("<img src='/t.jpg' data-src='/{width}/t.jpg'>", "https://lantern.example/t.jpg"),
        ("<img src='/a b.jpg'>", "https://lantern.example/a%20b.jpg"),
        ("<amp-img src='/amp.jpg'></amp-img>", "https://lantern.example/amp.jpg"),
    ],
)
def test_largest_real_source_is_the_picture_s(markup, url):
    """Descriptors, lazy attributes and sizes in the name are compared; blanks and templates do not count."""
    assert found(markup).url == url


@pytest.mark.parametrize(
    "markup",
    [
        "<img>",
        "<img src=''>",
        "<img src='#'>",
        "<img src='javascript:void(0)'>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='blob:https://lantern.example/1'>",
        "<img src='https://['>",
        "<img src='/img/1x1.gif'>",
        "<img src='/img/spacer.gif'>",
        "<img src='/img/transparent_h-3_w-4.gif'>",
    ],
)
def test_placeholders_and_what_is_no_address_give_nothing(markup):
    """A page that shows a blank where the picture is yet to come has no address for it."""
    assert found(markup) is None


def test_width_comes_from_descriptor_or_address():
    """The width of the source is known where the markup or the address tells it."""
    assert found("<img srcset='/a.jpg 320w, /b.jpg 1280w'>").width == 1280
    assert found("<img src='/tug.jpg?width=900'>").width == 900
    assert found("<img src='/16x9-960/tug.jpg'>").width is None


def test_background_is_read_from_the_style():
    """A box may show its picture as a background."""
    box = html.fromstring("<div style=\"color: red; background-image: url('/p/tug.jpg')\"></div>")
    assert background(box, BASE).url == "https://lantern.example/p/tug.jpg"
    assert background(html.fromstring("<div style='color: red'></div>"), BASE) is None


def test_photographs_of_blank_things_are_no_placeholders():
    """One word of a longer name does not make a photograph a blank."""
    assert not is_placeholder("https://lantern.example/loading-the-tug.jpg")
    assert is_placeholder("https://lantern.example/ajax-loader.gif")


@given(st.text(max_size=200))
def test_any_address_is_absolute_or_none(href):
    """Nothing in an attribute breaks the reading of a picture."""
    url = address(href, BASE)
    assert url is None or url.startswith(("http://", "https://"))


@given(st.text(alphabet="ab,. /12wxh\n", max_size=300))
def test_any_set_of_sources_is_read(srcset):
    """A damaged set gives an address or none."""
    image = html.Element("img")
    image.set("srcset", srcset)
    source = largest([image], BASE)
    assert source is None or source.url.startswith("https://")
