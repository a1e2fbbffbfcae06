"""One date of several that a page claims: the day that most evidence is for, told as exactly as any of it."""

from collections.abc import Iterable, Sequence
from typing import Final

from harvester.pages.dating.claims import Claim
from harvester.pages.moments import Moment
from harvester.parts import Method

_ORDER: Final[tuple[Method, ...]] = (
    "json_ld",
    "microdata",
    "text",
    "markup",
    "opengraph",
    "meta",
    "feed",
    "sitemap",
    "url",
)
_FIRM: Final = frozenset(("json_ld", "microdata", "opengraph"))
_ADJACENT: Final = 1
"""Days apart that two zones may make of one moment."""
_LATE: Final = 0.3
_SETTLED: Final = 4.0
_QUARTER: Final = 900
_FARTHEST: Final = 14 * 3600


def chosen(claims: Sequence[Claim], changes: Sequence[Claim]) -> Claim | None:
    """Return the claim of the day that weighs most; ``None`` without claims.

    What a page shows as its date is often the day of its last change: such a claim counts little
    against an earlier one.
    """
    weighed = _weighed(claims, changes)
    if not weighed:
        return None
    best = max(weighed, key=lambda claim: (_support(claim, weighed), -_ORDER.index(claim.method)))
    return _exact(best, weighed)


def is_settled(claims: Sequence[Claim]) -> bool:
    """Tell whether claims agree so well on both dates that no other can change what is chosen."""
    published = [claim for claim in claims if claim.of == "published"]
    changes = [claim for claim in claims if claim.of == "modified"]
    best = chosen(published, changes) if changes else None
    return (
        best is not None
        and best.moment.zone == "explicit"
        and _support(best, published) >= _SETTLED
        and not any(apart(best, claim) for claim in published if claim.weight >= 1)
    )


def apart(one: Claim, other: Claim) -> int:
    """Return how many days two claims differ, beyond what zones explain."""
    days = min(abs((one.day - other.day).days), abs((one.utc_day - other.utc_day).days))
    return 0 if days <= _ADJACENT else days


def _weighed(claims: Sequence[Claim], changes: Sequence[Claim]) -> list[Claim]:
    """Return the claims, lighter where they name a change and data or head an earlier day."""
    firm = [claim for claim in claims if claim.method in _FIRM]
    earliest = min(firm, key=lambda claim: claim.moment.value, default=None)
    days, moments = {claim.day for claim in changes}, {claim.moment.value for claim in changes}

    def is_change(claim: Claim) -> bool:
        if earliest is None or claim.day <= earliest.day:
            return False
        return claim.moment.value in moments or (claim.day in days and apart(claim, earliest) > 0)

    return [claim.weighing(claim.weight * _LATE) if is_change(claim) else claim for claim in claims]


def _support(claim: Claim, claims: Iterable[Claim]) -> float:
    """Return what speaks for the day of a claim: for each method its best witness."""
    best: dict[str, float] = {}
    for other in claims:
        if claim.day == other.day or claim.utc_day == other.utc_day:
            best[other.method] = max(best.get(other.method, 0.0), other.weight)
    return sum(best.values())


def _exact(best: Claim, claims: Iterable[Claim]) -> Claim:
    """Return the most exact of the claims of a day: its zone said, its time told."""
    same = [claim for claim in claims if claim.day == best.day]
    if best.moment.precision == "day":
        timed = [claim for claim in same if claim.moment.precision != "day"]
        best = min(timed, key=lambda claim: _ORDER.index(claim.method), default=best)
    if best.moment.zone == "explicit" or best.moment.precision == "day":
        return best
    zoned = next((claim for claim in claims if _is_same_clock(best.moment, claim.moment)), None)
    return best.at_moment(zoned.moment) if zoned else best


def _is_same_clock(naive: Moment, zoned: Moment) -> bool:
    """Tell whether a time without zone and one with a zone are the same: apart by a zone's offset."""
    if zoned.zone != "explicit" or zoned.precision == "day":
        return False
    seconds = abs((naive.value - zoned.value).total_seconds())
    if "minute" in (naive.precision, zoned.precision):
        seconds = seconds // 60 * 60
    return seconds <= _FARTHEST and seconds % _QUARTER == 0
