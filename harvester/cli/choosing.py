"""Options that several commands share: whose site files count, who asks, which addresses are open."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from harvester.cli.durations import Address, Proxy
from harvester.cli.ending import fail
from harvester.health.exits import INVALID
from harvester.sites import BrokenSite, Sites

_C = TypeVar("_C", bound=Callable[..., Any])


def sites_option(command: _C) -> _C:
    """Give a command ``--sites``, as ``folders``."""
    return click.option(
        "--sites",
        "folders",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="DIR",
        envvar="HARVESTER_SITES",
        help="Folder with site files of your own; may be repeated.  [env: HARVESTER_SITES]",
    )(command)


def contact_option(command: _C) -> _C:
    """Give a command ``--contact``."""
    return click.option(
        "--contact",
        envvar="HARVESTER_CONTACT",
        metavar="URL-OR-MAIL",
        help="Whom a site's owner could write to.  [env: HARVESTER_CONTACT]",
    )(command)


def allow_option(command: _C) -> _C:
    """Give a command ``--allow-address``, as ``allowed``."""
    return click.option(
        "--allow-address",
        "allowed",
        multiple=True,
        type=Address(),
        metavar="ADDR[:PORT]",
        help="Open a private address on purpose; may be repeated.",
    )(command)


def proxy_option(command: _C) -> _C:
    """Give a command ``--proxy``."""
    return click.option(
        "--proxy",
        type=Proxy(),
        metavar="URL",
        help="Send every request through this proxy; those of the environment are never used.",
    )(command)


def folders_of(given: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders of ``--sites``, each of which may be several with the system's separator."""
    return tuple(Path(part) for folder in given for part in str(folder).split(os.pathsep) if part)


def load_sites(given: Iterable[Path]) -> Sites:
    """Return the known sites; a broken file ends the command by its name and line."""
    try:
        return Sites.load(folders_of(given))
    except BrokenSite as error:
        fail(INVALID, f"{error}; mend the site file or leave its folder out")
