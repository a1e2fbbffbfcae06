"""One article, one key: in whatever form its address was found."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from harvester.urls import article_id, fetch_form, identity_key

CLEAN = "https://example.org/2024/05/story-of-a-harbour"
KEY = "example.org/2024/05/story-of-a-harbour"

SAME = [
    f"{CLEAN}?utm_source=rss&utm_medium=feed&utm_campaign=x",
    f"{CLEAN}?fbclid=IwAR0abc",
    f"{CLEAN}?gclid=abc&msclkid=d",
    f"{CLEAN}?CMP=share_btn_tw",
    f"{CLEAN}?ocid=socialflow",
    f"{CLEAN}?smid=nytcore-ios-share",
    f"{CLEAN}?at_medium=RSS&at_campaign=KARANGA",
    f"{CLEAN}?xtor=RSS-3208",
    f"{CLEAN}?ns_mchannel=social",
    f"{CLEAN}?mc_cid=1&mc_eid=2",
    f"{CLEAN}?_ga=1.2.3&_gl=x",
    f"{CLEAN}?guccounter=1&guce_referrer=abc",
    f"{CLEAN}?__twitter_impression=true",
    f"{CLEAN}?share=facebook",
    f"{CLEAN}/amp",
    f"{CLEAN}/amp/",
    f"{CLEAN}.amp",
    "https://example.org/amp/2024/05/story-of-a-harbour",
    "https://amp.example.org/2024/05/story-of-a-harbour",
    f"{CLEAN}?amp",
    f"{CLEAN}?amp=1",
    f"{CLEAN}?outputType=amp",
    "https://example-org.cdn.ampproject.org/c/s/example.org/2024/05/story-of-a-harbour",
    "https://example-org.cdn.ampproject.org/v/s/example.org/2024/05/story-of-a-harbour?amp_js_v=a6&amp=1",
    "https://www.google.com/amp/s/example.org/2024/05/story-of-a-harbour",
    "https://www.google.co.uk/amp/s/www.example.org/2024/05/story-of-a-harbour/amp/",
    "https://web.archive.org/web/20240501120000/https://example.org/2024/05/story-of-a-harbour",
    "https://web.archive.org/web/20240501120000id_/http://www.example.org/2024/05/story-of-a-harbour",
    "https://archive.ph/2024.05.01-120000/https://example.org/2024/05/story-of-a-harbour",
    "https://m.example.org/2024/05/story-of-a-harbour",
    "https://mobile.example.org/2024/05/story-of-a-harbour",
    "https://wap.example.org/2024/05/story-of-a-harbour",
    "https://www.example.org/2024/05/story-of-a-harbour",
    "http://example.org/2024/05/story-of-a-harbour",
    f"{CLEAN}?print=1",
    f"{CLEAN}?print=true",
    f"{CLEAN}?output=print",
    f"{CLEAN}/print",
    f"{CLEAN}/print/",
    f"{CLEAN}/",
    f"{CLEAN}/index.html",
    f"{CLEAN}/index.php",
    f"{CLEAN}#comments",
    f"{CLEAN}#:~:text=harbour",
    "https://example.org:443/2024/05/story-of-a-harbour",
    "http://example.org:80/2024/05/story-of-a-harbour",
    "https://EXAMPLE.org/2024/05/story-of-a-harbour",
    "HTTPS://example.org./2024/05/story-of-a-harbour",
    f"{CLEAN}?PHPSESSID=9f8e7d6c",
    f"{CLEAN};jsessionid=0123ABC.node1",
    f"{CLEAN}?sid=0123456789abcdef0123456789abcdef",
    "https://example.org/2024/05/story%2Dof%2da-harbour",
    "https://example.org/2024/04/../05/./story-of-a-harbour",
    "https://example.org//2024//05/story-of-a-harbour",
    "https://reader:secret@example.org/2024/05/story-of-a-harbour",
    f"  {CLEAN}\n",
    f"{CLEAN}?",
    f"{CLEAN}?&",
]

KEPT = [
    ("https://example.org/?id=1&section=news", "example.org?id=1&section=news"),
    ("https://example.org/a?section=news&id=1", "example.org/a?id=1&section=news"),
    ("https://example.org/a?ref=home", "example.org/a?ref=home"),
    ("https://example.org/a?src=rss", "example.org/a?src=rss"),
    ("https://example.org/a?page=2", "example.org/a?page=2"),
    ("https://example.org/article.php?sid=1234", "example.org/article.php?sid=1234"),
    ("https://example.org/a?x=1&y=2", "example.org/a?x=1&y=2"),
    ("https://example.org/a?x=&y=2", "example.org/a?x=&y=2"),
    ("https://example.org/a?id=1&amp;section=2", "example.org/a?id=1&section=2"),
    ("https://example.org/a?id=5?utm_source=rss", "example.org/a?id=5"),
    ("https://example.org/Path/Case", "example.org/Path/Case"),
    ("https://example.org/#!/story/7", "example.org#!/story/7"),
    ("https://example.org/#!/story/8", "example.org#!/story/8"),
    ("https://example.org:8443/a", "example.org:8443/a"),
    ("http://127.0.0.1:8000/a", "127.0.0.1:8000/a"),
    ("http://[::1]:8000/a", "[::1]:8000/a"),
    ("http://localhost:8000/a/", "localhost:8000/a"),
    ("https://zeitung-münchen.de/straße", "xn--zeitung-mnchen-osb.de/stra%C3%9Fe"),
    ("https://xn--zeitung-mnchen-osb.de/stra%c3%9fe", "xn--zeitung-mnchen-osb.de/stra%C3%9Fe"),
    ("https://example.org/~ada/%7eb", "example.org/~ada/~b"),
    ("https://example.org/a%2Fb", "example.org/a%2Fb"),
    ("https://example.org/100%", "example.org/100%25"),
    ("https://example.org/q?a=b+c", "example.org/q?a=b%20c"),
    ("https://example.org", "example.org"),
    ("https://example.org/", "example.org"),
    ("https://www.example.org/index.html", "example.org"),
    ("https://amp.dev/story", "amp.dev/story"),
    ("https://m.tv/story", "m.tv/story"),
    ("https://www.co.uk/story", "www.co.uk/story"),
    ("https://example.org/story.amp.html", "example.org/story.html"),
    ("https://example.org/print", "example.org/print"),
    ("https://example.org/champ", "example.org/champ"),
    ("https://example.org/blueprint", "example.org/blueprint"),
    ("mailto:news@example.org", "mailto:news@example.org"),
]


@pytest.mark.parametrize("url", SAME)
def test_forms_of_one_article_have_one_key(url: str) -> None:
    """Tracking, AMP, mobile, print, archive and session forms have the clean address's key."""
    assert identity_key(url) == KEY


