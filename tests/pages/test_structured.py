"""What a page says of itself as data."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.document import Document
from harvester.pages.structured import StructuredArticle, StructuredData, StructuredName
from harvester.pages.structured.loose_json import read_json

URL = "https://www.alder-post.example/town/bridge-opens-4711"


def page(*blocks: str, head: str = "", body: str = "<p>Copy.</p>") -> Document:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    return Document(f"<html><head><title>T</title>{head}{scripts}</head><body>{body}</body></html>", URL)


def data(*values: object) -> StructuredData:
    return page(*(json.dumps(value) for value in values)).structured


def article(*values: object) -> StructuredArticle:
    found = data(*values).article
    assert found is not None
    return found


def test_reads_all_that_an_article_says():
    """Each key of the article comes out in its field, with entities read and tags gone."""
    found = article(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Bridge &amp;quot;opens&amp;quot; at <em>last</em>",
            "alternativeHeadline": "A long wait",
            "description": "After\n four years.",
            "datePublished": "2026-03-04T05:06:07+01:00",
            "dateModified": "2026-03-05",
            "author": [
                {"@type": "Person", "name": "Ada Byron", "url": "/by/ada", "jobTitle": "Editor"},
                "Bo Li",
            ],
            "articleSection": ["Town", "Traffic"],
            "keywords": "bridge, river; traffic, bridge",
            "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"},
            "publisher": {
                "@type": "Organization",
                "name": "Alder Post",
                "url": "https://alder-post.example/",
            },
            "isPartOf": {"@type": ["CreativeWork", "Product"], "name": "Alder Post Plus"},
            "articleBody": "<p>One.</p><p>Two&nbsp;words.</p>",
            "wordCount": "1200 words",
            "isAccessibleForFree": "False",
            "image": [
                "/a.jpg",
                {
                    "url": "/b.jpg",
                    "caption": "The bridge",
                    "creditText": "Bo Li",
                    "width": "900px",
                    "height": 600,
                },
            ],
            "copyrightYear": 2026,
            "copyrightHolder": {"name": "Alder Press Ltd"},
            "copyrightNotice": "All rights reserved",
            "license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
        }
    )
    assert found.method == "json_ld"
    assert found.is_of_page is True
    assert (found.headline, found.alternative_headline) == ('Bridge "opens" at last', "A long wait")
    assert found.description == "After four years."
    assert (found.date_published, found.date_modified) == ("2026-03-04T05:06:07+01:00", "2026-03-05")
    assert found.authors == (
        StructuredName("Ada Byron", "/by/ada", "Person", "Editor"),
        StructuredName("Bo Li"),
    )
    assert (found.section, found.keywords) == (("Town", "Traffic"), ("bridge", "river", "traffic"))
    assert (found.language, found.is_part_of, found.word_count) == ("en", "Alder Post Plus", 1200)
    assert found.publisher is not None
    assert found.publisher.name == "Alder Post"
    assert found.body == "One.\nTwo words."
    assert found.is_free is False
    assert [image.url for image in found.images] == ["/a.jpg", "/b.jpg"]
    second = found.images[1]
    assert (second.caption, second.credit, second.width, second.height) == ("The bridge", "Bo Li", 900, 600)
    assert (found.copyright_year, found.copyright_holder) == (2026, "Alder Press Ltd")
    assert found.license == "https://creativecommons.org/licenses/by/4.0/"


def test_a_page_without_data_says_nothing():
    """No block, no marked element: an empty value, not an error."""
    assert page().structured == StructuredData()


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "Article", "headline": "Bridge opens"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Bridge opens"}\n//]]>',
        '/*<![CDATA[*/{"@type": "Article", "headline": "Bridge opens"}/*]]>*/',
        '{"@type": "Article", "headline": "Bridge opens",}',
        '{"@type": "Article", "headline": "Bridge opens", "keywords": ["a", "b", ], }',
        '{"@type": "Article", "description": "two\nlines\t", "headline": "Bridge opens"}',
        '{"@type": "Article", "headline": "Bridge opens"};',
        '{"@type": "Organization"}{"@type": "Article", "headline": "Bridge opens"}',
        '{"@type": "Article", "description": "it\\\'s", "headline": "Bridge opens"}',
        '{"@type": "Article", "description": "she said "no" to it", "headline": "Bridge opens"}',
        '{"@type": "Article", "description": "\\ud83d alone", "headline": "Bridge opens"}',
        '{"@type": "Article", "position": %s, "headline": "Bridge opens"}' % ("9" * 5000),
        '{"@type": "Article", "image": , "headline": "Bridge opens"}',
        '{\n// the article\n"@type": "Article", "headline": "Bridge opens"}',
        '{"@type": "Article", "headline": "Bridge opens", "description": "cut in the mid',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Bridge opens&quot;}",
    ],
)
def test_broken_json_is_repaired(block: str):
    """What pages do to JSON does not lose the article."""
    found = page(block).structured.article
    assert found is not None
    assert found.headline == "Bridge opens"


@pytest.mark.parametrize(
    "block",
    [
        "",
        "null",
        "[]",
        "{}",
        "42",
        '"x"',
        "<p>no</p>",
        "[[[[",
        '{"@type": 7}',
        '{"@type": "Article", "headline": 7}',
        '{"@type": ["Article", null], "author": [[[]]], "image": 4, "keywords": {"a": 1}, "url": [{}]}',
    ],
)
def test_wrong_types_are_no_error(block: str):
    """A block that says nothing sensible gives nothing, or what is there."""
    assert isinstance(page(block).structured, StructuredData)


@pytest.mark.parametrize(
    "block",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        '{"@type":"Article","author":' * 900 + "1" + "}" * 900,
        '{"name":[' * 400 + "1" + "]}" * 400,
        '{"@type":"Article","headline":"' + "x" * 9_900_000 + '"}',
        '"' * 300_000,
        '"a' * 150_000,
        "{" + '"headline":"' * 40_000,
        "," * 400_000,
        "\\" * 400_000,
        '{"@type":"Article","headline":"' + "&" * 400_000 + '"}',
        '{"@type":"Article","headline":"' + "<p" * 200_000 + '"}',
        '{"@graph":[' + ",".join(['{"@type":"Article","headline":"x","@id":"/a"}'] * 20_000) + "]}",
    ],
)
def test_hostile_blocks_end_in_time(block: str):
    """Ten megabytes, a hundred thousand levels, a hundred thousand quotes: each ends within a second."""
    document = page(block)
    start = time.process_time()
    assert isinstance(document.structured, StructuredData)
    assert time.process_time() - start < 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "headline",
                    "author",
                    "image",
                    "name",
                    "url",
                    "keywords",
                    "mainEntityOfPage",
                    "datePublished",
                    "itemListElement",
                    "position",
                    "item",
                    "isAccessibleForFree",
                    "hasPart",
                    "@list",
                ]
            ),
            inner | st.sampled_from(["NewsArticle", "Person", "BreadcrumbList", URL]),
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(JSON)
def test_any_json_gives_a_value(value: object):
    """Whatever stands under the keys of an article, reading it raises nothing."""
    assert isinstance(data(value), StructuredData)


@given(st.text(alphabet='{}[]",:\\ntru01 \n/<!-a&;', max_size=60))
def test_any_text_gives_values(text: str):
    """Whatever stands in a block, reading it raises nothing."""
    assert isinstance(read_json(text), list)


def test_the_article_at_the_page_s_address_is_chosen():
    """Of many articles the one is taken whose address is the page's, wherever it stands."""
    others = [
        {"@type": "NewsArticle", "headline": f"Story {n}", "url": f"https://alder-post.example/{n}"}
        for n in range(9)
    ]
    own = {
        "@type": "NewsArticle",
        "headline": "Bridge opens",
        "url": URL.replace("www.", "") + "?utm_source=x",
    }
    found = data({"@type": "ItemList", "itemListElement": [{"item": each} for each in [*others, own]]})
    assert found.article is not None
    assert (found.article.headline, found.article.is_of_page) == ("Bridge opens", True)
    assert found.article_count == 10


