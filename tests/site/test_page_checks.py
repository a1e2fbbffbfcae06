"""What a site's ``Page`` may say."""

from collections.abc import Callable

import pytest

from harvester.pages.page import ArticlePage, field
from harvester.site import InvalidSite, Site


def site_with(**stated: object) -> type[Site]:
    page = type("Page", (ArticlePage,), stated)
    return type("Paper", (Site,), {"hosts": ("paper.example",), "Page": page})


def gives(value: object) -> Callable[[object], object]:
    return lambda _: value


RIGHT = [
    {"copy_in": "div.text > p, h2", "unwanted": ("div:has(> a.shop)", "span.new")},
    {"byline": None, "kicker": property(gives("Fishing")), "_word": "boats"},
    {"kicker": field(gives("Fishing")), "_helped": gives(None), "article": gives(None)},
    {"copy_in": None, "unwanted": ()},
]


@pytest.mark.parametrize("stated", RIGHT)
def test_fields_rules_and_helpers_are_taken(stated: dict[str, object]) -> None:
    """A field may be a rule, a property or a plain value; names that start with "_" are the file's own."""
    for name, value in stated.items():
        if isinstance(value, field):
            value.__set_name__(ArticlePage, name)
    assert site_with(**stated)().Page is not None


WRONG = [
    ("kiker", field(gives(None)), "did you mean 'kicker'"),
    ("kiker", gives(None), "did you mean 'kicker'"),
    ("xyzzyx", "boats", "the name of a helper starts with '_'"),
    ("kicker", gives(None), "write @field above"),
    ("kicker", classmethod(gives(None)), "write @field above"),
    ("zone", "Europe/Oslo", "outside of Page"),
    ("unwanted", "div.promo", "must be a tuple"),
    ("unwanted", ["div.promo"], "must be a tuple"),
    ("unwanted", ("div..promo",), "no CSS selector"),
    ("unwanted", (7,), "no CSS"),
    ("unwanted", ("p::text",), "no CSS of elements"),
    ("copy_in", ("div.text",), "no CSS"),
    ("copy_in", "", "no CSS selector"),
    ("always_copy", ("p.note",), "no CSS"),
    ("copy_in", "p:nonsense(2)", "no CSS selector"),
]


@pytest.mark.parametrize(("name", "value", "why"), WRONG)
def test_a_mistake_is_refused_where_the_site_is_made(name: str, value: object, why: str) -> None:
    """What nothing would ask for, and rules that find nothing, are refused by name."""
    with pytest.raises(InvalidSite, match=why.replace("(", r"\(")) as caught:
        site_with(**{name: value})
    assert (caught.value.field, caught.value.owner) == (name, "Page")


@pytest.mark.parametrize("page", ["Page", dict, Site, ArticlePage.__mro__[1], object()])
def test_a_page_of_another_kind_is_refused(page: object) -> None:
    """``Page`` is a subclass of ``ArticlePage`` and nothing else."""
    with pytest.raises(InvalidSite, match="subclass of ArticlePage") as caught:
        type("Paper", (Site,), {"hosts": ("paper.example",), "Page": page})
    assert caught.value.field == "Page"


def test_mistakes_of_a_platform_come_out_at_its_sites() -> None:
    """A class named ``_Like`` is not checked itself; what it states is, with each site that builds on it."""
    page = type("_Page", (ArticlePage,), {"kiker": None})
    platform = type("_Platform", (Site,), {"zome": "Europe/Oslo"})
    with pytest.raises(InvalidSite, match="did you mean 'zone'"):
        type("Paper", (platform,), {"hosts": ("paper.example",)})
    with pytest.raises(InvalidSite, match="did you mean 'kicker'"):
        type("Paper", (Site,), {"hosts": ("paper.example",), "Page": type("Page", (page,), {})})
