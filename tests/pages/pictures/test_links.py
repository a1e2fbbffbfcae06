"""Where the link around a picture leads."""

import pytest
from lxml import html

from harvester.pages.pictures.links import leads_away

PAGE = "https://lantern.example/harbour/tug-leaves-20451?page=1"


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/p/tug-large.jpg'></a>",
        "<a href='https://cdn.example/tug.webp?w=1600'></a>",
        "<a href='#gallery'></a>",
        "<a></a>",
        "<a href='javascript:open()'></a>",
        "<a href='/harbour/tug-leaves-20451'></a>",
        "<a href='/harbour/tug-leaves-20451/pictures/2'></a>",
        "<a href='/image/20451/7'></a>",
        "<a href='/view/tug' class='lightbox'></a>",
        "<a href='/view/tug' data-fancybox='g'></a>",
    ],
)
def test_link_to_the_picture_or_its_gallery_stays(link):
    """A larger file, a place on the page, a page with the article's number or a lightbox."""
    assert not leads_away(html.fromstring(link), PAGE)


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/harbour/other-story-20977'></a>",
        "<a href='https://shop.example/boots'></a>",
        "<a href='/harbour/tug-leaves-2045'></a>",
        "<a href='other'></a>",
    ],
)
def test_link_to_another_page_leads_away(link):
    """Another article, a shop, a page that is named alike."""
    assert leads_away(html.fromstring(link), PAGE)
