"""What to do with a link whose URL the ledger has already. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from harvester.store.intervals import SHORTEST
from harvester.store.links import seconds
from harvester.store.outcome import Found

Verdict = Literal["ask", "enrich", "count", "leave"]
"""Ask (again); keep what the link says more; count as known to the run; nothing."""

_ALWAYS_AGAIN: Final = frozenset({"robots", "robots_unreachable", "too_old", "window", "scope"})
"""Reasons that may be gone in a later run: the link is judged anew."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """The links of one page, with what the ledger must know of the page."""

    run: str
    site: str
    found: Sequence[Found]
    depth: int
    """Of the links."""
    stale: int
    now: int
    refresh: bool = False
    """Ask every announced article again."""


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
    if row["kind"] != "article" or page.refresh:
        return True
    if not row["fetched"]:
        return row["reason"] in _ALWAYS_AGAIN
    return _has_changed(page.now, found, row)


def _has_changed(now: int, found: Found, row: Mapping[str, Any]) -> bool:
    """Tell whether the listing gives a later date than before; one that cries wolf is heard less often."""
    if seconds(found.link.modified) <= (row["lastmod"] or row["fetched"]):
        return False
    false_alarms = min(row["polls"], 10)
    return bool(not false_alarms or now - row["fetched"] >= SHORTEST * 2 ** (false_alarms - 1))
