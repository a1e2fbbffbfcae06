"""What to do with a link whose URL the ledger has already. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from harvester.limits import LIMITS
from harvester.store.announced import NOTHING, Announced
from harvester.store.intervals import SHORTEST
from harvester.store.links import seconds
from harvester.store.outcome import Found

Verdict = Literal["ask", "enrich", "count", "leave"]
"""Ask (again); keep what the link says more; count as known to the run; nothing."""

_ALWAYS_AGAIN: Final = frozenset(
    {
        "robots",
        "robots_unreachable",
        "crawl_delay",
        "address",
        "too_old",
        "window",
        "scope",
        "not_article_url",
    }
)
"""Reasons that may be gone in a later run: the link is judged anew."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How far a run looks."""

    refresh: bool = False
    """Ask every announced article again."""
    thorough: bool = False
    """Read every listing anew, and go on to older pages though all articles of a page are known."""
    stale_listings: int = LIMITS.stale_listings
    """Give a listing up after so many pages without a new article."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """The links of one page, with what the ledger must know of the page."""

    run: str
    site: str
    found: Sequence[Found]
    depth: int
    """Of the links."""
    stale: int
    """Listing pages in a row, before this one, without a new article."""
    now: int
    source: int | None = None
    """Key of the page's own row."""
    next_page: Found | None = None
    """Where the listing goes on."""
    habits: Habits = Habits()
    before: Announced = NOTHING
    """What the ledger knew of the parts of the page that were written before this one."""
    offset: int = 0
    """Links of the page before the first of this part."""


def judge(page: Announcement, found: Found, row: Mapping[str, Any]) -> Verdict:
    """Return what a link means to the row of its URL."""
    if row["state"] != "ended":
        return "enrich" if not found.refused and _says_more(found, row) else "leave"
    if row["run"] == page.run:
        later = row["fetched"] and seconds(found.link.modified) > row["lastmod"]
        return "enrich" if later else "leave"
    return "ask" if _is_wanted(page, found, row) else "count"


def _says_more(found: Found, row: Mapping[str, Any]) -> bool:
    link = found.link
    return (link.published is not None and not row["published"]) or seconds(link.modified) > row["lastmod"]


def _is_wanted(page: Announcement, found: Found, row: Mapping[str, Any]) -> bool:
    """Tell whether a URL that ended in an earlier run is to be asked because this page announces it."""
    if found.refused or row["reason"] == "alias":
        return False
    if page.habits.refresh:
        return True
    if row["kind"] != "article":
        return page.habits.thorough or not _is_unchanged_listing(found, row)
    if not row["fetched"]:
        return row["reason"] in _ALWAYS_AGAIN
    return _has_changed(page.now, found, row)


def _is_unchanged_listing(found: Found, row: Mapping[str, Any]) -> bool:
    """Tell whether a sitemap index gives a sitemap the date that it had when it was read."""
    modified = seconds(found.link.modified)
    return bool(modified and row["fetched"] and modified <= row["lastmod"])


def _has_changed(now: int, found: Found, row: Mapping[str, Any]) -> bool:
    """Tell whether the listing gives a later date than before; one that cries wolf is heard less often."""
    if seconds(found.link.modified) <= (row["lastmod"] or row["fetched"]):
        return False
    false_alarms = min(row["polls"], 10)
    return bool(not false_alarms or now - row["fetched"] >= SHORTEST * 2 ** (false_alarms - 1))


def judge_next(page: Announcement, articles: int, new: int) -> Found | None:
    """Return the next page of a listing, refused where the listing is not worth going on with."""
    if page.next_page is None or page.next_page.refused:
        return page.next_page
    if _is_past_the_window(page):
        return replace(page.next_page, refused="too_old")
    if articles and not new and not page.habits.thorough:
        return replace(page.next_page, refused="page_known")
    if not new and page.stale + 1 >= page.habits.stale_listings:
        return replace(page.next_page, refused="stale_listings")
    return page.next_page


def _is_past_the_window(page: Announcement) -> bool:
    """Tell whether every article of a listing page is too old: what follows is older still."""
    articles = [each.refused for each in page.found if each.kind == "article"]
    return bool(articles) and all(refused == "too_old" for refused in articles)
