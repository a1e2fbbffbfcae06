"""Hosts: their one spelling, their registrable domain."""

import re
from functools import cache, lru_cache
from typing import Final

from tldextract import TLDExtract

_SPLIT = re.compile(r"(?:[^@\[\]]*@)?(\[[0-9a-f:.]+\]|[^:\[\]]*)(?::(\d{0,5}))?", re.DOTALL)
_LABELS = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_IPV4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DEFAULT_PORTS: Final = {"http": "80", "https": "443", "": ""}
_PORTS: Final = 65536
_HOST_LENGTH: Final = 253
_FORMS: Final = ("www.", "m.", "mobile.", "amp.", "wap.")


@cache
def _suffixes() -> TLDExtract:
    """Return the public suffix list that ships with tldextract: nothing is fetched, nothing is written."""
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@lru_cache(maxsize=16384)
def host_of_netloc(scheme: str, netloc: str) -> str | None:
    """Return ``host`` or ``host:port`` of the part between ``//`` and the path; ``None`` for no host.

    Lower case, punycode, without user name and password, the scheme's own port and a last dot.
    """
    match = _SPLIT.fullmatch(netloc.lower())
    host = _ascii(match[1]) if match else None
    if not match or not host:
        return None
    port = (match[2] or "").lstrip("0")
    if port and int(port) >= _PORTS:
        return None
    return host if port in ("", _DEFAULT_PORTS[scheme.lower()]) else f"{host}:{port}"


def _ascii(host: str) -> str | None:
    """Return the host in punycode, ``None`` when no host can be spelled so."""
    if host.startswith("["):
        return host
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii").lower()
        except UnicodeError:
            return None
    valid = len(host) <= _HOST_LENGTH and _LABELS.fullmatch(host)
    return host.removesuffix(".") if valid else None


@lru_cache(maxsize=16384)
def registrable_domain(host: str) -> str:
    """Return the domain that its owner registered: "example.co.uk" of "news.example.co.uk:8080".

    An address in numbers and a name of one label ("localhost") come back as given, with their port:
    on these each port is a site of its own. Below a suffix that nobody registered, two labels count.
    """
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    if "." not in name or name.startswith("[") or _IPV4.fullmatch(name):
        return host
    found = _suffixes().extract_str(name)
    if found.top_domain_under_public_suffix:
        return found.top_domain_under_public_suffix
    return name if found.suffix else ".".join(name.split(".")[-2:])


@lru_cache(maxsize=16384)
def plain_host(host: str) -> str:
    """Return the host without "www.", "m.", "mobile.", "amp.", "wap.": the same site on another device."""
    domain = registrable_domain(host)
    while host.startswith(_FORMS):
        shorter = host.partition(".")[2]
        if not f".{shorter.partition(':')[0]}".endswith(f".{domain}"):
            break
        host = shorter
    return host
