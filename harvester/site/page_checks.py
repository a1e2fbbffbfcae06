"""What a site's ``Page`` may say: a field's name mistyped, or a rule that is none, has a line."""

from collections.abc import Iterator
from difflib import get_close_matches
from inspect import getattr_static
from types import FunctionType
from typing import Final

from parsel import css2xpath

from harvester.pages.page import ArticlePage
from harvester.site.invalid import InvalidSite

_SITE_FACTS: Final = frozenset(("zone",))
"""Attributes of a page that its site states."""


def check_page(owner: str, page: object) -> None:
    """Raise ``InvalidSite`` for what is no page class, or one with a name or rule that cannot be."""
    if page is None:
        return
    if not (isinstance(page, type) and issubclass(page, ArticlePage)):
        raise InvalidSite(owner, f"{owner} must be a subclass of ArticlePage: class {owner}(ArticlePage):")
    for name, value in _stated(page):
        _check_name(name, value, owner)
    for rule in ("copy_in", "always_copy"):
        if getattr(page, rule) is not None:
            _check_css(rule, getattr(page, rule), owner)
    _check_unwanted(page.unwanted, owner)


def _stated(page: type[ArticlePage]) -> Iterator[tuple[str, object]]:
    """Yield what a page class and those it builds on state beyond the generic page."""
    for each in page.__mro__:
        if not issubclass(ArticlePage, each):
            yield from ((name, value) for name, value in vars(each).items() if name[0] != "_")


def _check_name(name: str, value: object, owner: str) -> None:
    """Refuse names that nothing asks for, and functions where a value is asked for."""
    if name in _SITE_FACTS:
        raise InvalidSite(name, f"{name} is a fact of the site: state it outside of {owner}", owner)
    if not hasattr(ArticlePage, name):
        near = get_close_matches(name, [each for each in dir(ArticlePage) if each[0] != "_"], n=1)
        hint = f"did you mean {near[0]!r}?" if near else "the name of a helper starts with '_'"
        raise InvalidSite(name, f"a page has no {name!r}; {hint}", owner)
    is_asked = isinstance(getattr_static(ArticlePage, name), FunctionType | classmethod)
    if isinstance(value, FunctionType | classmethod) and not is_asked:
        raise InvalidSite(name, f"{name} is a field: write @field above its def", owner)


def _check_unwanted(unwanted: object, owner: str) -> None:
    if not isinstance(unwanted, tuple):
        raise InvalidSite("unwanted", 'unwanted must be a tuple: unwanted = ("div.promo",)', owner)
    for css in unwanted:
        _check_css("unwanted", css, owner)


def _check_css(name: str, css: object, owner: str) -> None:
    """Refuse what finds no elements."""
    try:
        xpath = css2xpath(css) if isinstance(css, str) else ""
    except (SyntaxError, RuntimeError) as error:
        raise InvalidSite(name, f"{css!r} is no CSS selector: {error}", owner) from error
    if not xpath or "::" in str(css):
        raise InvalidSite(name, f'{css!r} is no CSS of elements such as "div.text > p"', owner)
