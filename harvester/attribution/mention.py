"""What a line mentions: a name, and what it is the name of."""

from dataclasses import dataclass
from typing import Literal

from harvester.attribution.pieces import Joint

What = Literal["agency", "person", "outlet", "initials", "generic", "staff", "platform"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as read, before its role is known."""

    name: str
    what: What
    joint: Joint = ""
    location: str | None = None
    uri: str | None = None
    owner: bool = False
    """True behind "©"."""
    giver: bool = False
    """True behind "courtesy of"."""
    employer: bool = False
    """True for the agency in "Agency writer A. Name"."""
