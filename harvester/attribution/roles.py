"""Mentions to parties: who made it, who gave material, who owns the picture."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.mention import Mention, What
from harvester.attribution.names import has_institution
from harvester.parts import Party, Role

Scope = Literal["article", "figure"]
Listing = Literal["one", "several"]
"""Whether a label announces one source or several ("Sources:"), none of which made the article."""

_HOUSES: Final[tuple[What, ...]] = ("agency", "outlet", "staff", "platform")


def figure_parties(mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Return the parties of a picture's credit: persons made it, agencies and outlets supplied it."""
    kept = _without_repetitions([m for m in mentions if m.what != "staff"] or mentions)
    alone = len(kept) == 1
    roles = (_figure_role(m, before, behind) for before, m, behind in _neighbours(kept))
    return tuple(
        _party(m, "copyrightHolder" if m.owner and alone and r == "imgSupplier" else r)
        for m, r in zip(kept, roles, strict=True)
    )


def _neighbours(kept: Sequence[Mention]) -> list[tuple[Mention | None, Mention, Mention | None]]:
    before = [None, *kept][: len(kept)]
    return list(zip(before, kept, [*kept[1:], None][: len(kept)], strict=True))


def _figure_role(mention: Mention, before: Mention | None, behind: Mention | None) -> Role:
    if mention.giver:
        return "imgSupplier"
    if mention.what == "outlet":
        if behind is None and before is not None and _is_byname(mention, before):
            return "author"
        if behind and behind.joint == "via" and before is None:
            return "origcont"
        signed = before is None and behind and behind.what == "outlet" and _is_signature(mention.name)
        return "author" if signed else "imgSupplier"
    second = before and before.what in ("person", "initials") and mention.joint == "slash"
    return "author" if mention.what in ("person", "initials") and not second else "imgSupplier"


def _is_byname(mention: Mention, before: Mention) -> bool:
    """Return whether one word behind an agency's slash is a photographer's: "WDR/Biernat", "iStock/adaq"."""
    house = before.what == "agency" or before.name.isupper()
    return house and mention.joint == "slash" and mention.name.isalnum() and not mention.name.isupper()


def _is_signature(name: str) -> bool:
    """Return whether ``name`` is a photographer's initials in capitals: "KB / Harbour Blog"."""
    return len(name) == 2 and name.isupper()  # noqa: PLR2004


def listing(label: str | None, lexicon: Lexicon) -> Listing:
    """Return whether ``label`` announces several sources."""
    return "several" if label is not None and lexicon.has("several", label) else "one"


def article_parties(mentions: Sequence[Mention], listing: Listing = "one") -> tuple[Party, ...]:
    """Return the parties of an article's source line: the first outlet made it, the others gave material."""
    kept = _without_repetitions(mentions)
    maker = _maker(kept, listing)
    if len(kept) == 1 and kept[0].owner and maker:
        return (_party(kept[0], "copyrightHolder"),)
    return tuple(_party(m, _article_role(m, maker)) for m in kept)


def _maker(kept: Sequence[Mention], listing: Listing) -> Mention | None:
    """Return which house made the article: its own staff, else the first; none in a list of equals."""
    houses = [m for m in kept if m.what in _HOUSES]
    staff = [m for m in houses if m.what == "staff"]
    agencies = len(houses) > 1 and all(m.what == "agency" and m.joint != "with" for m in houses)
    several = listing == "several" and len(houses) + sum(m.what == "generic" for m in kept) > 1
    signed = any(m.what == "initials" for m in kept) and bool(houses) and houses[0].what == "agency"
    if not houses or agencies or several or (signed and not staff):
        return None
    return (staff or houses)[0]


def _article_role(mention: Mention, maker: Mention | None) -> Role:
    if mention.what in ("person", "initials"):
        return "author"
    return "origcont" if mention is maker and mention.joint != "with" else "contentSource"


def as_houses(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return ``mentions`` with persons read as outlets: behind "Source:" stands a house, "MDR Thüringen".

    Small letters that open the list are one too ("kpd, Tolin Times"); before a slash they are an editor's.
    """
    first = mentions[:1] if all(m.joint != "slash" for m in mentions[1:2]) else ()
    return tuple(
        replace(m, what="outlet") if m.what == "person" or (m.what == "initials" and m in first) else m
        for m in mentions
    )


def as_makers(mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return ``mentions`` with desks read as persons: behind "Montage:" stands who made it."""
    return tuple(replace(m, what="person") if _is_desk(m, lexicon) else m for m in mentions)


def _is_desk(mention: Mention, lexicon: Lexicon) -> bool:
    return mention.what == "outlet" and " " in mention.name and not has_institution(mention.name, lexicon)


def _without_repetitions(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop platforms beside other names, and names printed twice."""
    named = [m for m in mentions if m.what != "platform"] or [m for m in mentions if not m.joint]
    kept: list[Mention] = []
    for mention in named:
        if not any(_same(mention, other) for other in kept):
            kept.append(mention)
    return kept


_TELLING: Final = 6
"""Letters from which the beginning of a name is believed to be the name, cut off."""


def _same(mention: Mention, other: Mention) -> bool:
    """Return whether both print one name, a truncated repetition included."""
    one, two = sorted((_letters(mention.name), _letters(other.name)), key=len)
    if one == two:
        return True
    return mention.what == other.what == "person" and len(one) >= _TELLING and two.startswith(one)


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _party(mention: Mention, role: Role) -> Party:
    generic = mention.what == "generic"
    return Party(mention.name, role, generic=generic, location=mention.location, uri=mention.uri)
