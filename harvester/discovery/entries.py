"""What feeds of any kind say: one entry, and the feed as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from harvester.discovery.dates import read_date
from harvester.discovery.texts import first_image, plain_text, summary_text
from harvester.evidence import Link
from harvester.parts import Teaser
from harvester.urls import absolute


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed as written: markup, entities and relative addresses included."""

    addresses: tuple[str, ...]
    """Where its article may be, best first."""
    title: str | None = None
    summaries: tuple[str, ...] = ()
    """Best first."""
    labels: tuple[str, ...] = ()
    published_raw: str | None = None
    modified_raw: str | None = None
    images: tuple[str, ...] = ()
    """Best first."""
    base: str | None = None
    """What relative addresses start from, where the entry says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """A feed, read: its links in the order of the feed, and what it says of itself."""

    kind: Literal["rss", "atom", "json"]
    links: tuple[Link, ...]
    title: str | None = None
    language: str | None = None
    next_url: str | None = None
    """The feed's next page, for older entries."""
    hub: str | None = None
    """Where changes are announced (WebSub)."""
    ttl: float | None = None
    """Seconds for which the feed asks not to be read again."""
    whole: bool = True
    """False for a document that ends in the middle."""
    unread: int = 0
    """Entries without an address that could be requested."""


def link_of(entry: Entry, base: str) -> Link | None:
    """Return the entry's link with its teaser; ``None`` where it has no address of the web."""
    base = (entry.base and absolute(base, entry.base)) or base
    url = _first_address(base, entry.addresses)
    if url is None:
        return None
    return Link(
        url=url,
        found_in="feed",
        teaser=_teaser(entry, url, base),
        published=read_date(entry.published_raw),
        modified=read_date(entry.modified_raw),
        published_raw=entry.published_raw,
    )


def _first_address(base: str, written: Iterable[str]) -> str | None:
    return next((found for each in written if each.strip() and (found := absolute(base, each))), None)


def _teaser(entry: Entry, url: str, base: str) -> Teaser:
    title = plain_text(entry.title)
    summaries = (summary_text(each) for each in entry.summaries)
    images = (*entry.images, *filter(None, (first_image(each) for each in entry.summaries)))
    labels = (plain_text(label) for label in entry.labels)
    return Teaser(
        title=title,
        url=url,
        summary=next((text for text in summaries if text and text != title), None),
        labels=tuple(dict.fromkeys(label for label in labels if label)),
        date_raw=entry.published_raw,
        image_url=_first_address(base, images),
    )
