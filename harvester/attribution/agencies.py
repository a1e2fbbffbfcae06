"""News agencies as data: how they are printed, what identifies them.

The table is ``words/agencies.toml``; a file of the same form extends it.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from harvester.attribution.tidy import key

_SHORT: Final = 5
"""Up to this length a form is matched as printed: "AA" is an agency, "Aa" and "aa" are not."""


_AS_PRINTED: Final = frozenset(("rts", "rtr"))
"""Forms that are another house's in capitals: RTS, RTR."""
_DESKS: Final = frozenset(
    ("Graphics", "Graphic", "Photo", "Photos", "Pictures", "Video", "TV", "Sports", "Foto")
)
"""Words behind an agency's name that name a desk of it."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A news or picture agency."""

    name: str
    """The full name."""
    forms: tuple[str, ...] = ()
    """Short names and other spellings."""
    inflected: tuple[str, ...] = ()
    """The name as it stands in a sentence: "Deutschen Presse-Agentur"."""
    services: tuple[str, ...] = ()
    """Desks, regions and products; a party keeps such a name: "dpa/lno", "AP Photo"."""
    uri: str | None = None
    """An address that identifies the agency."""
    satire: bool = False
    """True for a tag that mimics an agency ("dpo"): it is none."""

    def nominative(self, inflected: str) -> str:
        """Return the form that ``inflected`` stands for: the one that begins as it does."""
        return max((self.name, *self.forms), key=lambda form: _common(form, inflected))

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> "Agency":
        """Return the agency of a TOML table.

        Raises:
            ValueError: it has no name, or a key that ``Agency`` has not.
        """
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
        try:
            return cls(**values)
        except TypeError as error:
            raise ValueError(f"agency {entry.get('name')!r}: {error}") from error


def _common(one: str, two: str) -> int:
    """Return the number of letters with which both begin."""
    return next((n for n, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), len(one))


def load_agencies(path: Path | None = None) -> tuple[Agency, ...]:
    """Return the agencies of the TOML file ``path``, by default those of the package.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no TOML, or an entry has a key that ``Agency`` has not.
    """
    text = path.read_text(encoding="utf-8") if path else packaged("agencies.toml")
    return tuple(Agency.read(entry) for entry in tomllib.loads(text).get("agency", ()))


def packaged(name: str) -> str:
    """Return the text of a file of the package's ``words`` folder."""
    return (resources.files("harvester.attribution") / "words" / name).read_text(encoding="utf-8")


class AgencyBook:
    """Finds an agency by any of its printed forms."""

    __slots__ = ("_folded", "_printed", "longest")

    def __init__(self, agencies: Iterable[Agency]) -> None:
        """Index ``agencies``; of two with the same form the later one, the user's, wins."""
        self._printed: dict[str, Agency] = {}
        self._folded: dict[str, Agency] = {}
        for agency in agencies:
            for form in (agency.name, *agency.forms, *agency.inflected, *agency.services):
                self._add(form, agency)
        self.longest: int = max((form.count(" ") + 1 for form in self._folded), default=1)
        """Words of the longest form."""

    def first_words(self) -> frozenset[str]:
        """Return the folded first word of every form: a text without any of them names no agency."""
        return frozenset(key(re.split(r"[\s/-]", form, maxsplit=1)[0]) for form in self._printed)

    def _add(self, form: str, agency: Agency) -> None:
        self._printed[form] = agency
        if form not in _AS_PRINTED:
            self._printed[form.upper()] = agency
        if len(form) > _SHORT or " " in form:
            self._folded[key(form)] = agency

    def find(self, text: str) -> Agency | None:
        """Return the agency that ``text`` as a whole names, satire included."""
        return self._printed.get(text) or self._folded.get(key(text)) or self._desk(text)

    def _desk(self, text: str) -> Agency | None:
        """Return the agency whose desk is named: "Reuters Graphics"."""
        name, _, desk = text.rpartition(" ")
        return self._printed.get(name) if desk in _DESKS else None

    def knows(self, text: str) -> bool:
        """Return whether ``text`` as a whole names an agency that is no satire."""
        agency = self.find(text)
        return agency is not None and not agency.satire


@cache
def packaged_agencies() -> tuple[Agency, ...]:
    """Return the package's own table, read once."""
    return load_agencies()
