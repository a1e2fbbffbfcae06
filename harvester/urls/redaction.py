"""URLs as they may stand in a log."""

import re
from typing import Final
from urllib.parse import quote

_USER = re.compile(r"(?<=//)[^/?#@]*(?:@[^/?#@]*)*@")
_SECRET = re.compile(
    r"([?&;#](?:[\w.-]*(?:token|secret|passw(?:or)?d|pwd|api_?-?key|signature|credential|session_?id|sessid)"
    r"|key|auth|authorization|sig|jwt|sid|access|hash)=)[^&;#\s]+",
    re.IGNORECASE,
)
_SHOWN: Final = 500


def redacted(url: str) -> str:
    """Return the URL without user name, password and secret parameters; on one line of plain letters."""
    shown = _SECRET.sub(r"\1***", _USER.sub("***@", url[: _SHOWN * 4]))
    is_plain = shown.isascii() and shown.isprintable()
    printable = shown if is_plain else "".join(map(_plain, shown))
    return printable if len(printable) <= _SHOWN else f"{printable[:_SHOWN]}..."


def _plain(char: str) -> str:
    return char if char.isascii() and char.isprintable() else quote(char, errors="replace")
