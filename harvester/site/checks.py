"""What a site file may say: each fact is checked when its class is made, so that mistakes have a line."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from types import FunctionType, MappingProxyType
from typing import Final, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from harvester.discovery.seeds import Seed
from harvester.limits import Limits
from harvester.site.invalid import InvalidSite
from harvester.site.page_checks import check_page
from harvester.urls import host_of

_HOST = re.compile(r"(?:[a-z0-9_-]+\.)*[a-z0-9_-]+(?::\d{1,5})?|\[[0-9a-f:]+\](?::\d{1,5})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def check(site: type, generic: type) -> None:
    """Raise ``InvalidSite`` for the first fact of a site class that cannot be."""
    for each in site.__mro__:
        if not issubclass(generic, each):
            _check_names(each, tuple(generic.__annotations__))
    for field, is_checked in _CHECKS.items():
        is_checked(field, getattr(site, field))


def _check_names(site: type, fields: Sequence[str]) -> None:
    """Refuse a name that means nothing here: most are mistyped."""
    for name, value in vars(site).items():
        if name in fields or name.startswith("_") or isinstance(value, FunctionType):
            continue
        near = get_close_matches(name, fields, n=1)
        raise InvalidSite(name, f"a site has no {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


def _check_hosts(field: str, hosts: object) -> None:
    if not isinstance(hosts, tuple) or not hosts:
        raise InvalidSite(field, 'hosts must be a tuple with one host at least: hosts = ("example.org",)')
    for host in hosts:
        if not isinstance(host, str) or not _HOST.fullmatch(host) or host.startswith("www."):
            raise InvalidSite(field, f'{host!r} is no host: write it as in "example.org", without "www."')


def _check_address(field: str, value: object) -> None:
    if value != "" and not (isinstance(value, str) and host_of(value)):
        raise InvalidSite(field, f"{value!r} is no http(s) address")


def _check_text(field: str, value: object) -> None:
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise InvalidSite(field, f"{field} must be text, not {value!r}")


def _check_zone(field: str, zone: object) -> None:
    _check_text(field, zone)
    if isinstance(zone, str):
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise InvalidSite(field, f'{zone!r} is no IANA time zone such as "Europe/Oslo"') from error


def _check_language(field: str, language: object) -> None:
    _check_text(field, language)
    if isinstance(language, str) and not _LANGUAGE.fullmatch(language):
        raise InvalidSite(field, f'{language!r} is no language tag such as "en" or "pt-BR"')


def _check_seeds(field: str, seeds: object) -> None:
    if not isinstance(seeds, tuple):
        raise InvalidSite(field, 'seeds must be a tuple: seeds = (Feed("https://example.org/rss"),)')
    for seed in seeds:
        if not isinstance(seed, get_args(Seed)):
            raise InvalidSite(field, f"{seed!r} is no Feed, Sitemap or ListingPage")
        _check_address(field, seed.url or None)


def _check_pattern(field: str, pattern: object) -> None:
    _check_text(field, pattern)
    if isinstance(pattern, str):
        try:
            re.compile(pattern)
        except re.error as error:
            raise InvalidSite(field, f"{field} is no regular expression: {error}") from error


def _check_limits(field: str, limits: object) -> None:
    if not isinstance(limits, Limits):
        raise InvalidSite(field, "limits must be Limits(...), naming what differs: Limits(delay=5)")


def _check_flag(field: str, value: object) -> None:
    if not isinstance(value, bool):
        raise InvalidSite(field, f"{field} must be True or False, not {value!r}")


_CHECKS: Final[Mapping[str, Callable[[str, object], None]]] = MappingProxyType(
    {
        "hosts": _check_hosts,
        "home": _check_address,
        "name": _check_text,
        "publisher": _check_text,
        "zone": _check_zone,
        "language": _check_language,
        "seeds": _check_seeds,
        "article_url": _check_pattern,
        "limits": _check_limits,
        "tls_unverified": _check_flag,
        "Page": check_page,
    },
)
