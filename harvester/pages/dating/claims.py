"""One claim of a page about a date of its article."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from harvester.pages.days import Habits, find_day
from harvester.pages.moments import Moment, parse_moment
from harvester.parts import Method

Of = Literal["published", "modified"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A date, as one place of the page gives it."""

    of: Of
    raw: str
    moment: Moment
    method: Method
    detail: str
    """The key, the markup or the label that gave it."""
    weight: float = 1.0
    """How much it counts against claims of another day."""

    day: date = field(init=False)
    """The day as written: a time is printed in the zone of its readers."""
    utc_day: date = field(init=False)

    def __post_init__(self) -> None:
        # Asked again and again while claims are weighed.
        object.__setattr__(self, "day", written_day(self.raw, self.moment))
        object.__setattr__(self, "utc_day", self.moment.value.date())

    def at_moment(self, moment: Moment) -> "Claim":
        """Return the claim with its moment told better by another."""
        return replace(self, moment=moment)

    def weighing(self, weight: float) -> "Claim":
        """Return the claim with another weight."""
        return replace(self, weight=weight)


@dataclass(frozen=True, slots=True)
class Setting:
    """What helps to read the dates of one page."""

    zone: str | None
    """IANA name of the site's zone."""
    language: str | None
    near: datetime | None
    """When the page was fetched."""

    days: frozenset[date] = frozenset()
    """Days that are known from elsewhere: they tell what 05/06/2025 means."""

    def read(self, raw: str) -> Moment | None:
        """Return the moment that a text gives."""
        moment = parse_moment(raw, zone=self.zone, language=self.language, near=self.near)
        return moment or (self._told(raw) if self.days and "/" in raw else None)

    def start_of_day(self, text: str) -> int | None:
        """Return where in a text its day stands."""
        day = find_day(text, Habits(self.language, self.near.date() if self.near else None))
        return day.start if day else None

    def _told(self, raw: str) -> Moment | None:
        """Return the reading of an ambiguous day that is known already."""
        readings = (parse_moment(raw, zone=self.zone, language=habit) for habit in ("en-GB", "en-US"))
        return next((each for each in readings if each and written_day(raw, each) in self.days), None)


def written_day(raw: str, moment: Moment) -> date:
    """Return the day that a text names: that of its own zone, where it is a machine's."""
    try:
        return date.fromisoformat(raw.strip()[:10])
    except ValueError:
        return moment.value.date()