@pytest.mark.parametrize(("url", "key"), KEPT)
def test_what_names_the_article_stays_in_the_key(url: str, key: str) -> None:
    """Parameters, path case, ports and hashbangs that name the article are kept, in one spelling."""
    assert identity_key(url) == key


def test_parameters_known_as_noise_are_cut_too() -> None:
    """A parameter that was learnt to change nothing on a host does not count there."""
    assert identity_key("https://example.org/a?ref=x&id=1", {"ref"}) == "example.org/a?id=1"


@given(st.text())
@example("http://[")
@example("//archive.org/web/2020/amp/x")
@example("http://a/amp/amp//print/.amp")
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    """Nothing raises, and a key given again comes back as it is."""
    key = identity_key(text)
    assert identity_key(key) == key


URLS = st.builds(
    "{}://{}{}/{}{}{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(
        ["www.example.org", "m.example.co.uk", "127.0.0.1", "EXAMPLE.net.", "ü.de", "u:p@a.b", "[::1]"]
    ),
    st.sampled_from(["", ":80", ":443", ":8000"]),
    st.lists(
        st.sampled_from(
            ["amp", "print", "", ".", "..", "%41", "%zz", "a b", "ü", "index.html", "x.amp", ";sid=1"]
        )
    ).map(
        "/".join,
    ),
    st.sampled_from(["", "?a=1&utm_x=2", "?amp&b=%7e+c", "?amp;c=1", "?=&&?", "?a=ü&a=%C3%BC"]),
    st.sampled_from(["", "#top", "#!/x", "#!", "#"]),
)


@given(URLS)
def test_the_key_of_an_address_is_stable(url: str) -> None:
    """A key is the key of itself, with a scheme and without; both schemes' own ports apart."""
    key = identity_key(url)
    assert identity_key(key) == key
    assert identity_key(f"https://{key}") == key or ":443" in url or ":80" in url


@given(URLS)
@example("http://a.b/ #x")
@example("http://a.b/?'")
@example("http://a.b#!\\#")
@example("http://a.b/\ud800")
def test_what_is_requested_has_the_key_of_what_was_found(url: str) -> None:
    """Making an address safe to request does not change which article it names."""
    assert identity_key(fetch_form(url)) == identity_key(url)


@given(URLS)
def test_keys_are_plain_letters(url: str) -> None:
    """A key holds printable ASCII only, no blanks."""
    assert re.fullmatch(r"[!-~]+", identity_key(url))


def test_ids_have_their_shape_and_never_change() -> None:
    """An id is art_ and 26 lower-case base32hex characters, the same in every run and release."""
    found = article_id(CLEAN)
    assert re.fullmatch(r"art_[0-9a-v]{26}", found)
    assert found == "art_jsqa018pl81r6j7jgk6367540o"


@pytest.mark.parametrize("url", SAME[:6] + SAME[20:30])
def test_forms_of_one_article_have_one_id(url: str) -> None:
    """AMP-first and canonical-first give the same id."""
    assert article_id(url) == article_id(CLEAN)


def test_ports_of_loopback_are_sites_of_their_own() -> None:
    """The same path on two ports of one machine are two articles."""
    assert article_id("http://127.0.0.1:8001/a") != article_id("http://127.0.0.1:8002/a")
    assert article_id("http://localhost:8001/a") != article_id("http://localhost:8002/a")
