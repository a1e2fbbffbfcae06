"""Who asks: the user agent, and the contact without which no public host is asked."""

import ipaddress
import re
from collections.abc import Iterable
from importlib.metadata import version

AGENT = "harvester"
"""The name that a robots.txt may speak to."""

_CONTACT = re.compile(r"https?://[^\s()<>\\]+|[^\s()<>\\@]+@[^\s()<>\\@]+\.[^\s()<>\\@]+")


class ContactNeededError(ValueError):
    """A public host is to be asked, and nobody is named whom its owner could write to."""


def user_agent(contact: str | None) -> str:
    """Return ``harvester/VERSION (+CONTACT)``.

    Raises:
        ContactNeededError: the contact is neither a web address nor a mail address.
    """
    name = f"{AGENT}/{version('harvester')}"
    if not contact:
        return name
    if not _CONTACT.fullmatch(contact) or not contact.isascii() or not contact.isprintable():
        raise ContactNeededError(f"{contact!r} is no contact: give a web address or a mail address")
    return f"{name} (+{contact})"


def require_contact(hosts: Iterable[str], contact: str | None) -> None:
    """Return when every host may be asked: a contact is given, or the hosts are this machine.

    Raises:
        ContactNeededError: names the first public host and how to give a contact.
    """
    user_agent(contact)
    public = next((host for host in hosts if not is_this_machine(host)), None)
    if public is not None and not contact:
        raise ContactNeededError(
            f"{public} is a public host: say who asks, with --contact URL-OR-MAIL or HARVESTER_CONTACT"
        )


def is_this_machine(host: str) -> bool:
    """Tell whether a host ("localhost:8000", "127.0.0.2", "[::1]:80") is the machine we run on."""
    name = host.rpartition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
