"""Dates on a page, and how far they are from its headline."""

from dataclasses import dataclass
from typing import Final

from harvester.pages.dating.claims import Claim
from harvester.pages.flags import ASIDE, DIALOG, FOOTER, FORM, NAV, QUOTE

ELSEWHERE: Final = NAV | FOOTER | FORM | DIALOG | QUOTE
"""Flags of blocks whose dates are no article's: a quote is of its own day, as posts of networks are."""
_SCATTERED: Final = 10
_BESIDE: Final = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A date that the page shows, and how far it is from the headline's."""

    claim: Claim
    cost: int
    at: int | None = None
    """Index of its block."""


def distance(at: int, flags: int, headline: int | None) -> int:
    """Return how far a block is from the headline: what stands above or aside counts more."""
    aside = 8 if flags & ASIDE else 0
    if headline is None:
        return at // _SCATTERED + aside
    return (at - headline if at >= headline else 2 * (headline - at)) + aside


def told_exactly(shown: Shown, every: list[Shown]) -> Claim:
    """Return a day with the time that another date beside it tells: "5 June 2025" in a ``time`` with both."""
    claim = shown.claim
    if claim.moment.precision != "day":
        return claim
    beside = (
        other.claim
        for other in every
        if other.at is None or shown.at is None or abs(other.at - shown.at) <= _BESIDE
    )
    same = (other for other in beside if other.of == claim.of and other.day == claim.day)
    timed = next((other for other in same if other.moment.zone == "explicit"), None)
    return claim.at_moment(timed.moment) if timed else claim
