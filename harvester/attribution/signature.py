"""Whether names that stand without a label are a credit: what speaks for it."""

import re
from collections.abc import Sequence
from typing import Final

from harvester.attribution.labels import opens_with_label
from harvester.attribution.lexicon import Lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.names import is_domain, is_house
from harvester.attribution.segments import Segment, read_names
from harvester.attribution.tidy import is_small
from harvester.attribution.trimming import is_licensed, opens_with_picture

_COPYRIGHT_YEAR: Final = re.compile(r"(?:©|\(c\)|copyright\b).*\b(?:19|20)\d\d\b", re.IGNORECASE)
"""With a year it is the site's own notice, not a picture's."""
_SPECIAL: Final = re.compile(r",\s(?:special\sto|for)\sthe\s(?=[A-Z])", re.IGNORECASE)
"""Between a photographer and the paper that a picture was made for."""
_ALONE: Final = 3
"""Words of a person's name that is believed to be a credit with nothing beside it."""


def is_credit(segment: Segment, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether a part of a line that stands in a figure says whose the picture is."""
    if segment.kind is not None:
        return segment.kind in ("photo", "source", "graphic")
    read = read_names(segment, language, lexicon)
    names = [m for m in read if m.what != "platform"]
    if is_signed(names, segment.text, lexicon) or _is_posted(read, lexicon):
        return True
    single = len(names) == 1 and names[0].what == "person" and names[0].name.count(" ") < _ALONE
    if not single or any(lexicon.has("drop", word) for word in names[0].name.split()):
        return False
    return not opens_with_label(segment.text, lexicon)


def _is_posted(names: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Return whether a house's own post is named: "Harbour Fire Department via Facebook"."""
    if len(names) != _POSTED or names[1].what != "platform" or names[1].joint not in ("via", "slash"):
        return False
    return is_house(names[0].name, lexicon)


_POSTED: Final = 2


def is_signed(names: Sequence[Mention], text: str, lexicon: Lexicon) -> bool:
    """Return whether ``names`` are a credit wherever they stand.

    An agency, "courtesy of", "©", "Name/House", or "Archive/House": there the first piece was no party.
    """
    if any(m.what == "agency" or m.giver for m in names) or (names and is_licensed(text)):
        return True
    names = [m for m in names if m.what != "platform"]
    if not names or _COPYRIGHT_YEAR.search(text):
        return False
    if any(m.owner for m in names):
        return True
    people = any(m.what == "person" or is_domain(m.name) for m in names)
    if names[0].joint in ("slash", "via") and is_house(names[0].name, lexicon):
        return True
    if opens_with_label(text, lexicon):
        houses = (m.name for m in names if not is_small(m.name))
        named = people or (not text.isupper() and any(is_house(name, lexicon) for name in houses))
        return named and opens_with_picture(text, lexicon)
    return people and (any(m.joint in ("slash", "via") for m in names) or bool(_SPECIAL.search(text)))
