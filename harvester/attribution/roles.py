"""Mentions to parties: who made it, who gave material, who owns the picture."""

from collections.abc import Sequence
from typing import Literal

from harvester.attribution.mentions import Mention
from harvester.parts import Party, Role

Scope = Literal["article", "figure"]


def figure_parties(mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Return the parties of a picture's credit: persons made it, agencies and outlets supplied it."""
    kept = _without_platforms(mentions)
    alone = len(kept) == 1
    return tuple(_party(m, _figure_role(m, alone)) for m in kept)


def _figure_role(mention: Mention, alone: bool) -> Role:  # noqa: FBT001
    if mention.giver:
        return "imgSupplier"
    if mention.what in ("person", "initials"):
        return "author"
    return "copyrightHolder" if mention.owner and alone else "imgSupplier"


def article_parties(mentions: Sequence[Mention], *, plural: bool) -> tuple[Party, ...]:
    """Return the parties of an article's source line: the first outlet made it, the others gave material.

    ``plural``: the label is one of several sources ("Sources:"), none of which made the article.
    """
    kept = _without_platforms(mentions)
    houses = [m for m in kept if m.what in ("agency", "outlet", "staff", "platform")]
    agencies_alone = len(houses) > 1 and all(m.what == "agency" for m in houses)
    signed = any(m.what == "initials" for m in kept)
    listed = (plural and len(houses) > 1) or agencies_alone
    first = houses[0] if houses and not listed and not (signed and houses[0].what == "agency") else None
    return tuple(_party(m, _article_role(m, first)) for m in kept)


def _article_role(mention: Mention, first: Mention | None) -> Role:
    if mention.what in ("person", "initials"):
        return "author"
    return "origcont" if mention is first and mention.joint != "with" else "contentSource"


def _without_platforms(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop platforms beside other names, and names printed twice."""
    named = [m for m in mentions if m.what != "platform"] or list(mentions)
    kept: list[Mention] = []
    for mention in named:
        if not any(_same(mention, other) for other in kept):
            kept.append(mention)
    return kept


def _same(mention: Mention, other: Mention) -> bool:
    """Return whether both print one name, a truncated repetition included."""
    one, two = mention.name.casefold(), other.name.casefold()
    if one == two:
        return True
    return (
        mention.what == other.what == "person"
        and min(len(one), len(two)) > 5
        and (one.startswith(two) or two.startswith(one))
    )  # noqa: PLR2004


def _party(mention: Mention, role: Role) -> Party:
    return Party(
        mention.name, role, generic=mention.what == "generic", location=mention.location, uri=mention.uri
    )
