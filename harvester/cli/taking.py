"""A page by its name on the command line: from a file, from standard input, or fetched as a crawl would."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from harvester.cli.ending import fail, remark
from harvester.cli.page_options import Asked
from harvester.cli.written_address import written_address
from harvester.fetching.contact import ContactNeededError, require_contact
from harvester.fetching.fetched import Fetched
from harvester.fetching.kinds import binary_kind
from harvester.health.exits import ALL_FAILED, INTERRUPTED, USAGE
from harvester.limits import LIMITS
from harvester.urls import fetch_form, host_of, redacted

_STDIN: Final = "-"


def take_page(asked: Asked) -> Fetched:
    """Return the page; what stands in the way ends the command with a sentence."""
    if "://" in asked.name:
        if asked.url is not None:
            fail(USAGE, "--url is for files and standard input; a page that is fetched has its address")
        return _fetched(_address(asked.name), asked)
    body = _checked(asked.name, _standard_input() if asked.name == _STDIN else _file(asked.name))
    url = _address(asked.url) if asked.url is not None else _written(asked.name, body)
    return Fetched(url=url, requested_url=url, body=body, retrieved=datetime.now(UTC))


def _address(text: str) -> str:
    url = fetch_form(text)
    if not host_of(url):
        fail(USAGE, f"{text!r} is no address that can be fetched: write https://example.org/news/quay")
    return url


def _standard_input() -> bytes:
    if sys.stdin.isatty():
        remark("reading a page from standard input; Ctrl-D ends it")
    return sys.stdin.buffer.read(LIMITS.page_bytes + 1)


def _file(name: str) -> bytes:
    path = Path(name)
    try:
        with path.open("rb") as file:
            return file.read(LIMITS.page_bytes + 1)
    except IsADirectoryError:
        fail(USAGE, f"{name} is a folder: name one page in it")
    except FileNotFoundError:
        looks_like_host = "." in name.partition("/")[0] and not name.endswith((".html", ".htm"))
        hint = f"; for a page of the web write https://{name}" if looks_like_host else ""
        fail(USAGE, f"{name} is not there{hint}")
    except (OSError, ValueError) as error:
        fail(USAGE, f"{name} cannot be read: {getattr(error, 'strerror', None) or error}")


def _checked(name: str, body: bytes) -> bytes:
    """Return the bytes of what may be a page."""
    shown = "standard input" if name == _STDIN else name
    if not body.strip():
        fail(USAGE, f"{shown} is empty: give the HTML of an article page")
    if len(body) > LIMITS.page_bytes:
        fail(USAGE, f"{shown} is larger than {LIMITS.page_bytes // 1_000_000} MB: no article page is")
    kind = binary_kind(body)
    if kind is not None:
        fail(USAGE, f"{shown} is no HTML but {kind}: give the HTML of an article page")
    return body


def _written(name: str, body: bytes) -> str:
    """Return the address that a saved page bears, and say so."""
    found = written_address(body)
    if found is None:
        fail(USAGE, f"{'the page' if name == _STDIN else name} does not say where it stands: add --url URL")
    remark(f"read as {redacted(found.url)}, {found.where}; --url says otherwise")
    return found.url


def _fetched(url: str, asked: Asked) -> Fetched:
    """Fetch a page under the limits of its site: one way for crawls and for one page."""
    from harvester.fetching.one import fetch_one  # noqa: PLC0415 - loads Scrapy, which no file needs
    from harvester.fetching.refused import Refused  # noqa: PLC0415
    from harvester.health.hints import sentence  # noqa: PLC0415
    from harvester.spiders.crawl import settings_of  # noqa: PLC0415
    from harvester.spiders.options import Options  # noqa: PLC0415

    site = asked.sites.for_url(url)
    try:
        require_contact([host_of(url)], asked.contact)
        options = Options(
            contact=asked.contact, allow_addresses=asked.allowed, proxy=asked.proxy, limits=site.limits
        )
        return fetch_one(url, settings_of(options), tls_unverified=site.tls_unverified)
    except ContactNeededError as error:
        fail(USAGE, str(error))
    except Refused as refused:
        fail(ALL_FAILED, sentence(url, refused.reason, refused.detail))
    except KeyboardInterrupt:
        fail(INTERRUPTED, "interrupted")
