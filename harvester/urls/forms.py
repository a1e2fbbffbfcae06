"""What is requested: a URL as found, made safe, without tracking parameters and fragment."""

import re
from typing import Final, NamedTuple
from urllib.parse import quote

from w3lib.url import safe_url_string

from harvester.urls.hosts import host_of_netloc
from harvester.urls.parameters import without_session, without_tracking

_CLEAN = re.compile(
    r"(https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~!$'()*+,=:@%/-]*)?)(?:\?([A-Za-z0-9._~!$'()*+,;=:@%/?&-]*))?",
)
"""Nothing to make safe; group 2 is the query. No ``;`` in the path: a session may follow it."""
_PARTS = re.compile(r"(?:(https?):)?//([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:(https?):)?//([^/?#]*)", re.IGNORECASE)
"""The pieces of these that tell the host."""
_FRONT = re.compile(r"[^?#]*")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAKS: Final = {9: None, 10: None, 13: None}
_AROUND: Final = "".join(map(chr, range(33))) + "\u00a0\ufeff\u200b"
_QUOTED_SAFE: Final = "%/:=&?~#+!$,;'@()*[]"


class Parts(NamedTuple):
    """A URL in five pieces, as written."""

    scheme: str
    netloc: str
    path: str
    query: str
    fragment: str


def split(url: str) -> Parts | None:
    """Return the pieces of an http(s) address, ``None`` for anything else."""
    match = _PARTS.fullmatch(url)
    return Parts(*match.groups("")) if match else None


def trimmed(url: str) -> str:
    """Return the URL as a browser reads it: no blanks around it, no line breaks, no half letters inside."""
    text = url.strip(_AROUND)
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.translate(_LINE_BREAKS)
    if "\\" in text:
        text = _slashed(text)
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _slashed(url: str) -> str:
    """Read backslashes before the query as slashes, as browsers do; behind it they are letters."""
    front = _FRONT.match(url)
    end = front.end() if front else 0
    return url[:end].replace("\\", "/") + url[end:].replace("\\", "%5C")


def host_of(url: str) -> str:
    """Return the host of a URL with a port that is not the scheme's own; "" where there is none."""
    return host_in(trimmed(url))


def host_in(url: str) -> str:
    """Return the host of a trimmed URL."""
    match = _HOST.match(url)
    return (match and host_of_netloc(match[1] or "", match[2])) or ""


def fetch_form(url: str) -> str:
    """Return the address to request: safe for a request line, without tracking parameters and fragment.

    Every other byte stays as written; a hashbang (``#!/story``) stays, because it names the page.
    What is no address comes back percent-encoded: ``absolute`` is there to refuse it.
    """
    match = _CLEAN.fullmatch(url)
    if match is None:
        return _made_safe(trimmed(url))
    return match[1] if match[2] is None else _with_query(match[1], match[2])


def _made_safe(url: str) -> str:
    parts = split(url)
    if parts is None or host_of_netloc(parts.scheme, parts.netloc) is None:
        return quote(url, safe=_QUOTED_SAFE, errors="replace")
    front = f"{parts.scheme.lower() or 'https'}://{_lower_host(parts.netloc)}{without_session(parts.path)}"
    whole = _with_query(front, parts.query)
    if parts.fragment[:1] == "!" and len(parts.fragment) > 1:
        whole += f"#{parts.fragment}"
    return safe_url_string(_CONTROL.sub(lambda match: quote(match[0]), whole))


def _with_query(front: str, query: str) -> str:
    kept = without_tracking(query)
    return f"{front}?{kept}" if kept else front


def _lower_host(netloc: str) -> str:
    """Return the host without a user's name and password: they are nobody's to be sent or written down."""
    return netloc.rpartition("@")[2].lower()
