"""A JSON Feed in, its links out; of a cut one every whole item."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from harvester.discovery.entries import Entry, FeedPage, link_of
from harvester.discovery.seeds import Unreadable
from harvester.discovery.texts import plain_text
from harvester.urls import absolute

_ITEMS = re.compile(r'"items"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER: Final = json.JSONDecoder()


def read_json_feed(text: str, url: str) -> FeedPage:
    """Return the links of a JSON Feed's text; raises ``Unreadable`` for other JSON."""
    feed, whole = _loaded(text)
    items = feed.get("items")
    if not isinstance(items, list):
        raise Unreadable("not_a_feed", "JSON without items")
    entries = [_entry(item) for item in items if isinstance(item, dict)]
    links = [link_of(entry, url) for entry in entries]
    return FeedPage(
        kind="json",
        links=tuple(link for link in links if link),
        title=plain_text(_text(feed, "title")),
        language=_text(feed, "language"),
        next_url=absolute(url, _text(feed, "next_url") or "javascript:"),
        whole=whole,
        unread=links.count(None),
    )


def _loaded(text: str) -> tuple[dict[str, Any], bool]:
    """Return the feed's object and whether all of it is there."""
    try:
        feed = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return {"items": list(_whole_items(text))}, False
    return (feed, True) if isinstance(feed, dict) else ({"items": feed}, True)


def _whole_items(text: str) -> Iterator[object]:
    start = _ITEMS.search(text)
    at = start.end() if start else len(text)
    while at < len(text):
        try:
            item, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield item
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at


def _entry(item: dict[str, Any]) -> Entry:
    texts = (_text(item, name) for name in ("summary", "content_text", "content_html"))
    images = (_text(item, name) for name in ("image", "banner_image"))
    tags = item.get("tags")
    return Entry(
        addresses=tuple(filter(None, (_text(item, "url"), _text(item, "external_url"), _address(item)))),
        title=_text(item, "title"),
        summaries=tuple(filter(None, texts)),
        labels=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        published_raw=_text(item, "date_published"),
        modified_raw=_text(item, "date_modified"),
        images=tuple(filter(None, images)),
    )


def _text(values: dict[str, Any], name: str) -> str | None:
    value = values.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _address(item: dict[str, Any]) -> str | None:
    identifier = _text(item, "id") or ""
    return identifier if identifier.startswith(("http://", "https://")) else None
