"""What ``extract`` and ``save`` have in common: which page is meant, and whose rules read it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from harvester.cli.choosing import allow_option, contact_option, load_sites, proxy_option, sites_option
from harvester.sites import Sites

_C = TypeVar("_C", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Asked:
    """A page as it is named on the command line."""

    name: str
    """Path, address or "-"."""
    url: str | None
    """Address of a page that comes from a file or from standard input."""
    sites: Sites
    contact: str | None
    allowed: tuple[str, ...]
    """Addresses opened on purpose."""
    proxy: str | None = None


def page_options(command: _C) -> _C:
    """Give a command the options of ``Asked``."""
    options = (
        click.argument("name", metavar="PATH|URL|-"),
        click.option("--url", metavar="URL", help="Where the page of a file or of standard input stands."),
        click.option("--no-sites", is_flag=True, help="Read it by the generic rules alone."),
        sites_option,
        contact_option,
        allow_option,
        proxy_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def asked(given: dict[str, Any]) -> Asked:
    """Return what the options say; a broken site file ends the command."""
    folders: tuple[Path, ...] = given["folders"]
    if given["no_sites"] and _is_typed("folders"):
        raise click.UsageError("--sites and --no-sites contradict each other: leave one out")
    sites = Sites.none() if given["no_sites"] else load_sites(folders)
    return Asked(given["name"], given["url"], sites, given["contact"], given["allowed"], given["proxy"])


def _is_typed(name: str) -> bool:
    """Tell whether an option stands on the command line, not in the environment."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE
