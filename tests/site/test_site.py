"""A site is a list of exceptions."""

import pytest

from harvester.limits import LIMITS, Limits
from harvester.site import Feed, InvalidSite, ListingPage, Site, Sitemap


class HarbourPost(Site):
    hosts = ("harbourpost.example", "harbour.example")
    name = "Harbour Post"
    zone = "Europe/Oslo"
    seeds = (Feed("https://harbourpost.example/rss"), ListingPage("https://harbourpost.example/news"))
    article_url = r"/\d{4}/[^/]+$"
    limits = Limits(delay=5)


def test_a_class_states_what_differs_and_keeps_the_rest() -> None:
    """Facts that a site file leaves out have the defaults of any site."""
    site = HarbourPost()
    assert (site.host, site.zone, site.limits.delay) == ("harbourpost.example", "Europe/Oslo", 5)
    assert (site.language, site.Page, site.rules, site.limits.depth) == (None, None, None, LIMITS.depth)
    assert site.home == "https://harbourpost.example/"


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        ("https://harbourpost.example/a", True),
        ("http://www.harbourpost.example/a", True),
        ("https://sport.harbour.example:8080/a", False),
        ("https://sport.harbour.example/a", True),
        ("https://notharbour.example/a", False),
        ("https://harbour.example.evil.example/a", False),
        ("mailto:a@harbour.example", False),
        ("", False),
    ],
)
def test_a_site_owns_its_hosts_and_what_lies_below_them(url: str, *, owned: bool) -> None:
    """Subdomains belong to the site; hosts that only look alike do not."""
    assert HarbourPost().owns(url) is owned


@pytest.mark.parametrize(
    ("given", "home", "host"),
    [
        ("example.org", "https://example.org", "example.org"),
        ("https://www.example.org/world/?utm_source=x", "https://www.example.org/world/", "example.org"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("127.0.0.1:8000", "https://127.0.0.1:8000", "127.0.0.1:8000"),
        ("münchen.example", "https://xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
    ],
)
def test_any_address_is_a_site(given: str, home: str, host: str) -> None:
    """A site that nobody described has its address as home, no seeds and no pattern."""
    site = Site.generic(given)
    assert (site.home, site.hosts, site.seeds) == (home, (host,), ())


def test_ports_of_loopback_are_sites_of_their_own() -> None:
    """A page on another port belongs to another site."""
    site = Site.generic("http://127.0.0.1:8000/")
    assert site.owns("http://127.0.0.1:8000/a")
    assert not site.owns("http://127.0.0.1:8001/a")


@pytest.mark.parametrize("given", ["", "http://[", "javascript:alert(1)", "https://a b/", "::"])
def test_no_address_is_no_site(given: str) -> None:
    """What is no address is refused in a sentence that names it."""
    with pytest.raises(ValueError, match="no address of a site"):
        Site.generic(given)


def test_the_pattern_tells_articles() -> None:
    """An address that the site's pattern matches is an article's, any other is not."""
    assert HarbourPost().is_article("https://harbourpost.example/2024/ferry") is True
    assert HarbourPost().is_article("https://harbourpost.example/news/ferry-returns-after-the-storm") is False
    assert Site.generic("example.org").is_article("https://example.org/news/ferry-returns-after-the-storm")
    assert not Site.generic("example.org").is_article("https://example.org/news")


def test_a_site_is_a_value() -> None:
    """Nothing of a site changes; two of the same facts are equal."""
    site = Site.generic("example.org")
    with pytest.raises(AttributeError):
        site.zone = "Europe/Oslo"
    assert site == Site.generic("example.org")
    assert site != Site.generic("example.net")
    assert len({site, Site.generic("example.org")}) == 1
    assert HarbourPost().named("harbour").rules == "harbour"


WRONG = [
    ("hosts", "example.org"),
    ("hosts", ()),
    ("hosts", ("https://example.org",)),
    ("hosts", ("www.example.org",)),
    ("hosts", (7,)),
    ("home", "example.org"),
    ("name", ""),
    ("publisher", 7),
    ("zone", "Oslo/Europe"),
    ("zone", "../../etc/passwd"),
    ("language", "English"),
    ("seeds", ["https://example.org/rss"]),
    ("seeds", ("https://example.org/rss",)),
    ("seeds", (Feed("example.org/rss"),)),
    ("seeds", (Sitemap(""),)),
    ("article_url", "("),
    ("limits", {"delay": 5}),
    ("Page", "Page"),
    ("zones", "Europe/Oslo"),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_a_mistake_is_refused_where_the_class_is_made(field: str, value: object) -> None:
    """A fact that cannot be is refused with the name of its field."""
    with pytest.raises(InvalidSite) as caught:
        type("Wrong", (Site,), {"hosts": ("example.org",), field: value})
    assert caught.value.field == field


def test_a_mistyped_name_gets_a_suggestion() -> None:
    """A name that means nothing is refused, and the nearest one named."""
    with pytest.raises(InvalidSite, match="did you mean 'publisher'"):
        type("Wrong", (Site,), {"hosts": ("example.org",), "publischer": "x"})


def test_an_underscored_class_is_for_others_to_build_on() -> None:
    """A platform states what its sites share, without a host of its own."""
    platform = type("_Platform", (Site,), {"zone": "Europe/Oslo"})
    assert type("Paper", (platform,), {"hosts": ("example.org",)})().zone == "Europe/Oslo"
