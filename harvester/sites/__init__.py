"""The known sites: one file each, found by looking. No list to edit.

A file of this folder, or of a folder of the user's, holds a class derived from ``Site``; files whose
name starts with ``_`` are for others to build on. See ``docs/adding-a-site.md``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Self

from harvester.site import Site
from harvester.sites._reading import BrokenSite, read_folder
from harvester.urls import host_of, plain_host

__all__ = ["BrokenSite", "Sites", "UnknownSite"]

_SHIPPED = Path(__file__).parent


class UnknownSite(Exception):  # noqa: N818 - the name says what the name is
    """A word that is the name of no known site."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites that a run knows: a value, handed to whoever needs it."""

    all: tuple[Site, ...] = ()
    """In the order of their main hosts."""
    folders: tuple[Path, ...] | None = None
    """The user's folders that they were read from, so that another process can read them again; ``None``
    for sites that come from no file."""
    own: tuple[Site, ...] = ()
    """Those of the user's folders; the shipped ones where the user has none."""
    by_host: Mapping[str, Site] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out the hosts once."""
        by_host = {host: site for site in self.all for host in site.hosts}
        object.__setattr__(self, "by_host", MappingProxyType(by_host))

    @classmethod
    def none(cls) -> Self:
        """Know no site: every page is read by the generic rules."""
        return cls()

    @classmethod
    def shipped(cls) -> Self:
        """Read the site files that come with the package."""
        return cls.load(())

    @classmethod
    def load(cls, folders: Iterable[Path]) -> Self:
        """Read the shipped site files and those of the user's folders.

        A user's file replaces any other for its hosts; of two folders the first one counts.
        Raises ``BrokenSite`` for a folder that is none and a file that cannot be read.
        """
        paths = tuple(map(Path, folders))
        known: dict[str, Site] = {}
        for folder in paths:
            _add(known, folder)
        own = _sorted(known.values())
        _add(known, _SHIPPED)
        return cls(_sorted(known.values()), paths, own if paths else _sorted(known.values()))

    def including(self, sites: Iterable[Site]) -> Self:
        """Return these sites with others that are described, which replace those of the same hosts."""
        own = [site for site in sites if site.Page is not None and not self._has(site)]
        if not own:
            return self
        hosts = {host for site in own for host in site.hosts}
        kept = [site for site in self.all if not hosts & set(site.hosts)]
        return type(self)(tuple(sorted([*kept, *own], key=lambda site: site.host)))

    def _has(self, site: Site) -> bool:
        """Tell whether a site is here, also when its file was read another time."""
        known = self.by_host.get(site.host)
        return known == site or (known is not None and known.rules is not None and known.rules == site.rules)

    def for_host(self, host: str) -> Site | None:
        """Return the site of a host or of the nearest host above it: "www.", "m." and ports as written."""
        name = plain_host(host.lower())
        while name:
            if name in self.by_host:
                return self.by_host[name]
            name = name.partition(".")[2]
        return None

    def for_name(self, name: str) -> Site | None:
        """Return the site of a name: its file's ("commonspace_eu"), a host of its own, or the paper's."""
        wanted = name.strip().casefold()
        for site in self.all:
            if wanted in {site.rules, (site.name or "").casefold() or None, *site.hosts}:
                return site
        return self.for_host(wanted) if "." in wanted else None

    def asked(self, name: str) -> Site:
        """Return the site that a person names: a known one by its name, any by its host or its address.

        Raises ``UnknownSite`` for a word that is no known site, ``ValueError`` for what is no address.
        """
        found = self.for_name(name) if "://" not in name else None
        if found is not None:
            return found
        if not set("/.:") & set(name) and name != "localhost":
            raise UnknownSite(f"{name!r} is no known site: see them with 'harvester sites', or give a URL")
        try:
            return self.for_url(name if "://" in name else f"https://{name}")
        except ValueError as error:
            raise ValueError(f"{name!r} is no address of a site: write https://example.org") from error

    def for_url(self, url: str) -> Site:
        """Return the site of an address, known or generic; raises ``ValueError`` for no address."""
        return self.for_host(host_of(url)) or Site.generic(url)


def _add(known: dict[str, Site], folder: Path) -> None:
    """Add the sites of a folder whose hosts are new, by each of their hosts."""
    sites = [site for site in read_folder(folder) if not known.keys() & set(site.hosts)]
    known.update((host, site) for site in sites for host in site.hosts)


def _sorted(sites: Iterable[Site]) -> tuple[Site, ...]:
    return tuple(sorted(set(sites), key=lambda site: site.host))
