"""Published and modified: what data, head, text and address of a page say, weighed against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from harvester.pages.dating.choosing import apart, chosen, is_settled
from harvester.pages.dating.claims import Claim, Of, Setting
from harvester.pages.dating.habits import habit_of
from harvester.pages.dating.head import (
    address_claims,
    announced_claims,
    meta_claims,
    structured_claims,
    unread,
)
from harvester.pages.dating.nearness import Shown, told_exactly
from harvester.pages.dating.scripts import script_claims
from harvester.pages.dating.shown import shown_claims
from harvester.pages.document import Document
from harvester.parts import Precision, Provenance, Warn, Zone

_AHEAD: Final = timedelta(hours=48)
"""A date later than this after the page was fetched is wrong, not early."""
_LONGEST: Final = 200
"""Characters that are kept of what is no date."""
_FIRM: Final = 2.0
"""Weight from which a claim of another day is a conflict."""


@dataclass(frozen=True, slots=True)
class Dates:
    """When the article appeared and changed."""

    published: datetime | None = None
    """In UTC; never filled from ``modified``."""
    modified: datetime | None = None
    published_raw: str | None = None
    """As the page writes it, also what is no date or lies in the future: then ``published`` is ``None``."""
    modified_raw: str | None = None
    precision: Precision | None = None
    """Of ``published``; a day alone is its midnight in UTC."""
    zone: Zone | None = None
    """How ``published`` got its zone."""
    provenance: tuple[Provenance, ...] = ()
    warnings: tuple[Warn, ...] = ()


def find_dates(document: Document, headline: int | None, zone: str | None) -> Dates:
    """Return when an article was published and modified, as far as the page says.

    Args:
        document: the page.
        headline: index of the block that prints the headline; dates around it are the article's.
        zone: IANA name of the site's zone, for times that have none.
    """
    retrieved = document.evidence.retrieved
    claims = _claims(document, headline, Setting(zone, habit_of(document), retrieved))
    possible = [claim for claim in claims if not _is_ahead(claim, retrieved)]
    changes = [claim for claim in possible if claim.of == "modified"]
    published = chosen([claim for claim in possible if claim.of == "published"], changes)
    modified = changes[0] if changes else None
    conflict = _conflict(published, possible)
    return Dates(
        published=published.moment.value if published else None,
        modified=modified.moment.value if modified else None,
        published_raw=published.raw.strip() if published else _refused(document, claims, "published"),
        modified_raw=modified.raw.strip() if modified else _refused(document, claims, "modified"),
        precision=published.moment.precision if published else None,
        zone=published.moment.zone if published else None,
        provenance=(*_provenance("published", published, conflict), *_provenance("modified", modified, None)),
        warnings=tuple(_warnings(conflict, is_ahead=len(possible) < len(claims))),
    )


def _warnings(conflict: Claim | None, *, is_ahead: bool) -> Iterator[Warn]:
    if is_ahead:
        yield "date_in_future"
    if conflict:
        yield "date_conflict"


def _refused(document: Document, claims: Iterable[Claim], of: Of) -> str | None:
    """Return what stands in the place of a date and is none, or none that can be."""
    ahead = (claim.raw for claim in claims if claim.of == of)
    raw = next(chain(ahead, unread(document, of)), "")
    return " ".join(raw[:_LONGEST].split()) or None


def _claims(document: Document, headline: int | None, setting: Setting) -> list[Claim]:
    """Return all claims, the best of each kind of evidence first.

    What the page shows is read where data, head and address leave something open.
    """
    hidden = [
        *structured_claims(document, setting),
        *meta_claims(document, setting),
        *announced_claims(document),
        *address_claims(document, setting),
    ]
    if is_settled(hidden):
        return hidden
    setting = replace(setting, days=frozenset(claim.day for claim in hidden))
    found = [*hidden, *_first_of_each(shown_claims(document, headline, setting), setting.near)]
    if any(claim.of == "published" for claim in found):
        return found
    return [*found, *script_claims(document, setting)]


def _is_ahead(claim: Claim, retrieved: datetime | None) -> bool:
    return retrieved is not None and claim.moment.value > retrieved + _AHEAD


def _first_of_each(shown: list[Shown], retrieved: datetime | None) -> list[Claim]:
    """Return the first published and the first modified that the page shows: others are of other things.

    One that lies ahead is an appointment: it stands only where no other is shown.
    """
    first: dict[Of, Shown] = {}
    for each in sorted(shown, key=lambda each: _is_ahead(each.claim, retrieved)):
        first.setdefault(each.claim.of, each)
    return [told_exactly(each, shown) for each in first.values()]


def _conflict(published: Claim | None, claims: Iterable[Claim]) -> Claim | None:
    """Return the firmest claim that says another day."""
    if published is None:
        return None
    others = [claim for claim in claims if claim.of == "published" and claim.weight >= _FIRM]
    return max(
        (claim for claim in others if apart(claim, published)), key=lambda claim: claim.weight, default=None
    )


def _provenance(field: Of, claim: Claim | None, other: Claim | None) -> tuple[Provenance, ...]:
    if claim is None:
        return ()
    return (Provenance(field, claim.method, claim.detail, other.raw.strip() if other else None),)
