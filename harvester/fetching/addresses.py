"""Which addresses may be connected to: public ones, on the web's two ports, and those opened on purpose."""

from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from harvester.fetching.refused import Refused

PORTS: Final = frozenset({80, 443})
MOST_PORTS: Final = 65536
IPV6: Final = 6

_NEVER: Final = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",  # Azure's platform address, public by its number alone
            "192.88.99.0/24",  # 6to4 relays
            "192.0.0.0/24",  # IETF protocols; 192.0.0.192 is Oracle's metadata
            "64:ff9b:1::/48",  # NAT64 of one's own network
            "100:0:0:1::/64",  # dummy prefix
            "5f00::/16",  # segment routing
            "3fff::/20",  # documentation
            "fec0::/10",  # one's own site, as it was once called
        ),
    )
)
_LAST_32: Final = (
    "::ffff:0:0/96",  # mapped
    "::ffff:0:0:0/96",  # translated
    "::/96",  # compatible
    "64:ff9b::/96",  # NAT64
)
"""Prefixes whose last four bytes are an IPv4 address."""
_CARRIERS: Final = tuple(IPv6Network(prefix) for prefix in _LAST_32)


def check_address(address: str, port: int, allowed: Collection[str]) -> None:
    """Return when the address may be connected to.

    ``allowed`` holds exact addresses, "10.0.0.1" for all its ports or "127.0.0.1:8001", "[::1]:8001".

    Raises:
        Refused: reason "address", the detail names it.
    """
    shown = f"[{address}]" if ":" in address else address
    if allowed and not {address, shown, f"{shown}:{port}"}.isdisjoint(allowed):
        return
    if port not in PORTS:
        raise Refused("address", f"{shown}:{port} is no port of the web")
    if not is_public(address):
        raise Refused("address", f"{shown} is not public")


def allowed_address(text: str) -> str:
    """Return what ``--allow-address`` opens, as ``check_address`` looks for it: "127.0.0.1:8001", "[::1]:80".

    Raises:
        ValueError: it is no address, or its port is none; a name is not enough, for names change.
    """
    host, port = (text, "") if is_address(text) else _parted(text)
    try:
        address = ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError as error:
        raise ValueError(f"{text!r} is no address: give ADDRESS or ADDRESS:PORT, 127.0.0.1:8001") from error
    shown = f"[{address}]" if address.version == IPV6 else str(address)
    if not port:
        return shown
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < MOST_PORTS:
        raise ValueError(f"{text!r}: {port!r} is no port")
    return f"{shown}:{int(port)}"


def is_address(text: str) -> bool:
    """Tell whether a text is an IPv4 or IPv6 address, not a name."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _parted(text: str) -> tuple[str, str]:
    """Return what stands before the last colon, and behind it; an address in brackets may have no port."""
    if text.endswith("]"):
        return text, ""
    host, colon, port = text.rpartition(":")
    return (host, port or "none") if colon else (text, "")


def is_public(address: str) -> bool:
    """Tell whether an IPv4 or IPv6 address is one of the internet, also when it is wrapped in another."""
    try:
        value = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    carried = _carried(value)
    return _is_global(carried) if carried is not None else _is_global(value)


def _is_global(value: IPv4Address | IPv6Address) -> bool:
    special = value.is_multicast or value.is_reserved or value.is_unspecified or value.is_loopback
    return value.is_global and not special and not any(value in network for network in _NEVER)


def _carried(value: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for; ``None`` when it stands for itself."""
    if isinstance(value, IPv4Address):
        return None
    if value.sixtofour is not None:
        return value.sixtofour
    if value.teredo is not None:
        return _the_less_public(*value.teredo)
    if any(value in network for network in _CARRIERS):
        return IPv4Address(int(value) & 0xFFFFFFFF)
    return None


def _the_less_public(server: IPv4Address, client: IPv4Address) -> IPv4Address:
    return client if _is_global(server) else server