def test_a_listing_has_no_article():
    """Many articles of which none is the page's are a listing."""
    many = [
        {"@type": "NewsArticle", "headline": f"Story {n}", "url": f"https://alder-post.example/{n}"}
        for n in range(9)
    ]
    found = data({"@type": "CollectionPage", "mainEntity": many})
    assert found.article is None
    assert found.article_count == 9
    assert "CollectionPage" in found.types


def test_an_article_of_another_address_is_told():
    """The only article is read even when it names another address, and says so."""
    found = article(
        {"@type": "Article", "headline": "Old", "url": "https://alder-post.example/another-story-here"}
    )
    assert found.is_of_page is False


def test_two_nodes_of_one_article_complete_each_other():
    """What one block does not say is taken from the other that describes the same page."""
    found = article(
        {"@type": "NewsArticle", "headline": "Bridge opens", "url": URL},
        {"@type": "NewsArticle", "headline": "", "url": URL, "articleBody": "Copy.", "author": "Ada Byron"},
    )
    assert (found.headline, found.body, found.authors[0].name) == ("Bridge opens", "Copy.", "Ada Byron")


def test_references_in_a_graph_are_followed():
    """An author that is a reference is the node with that id."""
    found = article(
        {
            "@graph": [
                {
                    "@type": "Article",
                    "headline": "Bridge opens",
                    "author": {"@id": "#ada"},
                    "@id": URL + "#article",
                },
                {"@type": "Person", "@id": "#ada", "name": "Ada Byron"},
                {"@type": "WebSite", "name": "Alder Post", "@id": "#site"},
            ]
        }
    )
    assert found.authors == (StructuredName("Ada Byron", None, "Person"),)


