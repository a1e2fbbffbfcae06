"""Bytes to text for the libraries that want text: BOM, UTF-8, the declared charset, Windows-1252."""

import re

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def decoded(page):
    if page[:3] == b"\xef\xbb\xbf":
        return page[3:].decode("utf-8", "replace")
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(page)


def _declared(page):
    found = CHARSET.search(page[:8192])
    try:
        return page.decode(found[1].decode() if found else "utf-8", "replace")
    except LookupError:
        return page.decode("utf-8", "replace")
