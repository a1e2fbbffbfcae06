"""What belongs to a site, and which of its addresses it calls articles."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from harvester.discovery.linkkinds import UNKNOWN, LinkKind, Standing, classify_link
from harvester.limits import LIMITS, Limits
from harvester.urls import host_of, plain_host

Trap = Literal["url_length", "depth", "repeated_segments", "query_parameters"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The hosts of a site, its pattern of articles and its limits: what discovery needs to know of it."""

    hosts: tuple[str, ...]
    """Without "www."; their subdomains belong to the site."""
    article_url: str | None = None
    """A pattern searched in addresses; ``None``: articles are told by shape."""
    limits: Limits = LIMITS

    def owns(self, url: str) -> bool:
        """Tell whether an address is on one of the hosts or below it."""
        host = plain_host(host_of(url))
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)

    def kind(self, url: str, standing: Standing = UNKNOWN) -> LinkKind:
        """Return what an address of the site is, by its pattern where it has one."""
        kind = classify_link(url, standing)
        if self.article_url is None:
            return kind
        if re.search(self.article_url, url):
            return "article"
        return "section" if kind == "article" else kind


def trap_of(url: str, limits: Limits = LIMITS) -> Trap | None:
    """Return why an address leads nowhere, as mazes and loops do; ``None`` for a sound one."""
    if len(url) > limits.url_length:
        return "url_length"
    segments = [segment for segment in unquote(url.partition("?")[0]).split("/")[3:] if segment]
    if len(segments) > limits.depth:
        return "depth"
    words = [segment for segment in segments if not segment.isdigit()]
    if any(words.count(word) > limits.repeated_segments for word in set(words)):
        return "repeated_segments"
    return None


def listing_trap_of(url: str, limits: Limits = LIMITS) -> Trap | None:
    """Return why a listing page should not be visited: facets multiply without end."""
    names = [parameter for parameter in url.partition("?")[2].split("&") if parameter]
    return "query_parameters" if len(names) > limits.query_parameters else trap_of(url, limits)
