"""The numbers under which URLs stand in the tables."""

from functools import lru_cache
from hashlib import blake2b

from harvester.urls import fetch_form, identity_key


def url_key(url: str) -> int:
    """Return the key of a URL's row: 63 bits over the form that is requested."""
    return number(fetch_form(url))


@lru_cache(maxsize=4096)
def identity_number(url: str) -> int:
    """Return 63 bits over the identity key: the same for all forms of one article's address."""
    return number(identity_key(url))


def number(text: str) -> int:
    """Return 63 bits over a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1
