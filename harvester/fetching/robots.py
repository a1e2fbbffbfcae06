"""robots.txt before every request, a redirect's hops included.

Written beside Scrapy's middleware, which crawls on when the file is answered by 503, by silence or not at
all, and never asks again.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from harvester.fetching.hosts import wall
from harvester.fetching.refused import Reason, Refused, is_passing
from harvester.fetching.robots_rules import RobotsRules
from harvester.fetching.state import Fetching
from harvester.limits import LIMITS
from harvester.urls import host_of

_EXEMPT: Final = "dont_obey_robotstxt"
"""Scrapy's own word: the request for the robots.txt itself, and its redirects."""
_AS_THE_PAGE: Final[frozenset[Reason]] = frozenset(
    {"address", "dns", "tls", "stopped", "retry_after", "bad_url"}
)
"""What would refuse the page as it refused the robots.txt, and says more."""
_UNAVAILABLE: Final[frozenset[Reason]] = frozenset(
    {"bad_redirect", "redirect_loop", "redirects", "scheme", "not_text", "empty", "gone", "not_found"}
)
"""RFC 9309, 2.3.1.3: no robots.txt there, so no rules."""
_AS_ITS_PAGES: Final = ("tls_unverified", "limits")
"""What the request for the file takes from the page that needs it: both are their site's."""
_ALONE: Final[dict[str, object]] = {
    _EXEMPT: True,
    "max_bytes": LIMITS.robots_bytes,
    "cut": True,  # what comes first counts
    "scope": "any",  # RFC 9309, 2.3.1.2
    "attempt": 0,  # never the last: half a file is none, it may lack what forbids
}
_SOON: Final = 600.0
"""Seconds until a file that is out of reach is asked for again while its last copy serves."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one origin until a moment of the monotonic clock."""

    until: float
    rules: RobotsRules | None = None
    refused: Refused | None = None


class RobotsMiddleware:
    """Asks each origin for its robots.txt once, and again when it has grown old."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._fetching = Fetching.of(crawler)
        self._known: dict[str, _Known] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of a crawler."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Return when the request may go out.

        Raises:
            Refused: "robots", "robots_unreachable", "crawl_delay", or why its host cannot be reached at all.
        """
        if urlsplit(request.url).scheme not in ("http", "https"):
            raise Refused("scheme", urlsplit(request.url).scheme[:20])
        if request.meta.get(_EXEMPT):
            return
        known = await self._of(request)
        if known.refused is not None:
            raise known.refused
        closed = self._fetching.hosts.refusal(host_of(request.url))
        if closed is not None:
            raise closed
        if known.rules is not None and not known.rules.is_allowed(request.url):
            raise Refused("robots", "disallowed")

    async def _of(self, request: Request) -> _Known:
        origin = f"{urlsplit(request.url).scheme}://{host_of(request.url)}"
        async with self._asking.setdefault(origin, asyncio.Lock()):
            known = self._known.get(origin)
            if known is None or known.until <= self._fetching.hosts.clock():
                known = await self._asked(origin, _question(origin, request), is_first=known is None)
                self._known[origin] = known
            return known

    async def _asked(self, origin: str, question: Request, *, is_first: bool) -> _Known:
        """Return what the copy says while it is fresh, else what the origin says now."""
        limits = self._fetching.limits
        copy = self._fetching.copies.get(origin)
        age = (datetime.now(UTC) - copy.fetched).total_seconds() if copy else limits.robots_lifetime
        if copy is not None and is_first and 0 <= age < limits.robots_stale:
            return self._heard(origin, copy.body, limits.robots_lifetime - age)
        try:
            body = await self._body(question)
        except Refused as refused:
            if copy is not None and age < limits.robots_lifetime and refused.reason != "stopped":
                return self._heard(origin, copy.body, min(_SOON, limits.robots_lifetime - age))
            return self._unheard(origin, refused)
        self._fetching.copies.put(origin, body, datetime.now(UTC))
        return self._heard(origin, body, limits.robots_lifetime)

    async def _body(self, question: Request) -> bytes:
        """Return the file; empty for one that is not there. Raises ``Refused`` when it is out of reach."""
        try:
            response: Response = await self._crawler.engine.download_async(question)
        except Refused as refused:
            if _is_unavailable(refused):
                return b""
            raise
        return response.body

    def _heard(self, origin: str, body: bytes, seconds: float) -> _Known:
        rules = RobotsRules.read(body)
        host = host_of(origin)
        self._fetching.hosts.crawl_delay(host, rules.crawl_delay)
        self._fetching.sitemaps[host] = rules.sitemaps
        return _Known(self._fetching.hosts.clock() + seconds, rules)

    def _unheard(self, origin: str, refused: Refused) -> _Known:
        """Return the refusal of every page of the origin, until it may be asked again."""
        hosts = self._fetching.hosts
        not_before = refused.not_before or hosts.trouble(host_of(origin))
        seconds = (not_before - datetime.now(UTC)).total_seconds()
        if refused.reason not in _AS_THE_PAGE:
            refused = Refused(
                "robots_unreachable", str(refused), status=refused.status, not_before=wall(seconds)
            )
        return _Known(hosts.clock() + max(seconds, 0.0), refused=refused)


def _question(origin: str, page: Request) -> Request:
    """Return the request for the file that a page needs."""
    meta: dict[str, object] = {name: page.meta[name] for name in _AS_ITS_PAGES if name in page.meta}
    meta.update(_ALONE)
    return Request(f"{origin}/robots.txt", meta=meta, callback=NO_CALLBACK)


def _is_unavailable(refused: Refused) -> bool:
    """Tell whether the origin has no robots.txt: any 4xx but those of the moment, redirects without end."""
    if refused.reason == "bad_status" and refused.status is not None:
        return refused.status < 500 and not is_passing(refused.status)  # noqa: PLR2004 - 4xx and oddities
    return refused.reason in _UNAVAILABLE
