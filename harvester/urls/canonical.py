"""Whether to believe the address that a page calls its own."""

import re
import tomllib
from importlib.resources import files
from typing import Final

from harvester.urls.forms import Parts, host_of, split
from harvester.urls.hosts import registrable_domain
from harvester.urls.identity import identity_key

_SCRIPT = re.compile(r"\.(?:php\d?|aspx?|jsp|cgi|do|cfm|pl)$|^$")
_NUMBER = re.compile(r"\d{4,}")
_WORD = re.compile(r"[a-z]{3,}")
_PAGE = re.compile(r"(?:page|p|seite|pagina)?[-_/]?\d{1,3}|all|single|full")
_ELSEWHERE: Final = frozenset(
    tomllib.loads(files(__package__).joinpath("elsewhere.toml").read_text("utf-8"))["segments"]
)
_SLUG_WORDS: Final = 3


def is_acceptable_canonical(page_url: str, canonical: str) -> bool:
    """Tell whether ``canonical`` may be another address of the page.

    It must lie on the same registrable domain, name more than the front page, and not be plainly
    something else: a section above the page, a search or error page, another story.
    """
    page_key, key = identity_key(page_url), identity_key(canonical)
    page, claimed = split(f"//{page_key}"), split(f"//{key}")
    if page is None or claimed is None or not host_of(canonical) or not _is_same_site(page, claimed):
        return False
    if not (claimed.path or claimed.query or claimed.fragment):
        return False
    return page_key == key or not _is_something_else(page, claimed)


def _is_same_site(page: Parts, claimed: Parts) -> bool:
    return registrable_domain(page.netloc) == registrable_domain(claimed.netloc)


def _is_something_else(page: Parts, claimed: Parts) -> bool:
    return (
        _is_elsewhere(claimed)
        or _loses_its_number(page, claimed)
        or _is_above(page.path, claimed.path)
        or _is_another_story(page.path, claimed.path)
    )


def _is_elsewhere(claimed: Parts) -> bool:
    segments = claimed.path.lower().split("/")
    return (
        bool(_ELSEWHERE & {segment.partition(".")[0] for segment in segments[1:]})
        and len(segments) <= _SLUG_WORDS
    )


def _loses_its_number(page: Parts, claimed: Parts) -> bool:
    """``/article.php?id=7`` that calls itself ``/article.php``: one template's mistake."""
    same_script = page.path == claimed.path and _SCRIPT.search(page.path) is not None
    return same_script and bool(page.query) and not claimed.query


def _is_above(page: str, claimed: str) -> bool:
    """``/news`` for ``/news/story``; not the first of several pages, nor a story above its gallery."""
    if not page.startswith(f"{claimed}/"):
        return False
    rest, last = page[len(claimed) + 1 :], claimed.rpartition("/")[2]
    return not (_PAGE.fullmatch(rest) or _names_a_story(last))


def _names_a_story(segment: str) -> bool:
    return len(_words(segment)) >= _SLUG_WORDS or _NUMBER.search(segment) is not None


def _is_another_story(page: str, claimed: str) -> bool:
    """Two slugs or two numbers that have nothing in common."""
    mine, other = page.rpartition("/")[2], claimed.rpartition("/")[2]
    if set(_NUMBER.findall(page)) & set(_NUMBER.findall(claimed)) or "%" in mine + other:
        return False
    slugs = _words(mine), _words(other)
    return min(map(len, slugs)) >= _SLUG_WORDS and not slugs[0] & slugs[1]


def _words(segment: str) -> set[str]:
    return set(_WORD.findall(segment.lower()))
