"""What a page says about itself: site, address, section, keywords, rights."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.document import Document
from harvester.pages.metadata import Metadata, find_metadata

URL = "https://www.alder-post.example/town/bridge-opens-4711"


def found(head: str = "", data: object = None, body: str = "<p>Copy.</p>", url: str = URL) -> Metadata:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return find_metadata(Document(f"<html><head>{head}{script}</head><body>{body}</body></html>", url))


def article(**values: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Bridge opens", **values}


def test_site_is_named_by_the_page():
    """Host without www, the name of OpenGraph, the publisher of JSON-LD."""
    data = article(publisher={"name": "Alder Press Ltd"})
    site = found('<meta property="og:site_name" content="Alder Post">', data).site
    assert (site.host, site.name, site.publisher) == ("alder-post.example", "Alder Post", "Alder Press Ltd")
    assert found("", {"@type": "WebSite", "name": "Alder Post"}).site.name == "Alder Post"
    assert found().site.name is None


@pytest.mark.parametrize(
    ("head", "canonical", "is_refused"),
    [
        ('<link rel="canonical" href="/town/bridge-opens-4711">', URL, False),
        ('<base href="/town/"><link rel="canonical" href="bridge-opens-4711">', URL, False),
        (f'<meta property="og:url" content="{URL}">', URL, False),
        ('<link rel="canonical" href="/">', "https://www.alder-post.example/", True),
        (f'<link rel="canonical" href="javascript:0"><meta property="og:url" content="{URL}">', URL, False),
        ('<link rel="canonical" href="https://other.example/x">', "https://other.example/x", True),
        ("", None, False),
    ],
)
def test_canonical_address_stays_and_is_judged(head, canonical, is_refused):
    """The claim is kept, absolute; one that cannot be the page's is flagged."""
    facts = found(head)
    assert facts.canonical_url == canonical
    assert ("canonical_refused" in facts.warnings) is is_refused


CRUMBS = {
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"position": 1, "name": "Home"},
        {"position": 2, "name": "News"},
        {"position": 3, "name": "Town"},
        {"position": 4, "name": "Harbour"},
        {"position": 5, "name": "Bridge opens"},
    ],
}


@pytest.mark.parametrize(
    ("head", "data", "section", "method"),
    [
        ("", article(articleSection=["Town", "Harbour"]), ("Town", "Harbour"), "json_ld"),
        ('<meta property="article:section" content="Town">', article(), ("Town",), "meta"),
        ("", [article(), CRUMBS], ("Town", "Harbour"), "json_ld"),
        ('<meta property="article:section" content="Town">', [article(), CRUMBS], ("Town",), "meta"),
        ('<meta property="og:site_name" content="Town">', article(articleSection="Town"), (), None),
        ("", article(), (), None),
    ],
)
def test_section_comes_from_the_data_or_the_trail(head, data, section, method):
    """Data, then metas, then breadcrumbs without "Home" and the article itself; the site is no section."""
    facts = found(head, data)
    assert facts.section == section
    assert [each.method for each in facts.provenance if each.field == "section"] == (
        [method] if method else []
    )


@pytest.mark.parametrize(
    ("head", "data", "keywords"),
    [
        ("", article(keywords="bridge, River; river,, traffic"), ("bridge", "River", "traffic")),
        ("", article(keywords=["bridge, old", "river"]), ("bridge, old", "river")),
        ('<meta name="keywords" content="bridge, river">', article(), ("bridge", "river")),
        ('<meta name="news_keywords" content="a1;b2"><meta name="keywords" content="c">', None, ("a1", "b2")),
        (
            '<meta property="article:tag" content="bridge"><meta property="article:tag" content="river">',
            None,
            ("bridge", "river"),
        ),
        ('<meta name="keywords" content="橋、川">', None, ("橋", "川")),
        (f'<meta name="keywords" content="{"word " * 60}">', None, ()),
        ("", None, ()),
    ],
)
def test_keywords_are_split_and_distinct(head, data, keywords):
    """Lists in one string come apart, repetitions in other case go, sentences are no keywords."""
    assert found(head, data).keywords == keywords


@pytest.mark.parametrize(
    ("head", "data", "free"),
    [
        ("", article(isAccessibleForFree=False), False),
        ("", article(isAccessibleForFree="True"), True),
        ("", article(hasPart={"@type": "WebPageElement", "isAccessibleForFree": "False"}), False),
        ('<meta property="article:content_tier" content="locked">', None, False),
        ('<meta property="article:content_tier" content="free">', None, True),
        ('<meta property="article:content_tier" content="metered">', None, None),
        ("", article(), None),
    ],
)
def test_free_access_as_the_page_says(head, data, free):
    """True, false, or nothing where the page does not say."""
    assert found(head, data).is_accessible_for_free is free


def test_rights_are_facts():
    """Robots rules for all and for ours, reservation and policy, licences in the head and in the text."""
    head = (
        '<meta name="robots" content="index, max-snippet:-1"><meta name="googlebot" content="noindex">'
        '<meta name="harvester" content="noarchive"><meta name="tdm-reservation" content="1">'
        '<meta name="tdm-policy" content="/tdm.json"><link rel="license" href="/licence">'
    )
    body = (
        '<p>Copy. <a rel="license nofollow" href="https://creativecommons.org/licenses/by/4.0/">CC BY</a></p>'
    )
    facts = found(head, None, body)
    assert facts.rights.robots_meta == "index, max-snippet:-1, noarchive"
    assert facts.rights.tdm_reservation == "1"
    assert facts.rights.tdm_policy == "https://www.alder-post.example/tdm.json"
    assert facts.rights.license_links == (
        "https://www.alder-post.example/licence",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    assert facts.license_url == "https://www.alder-post.example/licence"


def test_licence_and_notice_of_the_data_go_first():
    """What the article's data says goes before the page's links; holder and year make a notice."""
    data = article(license="/own", copyrightHolder={"name": "Alder Press"}, copyrightYear="2026")
    facts = found('<link rel="license" href="/site">', data)
    assert facts.license_url == "https://www.alder-post.example/own"
    assert facts.copyright_notice == "© 2026 Alder Press"
    assert found('<meta name="copyright" content="Alder Press">').copyright_notice == "Alder Press"
    assert found().copyright_notice is None


@given(
    st.dictionaries(
        st.sampled_from(["keywords", "articleSection", "license", "isPartOf"]), st.text() | st.none()
    )
)
def test_any_data_gives_metadata(values):
    """Whatever stands in the data, reading it raises nothing."""
    assert isinstance(found("", article(**values)), Metadata)