def test_breadcrumbs_and_site_are_read():
    """The trail comes out by position, whatever its order; the site's name beside it."""
    found = data(
        {"@type": "WebSite", "name": "Alder Post"},
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 2, "item": {"@id": "/town", "name": "Town"}},
                {"@type": "ListItem", "position": "1", "name": "Home", "item": "https://alder-post.example/"},
            ],
        },
    )
    assert found.breadcrumbs == ("Home", "Town")
    assert found.site_name == "Alder Post"


MICRODATA = """
<div itemscope itemtype="http://schema.org/WebPage"><article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">Bridge <b>opens</b></h1><meta itemprop="datePublished" content="2026-03-04">
<time itemprop="dateModified" datetime="2026-03-05T10:00Z">yesterday</time>
<link itemprop="mainEntityOfPage" href="https://www.alder-post.example/town/bridge-opens-4711">
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/by/ada">
<span itemprop="name">Ada Byron</span></a></span>
<span itemprop="author" itemscope itemtype="http://schema.org/Person">Bo Li</span>
<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization">
<meta itemprop="name" content="Alder Post"></div>
<figure itemprop="image" itemscope itemtype="http://schema.org/ImageObject">
<img itemprop="contentUrl" src="/a.jpg"></figure>
<div itemprop="articleBody"><p>One.</p><p>Two.</p></div></article></div>"""


@pytest.mark.parametrize(
    "markup",
    [
        MICRODATA,
        MICRODATA.replace("itemscope", "").replace("itemprop=", "property=").replace("itemtype=", "typeof="),
        MICRODATA.replace('itemtype="', 'itemtype="schema:').replace("schema:http://schema.org/", "schema:"),
    ],
)
def test_marked_elements_are_read(markup: str):
    """Microdata and RDFa Lite give the same article as JSON-LD would."""
    found = page(body=markup).structured.article
    assert found is not None
    assert (found.method, found.is_of_page, found.headline) == ("microdata", True, "Bridge opens")
    assert (found.date_published, found.date_modified) == ("2026-03-04", "2026-03-05T10:00Z")
    assert found.authors == (
        StructuredName("Ada Byron", "/by/ada", "Person"),
        StructuredName("Bo Li", None, "Person"),
    )
    assert found.publisher is not None
    assert found.publisher.name == "Alder Post"
    assert [image.url for image in found.images] == ["/a.jpg"]
    assert found.body == "One.\nTwo."


def test_json_ld_goes_before_microdata():
    """Where both describe the article, JSON-LD is read; where it describes none, the elements are."""
    document = page('{"@type": "BlogPosting", "headline": "From JSON"}', body=MICRODATA)
    assert document.structured.article is not None
    assert document.structured.article.headline == "From JSON"
    silent = page('{"@type": "Organization", "name": "Alder Post"}', body=MICRODATA)
    assert silent.structured.article is not None
    assert {"Organization", "NewsArticle", "WebPage"} <= silent.structured.types
