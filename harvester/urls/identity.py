"""Which article a URL names: the same key for its tracking, AMP, mobile and print forms."""

import re
from base64 import b32hexencode
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from harvester.urls.forms import Parts, split, trimmed
from harvester.urls.hosts import host_of_netloc, plain_host, registrable_domain
from harvester.urls.parameters import naming, without_session
from harvester.urls.wrappers import unwrapped

KEY_VERSION: Final = "v1"
"""Stored beside keys; a change of the rules below is a new version."""

_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})?")
_PLAIN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@")
"""Letters that mean the same with and without percent-encoding, to the servers of newspapers."""
_PATH_SAFE: Final = "/%!$&'()*+,;=:@~"
_QUERY_SAFE: Final = "%!$'()*,;=:@~/?"
_PLAIN_PATH = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/-]*")
_ODD_SEGMENT = re.compile(r"//|/\.{1,2}(?:/|$)")
_LAST_FORM = re.compile(
    r"(?:/+|/index\.(?:html?|php)|(?<=[^/])/(?:amp|print)|\.amp(?=\.html?$)|(?<=[^/])\.amp)$"
)
_AMP_HTML = re.compile(r"\.amp(?=\.html?$)")
_AMP_SEGMENT = re.compile(r"/amp(?=/[^/])")


def identity_key(url: str, noise: AbstractSet[str] = frozenset()) -> str:
    """Return the key under which all forms of an article's address are one: ``host/path?parameters``.

    ``noise`` names further parameters that are known to change nothing on this host.
    What is no address of the web comes back trimmed. A key is the key of itself.
    """
    return _key(url, frozenset(noise))


@lru_cache(maxsize=4096)  # a page's own address is asked for half a dozen times
def _key(url: str, noise: AbstractSet[str]) -> str:
    text = unwrapped(trimmed(url))
    parts = split(text) or (None if _OTHER_SCHEME.match(text) else split(f"//{text}"))
    host = parts and _host(parts.scheme, parts.netloc)
    return (
        f"{host}{_path(parts.path)}{_query(parts.query, noise)}{_hashbang(parts)}" if parts and host else text
    )


def article_id(url: str) -> str:
    """Return ``art_`` and 26 characters: 128 bits of SHA-256 over domain and key, base32hex, lower case."""
    key = identity_key(url)
    domain = registrable_domain(re.split(r"[/?#]", key, maxsplit=1)[0])
    digest = sha256(f"{KEY_VERSION}\n{domain}\n{key}".encode("utf-8", "replace")).digest()
    return "art_" + b32hexencode(digest[:16]).decode("ascii").rstrip("=").lower()


@lru_cache(maxsize=16384)
def _host(scheme: str, netloc: str) -> str | None:
    host = host_of_netloc(scheme, netloc)
    return host and plain_host(host)


def _path(path: str) -> str:
    path = without_session(path)
    if not _PLAIN_PATH.fullmatch(path):
        path = _escaped(path, _PATH_SAFE)
    if _ODD_SEGMENT.search(path):
        path = _resolved(path)
    return _without_forms(path)


def _without_forms(path: str) -> str:
    """Cut what names a form or nothing: "/amp", "/print", "/index.html", the last slash."""
    before = None
    while before != path:
        before = path
        path = _AMP_SEGMENT.sub("", _AMP_HTML.sub("", _LAST_FORM.sub("", path)))
    return path


def _resolved(path: str) -> str:
    """Walk ``.`` and ``..``, fold repeated slashes."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    slash = "/" if path.endswith(("/", "/.", "/..")) else ""
    return f"/{'/'.join(kept)}{slash}"


def _query(query: str, noise: AbstractSet[str]) -> str:
    if not query:
        return ""
    kept = sorted(_escaped(part.replace("+", "%20"), _QUERY_SAFE) for part in naming(query, noise))
    return "?" + "&".join(kept) if kept else ""


def _hashbang(parts: Parts) -> str:
    bang = parts.fragment
    return "#" + _escaped(bang, _QUERY_SAFE + "&") if len(bang) > 1 and bang[0] == "!" else ""


def _escaped(text: str, safe: str) -> str:
    """Spell percent-encoding in one way: what may be plain is plain, the rest has capital digits."""
    return _ESCAPE.sub(_one_spelling, quote(_ESCAPE.sub(_one_spelling, text), safe=safe, errors="replace"))


def _one_spelling(match: re.Match[str]) -> str:
    if match[1] is None:
        return "%25"
    letter = chr(int(match[1], 16))
    return letter if letter in _PLAIN else f"%{match[1].upper()}"
