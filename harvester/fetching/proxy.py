"""``--proxy``: every request goes through one machine named on purpose, never one of the environment.

The proxy looks names up, so the guard sees none of the addresses they have: it still refuses numbers
that are not public, names of this machine and ports that are not the web's.
"""

from collections.abc import Collection
from functools import partial
from typing import Final

import aiohttp
import yarl

from harvester.fetching.addresses import check_address, is_address
from harvester.fetching.contact import is_this_machine
from harvester.fetching.metering import MeteredLine, metered_line

_SCHEMES: Final = ("http", "https")
_A_PUBLIC_ADDRESS: Final = "1.1.1.1"
"""Stands for whatever a proxy finds under a name: only the port is left to check."""
_THIS_MACHINE: Final = "127.0.0.1"


def read_proxy(text: str) -> yarl.URL:
    """Return the address of a proxy, "http://proxy.example:3128"; it may hold a user name and a password.

    Raises:
        ValueError: it is no such address; the sentence holds no password.
    """
    try:
        url = yarl.URL(text)
    except ValueError:
        url = yarl.URL()
    if url.scheme not in _SCHEMES or not url.host or url.path not in ("", "/"):
        raise ValueError("that is no address of a proxy: write http://proxy.example:3128")
    return url


def shown(proxy: yarl.URL) -> str:
    """Return the address of a proxy without user name and password."""
    return str(proxy.with_user(None).with_password(None).origin())


def check_target(url: yarl.URL, allowed: Collection[str]) -> None:
    """Return when a proxy may be asked for an address. Raises ``Refused`` with the reason "address"."""
    host, port = (url.raw_host or "").partition("%")[0], url.port or 0
    if is_address(host):
        check_address(host, port, allowed)
    else:
        local = is_this_machine(host)
        check_address(_THIS_MACHINE if local else _A_PUBLIC_ADDRESS, port, allowed)


class ProxyConnector(aiohttp.TCPConnector):
    """A connector for sessions whose every request names the proxy: nothing else is connected to."""

    def __init__(self) -> None:
        super().__init__(limit=0, limit_per_host=0)  # Hosts counts, per host
        self.lingering: set[MeteredLine] = set()
        self._factory = partial(metered_line, self.lingering, self._loop)
