"""A page read by a site's own rules: what they raise, and what no field can hold, has a file and a line."""

import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property, lru_cache
from inspect import getattr_static
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from harvester.article import Article
from harvester.evidence import NotAnArticle
from harvester.pages.page import ArticlePage


class BrokenRule(Exception):  # noqa: N818 - the name says what the rule is
    """A rule of a site file raised on a page, or returned what its field cannot hold."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")
        self.place = place
        """File and line: "my-sites/example_org.py:12"."""
        self.why = why


def ruled_article(page: ArticlePage) -> Article:
    """Return the article of a page of a described site.

    Raises:
        NotAnArticle: as ``ArticlePage.article``.
        BrokenRule: a rule of the site file broke on it.
    """
    try:
        article = page.article()
    except NotAnArticle:
        raise
    except Exception as error:  # a user's rule may raise anything; all of it is one kind of mistake
        raise _broken(page, error) or error from error
    if wrong := _wrong_value(page):
        raise wrong
    return article


def _broken(page: ArticlePage, error: Exception) -> BrokenRule | None:
    """Return which rule an error came from, or whose value led to it; ``None`` for an error of ours."""
    files = {_file(rules): rules for rules in _own_classes(page)}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in files:
            return BrokenRule(f"{frame.filename}:{frame.lineno}", f"{type(error).__name__}: {error}")
    return _wrong_value(page)


def _own_classes(page: ArticlePage) -> Iterator[type]:
    return (each for each in type(page).__mro__ if not issubclass(ArticlePage, each))


def _file(rules: type) -> str:
    return getattr(sys.modules.get(rules.__module__), "__file__", None) or ""


def _wrong_value(page: ArticlePage) -> BrokenRule | None:
    """Return the first field whose value is of another type than the record's."""
    for name in type(page).overridden(ArticlePage):
        hint = _hint(name)
        if hint is None or not _was_asked(page, name):
            continue
        value = getattr(page, name)
        if not _fits(value, hint):
            return BrokenRule(_place(page, name), f"{name} must be {_words(hint)}, not {value!r:.60}")
    return None


def _was_asked(page: ArticlePage, name: str) -> bool:
    """Tell whether a field has its value: what was not asked for did no harm."""
    return name in vars(page) or not isinstance(getattr_static(type(page), name), cached_property)


@lru_cache
def _hint(name: str) -> Any:  # noqa: ANN401 - a type, a union or an alias of one
    """Return the type of a field; ``None`` for what is no field."""
    rule = getattr_static(ArticlePage, name)
    return get_type_hints(rule.func)["return"] if isinstance(rule, cached_property) else None


def _fits(value: object, hint: Any) -> bool:  # noqa: ANN401 - the same
    if isinstance(hint, UnionType):
        return any(_fits(value, each) for each in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(_fits(each, get_args(hint)[0]) for each in value)
    if hint is datetime:
        return isinstance(value, datetime) and value.tzinfo is not None
    return isinstance(value, hint)


def _words(hint: Any) -> str:  # noqa: ANN401 - the same
    if isinstance(hint, UnionType):
        return " or ".join(_words(each) for each in get_args(hint))
    if get_origin(hint) is tuple:
        return f"a tuple of {get_args(hint)[0].__name__}"
    own = {datetime: "a datetime with a zone", type(None): "None"}
    return own.get(hint) or str(hint.__name__)


def _place(page: ArticlePage, name: str) -> str:
    """Return file and line of a rule."""
    owner = next(each for each in _own_classes(page) if name in vars(each))
    function = getattr(vars(owner)[name], "func", None)
    line = f":{function.__code__.co_firstlineno}" if function else ""
    return f"{Path(_file(owner))}{line}"
