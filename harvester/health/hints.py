"""Why a site could not be had, in one sentence with the way out."""

from typing import Final

from harvester.store.closing import Ending
from harvester.urls import redacted

_HINTS: Final = {
    "address": "no public address; --allow-address ADDR[:PORT] opens one on purpose",
    "bad_status": "the server refuses; look at it in a browser",
    "connection": "nobody answers there; is the address right?",
    "crawl_delay": "its robots.txt asks for longer pauses than we take",
    "dns": "there is no such host; is the name right?",
    "given_up": "the page takes too long to read; report it",
    "gone": "the page is gone; give another address of the site",
    "internal": "an error of harvester's own; report it",
    "not_found": "there is no such page; give another address of the site",
    "not_text": "that is no web page",
    "retry_after": "the server asks to be left alone for a while",
    "robots": "its robots.txt disallows us",
    "robots_unreachable": "without its robots.txt nothing may be asked; is the address right?",
    "scope": "it leads to another site; give that site's address",
    "timeout": "the server is too slow; a later run tries again",
    "tls": "its certificate cannot be trusted",
}


def fault_sentence(ending: Ending) -> str:
    """Return what went wrong at a seed, and what to do."""
    return sentence(ending.url, ending.reason, ending.detail)


def barren_sentence(site: str) -> str:
    """Return that a site gave nothing to read, and what to do."""
    return (
        f"{site}: no address of an article was found there; give the page that lists the news, or describe "
        "the site in a file (see docs/adding-a-site.md)"
    )


def broken_sentence(detail: str, pages: int) -> str:
    """Return which rule of a site file broke, and what to do."""
    where = f"on {pages} pages" if pages > 1 else "on a page"
    return f"{detail}: this broke {where}; mend the site file, and a later run reads them again"


def sentence(url: str, reason: str, detail: str | None) -> str:
    """Return why a page could not be had, and what to do."""
    words = f"{redacted(url)}: {reason}" + (f" ({detail})" if detail else "")
    hint = _HINTS.get(reason)
    return f"{words}: {hint}" if hint else words
