"""A feed in, its links out: RSS 0.9 to 2.0, Atom, JSON Feed; whole, cut or malformed."""

import re
from typing import Final, Literal

from harvester.discovery.entries import Entry, FeedPage, link_of
from harvester.discovery.jsonfeeds import read_json_feed
from harvester.discovery.seeds import Unreadable
from harvester.discovery.texts import plain_text
from harvester.discovery.unpacking import unpacked
from harvester.discovery.xmlentries import children, entry_of
from harvester.discovery.xmlreading import Element, local_name, read_each, whole_part
from harvester.limits import LIMITS, Limits
from harvester.pages.decoding import decode
from harvester.urls import absolute

_FEEDS: Final = frozenset(("rss", "rdf", "feed", "channel"))
_MINUTE: Final = 60.0
_MINUTES = re.compile(r"[0-9]{1,6}")


def read_feed(body: bytes, url: str, content_type: str | None = None, limits: Limits = LIMITS) -> FeedPage:
    """Return the links of a feed, whatever type its server says it has.

    Raises ``Unreadable`` for what is no feed: ``empty``, ``html``, ``not_a_feed``, ``too_large``.
    """
    body, unpacked_whole = unpacked(body, limits)
    text = decode(body, content_type).text.strip()
    if not text:
        raise Unreadable("empty")
    if text[0] in "{[":
        return read_json_feed(text, url)
    text, whole = whole_part(text)
    entries, root = read_each(text, ("item", "entry"), entry_of)
    return _page(entries, root, url, whole=whole and unpacked_whole)


def _page(entries: list[Entry], root: Element | None, url: str, *, whole: bool) -> FeedPage:
    name = "" if root is None else local_name(root)
    if root is None or (name not in _FEEDS and not entries):
        raise Unreadable("html" if name == "html" else "not_a_feed", name)
    channel = _channel(root)
    home = absolute(url, _text(channel, "link") or url) if name != "feed" else None
    links = [link_of(entry, home or url) for entry in entries]
    return FeedPage(
        kind="atom" if name == "feed" else "rss",
        links=tuple(link for link in links if link),
        title=plain_text(_text(channel, "title")),
        language=_text(channel, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        next_url=_related(channel, "next", url),
        hub=_related(channel, "hub", url),
        ttl=_ttl(_text(channel, "ttl")),
        whole=whole,
        unread=links.count(None),
    )


def _channel(root: Element) -> Element:
    """Return the element that speaks of the feed: the root of Atom, the channel of RSS."""
    return next((child for child in root if local_name(child) == "channel"), root)


def _text(channel: Element, name: str) -> str | None:
    found = children(channel).get(name, ())
    return next((text for child in found if (text := "".join(child.itertext()).strip())), None)


def _related(channel: Element, relation: Literal["next", "hub"], url: str) -> str | None:
    for link in children(channel).get("link", ()):
        if (link.get("rel") or "").lower() == relation:
            return absolute(url, link.get("href") or "")
    return None


def _ttl(minutes: str | None) -> float | None:
    return int(minutes) * _MINUTE if minutes and _MINUTES.fullmatch(minutes) else None
